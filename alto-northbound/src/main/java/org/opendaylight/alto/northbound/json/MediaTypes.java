/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.json;

/** The media types of RFC 7285, section 14.1, which have no parameters. */
public final class MediaTypes {
    /** An information resource directory. */
    public static final String DIRECTORY = "application/alto-directory+json";
    /** A network map. */
    public static final String NETWORK_MAP = "application/alto-networkmap+json";
    /** A request for a part of a network map. */
    public static final String NETWORK_MAP_FILTER = "application/alto-networkmapfilter+json";
    /** A cost map. */
    public static final String COST_MAP = "application/alto-costmap+json";
    /** A request for a part of a cost map. */
    public static final String COST_MAP_FILTER = "application/alto-costmapfilter+json";
    /** Properties of endpoints. */
    public static final String ENDPOINT_PROP = "application/alto-endpointprop+json";
    /** A request for properties of endpoints. */
    public static final String ENDPOINT_PROP_PARAMS = "application/alto-endpointpropparams+json";
    /** Costs between endpoints. */
    public static final String ENDPOINT_COST = "application/alto-endpointcost+json";
    /** A request for costs between endpoints. */
    public static final String ENDPOINT_COST_PARAMS = "application/alto-endpointcostparams+json";
    /** What is wrong with a request, by one of the codes of RFC 7285. */
    public static final String ERROR = "application/alto-error+json";
    /** What is wrong with a request, where RFC 7285 has no code for it (RFC 9457). */
    public static final String PROBLEM = "application/problem+json";

    private MediaTypes() {
    }
}

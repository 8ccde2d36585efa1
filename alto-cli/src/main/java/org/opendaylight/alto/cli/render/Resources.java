/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.render;

import java.util.Map;
import org.opendaylight.alto.core.service.ResourceInfo;

/** Tells resources from each other. */
public final class Resources {
    /** What resources that are network maps are called. */
    public static final String NETWORK_MAP = "network map";
    /** What resources that are cost maps are called. */
    public static final String COST_MAP = "cost map";

    private static final String OPERATOR = "operator";
    /** RFC 7285, section 14.1. */
    private static final Map<String, String> KINDS = Map.of(
        "application/alto-directory+json", "directory",
        "application/alto-networkmap+json", NETWORK_MAP,
        "application/alto-costmap+json", COST_MAP,
        "application/alto-endpointcost+json", "endpoint cost",
        "application/alto-endpointprop+json", "endpoint properties");

    private Resources() {
    }

    /**
     * Returns what a resource is.
     *
     * @param info the resource
     * @return a name for people, or the media type if it has none
     */
    public static String kind(final ResourceInfo info) {
        final var kind = KINDS.getOrDefault(info.mediaType(), info.mediaType());
        return info.accepts().isPresent() && (kind.equals(NETWORK_MAP) || kind.equals(COST_MAP)) ? "filtered " + kind
            : kind;
    }

    /**
     * Tells whether a resource is a network map, and not a filter for one.
     *
     * @param info the resource
     * @return whether it is
     */
    public static boolean isNetworkMap(final ResourceInfo info) {
        return kind(info).equals(NETWORK_MAP);
    }

    /**
     * Tells whether a resource is a cost map, and not a filter for one.
     *
     * @param info the resource
     * @return whether it is
     */
    public static boolean isCostMap(final ResourceInfo info) {
        return kind(info).equals(COST_MAP);
    }

    /**
     * Tells whether a resource is a map, and not a filter for one.
     *
     * @param info the resource
     * @return whether it is
     */
    public static boolean isMap(final ResourceInfo info) {
        return isNetworkMap(info) || isCostMap(info);
    }

    /**
     * Tells whether a resource is a map that an operator has loaded.
     *
     * @param info the resource
     * @return whether it is
     */
    public static boolean isOperatorsMap(final ResourceInfo info) {
        return isMap(info) && info.publisher().equals(OPERATOR);
    }
}

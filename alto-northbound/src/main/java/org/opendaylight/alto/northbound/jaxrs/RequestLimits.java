/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.jaxrs;

/**
 * How much one request may ask for. A request for more is answered with status 413.
 *
 * @param maxRequestBytes size of a body, in bytes
 * @param maxEndpointPairs number of sources times number of destinations in one request for endpoint costs, over all
 *     its flows, or for parts of cost maps, each times the number of cost types; and of properties times endpoints in
 *     one for endpoint properties
 */
public record RequestLimits(int maxRequestBytes, int maxEndpointPairs) {
    public RequestLimits {
        if (maxRequestBytes < 1 || maxEndpointPairs < 1) {
            throw new IllegalArgumentException("Limits max-request-bytes=" + maxRequestBytes
                + " and max-endpoint-pairs=" + maxEndpointPairs + " must be at least 1");
        }
    }
}

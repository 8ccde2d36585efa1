/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.query;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.net.IpAddr;

/**
 * A request to the endpoint cost service (RFC 7285, section 11.5.1.3). Each address is there once.
 *
 * @param type the cost type, one of those offered
 * @param range the costs that may be in the answer
 * @param sources each source with the text by which the client named it, in the client's order; at least one
 * @param destinations each destination with the text by which the client named it, in the client's order; at least one
 */
public record EndpointCostQuery(CostType type, CostRange range, Map<IpAddr, String> sources,
        Map<IpAddr, String> destinations) {
    public EndpointCostQuery {
        sources = ImmutableMap.copyOf(sources);
        destinations = ImmutableMap.copyOf(destinations);
    }

    /**
     * Returns how many costs are asked for.
     *
     * @return a number of pairs
     */
    public long pairs() {
        return (long) sources.size() * destinations.size();
    }

    /**
     * Adds constraints that the client did not give.
     *
     * @param constraint the costs that they allow
     * @return a query for what both allow
     */
    public EndpointCostQuery within(final CostRange constraint) {
        return new EndpointCostQuery(type, range.and(constraint), sources, destinations);
    }

    /**
     * Picks a cost for the answer.
     *
     * @param cost the cost that was found for a pair
     * @return the cost, or empty if it is not to be in the answer
     */
    public OptionalDouble select(final OptionalDouble cost) {
        return cost.isPresent() && Double.isFinite(cost.getAsDouble()) && range.contains(cost.getAsDouble())
            ? cost : OptionalDouble.empty();
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.cost;

import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.function.Function;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.service.EndpointCosts;

/**
 * Costs that are hop counts: {@code hopcount}, and {@code routingcost}, which is the same here.
 */
public final class HopCounts {
    /** The cost types that are computed here. */
    public static final SortedSet<CostType> TYPES = ImmutableSortedSet.of(CostType.numerical(CostMetric.ROUTINGCOST),
        CostType.numerical(CostMetric.HOPCOUNT));

    private HopCounts() {
        // static only
    }

    /**
     * Computes the cost from each source to each destination.
     *
     * @param type one of {@link #TYPES}
     * @param sources addresses of senders
     * @param destinations addresses of receivers
     * @param hopCount tells the hop count of a flow, all on one state of the network
     * @return the costs; a pair without a path, with an unknown host or of two address families has none
     * @throws IllegalArgumentException if the cost type is not one of {@link #TYPES}
     */
    public static EndpointCosts of(final CostType type, final List<IpAddr> sources, final List<IpAddr> destinations,
            final Function<PathQuery, OptionalDouble> hopCount) {
        requireOffered(type);
        return EndpointCosts.compute(sources.size(), destinations.size(), (from, to) -> {
            final var source = sources.get(from);
            final var destination = destinations.get(to);
            return source.family() == destination.family()
                ? hopCount.apply(PathQuery.between(source, destination)).orElse(Double.NaN) : Double.NaN;
        });
    }

    /**
     * Computes the cost of each of some flows.
     *
     * @param type one of {@link #TYPES}
     * @param flows whose packets
     * @param hopCount tells the hop count of a flow, all on one state of the network
     * @return a cost for each flow; empty if its packets have no path or a host is unknown
     * @throws IllegalArgumentException if the cost type is not one of {@link #TYPES}
     */
    public static List<OptionalDouble> of(final CostType type, final List<PathQuery> flows,
            final Function<PathQuery, OptionalDouble> hopCount) {
        requireOffered(type);
        return flows.stream().map(hopCount).toList();
    }

    private static void requireOffered(final CostType type) {
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("Cost type " + type + " is not one of " + TYPES);
        }
    }
}

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.service.EndpointCosts;

/**
 * Costs that are hop counts: {@code hopcount}, and {@code routingcost}, which is the same here. Where packets of a pair
 * take several paths, the longest one that arrives counts.
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
     * @param paths answers path queries, all on one state of the network
     * @return the costs; a pair without a path, with an unknown host or of two address families has none
     * @throws IllegalArgumentException if the cost type is not one of {@link #TYPES}
     */
    public static EndpointCosts of(final CostType type, final List<IpAddr> sources, final List<IpAddr> destinations,
            final Function<PathQuery, PathAnswer> paths) {
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("Cost type " + type + " is not one of " + TYPES);
        }
        final Map<IpAddr, Map<IpAddr, Double>> costs = new HashMap<>();
        for (final var source : sources) {
            final var row = new HashMap<IpAddr, Double>();
            for (final var destination : destinations) {
                if (source.family() == destination.family()) {
                    paths.apply(PathQuery.between(source, destination)).hopCount()
                        .ifPresent(hops -> row.put(destination, (double) hops));
                }
            }
            costs.put(source, Map.copyOf(row));
        }
        return new EndpointCosts(costs);
    }
}

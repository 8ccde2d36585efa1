/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound;

import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.function.ToDoubleFunction;
import org.opendaylight.alto.core.map.CostContext;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.service.EndpointCostService;
import org.opendaylight.alto.core.service.EndpointCosts;

/**
 * Endpoint costs by a rule.
 *
 * @param costTypes what can be asked for
 * @param cost the cost of a flow; NaN if it has none
 */
public record FlowCosts(SortedSet<CostType> costTypes, ToDoubleFunction<PathQuery> cost)
        implements EndpointCostService, EndpointCostService.Snapshot {
    /** Costs of the two numerical cost types. */
    public static FlowCosts numerical(final ToDoubleFunction<PathQuery> cost) {
        return new FlowCosts(ImmutableSortedSet.of(Fixtures.ROUTINGCOST, Fixtures.HOPCOUNT), cost);
    }

    @Override
    public Optional<CostContext> context(final CostMetric metric) {
        return Optional.empty();
    }

    @Override
    public Snapshot snapshot() {
        return this;
    }

    @Override
    public EndpointCosts costs(final CostType type, final List<IpAddr> sources, final List<IpAddr> destinations) {
        requireOffered(type);
        return EndpointCosts.ofRows(sources.stream().map(source -> destinations.stream()
            .mapToDouble(destination -> source.family() == destination.family()
                ? cost.applyAsDouble(PathQuery.between(source, destination)) : Double.NaN).toArray())
            .toArray(double[][]::new));
    }

    @Override
    public List<OptionalDouble> costs(final CostType type, final List<PathQuery> flows) {
        requireOffered(type);
        return flows.stream().mapToDouble(cost)
            .mapToObj(value -> Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value)).toList();
    }

    private void requireOffered(final CostType type) {
        if (!costTypes.contains(type)) {
            throw new IllegalArgumentException(type + " is not offered");
        }
    }
}

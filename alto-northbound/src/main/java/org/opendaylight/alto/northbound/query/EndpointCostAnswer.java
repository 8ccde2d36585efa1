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

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.service.EndpointCostService;

/** The costs that a client gets for a request to the endpoint cost service. Immutable. */
public final class EndpointCostAnswer {
    private final CostType type;
    private final EndpointPairs pairs;
    private final double[] costs;

    private EndpointCostAnswer(final CostType type, final EndpointPairs pairs, final double[] costs) {
        this.type = type;
        this.pairs = pairs;
        this.costs = costs;
    }

    /**
     * Answers a request.
     *
     * <p>Costs in mode {@code ordinal} are ranks among the costs of all pairs of the request. The constraints are about
     * the costs that the client gets, hence about ranks.
     *
     * @param query the request
     * @param service computes the costs; if it does not have the cost type in mode {@code ordinal}, it has the same
     *     metric in mode {@code numerical}
     * @return the answer
     */
    public static EndpointCostAnswer of(final EndpointCostQuery query, final EndpointCostService service) {
        final var type = query.type();
        final var pairs = EndpointPairs.of(query.meshes());
        final var computed = service.costTypes().contains(type) ? type : CostType.numerical(type.metric());
        final var costs = compute(query, pairs, service, computed);
        final var value =
            type.mode().equals(CostMode.ORDINAL) ? Ranks.of(computed, costs) : DoubleUnaryOperator.identity();
        for (int pair = 0; pair < costs.length; pair++) {
            final double cost = value.applyAsDouble(costs[pair]);
            costs[pair] = query.range().contains(cost) ? cost : Double.NaN;
        }
        return new EndpointCostAnswer(type, pairs, costs);
    }

    /** Returns the cost of each pair; {@code NaN} if it has none. */
    private static double[] compute(final EndpointCostQuery query, final EndpointPairs pairs,
            final EndpointCostService service, final CostType type) {
        final var costs = new double[pairs.count()];
        if (query.meshes().size() == 1 && query.meshes().getFirst().hasNoPorts()) {
            final var table = service.costs(type, addresses(pairs.sources()), addresses(pairs.destinations()));
            final int columns = pairs.destinations().size();
            for (int pair = 0; pair < costs.length; pair++) {
                costs[pair] = finite(table.cost(pair / columns, pair % columns).orElse(Double.NaN));
            }
        } else {
            int pair = 0;
            for (var cost : service.costs(type, pairs.flows())) {
                costs[pair++] = finite(cost.orElse(Double.NaN));
            }
        }
        return costs;
    }

    private static double finite(final double cost) {
        return Double.isFinite(cost) ? cost : Double.NaN;
    }

    private static List<IpAddr> addresses(final List<FlowEndpoint> ends) {
        return ends.stream().map(FlowEndpoint::address).toList();
    }

    /**
     * Returns the cost type.
     *
     * @return that of the request
     */
    public CostType type() {
        return type;
    }

    /**
     * Returns the pairs that were asked for.
     *
     * @return the pairs of the request
     */
    public EndpointPairs pairs() {
        return pairs;
    }

    /**
     * Returns the cost of a pair.
     *
     * @param pair the place of the pair
     * @return the cost; {@code NaN} if the pair has none that the client wants
     */
    public double cost(final int pair) {
        return costs[pair];
    }
}

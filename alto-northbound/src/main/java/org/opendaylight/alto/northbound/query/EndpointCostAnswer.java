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

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.service.EndpointCostService;

/** The costs that a client gets for a request to the endpoint cost service. Immutable. */
public final class EndpointCostAnswer {
    private final CostChoice choice;
    private final EndpointPairs pairs;
    /** The costs of each cost type of the answer, by pair. */
    private final List<double[]> costs;
    private final BitSet kept;

    private EndpointCostAnswer(final CostChoice choice, final EndpointPairs pairs, final List<double[]> costs,
            final BitSet kept) {
        this.choice = choice;
        this.pairs = pairs;
        this.costs = costs;
        this.kept = kept;
    }

    /**
     * Answers a request.
     *
     * <p>Costs in mode {@code ordinal} are ranks among the costs of all pairs of the request. Constraints are about the
     * costs that the client gets, hence about ranks. All costs are of one state of the network.
     *
     * @param query the request
     * @param service computes the costs; if it does not have a cost type in mode {@code ordinal}, it has the same
     *     metric in mode {@code numerical}
     * @return the answer
     */
    public static EndpointCostAnswer of(final EndpointCostQuery query, final EndpointCostService service) {
        final var choice = query.choice();
        final var pairs = EndpointPairs.of(query.meshes());
        final var network = service.snapshot();
        final var computed = new HashMap<CostType, double[]>();
        final var costs = new HashMap<CostType, double[]>();
        choice.needed().forEach(type -> {
            final var source = service.costTypes().contains(type) ? type : CostType.numerical(type.metric());
            costs.put(type, values(type, source, query.range(),
                computed.computeIfAbsent(source, known -> compute(query, pairs, network, known))));
        });
        final var wanted = choice.types().stream().map(costs::get).toList();
        final var tested = choice.tested().stream().map(costs::get).toList();
        final var kept = new BitSet();
        for (int pair = 0; pair < pairs.count(); pair++) {
            final int index = pair;
            if (hasCost(wanted, pair) && choice.tests().pass(type -> tested.get(type)[index])) {
                kept.set(pair);
            }
        }
        return new EndpointCostAnswer(choice, pairs, wanted, kept);
    }

    private static boolean hasCost(final List<double[]> costs, final int pair) {
        for (var values : costs) {
            if (!Double.isNaN(values[pair])) {
                return true;
            }
        }
        return false;
    }

    /** Returns the costs of a cost type; {@code NaN} where they are not in the range. */
    private static double[] values(final CostType type, final CostType computed, final CostRange range,
            final double[] costs) {
        final var value =
            type.mode().equals(CostMode.ORDINAL) ? Ranks.of(computed, costs) : DoubleUnaryOperator.identity();
        return Arrays.stream(costs).map(value).map(cost -> range.contains(cost) ? cost : Double.NaN).toArray();
    }

    /** Returns the cost of each pair; {@code NaN} if it has none. */
    private static double[] compute(final EndpointCostQuery query, final EndpointPairs pairs,
            final EndpointCostService.Snapshot network, final CostType type) {
        final var costs = new double[pairs.count()];
        if (query.meshes().size() == 1 && query.meshes().getFirst().hasNoPorts()) {
            final var table = network.costs(type, addresses(pairs.sources()), addresses(pairs.destinations()));
            final int columns = pairs.destinations().size();
            for (int pair = 0; pair < costs.length; pair++) {
                costs[pair] = finite(table.cost(pair / columns, pair % columns).orElse(Double.NaN));
            }
        } else {
            int pair = 0;
            for (var cost : network.costs(type, pairs.flows())) {
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
     * Returns which costs were asked for.
     *
     * @return that of the request
     */
    public CostChoice choice() {
        return choice;
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
     * Tells whether a pair has a cost that the client wants.
     *
     * @param pair the place of the pair
     * @return false if the pair is not in the answer
     */
    public boolean has(final int pair) {
        return kept.get(pair);
    }

    /**
     * Returns the cost of a pair.
     *
     * @param type the place of its cost type among those that were asked for
     * @param pair the place of a pair that {@linkplain #has(int) is in the answer}
     * @return the cost; {@code NaN} if there is none, which happens only if several cost types were asked for
     */
    public double cost(final int type, final int pair) {
        return costs.get(type)[pair];
    }
}

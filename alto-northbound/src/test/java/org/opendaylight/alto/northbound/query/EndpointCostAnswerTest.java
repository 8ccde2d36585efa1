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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.CostContext;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.service.EndpointCostService;
import org.opendaylight.alto.northbound.Fixtures;
import org.opendaylight.alto.northbound.FlowCosts;
import org.opendaylight.alto.northbound.query.FlowEndpoint.Port;

class EndpointCostAnswerTest {
    private static final CostType ORDINAL = new CostType(Fixtures.HOPCOUNT.metric(), CostMode.ORDINAL);
    private static final IpAddr SOURCE = IpAddr.parse("10.0.0.0");
    private static final double NONE = Double.NaN;

    private static IpAddr host(final int number) {
        return IpAddr.parse("10.0.0." + number);
    }

    private static Map<FlowEndpoint, String> ends(final FlowEndpoint... ends) {
        final var named = new LinkedHashMap<FlowEndpoint, String>();
        Arrays.stream(ends).forEach(end -> named.put(end, end.toString()));
        return named;
    }

    private static FlowEndpoint tcp(final IpAddr address, final int port) {
        return new FlowEndpoint(address, Optional.of(new Port(Transport.TCP, port)));
    }

    private static double[] costs(final EndpointCostAnswer answer) {
        return IntStream.range(0, answer.pairs().count())
            .mapToDouble(pair -> answer.has(pair) ? answer.cost(0, pair) : NONE).toArray();
    }

    /** Answers a request from one source to as many destinations as there are costs. */
    private static double[] answer(final CostType type, final CostRange range, final double... costs) {
        final var destinations =
            ends(IntStream.range(0, costs.length).mapToObj(i -> FlowEndpoint.of(host(i))).toArray(FlowEndpoint[]::new));
        final ToDoubleFunction<PathQuery> cost = flow -> costs[flow.destination().toBytes()[3]];
        return costs(EndpointCostAnswer.of(new EndpointCostQuery(CostChoice.of(type), range,
            List.of(new EndpointMesh(ends(FlowEndpoint.of(SOURCE)), destinations))), FlowCosts.numerical(cost)));
    }

    @Test
    @DisplayName("M-7285-61: a pair without a cost has none, and what is no number is none")
    void numericalCostsAreThoseOfTheService() {
        assertArrayEquals(new double[] {2, NONE, 0.5, NONE, 0}, answer(Fixtures.HOPCOUNT, CostRange.ALL, 2, NONE, 0.5,
            Double.POSITIVE_INFINITY, 0));
    }

    @Test
    @DisplayName("M-7285-42: ordinal costs are ranks in the answer, from 1 without a gap, equal for equal costs")
    void ordinalCostsAreRanks() {
        assertArrayEquals(new double[] {3, 1, NONE, 2, 3, 1, NONE},
            answer(ORDINAL, CostRange.ALL, 7, -0.0, NONE, 0.25, 7, 0.0, Double.NEGATIVE_INFINITY));
        assertArrayEquals(new double[] {NONE}, answer(ORDINAL, CostRange.ALL, NONE));
    }

    /** A network that is another one whenever somebody looks at it. */
    private static final class Restless implements EndpointCostService {
        private int looks;

        @Override
        public SortedSet<CostType> costTypes() {
            return FlowCosts.numerical(flow -> 0).costTypes();
        }

        @Override
        public Optional<CostContext> context(final CostMetric metric) {
            return Optional.empty();
        }

        @Override
        public Snapshot snapshot() {
            looks++;
            final int cost = looks;
            return FlowCosts.numerical(flow -> cost);
        }
    }

    @Test
    @DisplayName("RFC 8189: the costs of several cost types are those of one state of the network")
    void allCostsAreOfOneState() {
        final var types = List.of(Fixtures.HOPCOUNT, Fixtures.ROUTINGCOST);
        final var query = new EndpointCostQuery(new CostChoice(types, true, List.of(), CostTests.NONE), CostRange.ALL,
            List.of(new EndpointMesh(ends(FlowEndpoint.of(SOURCE)), ends(FlowEndpoint.of(host(1)), tcp(host(2), 80)))));
        final var answer = EndpointCostAnswer.of(query, new Restless());
        for (int pair = 0; pair < 2; pair++) {
            assertEquals(1, answer.cost(0, pair));
            assertEquals(1, answer.cost(1, pair));
        }
    }

    @Test
    @DisplayName("M-7285-42: the lower a rank, the more the pair is preferred; of bandwidth, more is better")
    void moreBandwidthHasALowerRank() {
        assertArrayEquals(new double[] {2, 1, 3}, ranks("tput", 10, 20, 5));
        assertArrayEquals(new double[] {2, 1, 3}, ranks("bw-available:p50", 10, 20, 5));
        assertArrayEquals(new double[] {2, 3, 1}, ranks("priv:tput", 10, 20, 5));
        final var ofTheService = new CostType(new CostMetric("tput"), CostMode.ORDINAL);
        assertEquals(1, Ranks.of(ofTheService, new double[] {10, 20}).applyAsDouble(10));
    }

    private static double[] ranks(final String metric, final double... costs) {
        final var ranks = Ranks.of(CostType.numerical(new CostMetric(metric)), costs);
        return Arrays.stream(costs).map(ranks).toArray();
    }

    @Test
    @DisplayName("M-7285-42: constraints on ordinal costs are about the ranks")
    void constraintsAreAboutWhatTheClientGets() {
        assertArrayEquals(new double[] {NONE, 1, 2}, answer(ORDINAL, CostRange.parse(List.of("le 2")), 30, 10, 20));
        assertArrayEquals(new double[] {3, NONE, 2}, answer(ORDINAL, CostRange.parse(List.of("ge 2")), 30, 10, 20));
        assertArrayEquals(new double[] {NONE, 10, 20},
            answer(Fixtures.HOPCOUNT, CostRange.parse(List.of("lt 30")), 30, 10, 20));
    }

    @Test
    @DisplayName("M-7285-42: one cost is below another exactly if its rank is")
    void ranksKeepTheOrder() {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        for (int run = 0; run < 100; run++) {
            final var costs = random.doubles(1 + random.nextInt(20)).map(cost -> Math.rint(8 * cost)).toArray();
            final var ranks = answer(ORDINAL, CostRange.ALL, costs);
            for (int i = 0; i < costs.length; i++) {
                for (int j = 0; j < costs.length; j++) {
                    assertEquals(Double.compare(costs[i], costs[j]), Double.compare(ranks[i], ranks[j]),
                        () -> "seed " + seed);
                }
            }
            assertEquals(Arrays.stream(costs).distinct().count(), Arrays.stream(ranks).max().orElseThrow(),
                () -> "seed " + seed);
        }
    }

    @Test
    @DisplayName("M-7285-42: ranks of the service's own are made anew for the answer")
    void ranksAreThoseOfTheAnswer() {
        final var service = new FlowCosts(ImmutableSortedSet.of(ORDINAL), flow -> 10.0 * flow.destination().low());
        final var query = new EndpointCostQuery(CostChoice.of(ORDINAL), CostRange.ALL, List.of(new EndpointMesh(
            ends(FlowEndpoint.of(SOURCE)), ends(FlowEndpoint.of(host(9)), FlowEndpoint.of(host(4))))));
        assertArrayEquals(new double[] {2, 1}, costs(EndpointCostAnswer.of(query, service)));
    }

    @Test
    @DisplayName("M-FCS-03: a flow of a port has the cost of that port's packets")
    void flowsHaveTheCostOfTheirOwnPackets() {
        final var service = FlowCosts.numerical(flow -> flow.destinationPort().orElse(99) == 22 ? 3 : 2);
        final var source = FlowEndpoint.of(SOURCE);
        final var query = new EndpointCostQuery(CostChoice.of(Fixtures.HOPCOUNT), CostRange.ALL, List.of(
            new EndpointMesh(ends(source), ends(tcp(host(1), 22), tcp(host(1), 80))),
            new EndpointMesh(ends(tcp(host(2), 22)), ends(source))));
        assertArrayEquals(new double[] {3, 2, 2}, costs(EndpointCostAnswer.of(query, service)));
        assertArrayEquals(new double[] {NONE, 2, 2}, costs(EndpointCostAnswer.of(
            query.within(CostRange.parse(List.of("lt 3"))), service)));
        assertArrayEquals(new double[] {2, 1, 1}, costs(EndpointCostAnswer.of(
            new EndpointCostQuery(CostChoice.of(ORDINAL), CostRange.ALL, query.meshes()), service)));
    }
}

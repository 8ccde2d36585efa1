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

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.northbound.Fixtures;
import org.opendaylight.alto.northbound.FlowCosts;
import org.opendaylight.alto.northbound.query.FlowEndpoint.Port;

class EndpointCostAnswerTest {
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
        return IntStream.range(0, answer.pairs().count()).mapToDouble(answer::cost).toArray();
    }

    /** Answers a request from one source to as many destinations as there are costs. */
    private static double[] answer(final CostType type, final CostRange range, final double... costs) {
        final var destinations =
            ends(IntStream.range(0, costs.length).mapToObj(i -> FlowEndpoint.of(host(i))).toArray(FlowEndpoint[]::new));
        final ToDoubleFunction<PathQuery> cost = flow -> costs[flow.destination().toBytes()[3]];
        return costs(EndpointCostAnswer.of(new EndpointCostQuery(type, range,
            List.of(new EndpointMesh(ends(FlowEndpoint.of(SOURCE)), destinations))), FlowCosts.numerical(cost)));
    }

    @Test
    @DisplayName("M-7285-61: a pair without a cost has none, and what is no number is none")
    void numericalCostsAreThoseOfTheService() {
        assertArrayEquals(new double[] {2, NONE, 0.5, NONE, 0}, answer(Fixtures.HOPCOUNT, CostRange.ALL, 2, NONE, 0.5,
            Double.POSITIVE_INFINITY, 0));
    }

    @Test
    @DisplayName("M-FCS-03: a flow of a port has the cost of that port's packets")
    void flowsHaveTheCostOfTheirOwnPackets() {
        final var service = FlowCosts.numerical(flow -> flow.destinationPort().orElse(99) == 22 ? 3 : 2);
        final var source = FlowEndpoint.of(SOURCE);
        final var query = new EndpointCostQuery(Fixtures.HOPCOUNT, CostRange.ALL, List.of(
            new EndpointMesh(ends(source), ends(tcp(host(1), 22), tcp(host(1), 80))),
            new EndpointMesh(ends(tcp(host(2), 22)), ends(source))));
        assertArrayEquals(new double[] {3, 2, 2}, costs(EndpointCostAnswer.of(query, service)));
        assertArrayEquals(new double[] {NONE, 2, 2}, costs(EndpointCostAnswer.of(
            query.within(CostRange.parse(List.of("lt 3"))), service)));
    }
}

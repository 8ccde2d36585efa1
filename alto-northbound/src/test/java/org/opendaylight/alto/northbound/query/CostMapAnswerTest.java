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

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.CostValue;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.northbound.Fixtures;

class CostMapAnswerTest {
    private static final CostType ORDINAL = new CostType(CostMetric.ROUTINGCOST, CostMode.ORDINAL);
    private static final Pid A = new Pid("a");
    private static final Pid B = new Pid("b");

    private static CostMap map(final CostType type, final Map<Pid, ? extends Map<Pid, Double>> costs) {
        return CostMap.ofNumbers(Fixtures.NETWORK_VTAG, type, costs);
    }

    private static Map<Pid, Map<Pid, List<Optional<CostValue>>>> toMap(final CostMapAnswer answer, final int types) {
        final var all = new TreeMap<Pid, Map<Pid, List<Optional<CostValue>>>>();
        for (int source = 0; source < answer.sources().size(); source++) {
            for (int destination : answer.destinationsFrom(source)) {
                final int from = source;
                all.computeIfAbsent(answer.sources().get(from), pid -> new TreeMap<>()).put(
                    answer.destinations().get(destination), IntStream.range(0, types)
                        .mapToObj(type -> answer.cost(type, from, destination)).toList());
            }
        }
        return all;
    }

    @Test
    @DisplayName("M-7285-45, M-8189-03: the answer is the part of the maps that was asked for, of random maps")
    void theAnswerIsPartOfTheMaps() {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            final var pids = IntStream.range(0, 1 + random.nextInt(8)).mapToObj(i -> new Pid("p" + i)).toList();
            final var maps = new TreeMap<CostType, CostMap>();
            for (var type : List.of(Fixtures.ROUTINGCOST, Fixtures.HOPCOUNT)) {
                final var costs = new HashMap<Pid, Map<Pid, Double>>();
                pids.forEach(from -> pids.stream().filter(to -> random.nextInt(3) > 0).forEach(to -> costs
                    .computeIfAbsent(from, pid -> new HashMap<>()).put(to, (double) random.nextInt(5))));
                maps.put(type, map(type, costs));
            }
            final var sources = new TreeSet<Pid>(pids.stream().filter(pid -> random.nextBoolean()).toList());
            final var destinations = new TreeSet<Pid>(pids.stream().filter(pid -> random.nextBoolean()).toList());
            final double bound = random.nextInt(5);
            final var choice = new CostChoice(List.of(Fixtures.HOPCOUNT, Fixtures.ROUTINGCOST), true,
                List.of(Fixtures.ROUTINGCOST), random.nextBoolean() ? CostTests.NONE
                    : CostTests.of(List.of(List.of(CostTest.tryParse("le " + bound).orElseThrow()))));

            final var expected = new TreeMap<Pid, Map<Pid, List<Optional<CostValue>>>>();
            for (var from : sources) {
                for (var to : destinations) {
                    final var hops = maps.get(Fixtures.HOPCOUNT).cost(from, to);
                    final var routing = maps.get(Fixtures.ROUTINGCOST).cost(from, to);
                    if (choice.tests().equals(CostTests.NONE) ? hops.isPresent() || routing.isPresent()
                            : routing.filter(cost -> ((CostValue.Number) cost).value() <= bound).isPresent()) {
                        expected.computeIfAbsent(from, pid -> new TreeMap<>()).put(to, List.of(hops, routing));
                    }
                }
            }
            assertEquals(expected, toMap(CostMapAnswer.of(new CostMapFilter(choice, sources, destinations), maps), 2),
                () -> "seed " + seed);
        }
    }

    @Test
    @DisplayName("M-7285-42: ranks are among the pairs that were asked for; a map of ranks is told as it is")
    void ranksAreThoseOfTheAnswer() {
        final Map<Pid, Map<Pid, Double>> costs = Map.of(A, Map.of(A, 30.0, B, 10.0), B, Map.of(A, 20.0));
        final var numerical = Map.of(Fixtures.ROUTINGCOST, map(Fixtures.ROUTINGCOST, costs));
        final var all = new CostMapFilter(CostChoice.of(ORDINAL), ImmutableSortedSet.of(A, B),
            ImmutableSortedSet.of(A, B));
        final var toA = new CostMapFilter(CostChoice.of(ORDINAL), all.sources(), ImmutableSortedSet.of(A));
        assertEquals("{a={a=3, b=1}, b={a=2}}", text(CostMapAnswer.of(all, numerical)));
        assertEquals("{a={a=2}, b={a=1}}", text(CostMapAnswer.of(toA, numerical)));
        assertEquals("{a={a=30}, b={a=20}}", text(CostMapAnswer.of(toA, Map.of(ORDINAL, map(ORDINAL, costs)))));
    }

    private static String text(final CostMapAnswer answer) {
        final var rows = new ArrayList<String>();
        toMap(answer, 1).forEach((source, row) -> {
            final var costs = new ArrayList<String>();
            row.forEach((destination, values) -> costs.add(destination + "="
                + Math.round(((CostValue.Number) values.getFirst().orElseThrow()).value())));
            rows.add(source + "={" + String.join(", ", costs) + "}");
        });
        return "{" + String.join(", ", rows) + "}";
    }

    @Test
    @DisplayName("M-8189-05: only cost types that are needed are looked at and counted")
    void countsTheCostsThatAreNeeded() {
        final var pids = ImmutableSortedSet.of(A, B);
        final var tested = List.of(Fixtures.HOPCOUNT, ORDINAL);
        final var untested = new CostChoice(List.of(Fixtures.ROUTINGCOST), false, tested, CostTests.NONE);
        assertEquals(4, new CostMapFilter(untested, pids, pids).costs());
        final var one = CostTests.of(List.of(List.of(CostTest.tryParse("[1] le 1").orElseThrow())));
        assertEquals(8, new CostMapFilter(new CostChoice(List.of(Fixtures.ROUTINGCOST, Fixtures.ROUTINGCOST), true,
            tested, one), pids, pids).costs());
        assertEquals(ImmutableSortedSet.of(Fixtures.ROUTINGCOST, ORDINAL), ImmutableSortedSet.copyOf(
            new CostChoice(List.of(Fixtures.ROUTINGCOST), false, tested, one).needed()));
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.before;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opendaylight.alto.automap.before.SwitchPidsTest.switches;
import static org.opendaylight.alto.core.testlib.Hosts.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.testlib.FakePathService;

class PidCostsTest {
    private static final Pid S1 = new Pid("openflow:1");
    private static final Pid S2 = new Pid("openflow:2");
    private static final Host A = host("00:00:00:00:00:0a", "openflow:1:1", "10.0.0.1");
    private static final Host B = host("00:00:00:00:00:0b", "openflow:1:2", "10.0.0.2");
    private static final Host C = host("00:00:00:00:00:0c", "openflow:2:1", "10.0.0.3");
    private static final Host D = host("00:00:00:00:00:0d", "openflow:2:2", "10.0.0.4");
    private static final int ALL = Integer.MAX_VALUE;

    private final List<String> asked = new ArrayList<>();

    private Map<Pid, ? extends Map<Pid, Double>> costs(final int maxPairs,
            final Function<String, PathAnswer> answers, final Host... hosts) {
        return PidCosts.hopCounts(NetworkState.of(switches(1, 2, 3), HostTable.of(List.of(hosts))), maxPairs,
            queries -> queries.stream().map(PidCostsTest::text).peek(asked::add).map(answers).toList());
    }

    private static String text(final PathQuery query) {
        return query.source() + ">" + query.destination();
    }

    private static Function<String, PathAnswer> hops(final int count) {
        return pair -> FakePathService.hops(count);
    }

    @Test
    void networkWithoutHostsHasNoCosts() {
        assertEquals(Map.of(), costs(ALL, hops(1)));
    }

    @Test
    void costIsTheMeanOverHostPairsInTheirDirection() {
        final var hopCounts = Map.of(
            "10.0.0.1>10.0.0.3", 2, "10.0.0.2>10.0.0.3", 5,
            "10.0.0.3>10.0.0.1", 3, "10.0.0.3>10.0.0.2", 3,
            "10.0.0.1>10.0.0.2", 1, "10.0.0.2>10.0.0.1", 2);
        assertEquals(
            Map.of(S1, Map.of(S1, 1.5, S2, 3.5), S2, Map.of(S1, 3.0, S2, 0.0)),
            costs(ALL, pair -> FakePathService.hops(hopCounts.get(pair)), A, B, C));
    }

    @Test
    void pidWithExactlyOneHostCostsNothingToItselfAndAsksForNoPath() {
        assertEquals(Map.of(S1, Map.of(S1, 0.0)), costs(ALL, hops(9), A));
        assertEquals(List.of(), asked);
    }

    @Test
    void pairsWithoutAPathAreLeftOutOfTheMean() {
        assertEquals(4.0,
            costs(ALL, pair -> pair.equals("10.0.0.1>10.0.0.3") ? FakePathService.noPath() : FakePathService.hops(4),
                A, B, C).get(S1).get(S2));
    }

    @Test
    void pidsBetweenWhichNoPacketArrivesHaveNoCost() {
        assertEquals(Map.of(), costs(ALL, pair -> FakePathService.noPath(), A, B, C, D));
    }

    @Test
    void meanIsRoundedToSixDecimals() {
        final var e = host("00:00:00:00:00:0e", "openflow:2:3", "10.0.0.5");
        assertEquals(4.0 / 3 - 1.0 / 3e6, 1.333333, 1e-9, "the test's own arithmetic");
        assertEquals(1.333333,
            costs(ALL, pair -> FakePathService.hops(pair.endsWith(".5") ? 2 : 1), A, C, D, e).get(S1).get(S2));
    }

    @Test
    void hostsWithoutACommonFamilyAreNoPair() {
        final var six = host("00:00:00:00:00:06", "openflow:2:6", "2001:db8::6");
        assertEquals(Map.of(S1, Map.of(S1, 0.0), S2, Map.of(S2, 0.0)), costs(ALL, hops(2), A, six));
        assertEquals(List.of(), asked);
    }

    @Test
    void eachPairIsAskedOnceWithItsFirstCommonAddresses() {
        costs(ALL, hops(2),
            host("00:00:00:00:00:0a", "openflow:1:1", "10.0.0.1", "10.0.1.1", "2001:db8::1"),
            host("00:00:00:00:00:0c", "openflow:2:1", "10.0.0.3", "2001:db8::3"),
            host("00:00:00:00:00:0d", "openflow:2:2", "2001:db8::4", "2001:db8::5"));
        assertEquals(
            List.of("10.0.0.1>10.0.0.3", "2001:db8::1>2001:db8::4", "10.0.0.3>10.0.0.1", "2001:db8::4>2001:db8::1",
                "2001:db8::3>2001:db8::4", "2001:db8::4>2001:db8::3"),
            asked);
    }

    @Test
    void noMorePairsThanAllowedAreAskedAndTheyAreSpreadOut() {
        final var many = Stream.concat(
            Stream.iterate(1, i -> i + 1).limit(30)
                .map(i -> host("00:00:00:00:01:%02x".formatted(i), "openflow:1:" + i, "10.1.0." + i)),
            Stream.iterate(1, i -> i + 1).limit(40)
                .map(i -> host("00:00:00:00:02:%02x".formatted(i), "openflow:2:" + i, "10.2.0." + i)))
            .toArray(Host[]::new);
        final var costs = costs(100, hops(3), many);
        assertEquals(3.0, costs.get(S1).get(S2));
        final var across = asked.stream().filter(pair -> pair.matches("10\\.1\\..*>10\\.2\\..*")).toList();
        assertEquals(100, across.size());
        assertEquals(100, across.stream().distinct().count());
        assertEquals(30, across.stream().map(pair -> pair.split(">")[0]).distinct().count(), "every sender");
        final var within = asked.stream().filter(pair -> pair.matches("10\\.1\\..*>10\\.1\\..*")).toList();
        assertEquals(100, within.stream().distinct().count());
        assertTrue(Arrays.stream(within.toArray(String[]::new)).noneMatch(
            pair -> pair.split(">")[0].equals(pair.split(">")[1])), "no host to itself");
    }

    @Test
    void withinAPidEveryOrderedPairIsAskedWhenAllowed() {
        costs(ALL, hops(1), A, B, host("00:00:00:00:00:0f", "openflow:1:3", "10.0.0.9"));
        assertEquals(
            List.of("10.0.0.1>10.0.0.2", "10.0.0.1>10.0.0.9", "10.0.0.2>10.0.0.1", "10.0.0.2>10.0.0.9",
                "10.0.0.9>10.0.0.1", "10.0.0.9>10.0.0.2"),
            asked);
    }
}

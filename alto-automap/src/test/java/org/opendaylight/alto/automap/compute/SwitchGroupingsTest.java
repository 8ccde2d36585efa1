/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opendaylight.alto.automap.compute.Networks.port;
import static org.opendaylight.alto.automap.compute.Networks.sw;
import static org.opendaylight.alto.automap.compute.Networks.topology;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.topology.Topology;

class SwitchGroupingsTest {
    private static SwitchDistances hops(final Topology topology) {
        return new SwitchDistances(topology, FakeMeasure.HOPS);
    }

    private static SortedSet<SwitchId> switches(final long... ids) {
        return ImmutableSortedSet.copyOf(LongStream.of(ids).mapToObj(SwitchId::new).toList());
    }

    /** Each PID with its switches, such as {@code a=1,2 b=3}. */
    private static String text(final SwitchPids pids) {
        return pids.pids().stream().map(pid -> pid + "=" + pids.ofSwitch().entrySet().stream()
            .filter(entry -> entry.getValue().equals(pid))
            .map(entry -> Long.toString(entry.getKey().datapathId())).collect(Collectors.joining(",")))
            .collect(Collectors.joining(" ")).replace("openflow:", "of");
    }

    private static SwitchPids before(final Map<Long, String> pids) {
        final var of = new TreeMap<SwitchId, Pid>();
        pids.forEach((id, pid) -> of.put(sw(id), new Pid(pid)));
        return SwitchPids.of(of);
    }

    @Test
    void nearestOfEqualAnchorsIsThatWithTheFirstName() {
        final var line = topology(5, "1-2", "2-3", "3-4", "4-5");
        assertEquals("a=3,4,5 b=1,2", text(SwitchGroupings.nearest(hops(line),
            ImmutableSortedMap.of(new Pid("b"), switches(1), new Pid("a"), switches(5)))));
    }

    @Test
    void nearestOfTheAnchorsOfAPidCounts() {
        final var line = topology(5, "1-2", "2-3", "3-4", "4-5");
        assertEquals("a=1,2,4,5 b=3", text(SwitchGroupings.nearest(hops(line),
            ImmutableSortedMap.of(new Pid("b"), switches(3), new Pid("a"), switches(1, 5)))));
    }

    @Test
    void switchThatReachesNoAnchorIsInNoPid() {
        assertEquals("a=1,2", text(SwitchGroupings.nearest(hops(topology(4, "2>1", "1>3")),
            ImmutableSortedMap.of(new Pid("a"), switches(1)))));
    }

    @Test
    void anchorThatIsNotConnectedLeavesItsPidEmpty() {
        assertEquals("a=1 b=", text(SwitchGroupings.nearest(hops(topology(1)),
            ImmutableSortedMap.of(new Pid("a"), switches(1, 8), new Pid("b"), switches(9)))));
    }

    @Test
    void eachSwitchIsItsPidAlsoIfOnlyAHostKnowsIt() {
        assertEquals("of1=1 of2=2 of7=7",
            text(SwitchGroupings.bySwitch(topology(2), switches(1, 7), SwitchPids.NONE)));
    }

    @Test
    void componentIsNamedAfterItsFirstSwitch() {
        assertEquals("of1=1,4 of2=2,3 of5=5",
            text(SwitchGroupings.byComponent(topology(5, "4>1", "3-2"), SwitchPids.NONE)));
    }

    @Test
    void nameStaysWithMostOfTheSwitches() {
        final var before = before(Map.of(1L, "x", 2L, "x", 3L, "x", 4L, "y"));
        // x splits; the larger part keeps it, although the smaller one has the first switch
        assertEquals("of1=1 x=2,3 y=4", text(SwitchGroupings.byComponent(topology(4, "2-3"), before)));
        // x and y join
        assertEquals("x=1,2,3,4", text(SwitchGroupings.byComponent(topology(4, "1-2", "2-3", "3-4"), before)));
        // of equal parts the first one
        assertEquals("of2=2 of3=3 x=1 y=4", text(SwitchGroupings.byComponent(topology(4), before)));
    }

    @Test
    void newNameIsMadeUnique() {
        final var before = before(Map.of(1L, "openflow:3", 2L, "openflow:3", 3L, "openflow:3-2"));
        assertEquals("of3=1,2 of3-2=3,4", text(SwitchGroupings.byComponent(topology(4, "1-2", "3-4"), before)));
        assertEquals("of3=1,2 of3-2=3",
            text(SwitchGroupings.byComponent(topology(3, "1-2"), before(Map.of(1L, "openflow:3")))));
    }

    @Test
    void centresAreTheFarthestSwitches() {
        final var line = topology(6, "1-2", "2-3", "3-4", "4-5", "5-6");
        final var two = SwitchGroupings.byCentre(hops(line), 2, SwitchPids.NONE);
        assertEquals("of1=1,2,3 of4=4,5,6", text(two));
        assertEquals(List.of(sw(1), sw(6)), two.anchors());
        assertEquals("of1=1 of2=2 of3=3", text(SwitchGroupings.byCentre(hops(topology(3)), 2, SwitchPids.NONE)));
        assertEquals("of1=1 of2=2", text(SwitchGroupings.byCentre(hops(topology(2, "1-2")), 5, SwitchPids.NONE)));
        assertEquals("", text(SwitchGroupings.byCentre(hops(Topology.EMPTY), 5, SwitchPids.NONE)));
    }

    @Test
    void anchorsStayWhileTheyAreGood() {
        final var line = topology(6, "1-2", "2-3", "3-4", "4-5", "5-6");
        final var before = new SwitchPids(before(Map.of(2L, "x", 5L, "y")).ofSwitch(),
            ImmutableSortedSet.of(new Pid("x"), new Pid("y")), List.of(sw(5), sw(2)));
        final var kept = SwitchGroupings.byCentre(hops(line), 2, before);
        assertEquals("x=1,2,3 y=4,5,6", text(kept));
        assertEquals(List.of(sw(5), sw(2)), kept.anchors());

        // a part of the network is cut off: it needs an anchor, so the last one goes
        final var cut = SwitchGroupings.byCentre(hops(topology(6, "1-2", "2-3", "3-4", "4-5")), 2, kept);
        assertEquals(List.of(sw(5), sw(6)), cut.anchors());
        assertEquals("x=1,2,3,4,5 y=6", text(cut));
    }

    @Test
    void anchorsThatBecameBadAreGivenUp() {
        final var before = new SwitchPids(new TreeMap<>(), ImmutableSortedSet.of(), List.of(sw(1), sw(2)));
        final var line = topology(7, "1-2", "2-3", "3-4", "4-5", "5-6", "6-7");
        assertEquals(List.of(sw(1), sw(7)), SwitchGroupings.byCentre(hops(line), 2, before).anchors());
        // a distance of 3 instead of 2 is near enough
        final var near = new SwitchPids(new TreeMap<>(), ImmutableSortedSet.of(), List.of(sw(1), sw(3)));
        assertEquals(List.of(sw(1), sw(3)), SwitchGroupings.byCentre(
            hops(topology(6, "1-2", "2-3", "3-4", "4-5", "5-6")), 2, near).anchors());
    }

    @RepeatedTest(100)
    void eachSwitchIsNearItsCentre(final RepetitionInfo repetition) {
        final long seed = 3000 + repetition.getCurrentRepetition();
        final var random = new Random(seed);
        var before = SwitchPids.NONE;
        for (int step = 0; step < 5; step++) {
            final var topology = Networks.randomTopology(random, 8);
            final var distances = new SwitchDistances(topology,
                new FakeMeasure(Networks.randomValues(random, topology), random.nextBoolean()));
            final int count = 1 + random.nextInt(4);
            final var message = "seed " + seed + " step " + step + ": " + topology + " after " + before;
            final var pids = SwitchGroupings.byCentre(distances, count, before);
            final var anchors = pids.anchors().stream().map(id -> distances.place(id).orElseThrow()).toList();
            assertEquals(topology.ports().keySet(), pids.ofSwitch().keySet(), message);
            assertEquals(pids.anchors().size(), pids.pids().size(), message);
            assertTrue(anchors.size() >= Math.min(count, topology.ports().size()), message);
            final var nearest = distances.to(anchors);
            for (int i = 0; i < nearest.length; i++) {
                final var pid = pids.ofSwitch().get(distances.switches().get(i));
                final var own = pids.anchors().stream().filter(id -> pid.equals(pids.ofSwitch().get(id))).toList();
                assertEquals(1, own.size(), message);
                assertEquals(nearest[i],
                    distances.to(List.of(distances.place(own.getFirst()).orElseThrow()))[i], message);
            }
            before = pids;
        }
    }

    @Test
    void clustersAreJoinedByMeanDistance() {
        // two far groups of near switches
        final var far = new FakeMeasure(Map.of(port(2, 3), 10.0, port(3, 2), 10.0), false);
        final var line = topology(4, "1-2", "2-3", "3-4");
        final var distances = new SwitchDistances(line, far);
        assertEquals("of1=1,2 of3=3,4", text(SwitchGroupings.byCluster(distances, 2, SwitchPids.NONE)));
        assertEquals("of1=1,2,3,4", text(SwitchGroupings.byCluster(distances, 1, SwitchPids.NONE)));
        assertEquals("of1=1 of2=2 of3=3 of4=4",
            text(SwitchGroupings.byCluster(distances, 9, SwitchPids.NONE)));
        assertEquals("x=3,4 y=1,2",
            text(SwitchGroupings.byCluster(distances, 2, before(Map.of(4L, "x", 1L, "y")))));
        assertEquals("of1=1,2 of3=3",
            text(SwitchGroupings.byCluster(hops(topology(3, "1-2")), 1, SwitchPids.NONE)));
        assertEquals("", text(SwitchGroupings.byCluster(hops(Topology.EMPTY), 1, SwitchPids.NONE)));
    }

    @Test
    void widestPathsJoinFirst() {
        final var wide = new FakeMeasure(Map.of(port(2, 3), 9.0, port(3, 2), 9.0), true);
        assertEquals("of1=1 of2=2,3", text(SwitchGroupings.byCluster(
            new SwitchDistances(topology(3, "1-2", "2-3"), wide), 2, SwitchPids.NONE)));
    }

    @RepeatedTest(100)
    void clustersAreThoseOfTheNaiveWay(final RepetitionInfo repetition) {
        final long seed = 4000 + repetition.getCurrentRepetition();
        final var random = new Random(seed);
        final var topology = Networks.randomTopology(random, 9);
        // no ties, of which each way makes its own choice
        final var measure = new FakeMeasure(topology.links().keySet().stream()
            .collect(Collectors.toMap(port -> port, port -> 1 + random.nextDouble())), false);
        final int count = 1 + random.nextInt(4);
        final var distances = new SwitchDistances(topology, measure);
        final var clusters = AverageLinkage.clusters(distances, count);
        final var found = new HashSet<List<Integer>>();
        for (int cluster : clusters) {
            found.add(IntStream.range(0, clusters.length).filter(i -> clusters[i] == cluster).boxed().toList());
        }
        assertEquals(naive(SwitchDistancesTest.allPaths(topology, measure), count), found,
            "seed " + seed + ": " + topology + measure);
    }

    private static HashSet<List<Integer>> naive(final double[][] to, final int count) {
        final var clusters = new ArrayList<List<Integer>>();
        IntStream.range(0, to.length).forEach(i -> clusters.add(List.of(i)));
        while (clusters.size() > count) {
            double least = Double.POSITIVE_INFINITY;
            List<List<Integer>> pair = List.of();
            for (var one : clusters) {
                for (var other : clusters.subList(0, clusters.indexOf(one))) {
                    final double mean = one.stream().flatMapToDouble(i -> other.stream()
                        .mapToDouble(j -> (to[i][j] + to[j][i]) / 2)).average().orElseThrow();
                    if (mean < least) {
                        least = mean;
                        pair = List.of(one, other);
                    }
                }
            }
            if (pair.isEmpty()) {
                break;
            }
            clusters.removeAll(pair);
            clusters.add(pair.stream().flatMap(List::stream).sorted().toList());
        }
        return new HashSet<>(clusters);
    }

    @RepeatedTest(50)
    void nearestIsThatOfAllPaths(final RepetitionInfo repetition) {
        final long seed = 5000 + repetition.getCurrentRepetition();
        final var random = new Random(seed);
        final var topology = Networks.randomTopology(random, 8);
        final var measure = new FakeMeasure(Networks.randomValues(random, topology), random.nextBoolean());
        final SortedMap<Pid, SortedSet<SwitchId>> anchors = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            anchors.put(new Pid("p" + random.nextInt(5)), switches(1 + random.nextInt(9), 1 + random.nextInt(9)));
        }
        final var to = SwitchDistancesTest.allPaths(topology, measure);
        final var ids = List.copyOf(topology.ports().keySet());
        final var expected = new TreeMap<SwitchId, Pid>();
        for (int i = 0; i < ids.size(); i++) {
            double least = Double.POSITIVE_INFINITY;
            for (var entry : anchors.entrySet()) {
                for (var anchor : entry.getValue()) {
                    if (ids.contains(anchor) && to[ids.indexOf(anchor)][i] < least) {
                        least = to[ids.indexOf(anchor)][i];
                        expected.put(ids.get(i), entry.getKey());
                    }
                }
            }
        }
        final var pids = SwitchGroupings.nearest(new SwitchDistances(topology, measure), anchors);
        assertEquals(expected, pids.ofSwitch(), "seed " + seed + ": " + topology + measure + Arrays.asList(anchors));
        assertEquals(anchors.keySet(), pids.pids());
    }
}

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
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opendaylight.alto.automap.compute.Networks.topology;
import static org.opendaylight.alto.core.testlib.Hosts.host;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.automap.compute.MapReport.Cause;
import org.opendaylight.alto.automap.compute.MapReport.Outcome;
import org.opendaylight.alto.automap.spec.CostMapSpec;
import org.opendaylight.alto.automap.spec.Fold;
import org.opendaylight.alto.automap.spec.Grouping;
import org.opendaylight.alto.automap.spec.HostPairs;
import org.opendaylight.alto.automap.spec.MapSpecs;
import org.opendaylight.alto.automap.spec.NetworkMapSpec;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.map.ContentTag;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.CostValue;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.topology.Topology;

class MapMakerTest {
    private static final ResourceId NET = new ResourceId("net");
    private static final ResourceId VLANS = new ResourceId("vlans");
    private static final ResourceId COST = new ResourceId("cost");
    private static final ResourceId MORE = new ResourceId("more");
    private static final CostType HOPS = CostType.numerical(CostMetric.HOPCOUNT);
    private static final Fold MEAN = new Fold.Mean();
    private static final HostPairs ALL = new HostPairs.All();
    private static final Pid S1 = new Pid("openflow:1");
    private static final Pid S2 = new Pid("openflow:2");
    private static final Host A = host("00:00:00:00:00:0a", "openflow:1:9", "10.0.0.1");
    private static final Host B = host("00:00:00:00:00:0b", "openflow:2:9", "10.0.0.2");

    private long now;
    private final MapMaker maker = new MapMaker(() -> now += 5);
    private final Map<Integer, double[][]> columnsBySeed = new HashMap<>();

    private static CostMapSpec cost(final ResourceId id, final double step) {
        return new CostMapSpec(id, NET, HOPS, MEAN, ALL, step);
    }

    private static MapSpecs specs(final Grouping grouping, final CostMapSpec... costs) {
        final SortedMap<ResourceId, CostMapSpec> costMaps = new TreeMap<>();
        List.of(costs).forEach(spec -> costMaps.put(spec.id(), spec));
        return new MapSpecs(ImmutableSortedMap.of(NET, new NetworkMapSpec(NET, grouping)), costMaps);
    }

    private static MapSpecs bySwitch(final CostMapSpec... costs) {
        return specs(new Grouping.BySwitch(), costs);
    }

    /** Hosts A and B, with a cost from A to B and one from B to A. */
    private static FakeCostSnapshot snapshot(final double there, final double back) {
        final var groups = new int[] { 0, 1 };
        return FakeCostSnapshot.of(HostTable.of(List.of(A, B)), topology(2, "1-2")).offering(CostMetric.HOPCOUNT,
            new FakeHostCosts(groups, groups, new double[][] { { 1, back }, { there, 1 } }));
    }

    private static Outcome outcome(final MapResult result, final ResourceId id) {
        return result.reports().get(id).outcome();
    }

    @Test
    void mapsAreMadeWithTagsOfTheirContent() {
        final var result = maker.make(bySwitch(cost(COST, 0)), snapshot(3, 4), NetworkChanges.NONE, MapResult.NONE);
        final var network = result.maps().networkMaps().get(NET);
        final var costs = result.maps().costMaps().get(COST);
        assertEquals(ContentTag.of(network.map()), network.vtag().tag());
        assertEquals(ContentTag.of(costs.map()), costs.vtag().tag());
        assertEquals(network.vtag(), costs.map().networkMap());
        assertEquals(HOPS, costs.map().type());
        assertEquals(Optional.of(new CostValue.Number(3)), costs.map().cost(S1, S2));
        assertEquals(Optional.of(new CostValue.Number(4)), costs.map().cost(S2, S1));
        assertEquals(Map.of(NET, network.vtag().tag(), COST, costs.vtag().tag()), result.maps().tags());
        assertEquals(new MapReport(NET, Outcome.RENEWED, Set.of(Cause.WISH, Cause.HOSTS, Cause.TOPOLOGY), 3, 3, 5,
            Optional.empty(), Optional.empty()), result.reports().get(NET));
        assertEquals(new MapReport(COST, Outcome.RENEWED,
            Set.of(Cause.WISH, Cause.HOSTS, Cause.TOPOLOGY, Cause.NETWORK_MAP), 2, 2, 5, Optional.empty(),
            Optional.empty()), result.reports().get(COST));
    }

    @Test
    void nothingIsMadeAgainWhileNothingChanges() {
        final var specs = bySwitch(cost(COST, 0));
        final var first = maker.make(specs, snapshot(3, 4), NetworkChanges.ALL, MapResult.NONE);
        final var seen = new Host(A.mac(), A.vlan(), A.addresses(), A.attachment(), Instant.EPOCH,
            Instant.ofEpochSecond(60));
        final var later = FakeCostSnapshot.of(HostTable.of(List.of(seen, B)), topology(2, "1-2"));
        final var second = maker.make(specs, later, NetworkChanges.NONE, first);
        assertEquals(List.of(), later.asked());
        assertSame(first.maps().networkMaps().get(NET), second.maps().networkMaps().get(NET));
        assertSame(first.maps().costMaps().get(COST), second.maps().costMaps().get(COST));
        assertEquals(new MapReport(NET, Outcome.UNTOUCHED, Set.of(), 0, 3, 0, Optional.empty(), Optional.empty()),
            second.reports().get(NET));
        assertEquals(new MapReport(COST, Outcome.UNTOUCHED, Set.of(), 0, 2, 0, Optional.empty(), Optional.empty()),
            second.reports().get(COST));
    }

    @Test
    void onlyRowsThatChangeAreNew() {
        final var specs = bySwitch(cost(COST, 0));
        final var first = maker.make(specs, snapshot(3, 4), NetworkChanges.ALL, MapResult.NONE);
        final var second = maker.make(specs, snapshot(3, 5), new NetworkChanges(true, false), first);
        final var before = first.maps().costMaps().get(COST).map().rows();
        final var after = second.maps().costMaps().get(COST).map().rows();
        assertSame(before.get(S1), after.get(S1));
        assertNotSame(before.get(S2), after.get(S2));
        assertEquals(Outcome.UNTOUCHED, outcome(second, NET));
        assertEquals(new MapReport(COST, Outcome.RENEWED, Set.of(Cause.PATHS), 1, 2, 5, Optional.empty(),
            Optional.empty()), second.reports().get(COST));
        final var third = maker.make(specs, snapshot(3, 5), new NetworkChanges(false, true), second);
        assertSame(second.maps().costMaps().get(COST), third.maps().costMaps().get(COST));
        assertEquals(Outcome.SAME, outcome(third, COST));
        assertEquals(Set.of(Cause.METRICS), third.reports().get(COST).causes());
    }

    @Test
    void costMapStaysWhileNoCostLeavesTheStep() {
        final var specs = bySwitch(cost(COST, 10), cost(MORE, 0));
        final var first = maker.make(specs, snapshot(100, 200), NetworkChanges.ALL, MapResult.NONE);
        final var second = maker.make(specs, snapshot(109, 180), NetworkChanges.ALL, first);
        assertSame(first.maps().costMaps().get(COST), second.maps().costMaps().get(COST));
        assertEquals(Outcome.WITHIN_STEP, outcome(second, COST));
        assertEquals(2, second.reports().get(COST).changed());
        assertEquals(Outcome.RENEWED, outcome(second, MORE));
        // the published cost counts, not the last one
        final var third = maker.make(specs, snapshot(111, 200), NetworkChanges.ALL, second);
        assertEquals(Outcome.RENEWED, outcome(third, COST));
        assertEquals(Optional.of(new CostValue.Number(111)), third.maps().costMaps().get(COST).map().cost(S1, S2));
        assertEquals(1, third.reports().get(COST).changed());
    }

    @Test
    void costsWithinTheStepAreNotForgottenWhenAnotherOneLeavesIt() {
        final var specs = bySwitch(cost(COST, 10));
        final var first = maker.make(specs, snapshot(100, 200), NetworkChanges.ALL, MapResult.NONE);
        final var within = snapshot(109, 200);
        final var second = maker.make(specs, within, NetworkChanges.ALL, first);
        final var third = maker.make(specs, within, NetworkChanges.ALL, second);
        assertEquals(Outcome.WITHIN_STEP, outcome(third, COST));
        final var fourth = maker.make(specs, snapshot(109, 300), NetworkChanges.ALL, third);
        assertEquals(Optional.of(new CostValue.Number(109)), fourth.maps().costMaps().get(COST).map().cost(S1, S2));
        assertEquals(Optional.of(new CostValue.Number(300)), fourth.maps().costMaps().get(COST).map().cost(S2, S1));
    }

    @Test
    void stepDoesNotHideThatAPairGetsOrLosesItsCost() {
        final var specs = bySwitch(cost(COST, 1000));
        final var first = maker.make(specs, snapshot(100, 200), NetworkChanges.ALL, MapResult.NONE);
        final var second = maker.make(specs, snapshot(100, Double.NaN), NetworkChanges.ALL, first);
        assertEquals(Outcome.RENEWED, outcome(second, COST));
        assertEquals(Optional.empty(), second.maps().costMaps().get(COST).map().cost(S2, S1));
        assertEquals(Outcome.RENEWED, outcome(maker.make(specs, snapshot(100, 200), NetworkChanges.ALL, second), COST));
    }

    @Test
    void stepDoesNotHideAnotherFoldOrNetworkMap() {
        final var first = maker.make(bySwitch(cost(COST, 50)), snapshot(100, 200), NetworkChanges.ALL, MapResult.NONE);
        final var folded = bySwitch(new CostMapSpec(COST, NET, HOPS, new Fold.Max(), ALL, 50));
        assertEquals(Outcome.RENEWED, outcome(maker.make(folded, snapshot(101, 200), NetworkChanges.ALL, first), COST));
        final var stepped = maker.make(bySwitch(cost(COST, 60)), snapshot(101, 200), NetworkChanges.NONE, first);
        assertEquals(Outcome.WITHIN_STEP, outcome(stepped, COST));
        assertEquals(Set.of(Cause.WISH), stepped.reports().get(COST).causes());
        final var moved = FakeCostSnapshot.of(
            HostTable.of(List.of(A, host("00:00:00:00:00:0b", "openflow:2:9", "10.0.0.3"))), topology(2, "1-2"))
            .offering(CostMetric.HOPCOUNT, snapshot(100, 200).offered().get(HOPS));
        final var renewed = maker.make(bySwitch(cost(COST, 50)), moved, NetworkChanges.NONE, first);
        assertEquals(Outcome.RENEWED, outcome(renewed, COST));
        assertEquals(renewed.maps().networkMaps().get(NET).vtag(),
            renewed.maps().costMaps().get(COST).map().networkMap());
        assertEquals(0, renewed.reports().get(COST).changed());
    }

    @Test
    void costsBetweenHostsAreComputedOncePerType() {
        final var snapshot = snapshot(1, 2);
        maker.make(bySwitch(cost(COST, 0), cost(MORE, 5)), snapshot, NetworkChanges.ALL, MapResult.NONE);
        assertEquals(List.of(HOPS), snapshot.asked());
    }

    @Test
    void whatCannotBeMadeSaysWhy() {
        final var delay = new CostMapSpec(COST, NET, CostType.numerical(CostMetric.DELAY_OW), MEAN, ALL, 0);
        final var ordinal = new CostMapSpec(MORE, NET, new CostType(CostMetric.HOPCOUNT, CostMode.ORDINAL), MEAN,
            ALL, 0);
        final var result = maker.make(bySwitch(delay, ordinal), snapshot(1, 2), NetworkChanges.ALL, MapResult.NONE);
        assertEquals(Map.of(), result.maps().costMaps());
        assertEquals(Optional.of("no costs of type delay-ow-numerical are offered: not offered here"),
            result.reports().get(COST).problem());
        assertEquals(Optional.of("no costs of type hopcount-ordinal are offered: the mode is not 'numerical'"),
            result.reports().get(MORE).problem());

        final var specs = specs(new Grouping.KCentre(CostMetric.DELAY_OW, 1), cost(COST, 0));
        final var gone = maker.make(specs, snapshot(1, 2), NetworkChanges.ALL,
            maker.make(bySwitch(cost(COST, 0)), snapshot(1, 2), NetworkChanges.ALL, MapResult.NONE));
        assertEquals(MapSet.EMPTY, gone.maps());
        assertEquals(Outcome.NOT_MADE, outcome(gone, NET));
        assertEquals(Optional.of("no values of links are known for metric delay-ow"),
            gone.reports().get(NET).problem());
        assertEquals(Optional.of("there is no network map net"), gone.reports().get(COST).problem());
        // and it is made as soon as it can be
        final var back = maker.make(specs, snapshot(1, 2).measuring(CostMetric.DELAY_OW, FakeMeasure.HOPS),
            NetworkChanges.NONE, gone);
        assertEquals(Outcome.RENEWED, outcome(back, NET));
        assertEquals(Outcome.RENEWED, outcome(back, COST));
    }

    @Test
    void costsOfSingleHostsAreThoseOfTheMetric() {
        final var type = CostType.numerical(CostMetric.BW_AVAILABLE);
        final var spec = new CostMapSpec(COST, NET, type, MEAN, ALL, 0);
        final var snapshot = snapshot(1, 2).measuring(CostMetric.BW_AVAILABLE, new FakeMeasure(Map.of(), true));
        snapshot.offering(CostMetric.BW_AVAILABLE, snapshot.offered().get(HOPS));
        final var map = maker.make(bySwitch(spec), snapshot, NetworkChanges.ALL, MapResult.NONE)
            .maps().costMaps().get(COST).map();
        assertEquals(Optional.empty(), map.cost(S1, S1));
        assertEquals(2, map.costCount());
    }

    @Test
    void pathsDoNotTouchGroupings() {
        final var specs = specs(new Grouping.Hierarchical(CostMetric.HOPCOUNT, 1));
        final var first = maker.make(specs, snapshot(1, 2), NetworkChanges.ALL, MapResult.NONE);
        assertEquals(Outcome.UNTOUCHED,
            outcome(maker.make(specs, snapshot(1, 2), new NetworkChanges(true, false), first), NET));
        final var second = maker.make(specs, snapshot(1, 2), new NetworkChanges(false, true), first);
        assertEquals(Outcome.SAME, outcome(second, NET));
        assertSame(first.maps().networkMaps().get(NET), second.maps().networkMaps().get(NET));
    }

    @Test
    void pidKeepsItsNameWhenItsFirstSwitchGoes() {
        final var specs = specs(new Grouping.ByComponent());
        final var hosts = HostTable.of(List.of(A, B));
        final var first = maker.make(specs, FakeCostSnapshot.of(hosts, topology(3, "1-2", "2-3")),
            NetworkChanges.NONE, MapResult.NONE);
        final var second = maker.make(specs, FakeCostSnapshot.of(hosts, topology(3, "2-3")), NetworkChanges.NONE,
            first);
        final var pids = second.maps().networkMaps().get(NET).map();
        assertEquals(Optional.of(S1), pids.pidOf(B.addresses().first()));
        assertEquals(Optional.of(new Pid("openflow:1-2")), pids.pidOf(A.addresses().first()));
        // another wish starts anew
        final var other = maker.make(specs(new Grouping.KCentre(CostMetric.HOPCOUNT, 1)),
            FakeCostSnapshot.of(hosts, topology(3, "2-3")), NetworkChanges.NONE, second);
        assertEquals(Optional.of(S2),
            other.maps().networkMaps().get(NET).map().pidOf(B.addresses().first()));
    }

    /** Costs that depend on the network and on a number only: each switch is a group. */
    private FakeCostSnapshot randomCosts(final HostTable hosts, final Topology topology, final int paths,
            final int metrics) {
        final var snapshot = Networks.randomSnapshot(new Random(metrics), hosts, topology);
        final var groups = hosts.hosts().stream().mapToInt(host -> (int) host.attachment().switchId().datapathId())
            .toArray();
        // as long as they are the same, the columns are the same objects
        final var columns = columnsBySeed.computeIfAbsent(31 * (31 * topology.hashCode() + paths) + metrics,
            MapMakerTest::randomColumns);
        final var costs = new FakeHostCosts(groups, groups, columns);
        return snapshot.offering(CostMetric.HOPCOUNT, costs).offering(CostMetric.BW_AVAILABLE, costs);
    }

    private static double[][] randomColumns(final int seed) {
        final var random = new Random(seed);
        final var columns = new double[12][12];
        for (var column : columns) {
            for (int i = 0; i < column.length; i++) {
                column[i] = random.nextInt(9) == 0 ? Double.NaN : 100 + random.nextInt(3);
            }
        }
        return columns;
    }

    private static MapSpecs randomSpecs(final Random random) {
        final var networkMaps = new TreeMap<ResourceId, NetworkMapSpec>();
        // without a memory of names and anchors
        final var groupings = List.of(new Grouping.BySwitch(), new Grouping.ByVlan(),
            new Grouping.Nearest(CostMetric.DELAY_OW, ImmutableSortedMap.of(
                new Pid("a"), ImmutableSortedSet.of(Networks.sw(1)),
                new Pid("b"), ImmutableSortedSet.of(Networks.sw(2)))),
            new Grouping.ByPrefix(ImmutableSortedMap.of(
                new Pid("p"), ImmutableSortedSet.of(IpPrefix.parse("10.0.0.0/27")))));
        for (var id : List.of(NET, VLANS)) {
            if (random.nextInt(10) > 0) {
                networkMaps.put(id, new NetworkMapSpec(id, groupings.get(random.nextInt(groupings.size()))));
            }
        }
        final var costMaps = new TreeMap<ResourceId, CostMapSpec>();
        for (var id : List.of(COST, MORE)) {
            final var metrics = List.of(CostMetric.HOPCOUNT, CostMetric.BW_AVAILABLE, CostMetric.DELAY_OW);
            costMaps.put(id, new CostMapSpec(id, random.nextBoolean() ? NET : VLANS,
                CostType.numerical(metrics.get(random.nextInt(3))),
                List.of(MEAN, new Fold.Min(), new Fold.Percentile(70)).get(random.nextInt(3)),
                random.nextInt(3) == 0 ? new HostPairs.Sample(4, 7) : ALL, 0));
        }
        return new MapSpecs(networkMaps, costMaps);
    }

    @RepeatedTest(100)
    void changesLeadToWhatIsMadeFromNothing(final RepetitionInfo repetition) {
        final long seed = 9000 + repetition.getCurrentRepetition();
        final var random = new Random(seed);
        var hosts = Networks.randomHosts(random, 30, 6);
        var topology = Networks.randomTopology(random, 6);
        var specs = randomSpecs(random);
        int paths = 0;
        int metrics = 0;
        var result = MapResult.NONE;
        final var steps = new ArrayList<Integer>();
        for (int step = 0; step < 12; step++) {
            final int kind = random.nextInt(6);
            steps.add(kind);
            switch (kind) {
                case 0 -> {
                    final var changed = Networks.randomHost(random, 1 + random.nextInt(40), 6);
                    final var changes = new HashMap<Host.Key, Optional<Host>>();
                    hosts.hosts().stream().filter(host -> host.mac().equals(changed.mac()))
                        .forEach(host -> changes.put(host.key(), Optional.empty()));
                    if (changes.isEmpty() || random.nextInt(3) > 0) {
                        changes.put(changed.key(), Optional.of(changed));
                    }
                    hosts = hosts.with(changes);
                }
                case 1 -> topology = Networks.randomTopology(random, 6);
                case 2 -> specs = randomSpecs(random);
                case 3 -> paths = random.nextInt(2);
                case 4 -> metrics = random.nextInt(2);
                default -> {
                    // nothing changes
                }
            }
            final var snapshot = randomCosts(hosts, topology, paths, metrics);
            result = maker.make(specs, snapshot, new NetworkChanges(kind == 3, kind == 4), result);
            final var fresh = maker.make(specs, snapshot, NetworkChanges.ALL, MapResult.NONE);
            final var message = "seed " + seed + " steps " + steps;
            assertEquals(fresh.maps(), result.maps(), message);
            assertEquals(fresh.maps().tags(), result.maps().tags(), message);
            assertEquals(fresh.reports().keySet(), result.reports().keySet(), message);
            final var reports = result.reports();
            fresh.reports().forEach((id, report) -> {
                final var other = reports.get(id);
                assertEquals(report.problem(), other.problem(), message);
                assertEquals(report.size(), other.size(), message);
                assertEquals(report.samplingError(), other.samplingError(), message);
            });
        }
        assertTrue(result.reports().size() >= 2);
    }

    @RepeatedTest(50)
    void groupingsWithMemoryDependOnIt(final RepetitionInfo repetition) {
        final long seed = 9500 + repetition.getCurrentRepetition();
        final var random = new Random(seed);
        for (var grouping : List.of(new Grouping.ByComponent(), new Grouping.Hierarchical(CostMetric.HOPCOUNT, 2))) {
            var result = MapResult.NONE;
            for (int step = 0; step < 5; step++) {
                final var snapshot = FakeCostSnapshot.of(Networks.randomHosts(random, 30, 6),
                    Networks.randomTopology(random, 6));
                result = maker.make(specs(grouping), snapshot, NetworkChanges.NONE, result);
                final var fresh = maker.make(specs(grouping), snapshot, NetworkChanges.NONE, MapResult.NONE);
                // the names may differ, but not the groups
                assertEquals(groups(fresh), groups(result), "seed " + seed + " step " + step);
            }
        }
    }

    private static List<String> groups(final MapResult result) {
        return result.maps().networkMaps().get(NET).map().pids().values().stream().map(Object::toString).sorted()
            .toList();
    }
}

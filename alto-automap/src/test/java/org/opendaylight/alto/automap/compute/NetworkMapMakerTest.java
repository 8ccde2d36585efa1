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
import static org.opendaylight.alto.automap.compute.Networks.sw;
import static org.opendaylight.alto.automap.compute.Networks.topology;
import static org.opendaylight.alto.core.testlib.Hosts.host;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.automap.spec.Grouping;
import org.opendaylight.alto.automap.spec.NetworkMapSpec;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.Ipv6Addr;
import org.opendaylight.alto.core.net.VlanId;
import org.opendaylight.alto.core.topology.Topology;

class NetworkMapMakerTest {
    private static final ResourceId ID = new ResourceId("map");
    private static final Host A = host("00:00:00:00:00:0a", "openflow:1:9", "10.0.0.0", "2001:db8::1");
    private static final Host B = host("00:00:00:00:00:0b", "openflow:1:8", "10.0.0.1");
    private static final Host C = host("00:00:00:00:00:0c", "openflow:2:9", "10.0.0.2");

    private static MadeNetworkMap make(final Grouping grouping, final Topology topology, final Host... hosts) {
        return make(grouping, FakeCostSnapshot.of(HostTable.of(List.of(hosts)), topology), HostTable.EMPTY,
            Optional.empty());
    }

    private static MadeNetworkMap make(final Grouping grouping, final FakeCostSnapshot snapshot,
            final HostTable hostsBefore, final Optional<MadeNetworkMap> before) {
        final var places = snapshot.hosts().placesIn(hostsBefore);
        final var noPlaces = snapshot.hosts().placesIn(HostTable.EMPTY);
        return new NetworkMapMaker(snapshot,
            new NetworkMapMaker.Hosts(places,
                HostSwitches.of(snapshot.hosts().hosts(), noPlaces, HostSwitches.NONE)),
            metric -> new SwitchDistances(snapshot.topology(), snapshot.measure(metric).orElseThrow()))
            .make(new NetworkMapSpec(ID, grouping), before, false);
    }

    private static NetworkMap map(final Map<String, List<String>> pids) {
        final var map = new TreeMap<Pid, List<IpPrefix>>();
        pids.forEach((pid, prefixes) -> map.put(new Pid(pid), prefixes.stream().map(IpPrefix::parse).toList()));
        map.putIfAbsent(HostPids.DEFAULT, List.of(IpPrefix.ALL_IPV4, IpPrefix.ALL_IPV6));
        return NetworkMap.of(map);
    }

    private static Grouping byPrefix(final Map<String, List<String>> pids) {
        final var map = new TreeMap<Pid, SortedSet<IpPrefix>>();
        pids.forEach((pid, prefixes) -> map.put(new Pid(pid),
            ImmutableSortedSet.copyOf(prefixes.stream().map(IpPrefix::parse).toList())));
        return new Grouping.ByPrefix(map);
    }

    private static List<String> pidsOf(final MadeNetworkMap made, final int hosts) {
        return IntStream.range(0, hosts).map(made.hosts()::ofHost)
            .mapToObj(pid -> pid == HostPids.NO_PID ? "-" : made.hosts().pids().get(pid).value()).toList();
    }

    @Test
    void emptyNetworkHasTheDefaultPidOnly() {
        for (var grouping : List.of(new Grouping.BySwitch(), new Grouping.ByComponent(), new Grouping.ByVlan(),
                new Grouping.KCentre(CostMetric.HOPCOUNT, 2), new Grouping.Hierarchical(CostMetric.HOPCOUNT, 2),
                byPrefix(Map.of()))) {
            assertEquals(map(Map.of()), make(grouping, Topology.EMPTY).versioned().map(), grouping.toString());
        }
    }

    @Test
    void switchHasTheFewestPrefixesOfItsHosts() {
        final var made = make(new Grouping.BySwitch(), topology(3), A, B, C);
        assertEquals(map(Map.of("openflow:1", List.of("10.0.0.0/31", "2001:db8::1/128"),
            "openflow:2", List.of("10.0.0.2/32"), "openflow:3", List.of())), made.versioned().map());
        assertEquals(List.of("openflow:1", "openflow:1", "openflow:2"), pidsOf(made, 3));
    }

    @Test
    void switchThatIsNotConnectedIsAPidBecauseOfItsHosts() {
        final var silent = host("00:00:00:00:00:01", "openflow:8:1");
        final var made = make(new Grouping.BySwitch(), Topology.EMPTY, silent, C);
        assertEquals(map(Map.of("openflow:2", List.of("10.0.0.2/32"))), made.versioned().map());
        assertEquals(List.of("-", "openflow:2"), pidsOf(made, 2));
    }

    @Test
    void hostsOfSwitchesWithoutPidAreInTheDefaultPid() {
        final var grouping = new Grouping.Nearest(CostMetric.HOPCOUNT, ImmutableSortedMap.of(
            new Pid("a"), ImmutableSortedSet.of(sw(1)), new Pid("b"), ImmutableSortedSet.of(sw(5)),
            new Pid("default"), ImmutableSortedSet.of(sw(3))));
        final var d = host("00:00:00:00:00:0d", "openflow:3:9", "10.0.0.3");
        final var made = make(grouping, topology(3), A, C, d);
        assertEquals(map(Map.of("a", List.of("10.0.0.0/32", "2001:db8::1/128"), "b", List.of())),
            made.versioned().map());
        assertEquals(List.of("a", "-", "-"), pidsOf(made, 3));
    }

    @Test
    void vlansArePids() {
        final var tagged = Networks.host(1, Optional.of(new VlanId(7)), C.attachment(), IpAddr.parse("10.7.0.1"));
        final var silent = Networks.host(2, Optional.of(new VlanId(8)), C.attachment());
        final var made = make(new Grouping.ByVlan(), topology(1), C, tagged, silent);
        assertEquals(map(Map.of("untagged", List.of("10.0.0.2/32"), "vlan-7", List.of("10.7.0.1/32"))),
            made.versioned().map());
        assertEquals(List.of("vlan-7", "-", "untagged"), pidsOf(made, 3));
    }

    @Test
    void givenPrefixesAreInTheMapAsTheyAre() {
        final var made = make(byPrefix(Map.of("lab", List.of("10.0.0.0/31", "10.0.0.0/8"),
            "one", List.of("10.0.0.1/32"), "six", List.of("2001:db8::/32"), "none", List.of())), topology(1), A, B, C,
            host("00:00:00:00:00:0d", "openflow:1:7", "192.0.2.1", "2001:db8::2"));
        assertEquals(map(Map.of("lab", List.of("10.0.0.0/31", "10.0.0.0/8"), "one", List.of("10.0.0.1/32"),
            "six", List.of("2001:db8::/32"), "none", List.of())), made.versioned().map());
        // the first address decides on the costs
        assertEquals(List.of("lab", "one", "lab", "-"), pidsOf(made, 4));
    }

    @Test
    void givenPrefixesMayTakeAllAddresses() {
        final var made = make(byPrefix(Map.of("v4", List.of("0.0.0.0/0"), "default", List.of("10.0.0.1/32"))),
            topology(1), A, B);
        assertEquals(map(Map.of("v4", List.of("0.0.0.0/0"), "default", List.of("10.0.0.1/32", "::/0"))),
            made.versioned().map());
        assertEquals(List.of("v4", "-"), pidsOf(made, 2));
        assertEquals(map(Map.of("all", List.of("0.0.0.0/0", "::/0"), "default", List.of())),
            make(byPrefix(Map.of("all", List.of("0.0.0.0/0", "::/0"))), topology(1)).versioned().map());
    }

    @Test
    void prefixThatIsGivenTwiceIsInTheFirstPid() {
        assertEquals(map(Map.of("a", List.of("10.0.0.0/8"), "b", List.of("10.1.0.0/16"))),
            make(byPrefix(Map.of("b", List.of("10.0.0.0/8", "10.1.0.0/16"), "a", List.of("10.0.0.0/8"))),
                topology(1)).versioned().map());
    }

    @Test
    void whatDidNotChangeIsTheSameObject() {
        final var grouping = new Grouping.BySwitch();
        final var hosts = HostTable.of(List.of(A, C));
        final var first = make(grouping, topology(2), A, C);
        final var moved = host("00:00:00:00:00:0c", "openflow:2:7", "10.0.0.2");
        final var same = make(grouping, FakeCostSnapshot.of(HostTable.of(List.of(A, moved)), topology(2)),
            hosts, Optional.of(first));
        assertSame(first.versioned(), same.versioned());
        final var next = make(grouping, FakeCostSnapshot.of(HostTable.of(List.of(A, B, C)), topology(2)),
            hosts, Optional.of(first));
        final var before = first.versioned().map().pids();
        final var after = next.versioned().map().pids();
        assertSame(before.get(new Pid("openflow:2")), after.get(new Pid("openflow:2")));
        assertSame(before.get(HostPids.DEFAULT), after.get(HostPids.DEFAULT));
        assertNotSame(before.get(new Pid("openflow:1")), after.get(new Pid("openflow:1")));
    }

    private static Grouping randomGrouping(final Random random) {
        final var metric = List.of(CostMetric.HOPCOUNT, CostMetric.DELAY_OW, CostMetric.BW_AVAILABLE)
            .get(random.nextInt(3));
        return switch (random.nextInt(7)) {
            case 0 -> new Grouping.BySwitch();
            case 1 -> new Grouping.ByComponent();
            case 2 -> new Grouping.ByVlan();
            case 3 -> new Grouping.KCentre(metric, 1 + random.nextInt(4));
            case 4 -> new Grouping.Hierarchical(metric, 1 + random.nextInt(4));
            case 5 -> new Grouping.Nearest(metric, ImmutableSortedMap.of(
                new Pid("a"), ImmutableSortedSet.of(sw(1 + random.nextInt(8)), sw(1 + random.nextInt(8))),
                new Pid(random.nextBoolean() ? "b" : "default"), ImmutableSortedSet.of(sw(1 + random.nextInt(8)))));
            default -> {
                final var pids = new TreeMap<Pid, SortedSet<IpPrefix>>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    pids.put(new Pid(List.of("a", "b", "c", "default").get(random.nextInt(4))),
                        ImmutableSortedSet.of(
                            new IpPrefix(new Ipv4Addr(0x0a000000 + random.nextInt(64)),
                                random.nextInt(5) == 0 ? 0 : 24 + random.nextInt(9)),
                            new IpPrefix(new Ipv6Addr(0x20010db800000000L, random.nextInt(64)),
                                random.nextInt(5) == 0 ? 0 : 120 + random.nextInt(9))));
                }
                yield new Grouping.ByPrefix(pids);
            }
        };
    }

    @RepeatedTest(300)
    void lawsHold(final RepetitionInfo repetition) {
        final long seed = 6000 + repetition.getCurrentRepetition();
        final var random = new Random(seed);
        var before = Optional.<MadeNetworkMap>empty();
        var hostsBefore = HostTable.EMPTY;
        for (int step = 0; step < 3; step++) {
            final var grouping = randomGrouping(random);
            final var snapshot = Networks.randomSnapshot(random, Networks.randomHosts(random, 40, 8),
                Networks.randomTopology(random, 8));
            final var made = make(grouping, snapshot, hostsBefore, before);
            assertLaws(grouping, snapshot, made, "seed " + seed + " step " + step + ": " + grouping + snapshot);
            before = Optional.of(made);
            hostsBefore = snapshot.hosts();
        }
    }

    private static void assertLaws(final Grouping grouping, final FakeCostSnapshot snapshot,
            final MadeNetworkMap made, final String message) {
        final var map = made.versioned().map();
        for (var family : AddressFamily.values()) {
            assertTrue(map.isCompleteFor(family), message);
        }
        final var prefixes = new HashSet<IpPrefix>();
        map.pids().values().forEach(group -> group.prefixes().forEach(
            prefix -> assertTrue(prefixes.add(prefix), message)));

        final var hosts = snapshot.hosts().hosts();
        final var known = new HashSet<IpAddr>();
        for (int i = 0; i < hosts.size(); i++) {
            final var host = hosts.get(i);
            known.addAll(host.addresses());
            final var pid = host.addresses().isEmpty() ? HostPids.DEFAULT
                : expected(grouping, made, host, host.addresses().first());
            assertEquals(pid.equals(HostPids.DEFAULT) ? "-" : pid.value(), pidsOf(made, hosts.size()).get(i), message);
            host.addresses().forEach(address -> assertEquals(Optional.of(expected(grouping, made, host, address)),
                map.pidOf(address), message));
        }
        if (!(grouping instanceof Grouping.ByPrefix)) {
            for (int i = -1; i < 66; i++) {
                for (var address : Arrays.asList(new Ipv4Addr(0x0a000000 + i),
                        new Ipv6Addr(0x20010db800000000L, i))) {
                    assertTrue(known.contains(address)
                        || map.pidOf(address).equals(Optional.of(HostPids.DEFAULT)), message + address);
                }
            }
            map.pids().values().forEach(group -> AddressBlocksTest.assertNoHalves(group.prefixes(), message));
        }
    }

    /** Returns the PID that an address should be in. */
    private static Pid expected(final Grouping grouping, final MadeNetworkMap made, final Host host,
            final IpAddr address) {
        return switch (grouping) {
            case Grouping.ByVlan byVlan -> new Pid(host.vlan().map(vlan -> "vlan-" + vlan).orElse("untagged"));
            case Grouping.BySwitch bySwitch -> new Pid(host.attachment().switchId().toString());
            case Grouping.ByPrefix byPrefix -> {
                Pid best = HostPids.DEFAULT;
                int length = -1;
                for (var entry : byPrefix.prefixes().entrySet()) {
                    for (var prefix : entry.getValue()) {
                        if (prefix.length() > length && prefix.contains(address)) {
                            best = entry.getKey();
                            length = prefix.length();
                        }
                    }
                }
                yield best;
            }
            default -> made.switches().orElseThrow().ofSwitch()
                .getOrDefault(host.attachment().switchId(), HostPids.DEFAULT);
        };
    }
}

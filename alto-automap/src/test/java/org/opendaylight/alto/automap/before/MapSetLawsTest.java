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

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.Ipv6Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.testlib.FakePathService;
import org.opendaylight.alto.core.topology.Topology;

/** Laws of the computed maps, over random networks. The seed of a failure is in its message. */
class MapSetLawsTest {
    private static final int MAX_PAIRS = 20;

    private record Network(List<SwitchId> switches, List<Host> hosts) {
        static Network random(final Random random) {
            final var switches = new ArrayList<SwitchId>();
            for (int i = random.nextInt(8); i > 0; i--) {
                switches.add(new SwitchId(random.nextBoolean() ? random.nextLong() : i));
            }
            final var used = new HashSet<IpAddr>();
            final var hosts = new ArrayList<Host>();
            for (int i = random.nextInt(25); i > 0; i--) {
                final var addresses = new TreeSet<IpAddr>();
                for (int j = random.nextInt(4); j > 0; j--) {
                    final IpAddr address = switch (random.nextInt(3)) {
                        case 0 -> new Ipv4Addr(random.nextInt());
                        case 1 -> new Ipv4Addr(0x0a000000 + random.nextInt(64));
                        default -> new Ipv6Addr(random.nextLong(), random.nextLong());
                    };
                    if (used.add(address)) {
                        addresses.add(address);
                    }
                }
                // some switches are not connected
                final var at = switches.isEmpty() || random.nextInt(5) == 0 ? new SwitchId(100 + random.nextInt(3))
                    : switches.get(random.nextInt(switches.size()));
                hosts.add(new Host(new MacAddress(i), Optional.empty(), addresses,
                    new SwitchPort(at, 1 + random.nextInt(4)), Instant.EPOCH, Instant.EPOCH));
            }
            return new Network(List.copyOf(new HashSet<>(switches)), hosts);
        }

        Network shuffled(final Random random) {
            final var otherSwitches = new ArrayList<>(switches);
            final var otherHosts = new ArrayList<>(hosts);
            Collections.shuffle(otherSwitches, random);
            Collections.shuffle(otherHosts, random);
            return new Network(otherSwitches, otherHosts);
        }

        MapSet maps() {
            final var ports = new LinkedHashMap<SwitchId, Set<SwitchPort>>();
            switches.forEach(id -> ports.put(id, Set.of()));
            return MapSet.compute(NetworkState.of(Topology.of(ports, Map.of()), HostTable.of(hosts)), MAX_PAIRS,
                queries -> queries.stream().map(Network::answer).toList());
        }

        /** An arbitrary answer that depends on the query only. */
        private static PathAnswer answer(final PathQuery query) {
            final int number = Math.floorMod(query.source().hashCode() * 31 + query.destination().hashCode(), 7);
            return number == 0 ? FakePathService.noPath() : FakePathService.hops(number);
        }
    }

    @RepeatedTest(200)
    void lawsHold(final RepetitionInfo repetition) {
        final long seed = 7285 * 1000L + repetition.getCurrentRepetition();
        final var random = new Random(seed);
        final var network = Network.random(random);
        final var maps = network.maps();
        final var message = "seed " + seed + ": " + network;

        for (var family : AddressFamily.values()) {
            assertTrue(maps.networkMap().isCompleteFor(family), message);
        }

        final var prefixes = new ArrayList<IpPrefix>();
        maps.networkMap().pids().values().forEach(group -> prefixes.addAll(group.prefixes()));
        assertEquals(prefixes.size(), new HashSet<>(prefixes).size(), message);

        network.hosts.forEach(host -> host.addresses().forEach(address -> assertEquals(
            Optional.of(new Pid(host.attachment().switchId().toString())), maps.networkMap().pidOf(address), message)));

        network.switches.forEach(id ->
            assertTrue(maps.networkMap().pids().containsKey(new Pid(id.toString())), message));

        assertEquals(maps, network.shuffled(random).maps(), message);
        assertEquals(maps.tags(), network.shuffled(random).maps().tags(), message);

        maps.costMaps().values().forEach(tagged -> {
            assertEquals(maps.networkMapTag(), tagged.map().networkMap(), message);
            tagged.map().rows().forEach((source, row) -> {
                for (int i = 0; i < row.size(); i++) {
                    assertTrue(row.number(i) >= 0 && row.number(i) <= 6, message);
                    assertTrue(!source.equals(SwitchPids.DEFAULT) && !row.destination(i).equals(SwitchPids.DEFAULT),
                        message);
                }
            });
        });
        assertEquals(MapSet.COST_MAPS, maps.costMaps().keySet());
        assertEquals(CostType.numerical(CostMetric.HOPCOUNT),
            maps.costMaps().get(MapSet.HOPCOUNT_MAP).map().type());
        assertEquals(CostType.numerical(CostMetric.ROUTINGCOST),
            maps.costMaps().get(MapSet.ROUTINGCOST_MAP).map().type());
    }
}

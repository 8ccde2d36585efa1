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

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.Ipv6Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.net.VlanId;
import org.opendaylight.alto.core.topology.Topology;

/** Makes networks for tests. */
final class Networks {
    private Networks() {
    }

    static SwitchId sw(final long datapathId) {
        return new SwitchId(datapathId);
    }

    /** A link; the number of its port is that of the switch at the other end. */
    static SwitchPort port(final long from, final long to) {
        return new SwitchPort(sw(from), to + 1);
    }

    /** Some switches, and links in both directions such as {@code 1-2}, or in one such as {@code 1>2}. */
    static Topology topology(final int switches, final String... links) {
        final var ports = new TreeMap<SwitchId, TreeSet<SwitchPort>>();
        for (int i = 1; i <= switches; i++) {
            ports.put(sw(i), new TreeSet<>());
        }
        final var peers = new HashMap<SwitchPort, SwitchPort>();
        for (var link : links) {
            final var ends = Arrays.stream(link.split("[->]")).mapToInt(Integer::parseInt).toArray();
            ports.get(sw(ends[0])).add(port(ends[0], ends[1]));
            ports.get(sw(ends[1])).add(port(ends[1], ends[0]));
            peers.put(port(ends[0], ends[1]), port(ends[1], ends[0]));
            if (link.contains("-")) {
                peers.put(port(ends[1], ends[0]), port(ends[0], ends[1]));
            }
        }
        return Topology.of(ports, peers);
    }

    /** Switches 1 to a few, some of which may be left out, and links of which some go one way only. */
    static Topology randomTopology(final Random random, final int maxSwitches) {
        final int count = random.nextInt(maxSwitches + 1);
        final var links = new TreeSet<String>();
        for (int i = random.nextInt(2 * count + 1); i > 0 && count > 1; i--) {
            final int one = 1 + random.nextInt(count);
            final int other = 1 + random.nextInt(count);
            if (one != other) {
                links.add(one + (random.nextInt(5) == 0 ? ">" : "-") + other);
            }
        }
        return topology(count, links.toArray(String[]::new));
    }

    static Host host(final int number, final Optional<VlanId> vlan, final SwitchPort at, final IpAddr... addresses) {
        return new Host(new MacAddress(number), vlan, new TreeSet<>(Arrays.asList(addresses)), at, Instant.EPOCH,
            Instant.EPOCH);
    }

    /** The host with a number; the number decides on its addresses, so two of them share none. */
    static Host randomHost(final Random random, final int number, final int maxSwitches) {
        final var v4 = new Ipv4Addr(0x0a000000 + number);
        final var v6 = new Ipv6Addr(0x20010db800000000L, number);
        final var addresses = switch (random.nextInt(5)) {
            case 0 -> new IpAddr[] { v4, v6 };
            case 1 -> new IpAddr[] { v6 };
            case 2 -> random.nextInt(3) == 0 ? new IpAddr[0] : new IpAddr[] { v4 };
            default -> new IpAddr[] { v4 };
        };
        return host(number, random.nextBoolean() ? Optional.empty() : Optional.of(new VlanId(1 + random.nextInt(3))),
            new SwitchPort(sw(1 + random.nextInt(maxSwitches + 2)), 100 + random.nextInt(3)), addresses);
    }

    static HostTable randomHosts(final Random random, final int maxHosts, final int maxSwitches) {
        return HostTable.of(random.ints(random.nextInt(maxHosts + 1), 1, 64).distinct()
            .mapToObj(number -> randomHost(random, number, maxSwitches)).toList());
    }

    /** Values of ports: small whole numbers, so that there are ties; some are not known. */
    static Map<SwitchPort, Double> randomValues(final Random random, final Topology topology) {
        return topology.links().keySet().stream().collect(Collectors.toMap(port -> port,
            port -> random.nextInt(8) == 0 ? Double.NaN : 1 + random.nextInt(4)));
    }

    static FakeCostSnapshot randomSnapshot(final Random random, final HostTable hosts, final Topology topology) {
        return FakeCostSnapshot.of(hosts, topology)
            .measuring(CostMetric.DELAY_OW, new FakeMeasure(randomValues(random, topology), false))
            .measuring(CostMetric.BW_AVAILABLE, new FakeMeasure(randomValues(random, topology), true));
    }
}

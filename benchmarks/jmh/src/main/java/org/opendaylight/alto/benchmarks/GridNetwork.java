/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.benchmarks;

import com.google.common.collect.ImmutableSortedSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.frmchecker.flow.Action;
import org.opendaylight.alto.frmchecker.flow.Field;
import org.opendaylight.alto.frmchecker.flow.Instructions;
import org.opendaylight.alto.frmchecker.flow.Match;
import org.opendaylight.alto.frmchecker.flow.Rule;
import org.opendaylight.alto.frmchecker.flow.SwitchPipeline;
import org.opendaylight.alto.frmchecker.trace.NetworkState;

/**
 * A grid of switches with hosts, and rules with many combinations of masks: in each switch a route for each other
 * switch's hosts, and above these random rules of twelve forms, of which some concern the hosts and send their packets
 * the same way. Always the same for the same arguments.
 */
final class GridNetwork {
    static final int HOSTS_PER_SWITCH = 10;
    private static final int EAST = 1;
    private static final int WEST = 2;
    private static final int NORTH = 3;
    private static final int SOUTH = 4;
    private static final int FIRST_HOST_PORT = 10;

    final int side;
    final int rulesPerSwitch;
    final NetworkState state;
    final HostTable hosts;
    private final Random random = new Random(7285);

    GridNetwork(final int side, final int rulesPerSwitch) {
        this.side = side;
        this.rulesPerSwitch = rulesPerSwitch;
        final var ports = new TreeMap<SwitchId, TreeSet<SwitchPort>>();
        final var links = new HashMap<SwitchPort, SwitchPort>();
        final var pipelines = new HashMap<SwitchId, SwitchPipeline>();
        final var all = new ArrayList<Host>();
        for (int id = 0; id < side * side; id++) {
            final var switchId = new SwitchId(id + 1);
            final var up = new TreeSet<SwitchPort>();
            connect(links, up, id, id % side < side - 1, id + 1, EAST, WEST);
            connect(links, up, id, id % side > 0, id - 1, WEST, EAST);
            connect(links, up, id, id >= side, id - side, NORTH, SOUTH);
            connect(links, up, id, id < side * (side - 1), id + side, SOUTH, NORTH);
            for (int host = 0; host < HOSTS_PER_SWITCH; host++) {
                final var port = new SwitchPort(switchId, FIRST_HOST_PORT + host);
                up.add(port);
                all.add(new Host(new MacAddress(mac(id, host)), Optional.empty(),
                    ImmutableSortedSet.of(address(id, host)), port, Instant.EPOCH, Instant.EPOCH));
            }
            ports.put(switchId, up);
            pipelines.put(switchId, SwitchPipeline.of(switchId, rules(id), List.of(),
                up.stream().map(SwitchPort::port).toList()));
        }
        state = new NetworkState(Topology.of(ports, links), pipelines, Instant.EPOCH);
        hosts = HostTable.of(all);
    }

    private static void connect(final Map<SwitchPort, SwitchPort> links, final Set<SwitchPort> up, final int id,
            final boolean there, final int other, final int port, final int otherPort) {
        if (there) {
            final var from = new SwitchPort(new SwitchId(id + 1), port);
            up.add(from);
            links.put(from, new SwitchPort(new SwitchId(other + 1), otherPort));
        }
    }

    static IpAddr address(final int switchIndex, final int host) {
        return new Ipv4Addr(ip(switchIndex, host));
    }

    private static int ip(final int switchIndex, final int host) {
        return 10 << 24 | switchIndex << 8 | host + 1;
    }

    private static long mac(final int switchIndex, final int host) {
        return 0x02_00_00_00_00_00L | (long) switchIndex << 8 | host;
    }

    /** First along the row, then along the column. */
    private int towards(final int from, final int to) {
        final int column = Integer.compare(to % side, from % side);
        final int row = Integer.compare(to / side, from / side);
        return column > 0 ? EAST : column < 0 ? WEST : row < 0 ? NORTH : SOUTH;
    }

    private List<Rule> rules(final int id) {
        final var rules = new ArrayList<Rule>(rulesPerSwitch);
        for (int host = 0; host < HOSTS_PER_SWITCH; host++) {
            rules.add(Rule.of(0, 20, "host-" + host, Match.builder().with(Field.ETH_TYPE, 0x800)
                .with(Field.IPV4_DST, ip(id, host)).build(), output(FIRST_HOST_PORT + host)));
        }
        for (int to = 0; to < side * side && rules.size() < rulesPerSwitch; to++) {
            if (to != id) {
                rules.add(Rule.of(0, 10, "route-" + to, Match.builder().with(Field.ETH_TYPE, 0x800)
                    .masked(Field.IPV4_DST, ip(to, -1), 0xFFFFFF00L).build(), output(towards(id, to))));
            }
        }
        final var seen = new HashSet<Match>();
        while (rules.size() < rulesPerSwitch) {
            final int to = random.nextInt(side * side);
            final var match = special(id, to);
            if (to != id && seen.add(match)) {
                rules.add(Rule.of(0, 100 + random.nextInt(1000), "special-" + rules.size(), match,
                    output(towards(id, to))));
            }
        }
        return rules;
    }

    /** What a rule for packets to a switch's hosts may ask for. */
    private Match special(final int id, final int to) {
        final int from = random.nextInt(side * side);
        final int source = ip(from, random.nextInt(200));
        final int destination = ip(to, random.nextInt(200));
        final var match = Match.builder().with(Field.ETH_TYPE, 0x800);
        switch (random.nextInt(12)) {
            case 0 -> ip(match, source, 24, destination, 32);
            case 1 -> ip(match, source, 32, destination, 24);
            case 2 -> ip(match, source, 32, destination, 32);
            case 3 -> ip(match, 0, 0, destination, 32).with(Field.TCP_DST, random.nextInt(65536));
            case 4 -> ip(match, 0, 0, destination, 24).with(Field.UDP_DST, random.nextInt(65536));
            case 5 -> ip(match, source, 24, destination, 24).masked(Field.TCP_DST, random.nextInt(65536), 0xFF00);
            case 6 -> ip(match, source, 28, destination, 28).with(Field.IP_PROTO, 1);
            case 7 -> ip(match, 0, 0, destination, 32).with(Field.IN_PORT, 1 + random.nextInt(4));
            case 8 -> ip(match, 0, 0, destination, 32).with(Field.ETH_SRC, mac(from, random.nextInt(200)));
            case 9 -> ip(match, 0, 0, destination, 24).with(Field.IP_DSCP, 1 + random.nextInt(63))
                .with(Field.ETH_DST, mac(to, random.nextInt(200)));
            case 10 -> ip(match, 0, 0, destination, 32).with(Field.TCP_SRC, random.nextInt(65536));
            default -> ip(match, source, 32, destination, 32).with(Field.TCP_DST, random.nextInt(65536))
                .with(Field.TCP_SRC, random.nextInt(65536));
        }
        return match.build();
    }

    private static Match.Builder ip(final Match.Builder match, final int source, final int sourceLength,
            final int destination, final int destinationLength) {
        if (sourceLength > 0) {
            match.masked(Field.IPV4_SRC, source, 0xFFFFFFFFL << 32 - sourceLength);
        }
        return match.masked(Field.IPV4_DST, destination, 0xFFFFFFFFL << 32 - destinationLength);
    }

    private static Instructions output(final long port) {
        return Instructions.apply(new Action.Output(port));
    }
}

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
import java.util.Arrays;
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
 * A network with a route from each switch to each prefix of hosts, along a shortest way that is chosen at random, and
 * a rule for each host at its switch. Hosts and links can be added and taken away. Always the same for the same
 * arguments.
 */
final class RoutedNetwork {
    private static final int FIRST_HOST_PORT = 1000;

    private final Random random = new Random(7285);
    private final List<int[]> links = new ArrayList<>();
    /** For each switch, the switch behind each port; ports are numbered from 1. */
    private final List<List<Integer>> peers = new ArrayList<>();
    private final Map<SwitchPort, SwitchPort> ends = new HashMap<>();
    private final Map<SwitchId, SwitchPipeline> pipelines = new HashMap<>();
    private final Map<SwitchId, Set<SwitchPort>> ports = new TreeMap<>();
    private Topology topology = Topology.EMPTY;
    private final int[] hostsAt;
    private HostTable hosts = HostTable.EMPTY;

    private RoutedNetwork(final int switches, final List<int[]> links, final List<Integer> edge, final int hostCount) {
        hostsAt = new int[switches];
        for (int id = 0; id < switches; id++) {
            peers.add(new ArrayList<>());
            ports.put(switchId(id), new TreeSet<>());
            pipelines.put(switchId(id), SwitchPipeline.of(switchId(id), List.of(), List.of(), List.of()));
        }
        for (final var link : links) {
            peers.get(link[0]).add(link[1]);
            peers.get(link[1]).add(link[0]);
            final var one = new SwitchPort(switchId(link[0]), peers.get(link[0]).size());
            final var other = new SwitchPort(switchId(link[1]), peers.get(link[1]).size());
            ends.put(one, other);
            ends.put(other, one);
            ports.get(one.switchId()).add(one);
            ports.get(other.switchId()).add(other);
            this.links.add(new int[] { link[0], (int) one.port(), link[1], (int) other.port() });
        }
        final var rules = new ArrayList<List<Rule>>();
        for (int id = 0; id < switches; id++) {
            rules.add(new ArrayList<>());
        }
        edge.forEach(to -> route(to, rules));
        final Map<Host.Key, Optional<Host>> all = new HashMap<>();
        for (int i = 0; i < hostCount; i++) {
            final var host = newHost(edge.get(i % edge.size()));
            all.put(host.key(), Optional.of(host));
            rules.get((int) host.attachment().switchId().datapathId() - 1).add(delivery(host));
        }
        hosts = HostTable.EMPTY.with(all);
        for (int id = 0; id < switches; id++) {
            pipelines.put(switchId(id), SwitchPipeline.of(switchId(id), rules.get(id), List.of(),
                ports.get(switchId(id)).stream().map(SwitchPort::port).toList()));
        }
    }

    /**
     * Makes a fat tree (Al-Fares, Loukissas and Vahdat, 2008) of switches with as many ports, of which the edge
     * switches have more hosts than the tree was made for.
     *
     * @param arity number of ports, even
     * @param hostCount number of hosts
     * @return the network, of 5/4 arity^2 switches and arity^3/2 links
     */
    static RoutedNetwork fatTree(final int arity, final int hostCount) {
        final int half = arity / 2;
        final var links = new ArrayList<int[]>();
        final var edge = new ArrayList<Integer>();
        final int aggregation = arity * half;
        final int core = 2 * arity * half;
        for (int pod = 0; pod < arity; pod++) {
            for (int i = 0; i < half; i++) {
                edge.add(pod * half + i);
                for (int j = 0; j < half; j++) {
                    links.add(new int[] { pod * half + i, aggregation + pod * half + j });
                    links.add(new int[] { aggregation + pod * half + i, core + i * half + j });
                }
            }
        }
        return new RoutedNetwork(core + half * half, links, edge, hostCount);
    }

    /**
     * Makes a network like that of a provider: few switches have many links and many have few, as new ones are linked
     * to those with links (Barabasi and Albert, 1999). Each switch has hosts.
     *
     * @param switches number of switches
     * @param linksOfEach how many links each new switch brings
     * @param hostCount number of hosts
     * @return the network
     */
    static RoutedNetwork provider(final int switches, final int linksOfEach, final int hostCount) {
        final var random = new Random(1999);
        final var links = new ArrayList<int[]>();
        final var ends = new ArrayList<>(List.of(0));
        final var edge = new ArrayList<>(List.of(0));
        for (int id = 1; id < switches; id++) {
            final var to = new HashSet<Integer>();
            while (to.size() < Math.min(id, linksOfEach)) {
                to.add(ends.get(random.nextInt(ends.size())));
            }
            for (final int other : to) {
                links.add(new int[] { id, other });
                ends.add(id);
                ends.add(other);
            }
            edge.add(id);
        }
        return new RoutedNetwork(switches, links, edge, hostCount);
    }

    private static SwitchId switchId(final int id) {
        return new SwitchId(id + 1);
    }

    private static Instructions output(final long port) {
        return Instructions.apply(new Action.Output(port));
    }

    /** 10.0.0.0/8 has 2^16 prefixes of 256 hosts, 2^14 of 1024. */
    private static int prefix(final int id) {
        return 10 << 24 | id << 10;
    }

    private void route(final int to, final List<List<Rule>> rules) {
        final var match = Match.builder().with(Field.ETH_TYPE, 0x800).masked(Field.IPV4_DST, prefix(to), 0xFFFFFC00L)
            .build();
        final var distance = new int[hostsAt.length];
        Arrays.fill(distance, Integer.MAX_VALUE);
        distance[to] = 0;
        final var queue = new ArrayList<>(List.of(to));
        for (int i = 0; i < queue.size(); i++) {
            final int at = queue.get(i);
            for (final int next : peers.get(at)) {
                if (distance[next] == Integer.MAX_VALUE) {
                    distance[next] = distance[at] + 1;
                    queue.add(next);
                }
            }
        }
        for (int from = 0; from < distance.length; from++) {
            if (distance[from] != Integer.MAX_VALUE && from != to) {
                final var best = new ArrayList<Integer>();
                for (int port = 1; port <= peers.get(from).size(); port++) {
                    if (distance[peers.get(from).get(port - 1)] < distance[from]) {
                        best.add(port);
                    }
                }
                final int port = best.get(random.nextInt(best.size()));
                rules.get(from).add(Rule.of(0, 10, "route-" + to, match, output(port)));
            }
        }
    }

    private Host newHost(final int at) {
        final int number = ++hostsAt[at];
        final var port = new SwitchPort(switchId(at), FIRST_HOST_PORT + number);
        ports.get(port.switchId()).add(port);
        return new Host(new MacAddress(0x02_00_00_00_00_00L | (long) at << 16 | number), Optional.empty(),
            ImmutableSortedSet.of(new Ipv4Addr(prefix(at) + number)), port, Instant.EPOCH, Instant.EPOCH);
    }

    private static Rule delivery(final Host host) {
        return Rule.of(0, 20, "host-" + host.mac(), Match.builder().with(Field.ETH_TYPE, 0x800)
            .with(Field.IPV4_DST, ((Ipv4Addr) host.addresses().first()).value()).build(),
            output(host.attachment().port()));
    }

    /** Adds a host to the switch of a random one, with its rule. */
    void addHost() {
        final var switchId = hosts.hosts().get(random.nextInt(hosts.size())).attachment().switchId();
        final var host = newHost((int) switchId.datapathId() - 1);
        hosts = hosts.with(Map.of(host.key(), Optional.of(host)));
        pipelines.put(switchId, pipelines.get(switchId).with(delivery(host))
            .withLivePorts(ports.get(switchId).stream().map(SwitchPort::port).toList()));
    }

    /** Takes a random link down: the ports at both ends. */
    void cutLink() {
        final var link = links.remove(random.nextInt(links.size()));
        for (int end = 0; end < link.length; end += 2) {
            final var id = switchId(link[end]);
            final var port = new SwitchPort(id, link[end + 1]);
            ports.get(id).remove(port);
            ends.remove(port);
            pipelines.put(id, pipelines.get(id).withLivePorts(ports.get(id).stream().map(SwitchPort::port).toList()));
        }
    }

    NetworkState state() {
        topology = topology.next(ports, ends);
        return new NetworkState(topology, pipelines, Instant.EPOCH);
    }

    HostTable hosts() {
        return hosts;
    }

    int linkCount() {
        return links.size();
    }

    int ruleCount() {
        return pipelines.values().stream().mapToInt(SwitchPipeline::ruleCount).sum();
    }
}

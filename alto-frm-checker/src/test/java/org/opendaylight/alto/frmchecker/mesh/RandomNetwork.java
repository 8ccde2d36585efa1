/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mesh;

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
import org.opendaylight.alto.core.net.Ipv6Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.net.VlanId;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.frmchecker.flow.Action;
import org.opendaylight.alto.frmchecker.flow.Field;
import org.opendaylight.alto.frmchecker.flow.Instructions;
import org.opendaylight.alto.frmchecker.flow.Match;
import org.opendaylight.alto.frmchecker.flow.Rule;
import org.opendaylight.alto.frmchecker.flow.SwitchPipeline;
import org.opendaylight.alto.frmchecker.trace.NetworkState;

/**
 * A network of some switches that changes at random. Each switch forwards by one prefix for all hosts of another one,
 * and delivers to its own; then come rules of all kinds.
 */
final class RandomNetwork {
    private static final int EDGE = 20;

    private final Random random;
    private final int switchCount;
    private final Map<SwitchPort, SwitchPort> links = new HashMap<>();
    private final Set<SwitchPort> down = new HashSet<>();
    private final Set<Integer> gone = new HashSet<>();
    private final Map<Integer, List<Rule>> rules = new TreeMap<>();
    private final Map<Integer, SwitchPipeline> pipelines = new TreeMap<>();
    private final Map<Host.Key, Host> hosts = new HashMap<>();
    private int flows;
    private int hostNumber;
    private Topology topology = Topology.EMPTY;

    RandomNetwork(final Random random, final int switchCount) {
        this.random = random;
        this.switchCount = switchCount;
        for (int i = 1; i <= switchCount; i++) {
            rules.put(i, new ArrayList<>());
            if (i > 1) {
                link(i, 1 + random.nextInt(i - 1));
            }
        }
        for (int i = 0; i < switchCount / 2; i++) {
            link(1 + random.nextInt(switchCount), 1 + random.nextInt(switchCount));
        }
        for (int to = 1; to <= switchCount; to++) {
            route(to);
        }
    }

    private void link(final int first, final int second) {
        final var one = freePort(first);
        if (first != second) {
            final var other = freePort(second);
            links.put(one, other);
            links.put(other, one);
        }
    }

    private SwitchPort freePort(final int id) {
        long number = 1;
        while (links.containsKey(new SwitchPort(new SwitchId(id), number))) {
            number++;
        }
        return new SwitchPort(new SwitchId(id), number);
    }

    /** Has all switches send packets for a prefix to a switch. */
    private void route(final int to) {
        final var reached = new HashSet<>(Set.of(to));
        var edge = List.of(to);
        while (!edge.isEmpty()) {
            final var next = new ArrayList<Integer>();
            for (final int at : edge) {
                links.forEach((from, peer) -> {
                    final int before = (int) from.switchId().datapathId();
                    if (peer.switchId().datapathId() == at && reached.add(before)) {
                        next.add(before);
                        addRule(before, 10, Match.builder()
                            .masked(Field.IPV4_DST, 0x0A000000 | to << 8, 0xFFFFFF00L).build(),
                            Instructions.apply(new Action.Output(from.port())));
                        addRule(before, 10, Match.builder()
                            .masked(Field.IPV6_DST, to, 0, -1L, 0).build(),
                            Instructions.apply(new Action.Output(from.port())));
                    }
                });
            }
            edge = next;
        }
    }

    private void addRule(final int id, final int priority, final Match match, final Instructions does) {
        rules.get(id).add(Rule.of(0, priority, "f" + flows++, match, does));
        pipelines.remove(id);
    }

    /** Attaches a host, which its switch delivers to; mostly at a port of its own. */
    void addHost() {
        final int id = 1 + random.nextInt(switchCount);
        final int number = ++hostNumber;
        final var port = new SwitchPort(new SwitchId(id),
            random.nextInt(6) == 0 ? EDGE : random.nextInt(20) == 0 ? 1 : EDGE + number);
        final var addresses = new TreeSet<IpAddr>();
        if (random.nextInt(8) > 0) {
            addresses.add(new Ipv4Addr(0x0A000000 | id << 8 | number & 0xFF));
        }
        if (random.nextInt(3) == 0) {
            addresses.add(new Ipv6Addr(id, number));
        }
        final var host = new Host(new MacAddress(number),
            random.nextInt(8) == 0 ? Optional.of(new VlanId(5)) : Optional.empty(), addresses, port, Instant.EPOCH,
            Instant.EPOCH);
        hosts.put(host.key(), host);
        addRule(id, 20, Match.builder().with(Field.ETH_DST, number).build(),
            Instructions.apply(new Action.Output(port.port())));
    }

    /** Adds a rule that asks for all kinds of fields, and does all kinds of things. */
    void addRandomRule() {
        final int id = 1 + random.nextInt(switchCount);
        final var match = Match.builder();
        if (random.nextInt(3) > 0) {
            match.masked(Field.IPV4_DST, address(), 0xFFFFFFFFL << random.nextInt(10) & 0xFFFFFFFFL);
        }
        if (random.nextInt(4) == 0) {
            match.masked(Field.IPV4_SRC, address(), 0xFFFFFFFFL << random.nextInt(10) & 0xFFFFFFFFL);
        }
        switch (random.nextInt(8)) {
            case 0 -> match.with(Field.IN_PORT, EDGE + random.nextInt(hostNumber + 1));
            case 1 -> match.with(Field.ETH_SRC, random.nextInt(hostNumber + 1));
            case 2 -> match.with(Field.ETH_DST, random.nextInt(hostNumber + 1));
            case 3 -> match.with(Field.TCP_DST, 80);
            case 4 -> match.with(Field.VLAN_VID, random.nextBoolean() ? 0 : Field.VLAN_PRESENT | 5);
            default -> { }
        }
        final var actions = new ArrayList<Action>();
        switch (random.nextInt(20)) {
            case 0 -> actions.add(new Action.SetField(Field.IPV4_DST, 0, address()));
            case 1 -> actions.add(new Action.SetField(Field.ETH_DST, 0, random.nextInt(hostNumber + 1)));
            case 2 -> actions.add(new Action.PushVlan());
            default -> { }
        }
        if (random.nextInt(10) > 0) {
            actions.add(new Action.Output(1 + random.nextInt(4)));
        }
        addRule(id, random.nextInt(25), match.build(), Instructions.apply(actions.toArray(Action[]::new)));
    }

    /** Has some switch drop the packets from or to one host, which may have been like others until now. */
    void addRuleOfOneHost() {
        final var addresses = hosts.values().stream().flatMap(host -> host.addresses().stream())
            .filter(Ipv4Addr.class::isInstance).map(address -> ((Ipv4Addr) address).value()).sorted().toList();
        if (!addresses.isEmpty()) {
            addRule(1 + random.nextInt(switchCount), 30, Match.builder().with(Field.ETH_TYPE, 0x800)
                .with(random.nextBoolean() ? Field.IPV4_SRC : Field.IPV4_DST,
                    addresses.get(random.nextInt(addresses.size()))).build(), Instructions.apply(new Action[0]));
        }
    }

    private int address() {
        return 0x0A000000 | 1 + random.nextInt(switchCount) << 8 | random.nextInt(hostNumber + 1);
    }

    void removeRule() {
        final var of = rules.get(1 + random.nextInt(switchCount));
        if (!of.isEmpty()) {
            of.remove(random.nextInt(of.size()));
            rules.forEach((id, all) -> {
                if (all == of) {
                    pipelines.remove(id);
                }
            });
        }
    }

    void removeHost() {
        hosts.keySet().stream().skip(random.nextInt(hosts.size() + 1)).findFirst().ifPresent(hosts::remove);
    }

    /** Takes a port down, or up again. */
    void togglePort() {
        final var ports = new ArrayList<>(links.keySet());
        hosts.values().forEach(host -> ports.add(host.attachment()));
        final var port = ports.get(random.nextInt(ports.size()));
        if (!down.remove(port)) {
            down.add(port);
        }
    }

    /** Disconnects a switch, or connects it again. */
    void toggleSwitch() {
        final int id = 1 + random.nextInt(switchCount);
        if (!gone.remove(id)) {
            gone.add(id);
        }
    }

    void change() {
        switch (random.nextInt(14)) {
            case 0, 1, 2, 3 -> addRandomRule();
            case 4, 5 -> removeRule();
            case 6, 7 -> addHost();
            case 8 -> removeHost();
            case 9, 10 -> togglePort();
            case 11, 12 -> addRuleOfOneHost();
            default -> toggleSwitch();
        }
    }

    /** The state now. As in a controller, pipelines, ports and links that stay are the same objects. */
    NetworkState state() {
        final var ports = new TreeMap<SwitchId, TreeSet<SwitchPort>>();
        final var present = new HashMap<SwitchId, SwitchPipeline>();
        for (int i = 1; i <= switchCount; i++) {
            if (!gone.contains(i)) {
                final var id = new SwitchId(i);
                final var up = ports.computeIfAbsent(id, key -> new TreeSet<>());
                links.keySet().stream().filter(port -> port.switchId().equals(id)).forEach(up::add);
                hosts.values().stream().map(Host::attachment).filter(port -> port.switchId().equals(id))
                    .forEach(up::add);
                up.removeAll(down);
                present.put(id, pipelines.computeIfAbsent(i,
                    key -> SwitchPipeline.of(id, rules.get(key), List.of(), List.of())));
            }
        }
        topology = topology.next(ports, links);
        return new NetworkState(topology, present, Instant.EPOCH);
    }

    HostTable hosts() {
        return HostTable.of(hosts.values());
    }
}

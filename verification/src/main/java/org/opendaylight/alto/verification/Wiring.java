/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.topology.Topology;

/**
 * Switches, their ports and links. There are few of them, and many networks use each: wiring a switch takes far longer
 * than changing its rules.
 *
 * @param index which one
 * @param edge ports to the outside, by whether they are up
 * @param links links, in both directions
 */
record Wiring(int index, SortedMap<SwitchPort, Boolean> edge, SortedMap<SwitchPort, SwitchPort> links) {
    /** How many there are. */
    static final int COUNT = 20;
    /** Few have one switch or two, but some do, to keep the cases small in which something goes wrong. */
    private static final List<Integer> SIZES = List.of(3, 4, 1, 5, 4, 2, 5, 3, 4, 5);

    static Wiring of(final int index) {
        final var random = new Random(index);
        final int size = SIZES.get(index % SIZES.size());
        final var edge = new TreeMap<SwitchPort, Boolean>();
        final var ports = new TreeMap<Integer, Integer>();
        for (int number = 1; number <= size; number++) {
            final int count = 2 + random.nextInt(2);
            for (int port = 1; port <= count; port++) {
                edge.put(port(number, port), port == 1 || random.nextInt(6) > 0);
            }
            ports.put(number, count);
        }
        final var links = new TreeMap<SwitchPort, SwitchPort>();
        for (int number = 2; number <= size; number++) {
            link(links, ports, number, 1 + random.nextInt(number - 1));
        }
        for (int more = random.nextInt(3); more > 0 && size > 2; more--) {
            final int from = 1 + random.nextInt(size);
            link(links, ports, from, 1 + (from + random.nextInt(size - 1)) % size);
        }
        return new Wiring(index, edge, links);
    }

    private static SwitchPort port(final int number, final int port) {
        return new SwitchPort(new SwitchId(number), port);
    }

    private static void link(final Map<SwitchPort, SwitchPort> links, final Map<Integer, Integer> ports,
            final int from, final int to) {
        final var fromPort = port(from, ports.merge(from, 1, Integer::sum));
        final var toPort = port(to, ports.merge(to, 1, Integer::sum));
        links.put(fromPort, toPort);
        links.put(toPort, fromPort);
    }

    List<SwitchId> switches() {
        return edge.keySet().stream().map(SwitchPort::switchId).distinct().toList();
    }

    /** Returns the edge ports of a switch, up or not. */
    List<Long> edgePorts(final SwitchId switchId) {
        return edge.keySet().stream().filter(port -> port.switchId().equals(switchId)).map(SwitchPort::port).toList();
    }

    List<SwitchPort> edgePortsUp() {
        return edge.keySet().stream().filter(edge::get).toList();
    }

    /** Returns the ports of a switch that lead to others. */
    List<SwitchPort> linkPorts(final SwitchId switchId) {
        return links.keySet().stream().filter(port -> port.switchId().equals(switchId)).toList();
    }

    List<Long> livePorts(final SwitchId switchId) {
        final var live = new ArrayList<>(edgePorts(switchId).stream()
            .filter(port -> Boolean.TRUE.equals(edge.get(new SwitchPort(switchId, port)))).toList());
        linkPorts(switchId).forEach(port -> live.add(port.port()));
        return live;
    }

    Topology topology() {
        final var ports = new TreeMap<SwitchId, List<SwitchPort>>();
        switches().forEach(id -> ports.put(id, livePorts(id).stream().map(port -> new SwitchPort(id, port)).toList()));
        return Topology.of(ports, links);
    }

    /** Returns the name of a switch as the bridge of Open vSwitch. */
    String bridge(final SwitchId switchId) {
        return "w" + index + "s" + switchId.datapathId();
    }

    /** Returns the name of a port in Open vSwitch. */
    String interfaceName(final SwitchPort port) {
        return bridge(port.switchId()) + "p" + port.port();
    }
}

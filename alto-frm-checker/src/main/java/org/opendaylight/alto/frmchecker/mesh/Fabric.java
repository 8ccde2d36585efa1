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

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.topology.Topology;

/**
 * A topology in numbers: switches have numbers, and each port has a place among those of its switch. Immutable.
 */
final class Fabric {
    /** In place of a switch: the port is up, but no switch is behind it. */
    static final int NOTHING = -1;

    private final Topology topology;
    private final SwitchPort[][] ports;
    private final long[][] portNumbers;
    private final int[][] peers;

    /**
     * Takes a topology.
     *
     * @param topology the topology
     * @param switches the switches by their number, those of the topology and maybe others
     * @param numbers the number of each of them
     */
    Fabric(final Topology topology, final List<SwitchId> switches, final Map<SwitchId, Integer> numbers) {
        this.topology = topology;
        final int count = switches.size();
        ports = new SwitchPort[count][];
        portNumbers = new long[count][];
        peers = new int[count][];
        for (int number = 0; number < count; number++) {
            final var of = topology.ports().get(switches.get(number));
            ports[number] = of == null ? new SwitchPort[0] : of.toArray(new SwitchPort[0]);
            portNumbers[number] = Arrays.stream(ports[number]).mapToLong(SwitchPort::port).toArray();
            peers[number] = Arrays.stream(ports[number]).mapToInt(port ->
                topology.peer(port).map(peer -> numbers.getOrDefault(peer.switchId(), NOTHING)).orElse(NOTHING))
                .toArray();
        }
    }

    Topology topology() {
        return topology;
    }

    /** Tells whether packets that leave switches arrive where they do in another one; hosts' ports may differ. */
    boolean hasSameLinks(final Fabric other) {
        return this == other || topology.links().equals(other.topology.links());
    }

    int switchCount() {
        return ports.length;
    }

    int portCount(final int number) {
        return ports[number].length;
    }

    SwitchPort port(final int number, final int place) {
        return ports[number][place];
    }

    /** Returns the place of a port among those of its switch that are up; negative if it is not up. */
    int placeOf(final int number, final long portNumber) {
        return Arrays.binarySearch(portNumbers[number], portNumber);
    }

    /** Returns the switch behind a port; {@link #NOTHING} if there is none. */
    int peer(final int number, final int place) {
        return peers[number][place];
    }
}

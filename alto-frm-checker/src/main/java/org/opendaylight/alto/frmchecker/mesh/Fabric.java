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

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.topology.Topology;

/**
 * A topology in numbers: switches have numbers, and each port has a place among those of its switch. Immutable.
 */
final class Fabric {
    /** In place of a switch: the port is up, but no switch is behind it. */
    static final int NOTHING = -1;
    /** Without switches. */
    static final Fabric EMPTY = new Fabric();

    private static final SwitchPort[] NO_PORTS = { };

    private final Topology topology;
    private final SwitchPort[][] ports;
    private final long[][] portNumbers;
    private final int[][] peers;
    /** For each switch, the places of ports at which links arrive or leave; null if it is not connected. */
    private final @Nullable BitSet[] linked;

    /**
     * Takes a topology.
     *
     * @param topology the topology
     * @param switches the switches by their number, those of the topology and maybe others
     * @param numbers the number of each of them
     * @param before the fabric of before, with the same numbers, of which is kept what is the same object in the
     *     topologies of both
     */
    Fabric(final Topology topology, final List<SwitchId> switches, final Map<SwitchId, Integer> numbers,
            final Fabric before) {
        this.topology = topology;
        final int count = switches.size();
        ports = new SwitchPort[count][];
        portNumbers = new long[count][];
        peers = new int[count][];
        linked = new BitSet[count];
        final boolean sameLinks = topology.links() == before.topology.links();
        for (int number = 0; number < count; number++) {
            final var of = topology.ports().get(switches.get(number));
            // most are the same objects
            final boolean isSame = of != null && of == before.topology.ports().get(switches.get(number));
            ports[number] = isSame ? before.ports[number] : of == null ? NO_PORTS : of.toArray(NO_PORTS);
            portNumbers[number] = isSame ? before.portNumbers[number]
                : Arrays.stream(ports[number]).mapToLong(SwitchPort::port).toArray();
            if (isSame && sameLinks) {
                peers[number] = before.peers[number];
                linked[number] = before.linked[number];
            } else {
                peers[number] = new int[ports[number].length];
                Arrays.fill(peers[number], NOTHING);
                linked[number] = of == null ? null : new BitSet();
                for (int place = 0; sameLinks && place < ports[number].length; place++) {
                    connect(number, place, numbers);
                }
            }
        }
        if (!sameLinks) {
            connectAll(numbers);
        }
        for (int number = 0; number < Math.min(count, before.ports.length); number++) {
            if (ports[number] == before.ports[number] && Arrays.equals(peers[number], before.peers[number])) {
                peers[number] = before.peers[number];
            }
        }
    }

    private void connect(final int number, final int place, final Map<SwitchId, Integer> numbers) {
        final var port = ports[number][place];
        topology.peer(port).ifPresent(to -> peers[number][place] = numbers.get(to.switchId()));
        requireNonNull(linked[number]).set(place, topology.isInterSwitch(port));
    }

    private void connectAll(final Map<SwitchId, Integer> numbers) {
        topology.links().forEach((from, to) -> {
            final int sender = numbers.getOrDefault(from.switchId(), NOTHING);
            final int receiver = numbers.getOrDefault(to.switchId(), NOTHING);
            final int place = placeOf(sender, from.port());
            peers[sender][place] = receiver;
            requireNonNull(linked[sender]).set(place);
            requireNonNull(linked[receiver]).set(placeOf(receiver, to.port()));
        });
    }

    private Fabric() {
        topology = Topology.EMPTY;
        ports = new SwitchPort[0][];
        portNumbers = new long[0][];
        peers = new int[0][];
        linked = new BitSet[0];
    }

    /** Returns the switches that are linked otherwise than in a fabric with the same numbers. */
    int[] relinked(final Fabric other) {
        return IntStream.range(0, Math.max(ports.length, other.ports.length))
            .filter(number -> !hasSameLinks(number, other)).toArray();
    }

    private boolean hasSameLinks(final int number, final Fabric other) {
        final boolean areBoth = number < ports.length && number < other.ports.length;
        return areBoth && peers[number] == other.peers[number]
            || Arrays.equals(links(number), other.links(number));
    }

    /** Returns the number of each port that has a peer, and that peer. */
    private long[] links(final int number) {
        if (number >= ports.length) {
            return new long[0];
        }
        final var links = new long[2 * ports[number].length];
        int length = 0;
        for (int place = 0; place < peers[number].length; place++) {
            if (peers[number][place] != NOTHING) {
                links[length++] = portNumbers[number][place];
                links[length++] = peers[number][place];
            }
        }
        return Arrays.copyOf(links, length);
    }

    /** Tells whether a switch has the same ports as in a fabric with the same numbers, and links at the same ones. */
    boolean hasSamePorts(final int number, final Fabric before) {
        return number < before.ports.length && portNumbers[number] == before.portNumbers[number]
            && Objects.equals(linked[number], before.linked[number]);
    }

    /** Tells whether a switch is connected. */
    boolean isConnected(final int number) {
        return linked[number] != null;
    }

    /** Tells whether a port that is up is one end of a link between switches, in either direction. */
    boolean isInterSwitch(final int number, final int place) {
        return requireNonNull(linked[number]).get(place);
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

    /** Returns the switch to which packets go that leave a switch by a port; {@link #NOTHING} if there is none. */
    int next(final int number, final long portNumber) {
        final int place = number < ports.length ? placeOf(number, portNumber) : NOTHING;
        return place < 0 ? NOTHING : peers[number][place];
    }

    /** Returns the switch behind a port; {@link #NOTHING} if there is none. */
    int peer(final int number, final int place) {
        return peers[number][place];
    }
}

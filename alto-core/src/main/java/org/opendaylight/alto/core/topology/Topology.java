/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.topology;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;

/**
 * The switches that are connected, their physical ports that are up, and the links that were discovered between them,
 * at one moment. Immutable. Questions about one port take a time that does not grow with the network.
 */
public final class Topology {
    /** No switch is connected. */
    public static final Topology EMPTY = new Topology(ImmutableSortedMap.of(), ImmutableSortedMap.of());

    private final ImmutableSortedMap<SwitchId, SortedSet<SwitchPort>> ports;
    private final ImmutableSortedMap<SwitchPort, SwitchPort> links;
    private final ImmutableSet<SwitchPort> up;
    private final ImmutableMap<SwitchPort, SwitchPort> peers;
    private final ImmutableSet<SwitchPort> receiving;

    private Topology(final ImmutableSortedMap<SwitchId, SortedSet<SwitchPort>> ports,
            final ImmutableSortedMap<SwitchPort, SwitchPort> links) {
        this.ports = ports;
        this.links = links;
        up = ports.values().stream().flatMap(SortedSet::stream).collect(ImmutableSet.toImmutableSet());
        peers = ImmutableMap.<SwitchPort, SwitchPort>builder().putAll(links).buildOrThrow();
        receiving = ImmutableSet.copyOf(links.values());
    }

    /**
     * Makes a topology out of everything that was reported, leaving out links with an end that is not up.
     *
     * @param ports each connected switch with its ports that are up
     * @param links directed links, also stale ones
     * @return the topology
     */
    public static Topology of(final Map<SwitchId, ? extends Collection<SwitchPort>> ports,
            final Map<SwitchPort, SwitchPort> links) {
        return EMPTY.next(ports, links);
    }

    /**
     * Makes the topology that follows this one, out of everything that was reported, as {@link #of} does. What is equal
     * in both is the same object then, so they are fast to compare.
     *
     * @param nextPorts each connected switch with its ports that are up
     * @param nextLinks directed links, also stale ones
     * @return the topology
     */
    public Topology next(final Map<SwitchId, ? extends Collection<SwitchPort>> nextPorts,
            final Map<SwitchPort, SwitchPort> nextLinks) {
        final var sortedPorts = ImmutableSortedMap.<SwitchId, SortedSet<SwitchPort>>naturalOrder();
        nextPorts.forEach((id, of) -> {
            final var now = ImmutableSortedSet.copyOf(of);
            final var before = ports.get(id);
            sortedPorts.put(id, now.equals(before) ? before : now);
        });
        final var all = sortedPorts.build();
        final var live = ImmutableSortedMap.<SwitchPort, SwitchPort>naturalOrder();
        nextLinks.forEach((from, to) -> {
            if (isAmong(all, from) && isAmong(all, to)) {
                live.put(from, to);
            }
        });
        final var linked = live.build();
        return new Topology(all, linked.equals(links) ? links : linked);
    }

    private static boolean isAmong(final Map<SwitchId, SortedSet<SwitchPort>> ports, final SwitchPort port) {
        final var of = ports.get(port.switchId());
        return of != null && of.contains(port);
    }

    /**
     * Returns the switches and their ports.
     *
     * @return each connected switch with its ports that are up; a switch may have none
     */
    public SortedMap<SwitchId, SortedSet<SwitchPort>> ports() {
        return ports;
    }

    /**
     * Returns the links.
     *
     * @return directed links: the port that sends to the port that receives; only between ports that are up
     */
    public SortedMap<SwitchPort, SwitchPort> links() {
        return links;
    }

    /**
     * Tells whether a port exists, its switch is connected and the port is up.
     *
     * @param port a port
     * @return true if packets can pass it
     */
    public boolean isUp(final SwitchPort port) {
        return up.contains(port);
    }

    /**
     * Tells whether a port is one end of a link between switches, in either direction.
     *
     * @param port a port
     * @return false for edge ports and for ports that are not up
     */
    public boolean isInterSwitch(final SwitchPort port) {
        return peers.containsKey(port) || receiving.contains(port);
    }

    /**
     * Returns where a packet arrives that leaves a switch.
     *
     * @param port the port by which it leaves
     * @return the port at the other switch, or empty if no link from this port is known
     */
    public Optional<SwitchPort> peer(final SwitchPort port) {
        return Optional.ofNullable(peers.get(port));
    }

    @Override
    public boolean equals(final @Nullable Object obj) {
        return obj instanceof Topology other && ports.equals(other.ports) && links.equals(other.links);
    }

    @Override
    public int hashCode() {
        return 31 * ports.hashCode() + links.hashCode();
    }

    @Override
    public String toString() {
        return "Topology[ports=" + ports + ", links=" + links + "]";
    }
}

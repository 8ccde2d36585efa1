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

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;

/**
 * The switches that are connected, their physical ports that are up, and the links that were discovered between them,
 * at one moment. Immutable.
 *
 * @param ports each connected switch with its ports that are up; a switch may have none
 * @param links directed links: the port that sends to the port that receives; only between ports that are up
 */
public record Topology(SortedMap<SwitchId, SortedSet<SwitchPort>> ports, SortedMap<SwitchPort, SwitchPort> links) {
    /** No switch is connected. */
    public static final Topology EMPTY = new Topology(ImmutableSortedMap.of(), ImmutableSortedMap.of());

    public Topology {
        final var portsCopy = ImmutableSortedMap.<SwitchId, SortedSet<SwitchPort>>naturalOrder();
        ports.forEach((id, of) -> portsCopy.put(id, ImmutableSortedSet.copyOf(of)));
        ports = portsCopy.build();
        links = ImmutableSortedMap.copyOf(links);
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
        final var sortedPorts = ImmutableSortedMap.<SwitchId, SortedSet<SwitchPort>>naturalOrder();
        ports.forEach((id, of) -> sortedPorts.put(id, ImmutableSortedSet.copyOf(of)));
        final var all = sortedPorts.build();
        final var live = ImmutableSortedMap.<SwitchPort, SwitchPort>naturalOrder();
        links.forEach((from, to) -> {
            if (isUp(all, from) && isUp(all, to)) {
                live.put(from, to);
            }
        });
        return new Topology(all, live.build());
    }

    private static boolean isUp(final Map<SwitchId, SortedSet<SwitchPort>> ports, final SwitchPort port) {
        final var of = ports.get(port.switchId());
        return of != null && of.contains(port);
    }

    /**
     * Tells whether a port exists, its switch is connected and the port is up.
     *
     * @param port a port
     * @return true if packets can pass it
     */
    public boolean isUp(final SwitchPort port) {
        return isUp(ports, port);
    }

    /**
     * Tells whether a port is one end of a link between switches, in either direction.
     *
     * @param port a port
     * @return false for edge ports and for ports that are not up
     */
    public boolean isInterSwitch(final SwitchPort port) {
        return links.containsKey(port) || links.containsValue(port);
    }

    /**
     * Returns where a packet arrives that leaves a switch.
     *
     * @param port the port by which it leaves
     * @return the port at the other switch, or empty if no link from this port is known
     */
    public Optional<SwitchPort> peer(final SwitchPort port) {
        return Optional.ofNullable(links.get(port));
    }
}

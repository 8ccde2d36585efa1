/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.tracking;

import com.google.common.collect.ImmutableSortedSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.topology.Topology;

/**
 * Tells ports with hosts from ports between switches. A link is found only some seconds after its ports came up, by
 * LLDP. Until then its ports look like edge ports; to learn hosts there would make ghosts, to send ARP there could make
 * a storm. So each port is first in a hold-off. A port that lost its link while it stayed up starts again.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class EdgePorts {
    private final Duration holdOff;
    private final Map<SwitchPort, Instant> held = new TreeMap<>();
    private final TreeSet<SwitchPort> open = new TreeSet<>();
    private Topology topology = Topology.EMPTY;
    private Set<SwitchPort> linked = Set.of();
    private ImmutableSortedSet<SwitchPort> edges = ImmutableSortedSet.of();

    /** What a port is used for. */
    public enum Use {
        /** The port is not up, as far as is known. */
        DOWN,
        /** The port is up; whether hosts or a switch are behind it is not known yet. */
        HELD,
        /** Hosts are behind the port. */
        EDGE,
        /** Another switch is behind the port. */
        LINK,
    }

    /**
     * Starts without any port.
     *
     * @param holdOff how long a port that came up is watched for a link
     */
    public EdgePorts(final Duration holdOff) {
        this.holdOff = holdOff;
    }

    /**
     * Takes over a new state of the network.
     *
     * @param next all switches and links
     * @param now when this was known
     */
    public void update(final Topology next, final Instant now) {
        final var nextLinked = new HashSet<SwitchPort>(next.links().keySet());
        nextLinked.addAll(next.links().values());

        held.keySet().removeIf(port -> !next.isUp(port) || nextLinked.contains(port));
        open.removeIf(port -> !next.isUp(port) || nextLinked.contains(port));
        next.ports().values().forEach(ports -> ports.forEach(port -> {
            if (!nextLinked.contains(port) && (!topology.isUp(port) || linked.contains(port))) {
                held.put(port, now.plus(holdOff));
            }
        }));
        topology = next;
        linked = nextLinked;
        edges = ImmutableSortedSet.copyOfSorted(open);
    }

    /**
     * Ends hold-offs.
     *
     * @param now the time
     * @return ports that became edge ports
     */
    public List<SwitchPort> advance(final Instant now) {
        final var opened = new ArrayList<SwitchPort>();
        held.entrySet().removeIf(entry -> {
            if (now.isBefore(entry.getValue())) {
                return false;
            }
            opened.add(entry.getKey());
            return true;
        });
        if (open.addAll(opened)) {
            edges = ImmutableSortedSet.copyOfSorted(open);
        }
        return List.copyOf(opened);
    }

    /**
     * Tells what a port is used for.
     *
     * @param port a port
     * @return its use
     */
    public Use use(final SwitchPort port) {
        if (open.contains(port)) {
            return Use.EDGE;
        }
        if (held.containsKey(port)) {
            return Use.HELD;
        }
        return linked.contains(port) ? Use.LINK : Use.DOWN;
    }

    /**
     * Returns the ports that have hosts behind them.
     *
     * @return ports in order, as they are now
     */
    public ImmutableSortedSet<SwitchPort> edges() {
        return edges;
    }

    /**
     * Returns the state of the network that was taken over last.
     *
     * @return all switches and links
     */
    public Topology topology() {
        return topology;
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.frmchecker.cost.Way;
import org.opendaylight.alto.frmchecker.flow.Cube;
import org.opendaylight.alto.frmchecker.flow.Field;

/**
 * Follows packets to one destination where the way does not depend on who sends: each switch is asked once what it does
 * with the packets of all sources together. For one thread, but for {@link #ask}.
 *
 * <p>Knows only ways on which each switch sends all these packets out by one port and does nothing else with them.
 */
final class AnySource {
    private static final Set<Field> OF_THE_SOURCE = Set.of(Field.IN_PORT, Field.IN_PHY_PORT, Field.ETH_SRC);

    private final NetworkState network;
    private final int maxHops;
    private final Host destination;
    private final Cube packets;
    private final Map<SwitchId, Long> outputs = new ConcurrentHashMap<>();
    /** What is left from a port by which packets come; empty if it is not as simple as that. */
    private final Map<SwitchPort, Optional<Way>> known = new HashMap<>();

    /**
     * Makes it for packets like some others.
     *
     * @param network rules and links
     * @param limits how far to go
     * @param destination where to
     * @param sent packets of some source
     */
    AnySource(final NetworkState network, final WalkLimits limits, final Host destination, final Cube sent) {
        this.network = network;
        this.destination = destination;
        maxHops = limits.hops();
        final var open = new Cube.Builder(sent);
        OF_THE_SOURCE.forEach(open::open);
        packets = open.open(sent.value(Field.ETH_TYPE) == 0x0800 ? Field.IPV4_SRC : Field.IPV6_SRC).build();
    }

    /**
     * Follows packets from where a source sends them.
     *
     * @param source its port
     * @param sent its packets
     * @return their way; null if they do not arrive, or if it is not as simple as that
     */
    @Nullable Way way(final SwitchPort source, final Cube sent) {
        return packets.contains(sent)
            ? from(source, maxHops).filter(way -> way.length() <= maxHops).orElse(null) : null;
    }

    /**
     * Asks a switch before packets come to it. To ask one switch about many destinations, and then the next, is much
     * faster than the other way round, since a switch's rules stay in the processor's cache. May be called from several
     * threads, each with another switch.
     *
     * @param switchId the switch
     */
    void ask(final SwitchId switchId) {
        outputs.put(switchId, output(switchId));
    }

    private Optional<Way> from(final SwitchPort at, final int hopsLeft) {
        final var before = known.get(at);
        if (before != null) {
            return before;
        }
        final Optional<Way> way = hopsLeft == 0 ? Optional.empty() : through(at, hopsLeft);
        known.put(at, way);
        return way;
    }

    private Optional<Way> through(final SwitchPort at, final int hopsLeft) {
        final long number = outputs.computeIfAbsent(at.switchId(), this::output);
        // a packet is not sent back to where it came from
        if (number < 1 || number > SwitchPort.MAX_PORT || number == at.port()) {
            return Optional.empty();
        }
        final var port = new SwitchPort(at.switchId(), number);
        if (!network.topology().isUp(port)) {
            return Optional.empty();
        }
        return port.equals(destination.attachment()) ? Optional.of(Way.of(port, null))
            : network.topology().peer(port).flatMap(peer -> from(peer, hopsLeft - 1)).map(rest -> Way.of(port, rest));
    }

    private long output(final SwitchId switchId) {
        final var pipeline = network.pipelines().get(switchId);
        return pipeline == null ? 0 : pipeline.onlyOutput(packets, null);
    }
}

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

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.frmchecker.cost.Way;
import org.opendaylight.alto.frmchecker.flow.Cube;
import org.opendaylight.alto.frmchecker.flow.Field;

/**
 * Follows packets on a way on which every switch sends all packets on by one port and does nothing else with them,
 * as most do. Of all other ways it says only that they are others: a {@link PacketWalk} must tell.
 */
final class StraightWalk {
    private final NetworkState network;
    private final int maxHops;

    StraightWalk(final NetworkState network, final WalkLimits limits) {
        this.network = network;
        maxHops = limits.hops();
    }

    /**
     * Follows packets to a host.
     *
     * @param source where the packets come from
     * @param sent the packets
     * @param destination the host
     * @return their way; null if they do not arrive, or if it is not as simple as that
     */
    @Nullable Way way(final SwitchPort source, final Cube sent, final Host destination) {
        final var topology = network.topology();
        final var passed = new ArrayList<SwitchPort>();
        var at = source;
        while (passed.size() < maxHops) {
            final var pipeline = network.pipelines().get(at.switchId());
            final long number = pipeline == null ? 0 : pipeline.onlyOutput(arriving(sent, at), null);
            if (number < 1 || number > SwitchPort.MAX_PORT) {
                return null;
            }
            final var port = new SwitchPort(at.switchId(), number);
            if (!topology.isUp(port)) {
                return null;
            }
            passed.add(port);
            if (port.equals(destination.attachment())) {
                return wayOf(passed);
            }
            final var peer = topology.peer(port);
            if (peer.isEmpty()) {
                return null;
            }
            at = peer.orElseThrow();
        }
        return null;
    }

    private static @Nullable Way wayOf(final List<SwitchPort> ports) {
        @Nullable Way way = null;
        for (int i = ports.size() - 1; i >= 0; i--) {
            way = Way.of(ports.get(i), way);
        }
        return way;
    }

    private static Cube arriving(final Cube sent, final SwitchPort at) {
        return new Cube.Builder(sent).put(Field.IN_PORT, 0, at.port()).put(Field.IN_PHY_PORT, 0, at.port())
            .put(Field.METADATA, 0, 0).put(Field.TUNNEL_ID, 0, 0).build();
    }
}

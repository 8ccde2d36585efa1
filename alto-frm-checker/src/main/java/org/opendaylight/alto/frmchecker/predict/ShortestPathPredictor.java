/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.service.PathPredictor;
import org.opendaylight.alto.core.topology.Topology;

/**
 * Expects packets to take a path with the fewest switches over the links that were discovered. Of several such paths it
 * is the one on which each switch, from the first on, sends out of its port with the lowest number; so the same network
 * always gives the same path.
 *
 * <p>May be used from any thread. The trees of the newest topology are kept: one for each switch that was a
 * destination.
 */
public final class ShortestPathPredictor implements PathPredictor {
    /** How operators call it. */
    public static final String NAME = "shortest-path";

    private volatile ShortestPaths newest = new ShortestPaths(Topology.EMPTY);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<List<Hop>> predict(final PathQuery query, final SwitchPort from, final SwitchPort to,
            final Topology topology) {
        // a switch does not send packets back to where they came from
        if (from.equals(to) || !topology.isUp(to) || !topology.ports().containsKey(from.switchId())) {
            return Optional.empty();
        }
        final var paths = pathsOver(topology);
        final var hops = new ArrayList<Hop>();
        var at = from;
        while (!at.switchId().equals(to.switchId())) {
            final var next = paths.next(at.switchId(), to.switchId());
            if (next.isEmpty()) {
                return Optional.empty();
            }
            final var out = next.orElseThrow();
            hops.add(hop(at.switchId(), at.port(), out.port()));
            at = topology.peer(out).orElseThrow();
        }
        hops.add(hop(to.switchId(), at.port(), to.port()));
        return Optional.of(hops);
    }

    private static Hop hop(final SwitchId switchId, final long inPort, final long outPort) {
        return new Hop(switchId, inPort, OptionalLong.of(outPort), List.of(), List.of());
    }

    /** Two threads may both make them, to the same effect. */
    private ShortestPaths pathsOver(final Topology topology) {
        final var kept = newest;
        if (kept.topology() == topology) {
            return kept;
        }
        final var made = new ShortestPaths(topology);
        newest = made;
        return made;
    }
}

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

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.hosttracker.table.Observation;

/** Observations at ports of which it is not known yet whether hosts are there; the last one of each binding. */
final class PendingObservations {
    /** Enough for the first seconds of a large network, little enough to do no harm in a flood. */
    static final int MAX = 10_000;

    private final Map<Binding, Observation> pending = new LinkedHashMap<>();

    private record Binding(SwitchPort port, Host.Key host, Optional<IpAddr> address) {
    }

    /** Keeps an observation; false if there is no room. */
    boolean add(final Observation seen) {
        final var binding = new Binding(seen.port(), seen.host(), seen.address());
        // taken out first, so that the newest one stands last
        if (pending.remove(binding) == null && pending.size() >= MAX) {
            return false;
        }
        pending.put(binding, seen);
        return true;
    }

    /** Takes out what was seen at some ports, in the order in which it was seen. */
    List<Observation> take(final Set<SwitchPort> ports) {
        final var taken = pending.values().stream().filter(seen -> ports.contains(seen.port())).toList();
        pending.values().removeIf(seen -> ports.contains(seen.port()));
        return taken;
    }

    void dropIf(final Predicate<SwitchPort> ports) {
        pending.values().removeIf(seen -> ports.test(seen.port()));
    }

    /** Drops what is too old and was seen at some ports. */
    void dropBefore(final Instant time, final Predicate<SwitchPort> ports) {
        pending.values().removeIf(seen -> seen.at().isBefore(time) && ports.test(seen.port()));
    }

    int size() {
        return pending.size();
    }
}

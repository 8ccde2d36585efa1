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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.opendaylight.alto.core.host.Host;

/** Hosts that were not seen for long, or not since a restart, and how often they were asked whether they are there. */
final class Probation {
    /** How many hosts are asked at once; the others wait for the next call. */
    static final int BATCH = 200;

    private final Map<Host.Key, State> hosts = new LinkedHashMap<>();
    private final TrackerSettings.Times times;

    private record State(int asked, Instant next) {
    }

    /** What to do with hosts now. */
    record Verdict(List<Host.Key> ask, List<Host.Key> giveUp) {
    }

    Probation(final TrackerSettings.Times times) {
        this.times = times;
    }

    void add(final Host.Key host) {
        hosts.putIfAbsent(host, new State(0, Instant.MIN));
    }

    void end(final Host.Key host) {
        hosts.remove(host);
    }

    boolean contains(final Host.Key host) {
        return hosts.containsKey(host);
    }

    int size() {
        return hosts.size();
    }

    /** Judges the hosts for which it is their turn and of which {@code reachable} says that a question arrives. */
    Verdict judge(final Instant now, final Predicate<Host.Key> reachable) {
        final var ask = new ArrayList<Host.Key>();
        final var giveUp = new ArrayList<Host.Key>();
        for (var entry : hosts.entrySet()) {
            final var state = entry.getValue();
            if (now.isBefore(state.next) || !reachable.test(entry.getKey())) {
                continue;
            }
            if (state.asked >= times.probes()) {
                giveUp.add(entry.getKey());
            } else if (ask.size() < BATCH) {
                ask.add(entry.getKey());
                entry.setValue(new State(state.asked + 1, now.plus(times.probeInterval())));
            }
        }
        giveUp.forEach(hosts::remove);
        return new Verdict(List.copyOf(ask), List.copyOf(giveUp));
    }
}

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

/**
 * Hosts, or addresses of hosts, that were not seen for long, or not since a restart, and how often they were asked
 * whether they are there.
 *
 * @param <T> type of what tells them apart
 */
final class Probation<T> {
    /** How many are asked at once; the others wait for the next call. */
    static final int BATCH = 200;

    private final Map<T, State> asked = new LinkedHashMap<>();
    private final TrackerSettings.Times times;

    private record State(int times, Instant next) {
    }

    /** What to do now. */
    record Verdict<T>(List<T> ask, List<T> giveUp) {
    }

    Probation(final TrackerSettings.Times times) {
        this.times = times;
    }

    void add(final T one) {
        asked.putIfAbsent(one, new State(0, Instant.MIN));
    }

    void end(final T one) {
        asked.remove(one);
    }

    boolean contains(final T one) {
        return asked.containsKey(one);
    }

    int size() {
        return asked.size();
    }

    /** Judges those for which it is their turn and of which {@code reachable} says that a question arrives. */
    Verdict<T> judge(final Instant now, final Predicate<T> reachable) {
        final var ask = new ArrayList<T>();
        final var giveUp = new ArrayList<T>();
        for (var entry : asked.entrySet()) {
            final var state = entry.getValue();
            if (now.isBefore(state.next) || !reachable.test(entry.getKey())) {
                continue;
            }
            if (state.times >= times.probes()) {
                giveUp.add(entry.getKey());
            } else if (ask.size() < BATCH) {
                ask.add(entry.getKey());
                entry.setValue(new State(state.times + 1, now.plus(times.probeInterval())));
            }
        }
        giveUp.forEach(asked::remove);
        return new Verdict<>(List.copyOf(ask), List.copyOf(giveUp));
    }
}

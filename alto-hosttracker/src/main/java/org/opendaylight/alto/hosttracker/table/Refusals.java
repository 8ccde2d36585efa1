/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.table;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts what had no effect. May be used from any thread. */
public final class Refusals {
    private final Map<Refusal, LongAdder> counts = new EnumMap<>(Refusal.class);

    /** Starts to count at 0. */
    public Refusals() {
        for (var refusal : Refusal.values()) {
            counts.put(refusal, new LongAdder());
        }
    }

    /**
     * Counts one.
     *
     * @param refusal why
     */
    public void add(final Refusal refusal) {
        counter(refusal).increment();
    }

    /**
     * Returns how many were counted.
     *
     * @param refusal why
     * @return a number, 0 or more
     */
    public long count(final Refusal refusal) {
        return counter(refusal).sum();
    }

    private LongAdder counter(final Refusal refusal) {
        final var counter = counts.get(refusal);
        if (counter == null) {
            throw new IllegalStateException("No counter for " + refusal);
        }
        return counter;
    }

    @Override
    public String toString() {
        return Arrays.stream(Refusal.values()).filter(refusal -> count(refusal) > 0)
            .map(refusal -> refusal + "=" + count(refusal))
            .collect(Collectors.joining(", ", "[", "]"));
    }
}

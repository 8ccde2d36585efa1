/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.counters;

import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The counters of a port as a switch reported them. A counter that the switch does not have is all ones on the wire
 * (OpenFlow 1.3, section 7.3.5.6), and not in here.
 *
 * @param nanos when the report came, on the controller's clock that only goes forward
 * @param age for how many nanoseconds the port existed when the switch read its counters; empty if it does not say
 * @param values unsigned numbers
 */
public record PortCounters(long nanos, OptionalLong age, Map<Counter, Long> values) {
    private static final long ABSENT = -1;

    public PortCounters {
        final var present = new EnumMap<Counter, Long>(Counter.class);
        values.forEach((counter, value) -> {
            if (value != ABSENT) {
                present.put(counter, value);
            }
        });
        values = Maps.immutableEnumMap(present);
    }

    /** Returns whether this is what the port's counters have become, and not those of another life of the port. */
    boolean continues(final PortCounters earlier) {
        if (age.isPresent() && earlier.age.isPresent()) {
            return agedLikeTheClock(age.getAsLong() - earlier.age.getAsLong(), nanos - earlier.nanos)
                && Arrays.stream(Counter.values()).allMatch(counter -> Increase.isPlausible(
                    earlier.values.get(counter), values.get(counter)));
        }
        // one counter may have wrapped; if several went back at once, they were reset
        return Arrays.stream(Counter.values()).filter(counter -> wentBack(earlier, counter)).count() <= 1
            && Arrays.stream(Counter.values()).allMatch(counter -> Increase.isPlausible(
                earlier.values.get(counter), values.get(counter)));
    }

    private boolean wentBack(final PortCounters earlier, final Counter counter) {
        final var before = earlier.values.get(counter);
        final var after = values.get(counter);
        return before != null && after != null && Long.compareUnsigned(after, before) < 0;
    }

    /** Allows for reports that were under way for long, and for clocks that do not run alike. */
    private static boolean agedLikeTheClock(final long aged, final long passed) {
        final long tolerance = 3_000_000_000L + passed / 10;
        return aged >= 0 && Math.abs(aged - passed) <= tolerance;
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.statistics;

import java.time.Duration;
import java.util.List;

/**
 * A histogram of durations. Immutable.
 *
 * @param total the sum of all durations
 * @param buckets how many were at most as long as the bound of the same index in {@link #BOUNDS} and longer than the
 *     one before; one more at the end for those that were longer than all
 */
public record Durations(Duration total, List<Long> buckets) {
    /** The upper bounds of all buckets but the last, ascending. */
    public static final List<Duration> BOUNDS = List.of(
        Duration.ofNanos(500_000), Duration.ofMillis(1), Duration.ofNanos(2_500_000), Duration.ofMillis(5),
        Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50), Duration.ofMillis(100),
        Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofMillis(2_500),
        Duration.ofSeconds(10));

    public Durations {
        if (buckets.size() != BOUNDS.size() + 1) {
            throw new IllegalArgumentException(buckets.size() + " buckets for " + BOUNDS.size() + " bounds");
        }
        buckets = List.copyOf(buckets);
    }

    /**
     * Returns how many durations there are.
     *
     * @return the sum of all buckets
     */
    public long count() {
        return buckets.stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Returns the mean of the durations.
     *
     * @return zero if there is none
     */
    public Duration mean() {
        final long count = count();
        return count == 0 ? Duration.ZERO : total.dividedBy(count);
    }
}

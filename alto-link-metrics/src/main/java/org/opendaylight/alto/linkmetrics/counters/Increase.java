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

import org.eclipse.jdt.annotation.Nullable;

/** By how much a counter grew that may have 32 or 64 bits and starts again at 0 after its greatest value. */
final class Increase {
    private static final long WORD = 1L << 32;
    /** More than this in one go is no growth but a jump back. */
    private static final long HALF_OF_32 = WORD / 2;
    private static final long QUARTER_OF_64 = 1L << 62;

    private Increase() {
    }

    /**
     * Tells whether a counter can have grown from one value to the other.
     *
     * @param before the earlier value, unsigned; null if the switch did not have the counter
     * @param after the later value; null if the switch does not have it
     * @return true also if there is nothing to compare
     */
    static boolean isPlausible(final @Nullable Long before, final @Nullable Long after) {
        return before == null || after == null || of(before, after) >= 0;
    }

    /**
     * Returns by how much a counter grew.
     *
     * @param before the earlier value, unsigned
     * @param after the later value, unsigned
     * @return the increase; negative if it cannot have grown so
     */
    static long of(final long before, final long after) {
        final long plain = after - before;
        if (plain >= 0 && plain < QUARTER_OF_64) {
            return plain;
        }
        // a counter of 32 bits never shows more
        if (Long.compareUnsigned(before, WORD) < 0 && Long.compareUnsigned(after, before) < 0) {
            final long wrapped = plain + WORD;
            return wrapped < HALF_OF_32 ? wrapped : -1;
        }
        return -1;
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.access;

/**
 * The counts with which a nonce was used. Requests of a client may overtake each other, so the last 64 counts may come
 * in any order, each once. Not for several threads at once.
 */
final class NonceCounts {
    private static final int WINDOW = Long.SIZE;

    private long highest;
    /** Bit n stands for the count that is n less than the highest. */
    private long seen;

    /**
     * Notes a count.
     *
     * @param count the count
     * @return false if it was there before, is too far behind the others, or is less than 1
     */
    boolean add(final long count) {
        if (count < 1) {
            return false;
        }
        if (count > highest) {
            final long step = count - highest;
            seen = step >= WINDOW ? 1 : seen << step | 1;
            highest = count;
            return true;
        }
        final long behind = highest - count;
        if (behind >= WINDOW || (seen >>> behind & 1) != 0) {
            return false;
        }
        seen |= 1L << behind;
        return true;
    }
}

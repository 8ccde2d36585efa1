/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.flow;

import java.util.stream.IntStream;

/**
 * Tells by one read of memory that a set of hashes does not have a hash: one bit for each (Bloom, 1970, with a single
 * hash function). Never wrong when it says no. Immutable.
 */
final class KeyFilter {
    /** A filter is copied with each change, so it does not grow beyond this. */
    static final int MAX_WORDS = 512;
    private static final int MIN_WORDS = 4;
    private static final int BITS_PER_HASH = 8;

    private final long[] bits;
    private final int used;
    private final int removed;

    private KeyFilter(final long[] bits, final int used, final int removed) {
        this.bits = bits;
        this.used = used;
        this.removed = removed;
    }

    /**
     * Makes a filter with room to grow.
     *
     * @param hashes the hashes
     * @param count how many there are
     */
    static KeyFilter of(final IntStream hashes, final int count) {
        final int wanted = Integer.highestOneBit(Math.max(1, count) * 2 * BITS_PER_HASH / Long.SIZE) * 2;
        final var bits = new long[Math.clamp(wanted, MIN_WORDS, MAX_WORDS)];
        final int used = (int) hashes.filter(hash -> set(bits, hash)).count();
        return new KeyFilter(bits, used, 0);
    }

    private static boolean set(final long[] bits, final int hash) {
        final int word = wordOf(bits, hash);
        final long old = bits[word];
        bits[word] |= 1L << hash;
        return old != bits[word];
    }

    /** The low bits tell the bit in the word, those above them the word. */
    private static int wordOf(final long[] bits, final int hash) {
        return hash >>> 6 & bits.length - 1;
    }

    /** Returns the bits for {@link #mayHave}, so that a reader need not read this object. */
    long[] bits() {
        return bits;
    }

    /** Tells whether the set with these bits may have a hash. */
    static boolean mayHave(final long[] bits, final int hash) {
        return (bits[wordOf(bits, hash)] >>> hash & 1) != 0;
    }

    KeyFilter with(final int hash) {
        if (mayHave(bits, hash)) {
            return this;
        }
        final var more = bits.clone();
        set(more, hash);
        return new KeyFilter(more, used + 1, removed);
    }

    /** After a hash may have gone; its bit stays, as others may share it. */
    KeyFilter withoutOne() {
        return new KeyFilter(bits, used, removed + 1);
    }

    /** Tells whether a filter that is made anew would say no much more often. */
    boolean isWorn() {
        return bits.length < MAX_WORDS && used > bits.length * Long.SIZE / BITS_PER_HASH
            || removed > used / 2 + MIN_WORDS;
    }
}

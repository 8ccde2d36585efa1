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

import java.util.Arrays;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What a rule asks of a header: the value of some bits. Immutable. Holds only the words that are asked for, since there
 * are many rules and most ask little.
 */
public final class Match implements Comparable<Match> {
    /** Holds for every packet. */
    public static final Match ANY = builder().build();

    private final byte[] words;
    private final long[] values;
    private final long[] masks;

    private Match(final byte[] words, final long[] values, final long[] masks) {
        this.words = words;
        this.values = values;
        this.masks = masks;
    }

    /** Receives the words of a match. */
    @FunctionalInterface
    interface WordVisitor {
        void word(int word, long value, long mask);
    }

    /** Collects what a rule asks for. */
    public static final class Builder {
        private final long[] values = new long[Field.WORDS];
        private final long[] masks = new long[Field.WORDS];

        private Builder() {
            // Match.builder()
        }

        /**
         * Asks for one value of a field.
         *
         * @param field a field of at most 64 bits
         * @param value the value, unsigned
         * @return this builder
         */
        public Builder with(final Field field, final long value) {
            return masked(field, value, field.lowBits());
        }

        /**
         * Asks for some bits of a field.
         *
         * @param field a field of at most 64 bits
         * @param value the value of these bits
         * @param mask ones at the bits asked for
         * @return this builder
         */
        public Builder masked(final Field field, final long value, final long mask) {
            return put(field.lowWord(), value << field.shift(), (mask & field.lowBits()) << field.shift());
        }

        /**
         * Asks for some bits of a field.
         *
         * @param field a field of more than 64 bits
         * @param high bits 127 to 64 of the value
         * @param low bits 63 to 0 of the value
         * @param highMask ones at the bits asked for
         * @param lowMask ones at the bits asked for
         * @return this builder
         */
        public Builder masked(final Field field, final long high, final long low, final long highMask,
                final long lowMask) {
            return put(field.highWord(), high, highMask).put(field.lowWord(), low, lowMask);
        }

        private Builder put(final int word, final long value, final long mask) {
            values[word] = values[word] & ~mask | value & mask;
            masks[word] |= mask;
            return this;
        }

        /**
         * Makes the match. Prerequisites of the fields (specification, table 12) that were not asked for are added.
         *
         * @return the match
         */
        public Match build() {
            for (final var field : Field.values()) {
                if ((masks[field.lowWord()] & field.wordBits()) != 0
                    || field.isWide() && masks[field.highWord()] != 0) {
                    field.prerequisites().forEach(this::require);
                }
            }
            int count = 0;
            for (final long mask : masks) {
                count += mask == 0 ? 0 : 1;
            }
            final var match = new Match(new byte[count], new long[count], new long[count]);
            int index = 0;
            for (int word = 0; word < masks.length; word++) {
                if (masks[word] != 0) {
                    match.words[index] = (byte) word;
                    match.values[index] = values[word];
                    match.masks[index] = masks[word];
                    index++;
                }
            }
            return match;
        }

        /** What the rule asks for itself stays as it is. */
        private void require(final Field.Prerequisite prerequisite) {
            final var field = prerequisite.field();
            final int word = field.lowWord();
            put(word, prerequisite.value() << field.shift(), prerequisite.mask() << field.shift() & ~masks[word]);
        }
    }

    /**
     * Starts a match.
     *
     * @return a builder that asks for nothing yet
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Compares this match with a set of headers.
     *
     * @param headers a set of headers
     * @return whether the match holds for all, none or some of them
     */
    public Relation relationTo(final Cube headers) {
        var relation = Relation.MATCHES;
        for (int i = 0; i < words.length; i++) {
            final long known = headers.mask(words[i]);
            if (((headers.value(words[i]) ^ values[i]) & masks[i] & known) != 0) {
                return Relation.DIFFERS;
            }
            if ((masks[i] & ~known) != 0) {
                relation = Relation.DEPENDS;
            }
        }
        return relation;
    }

    void forEachWord(final WordVisitor visitor) {
        for (int i = 0; i < words.length; i++) {
            visitor.word(words[i], values[i], masks[i]);
        }
    }

    /** Returns how many words are asked for. */
    int wordCount() {
        return words.length;
    }

    /** Returns the word that is asked for at an index, in ascending order. */
    int word(final int index) {
        return words[index];
    }

    long value(final int index) {
        return values[index];
    }

    long mask(final int index) {
        return masks[index];
    }

    /** Some order that is always the same. */
    @Override
    public int compareTo(final Match other) {
        int order = Arrays.compare(words, other.words);
        order = order == 0 ? Arrays.compare(masks, other.masks) : order;
        return order == 0 ? Arrays.compare(values, other.values) : order;
    }

    @Override
    public boolean equals(final @Nullable Object obj) {
        return obj instanceof Match other && Arrays.equals(words, other.words) && Arrays.equals(values, other.values)
            && Arrays.equals(masks, other.masks);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(masks);
    }

    /** Returns the match in the words of OpenFlow, such as {@code eth_type=0x800,ipv4_dst=10.0.0.1}. */
    @Override
    public String toString() {
        return Cube.ALL.intersect(this).orElseThrow().describeWithin(Cube.ALL);
    }
}

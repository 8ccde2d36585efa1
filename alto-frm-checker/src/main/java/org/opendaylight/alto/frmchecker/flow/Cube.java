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
import java.util.Optional;
import java.util.StringJoiner;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A set of packet headers that is a product of bits: each bit of each {@link Field} is zero, one or open. Immutable and
 * never empty. Also stands for one header, if no bit is open.
 */
public final class Cube {
    /** All headers. */
    public static final Cube ALL = new Cube(new long[Field.WORDS], new long[Field.WORDS]);

    /** The header that has no field: all of them are zero. */
    public static final Cube NONE = none();

    /** Known bits; the others are zero. */
    private final long[] values;
    /** Ones where bits are known. */
    private final long[] masks;

    private Cube(final long[] values, final long[] masks) {
        this.values = values;
        this.masks = masks;
    }

    private static Cube none() {
        final var all = new Builder(ALL);
        for (final var field : Field.values()) {
            all.put(field, 0, 0);
        }
        return all.build();
    }

    /** Collects the words of a cube. */
    public static final class Builder {
        private final long[] values;
        private final long[] masks;

        /**
         * Starts with a cube.
         *
         * @param start the cube
         */
        public Builder(final Cube start) {
            values = start.values.clone();
            masks = start.masks.clone();
        }

        /** Overwrites the masked bits of a word. */
        Builder put(final int word, final long value, final long mask) {
            values[word] = values[word] & ~mask | value & mask;
            masks[word] |= mask;
            return this;
        }

        /**
         * Overwrites a field.
         *
         * @param field the field
         * @param high bits 127 to 64 of its value; nothing for shorter fields
         * @param low bits 63 to 0 of its value, no more than it has
         * @return this builder
         */
        public Builder put(final Field field, final long high, final long low) {
            if (field.isWide()) {
                put(field.highWord(), high, -1L);
            }
            return put(field.lowWord(), low << field.shift(), field.wordBits());
        }

        /** Makes a field, open bits included, what it is in a cube. */
        Builder copy(final Cube from, final Field field) {
            if (field.isWide()) {
                copy(from, field.highWord(), -1L);
            }
            return copy(from, field.lowWord(), field.wordBits());
        }

        private Builder copy(final Cube from, final int word, final long bits) {
            values[word] = values[word] & ~bits | from.values[word] & bits;
            masks[word] = masks[word] & ~bits | from.masks[word] & bits;
            return this;
        }

        /**
         * Opens all bits of a field.
         *
         * @param field the field
         * @return this builder
         */
        public Builder open(final Field field) {
            return copy(ALL, field);
        }

        /**
         * Makes the cube. The builder is not to be used after.
         *
         * @return the cube
         */
        public Cube build() {
            return new Cube(values, masks);
        }
    }

    /**
     * Returns this set with one field overwritten.
     *
     * @param field a field of at most 64 bits
     * @param value its value, unsigned
     * @return the set in which the field has this value and all else is as it was
     * @throws IllegalArgumentException if the value does not fit the field
     */
    public Cube with(final Field field, final long value) {
        return with(field, 0, value);
    }

    /**
     * Returns this set with one field overwritten.
     *
     * @param field a field
     * @param high bits 127 to 64 of its value
     * @param low bits 63 to 0 of its value
     * @return the set in which the field has this value and all else is as it was
     * @throws IllegalArgumentException if the value does not fit the field
     */
    public Cube with(final Field field, final long high, final long low) {
        if ((low & ~field.lowBits()) != 0 || (high & ~field.highBits()) != 0) {
            throw new IllegalArgumentException("Value of " + field.wireName() + " has more than " + field.bits()
                + " bits");
        }
        return new Builder(this).put(field, high, low).build();
    }

    /**
     * Returns the headers of this set for which a match holds.
     *
     * @param match a match
     * @return the intersection, or empty if there are none
     */
    public Optional<Cube> intersect(final Match match) {
        if (match.relationTo(this) == Relation.DIFFERS) {
            return Optional.empty();
        }
        final var builder = new Builder(this);
        match.forEachWord(builder::put);
        return Optional.of(builder.build());
    }

    /**
     * Returns the headers that are in both sets.
     *
     * @param other another set
     * @return the intersection, or empty if there are none
     */
    public Optional<Cube> intersect(final Cube other) {
        if (!intersects(other)) {
            return Optional.empty();
        }
        final var builder = new Builder(this);
        for (int i = 0; i < values.length; i++) {
            builder.put(i, other.values[i], other.masks[i]);
        }
        return Optional.of(builder.build());
    }

    /**
     * Tells whether some header is in both sets.
     *
     * @param other another set
     * @return false if they are disjoint
     */
    public boolean intersects(final Cube other) {
        for (int i = 0; i < values.length; i++) {
            if (((values[i] ^ other.values[i]) & masks[i] & other.masks[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells whether all headers of another set are in this one.
     *
     * @param other another set
     * @return true also if the two are equal
     */
    public boolean contains(final Cube other) {
        for (int i = 0; i < values.length; i++) {
            if ((masks[i] & ~other.masks[i]) != 0 || ((values[i] ^ other.values[i]) & masks[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Fixes the bits that are open here and known there.
     *
     * @param other another set
     * @return this set without open bits that {@code other} knows; bits known here stay what they are
     */
    Cube narrowedBy(final Cube other) {
        Builder builder = null;
        for (int i = 0; i < values.length; i++) {
            final long learnt = other.masks[i] & ~masks[i];
            if (learnt != 0) {
                builder = builder == null ? new Builder(this) : builder;
                builder.put(i, other.values[i], learnt);
            }
        }
        return builder == null ? this : builder.build();
    }

    /** Returns only what is known here of bits that are open in another set. */
    Cube onlyWhereOpenIn(final Cube other) {
        final var result = new Builder(ALL);
        for (int i = 0; i < values.length; i++) {
            result.put(i, values[i], masks[i] & ~other.masks[i]);
        }
        return result.build();
    }

    /**
     * Counts the bits that another set knows and this one does not.
     *
     * @param other another set
     * @return a number of bits
     */
    int bitsLeftOpenFrom(final Cube other) {
        int count = 0;
        for (int i = 0; i < masks.length; i++) {
            count += Long.bitCount(other.masks[i] & ~masks[i]);
        }
        return count;
    }

    long mask(final int word) {
        return masks[word];
    }

    long value(final int word) {
        return values[word];
    }

    /**
     * Returns the known bits of a field.
     *
     * @param field a field
     * @return bits 63 to 0 of its value, zero where open
     */
    public long value(final Field field) {
        return values[field.lowWord()] >>> field.shift() & field.lowBits();
    }

    /**
     * Returns the known bits of a field of more than 64 bits.
     *
     * @param field a field
     * @return bits 127 to 64 of its value, zero where open and for shorter fields
     */
    public long highValue(final Field field) {
        return field.isWide() ? values[field.highWord()] : 0;
    }

    private long known(final Field field) {
        return masks[field.lowWord()] >>> field.shift() & field.lowBits();
    }

    private long highKnown(final Field field) {
        return field.isWide() ? masks[field.highWord()] : 0;
    }

    /**
     * Tells whether no bit of a field is open.
     *
     * @param field a field
     * @return true if all headers of this set have one value there
     */
    public boolean isExact(final Field field) {
        return known(field) == field.lowBits() && highKnown(field) == field.highBits();
    }

    /**
     * Tells how this set differs from a larger one.
     *
     * @param outer a set that contains this one
     * @return in the words of OpenFlow each field of which more bits are known here than in {@code outer}, separated by
     *     commas; empty if there are none
     */
    public String describeWithin(final Cube outer) {
        final var text = new StringJoiner(",");
        for (final var field : Field.values()) {
            if ((known(field) & ~outer.known(field)) != 0 || (highKnown(field) & ~outer.highKnown(field)) != 0) {
                text.add(describe(field));
            }
        }
        return text.toString();
    }

    /**
     * Writes one field.
     *
     * @param field a field of which some bits are known
     * @return name and value, such as {@code ipv4_dst=10.0.0.0/8}
     */
    public String describe(final Field field) {
        return field.describe(highValue(field), value(field), highKnown(field), known(field));
    }

    @Override
    public boolean equals(final @Nullable Object obj) {
        return obj instanceof Cube other && Arrays.equals(values, other.values) && Arrays.equals(masks, other.masks);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(masks);
    }

    @Override
    public String toString() {
        return "[" + describeWithin(ALL) + "]";
    }
}

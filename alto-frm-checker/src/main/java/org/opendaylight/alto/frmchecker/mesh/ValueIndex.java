/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mesh;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.opendaylight.alto.frmchecker.flow.Cube;
import org.opendaylight.alto.frmchecker.flow.HostValues;
import org.opendaylight.alto.frmchecker.flow.HostValues.Part;
import org.opendaylight.alto.frmchecker.flow.HostValues.Role;

/**
 * Which switches have rules that ask for which values. A change of one switch costs the number of its values. Not for
 * several threads at once.
 */
final class ValueIndex {
    /** If more values are exchanged, all hosts may be concerned. */
    private static final int MAX_TOUCHED = 10_000;

    /** Odd, so that different values have different products. */
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** By {@link #key}. */
    private final SortedMap<Part, Map<Long, Owners>> owners = new TreeMap<>();
    private final SortedMap<Part, SortedSet<Long>> touched = new TreeMap<>();
    private int touchedCount;

    /** How many switches ask for a value; if it is one, which one that is. */
    private static final class Owners {
        private int count;
        private int sum;
    }

    /** Returns the key of a value. Prefixes end with zeros, and many would have the same hash. */
    private static Long key(final long value) {
        return value * MIX;
    }

    /** Begins to note which values are exchanged. */
    void start() {
        touched.clear();
        touchedCount = 0;
    }

    /**
     * Exchanges the values of a switch.
     *
     * @param number the switch
     * @param before its values until now
     * @param after its values from now on
     */
    void exchange(final int number, final HostValues before, final HostValues after) {
        after.forEach((part, values) -> {
            final var ofPart = owners.computeIfAbsent(part, key -> new HashMap<>());
            final long[] had = before.valuesOf(part);
            for (final long value : values) {
                if (Arrays.binarySearch(had, value) < 0) {
                    final var of = ofPart.computeIfAbsent(key(value), key -> new Owners());
                    of.count++;
                    of.sum += number;
                    touch(part, value);
                }
            }
        });
        before.forEach((part, values) -> {
            final var ofPart = owners.getOrDefault(part, Map.of());
            final long[] has = after.valuesOf(part);
            for (final long value : values) {
                if (Arrays.binarySearch(has, value) < 0) {
                    final var of = requireNonNull(ofPart.get(key(value)));
                    of.count--;
                    of.sum -= number;
                    if (of.count == 0) {
                        ofPart.remove(key(value));
                    }
                    touch(part, value);
                }
            }
            if (ofPart.isEmpty()) {
                owners.remove(part);
            }
        });
    }

    private void touch(final Part part, final long value) {
        if (touchedCount++ < MAX_TOUCHED) {
            touched.computeIfAbsent(part, key -> new TreeSet<>()).add(value);
        }
    }

    /** Returns the values that were exchanged since {@link #start}. */
    Touched touched() {
        return new Touched(touchedCount > MAX_TOUCHED, List.copyOf(touched.keySet()), touched.values().stream()
            .map(values -> values.stream().mapToLong(Long::longValue).toArray()).toArray(long[][]::new));
    }

    /** Some values by which rules tell hosts apart. Immutable; it is asked for every host. */
    static final class Touched {
        private final boolean areMany;
        private final List<Part> parts;
        private final long[][] values;

        private Touched(final boolean areMany, final List<Part> parts, final long[][] values) {
            this.areMany = areMany;
            this.parts = parts;
            this.values = values;
        }

        /** Tells whether they are so many that they are not known, and all hosts may be concerned. */
        boolean areMany() {
            return areMany;
        }

        /** Gives each part with its values, in order; not to be changed. */
        void forEach(final BiConsumer<Part, long[]> action) {
            for (int i = 0; i < values.length; i++) {
                action.accept(parts.get(i), values[i]);
            }
        }

        /**
         * Tells whether signatures of a host may be others than before the exchange of the values.
         *
         * @param own the host's packets, which know all that is asked for
         * @return false if they are the same, as long as the same switch is put aside
         */
        boolean concern(final Cube own) {
            for (int i = 0; i < values.length && !areMany; i++) {
                if (Arrays.binarySearch(values[i], parts.get(i).of(own)) >= 0) {
                    return true;
                }
            }
            return areMany;
        }
    }

    /**
     * Returns all that the rules see of a host in one role.
     *
     * @param role the role
     * @param own the host's packets, which know all that is asked for
     * @param aside number of a switch whose rules do not count; -1 if all count
     * @return the bits that have a value for which some rule asks, with this value; in an order that is always the same
     */
    long[] signature(final Role role, final Cube own, final int aside) {
        final var seen = new long[3 * owners.size()];
        int length = 0;
        for (final var entry : owners.entrySet()) {
            final var part = entry.getKey();
            if (part.role() == role) {
                final long value = part.of(own);
                final var of = entry.getValue().get(key(value));
                if (of != null && (of.count > 1 || of.sum != aside)) {
                    seen[length++] = part.word();
                    seen[length++] = part.mask();
                    seen[length++] = value;
                }
            }
        }
        return Arrays.copyOf(seen, length);
    }
}

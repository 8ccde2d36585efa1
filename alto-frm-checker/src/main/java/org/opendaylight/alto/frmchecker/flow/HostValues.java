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

import com.google.common.collect.ImmutableSortedMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The values by which the rules of a switch tell hosts apart: two hosts that agree in all of them are treated alike as
 * long as their packets differ in nothing else. Immutable.
 */
public final class HostValues {
    /** The rules of no switch. */
    public static final HostValues NONE = new HostValues(ImmutableSortedMap.of(), false);

    private static final long[] NO_VALUES = { };

    /** In what the packets of two hosts differ. */
    public enum Role {
        /** Where they come in. */
        PORT(Field.IN_PORT, Field.IN_PHY_PORT),
        /** Who sends them. */
        SOURCE(Field.ETH_SRC, Field.IPV4_SRC, Field.IPV6_SRC),
        /** Who receives them. */
        DESTINATION(Field.ETH_DST, Field.IPV4_DST, Field.IPV6_DST);

        /** The bits of the fields in each word. */
        private final long[] bits = new long[Field.WORDS];

        Role(final Field... fields) {
            for (final var field : fields) {
                bits[field.lowWord()] |= field.wordBits();
                if (field.isWide()) {
                    bits[field.highWord()] = -1L;
                }
            }
        }
    }

    /**
     * Some bits of a field in one word of a header.
     *
     * @param role whose field it is
     * @param word number of the word
     * @param mask the bits
     */
    public record Part(Role role, int word, long mask) implements Comparable<Part> {
        /**
         * Returns the value of these bits.
         *
         * @param packets packets that know them
         * @return the bits, in their place
         */
        public long of(final Cube packets) {
            return packets.value(word) & mask;
        }

        @Override
        public int compareTo(final Part other) {
            // asked for often, so without objects
            return role != other.role ? role.compareTo(other.role)
                : word != other.word ? Integer.compare(word, other.word) : Long.compare(mask, other.mask);
        }
    }

    /** Receives values. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Receives the values of some bits.
         *
         * @param part the bits
         * @param values their values, in their place, in order; not to be changed
         */
        void values(Part part, long[] values);
    }

    private static final Role[] ROLES = Role.values();

    /** In order, each once. */
    private final ImmutableSortedMap<Part, long[]> values;
    private final boolean changesHeaders;

    private HostValues(final ImmutableSortedMap<Part, long[]> values, final boolean changesHeaders) {
        this.values = values;
        this.changesHeaders = changesHeaders;
    }

    /**
     * Collects the values of all rules of a switch. Takes a time that grows with the number of rules.
     *
     * @param pipeline the switch
     * @return the values
     */
    public static HostValues of(final SwitchPipeline pipeline) {
        final var collector = new Collector();
        boolean changesHeaders = pipeline.groups().values().stream().flatMap(group -> group.buckets().stream())
            .anyMatch(bucket -> changeHeader(bucket.actions()));
        // in loops, as the rules are many
        for (final var rule : pipeline.rules()) {
            collector.add(rule.match());
            changesHeaders = changesHeaders || changeHeader(rule.instructions().apply())
                || changeHeader(rule.instructions().write());
        }
        return new HostValues(collector.values(), changesHeaders);
    }

    /** Collects the values of one match after the other. */
    private static final class Collector {
        private final Map<Part, Found> found = new HashMap<>();
        /** That of the last match, for each role: those of rules that follow each other often are of the same bits. */
        private final @Nullable Found[] last = new Found[ROLES.length];

        /** The values of some bits, with those that are there several times. */
        private static final class Found {
            private final Part part;
            private long[] values = new long[1];
            private int size;

            Found(final Part part) {
                this.part = part;
            }

            void add(final long value) {
                if (size == values.length) {
                    values = Arrays.copyOf(values, 2 * size);
                }
                values[size++] = value;
            }
        }

        void add(final Match match) {
            for (int i = 0; i < match.wordCount(); i++) {
                final int word = match.word(i);
                for (int role = 0; role < ROLES.length; role++) {
                    final long asked = match.mask(i) & ROLES[role].bits[word];
                    if (asked != 0) {
                        found(role, word, asked).add(match.value(i) & asked);
                    }
                }
            }
        }

        private Found found(final int role, final int word, final long mask) {
            final var before = last[role];
            if (before != null && before.part.word == word && before.part.mask == mask) {
                return before;
            }
            last[role] = found.computeIfAbsent(new Part(ROLES[role], word, mask), Found::new);
            return last[role];
        }

        ImmutableSortedMap<Part, long[]> values() {
            final var values = ImmutableSortedMap.<Part, long[]>naturalOrder();
            found.forEach((part, of) ->
                values.put(part, Arrays.stream(of.values, 0, of.size).sorted().distinct().toArray()));
            return values.build();
        }
    }

    private static boolean changeHeader(final List<Action> actions) {
        for (final var action : actions) {
            if (changesHeader(action)) {
                return true;
            }
        }
        return false;
    }

    private static boolean changesHeader(final Action action) {
        return switch (action) {
            case Action.Output out -> false;
            case Action.OutputReserved out -> false;
            case Action.ToGroup group -> false;
            case Action.SetNwTtl ttl -> false;
            case Action.DecNwTtl ttl -> false;
            case Action.Transparent none -> false;
            default -> true;
        };
    }

    /**
     * Tells whether packets may leave the switch with other headers than they came with, the time to live aside.
     *
     * @return false if no rule and no group changes a header
     */
    public boolean changesHeaders() {
        return changesHeaders;
    }

    /**
     * Returns the bits that some rule asks for.
     *
     * @return the bits, in order
     */
    public Set<Part> parts() {
        return values.keySet();
    }

    /**
     * Tells whether a rule asks for a value.
     *
     * @param part some bits
     * @param value their value, in their place
     * @return false if no rule asks for these bits with this value
     */
    public boolean has(final Part part, final long value) {
        return Arrays.binarySearch(valuesOf(part), value) >= 0;
    }

    /**
     * Returns the values for which some rule asks.
     *
     * @param part some bits
     * @return their values, in their place, in order; none if no rule asks for these bits; not to be changed
     */
    public long[] valuesOf(final Part part) {
        return values.getOrDefault(part, NO_VALUES);
    }

    /**
     * Tells all values.
     *
     * @param visitor is told each part once, in order
     */
    public void forEach(final Visitor visitor) {
        values.forEach(visitor::values);
    }

    @Override
    public boolean equals(final @Nullable Object obj) {
        return obj instanceof HostValues other && changesHeaders == other.changesHeaders
            && values.keySet().equals(other.values.keySet())
            && values.entrySet().stream().allMatch(entry ->
                Arrays.equals(entry.getValue(), other.values.get(entry.getKey())));
    }

    @Override
    public int hashCode() {
        return values.keySet().hashCode();
    }

    @Override
    public String toString() {
        final var text = new StringBuilder(changesHeaders ? "changes headers" : "");
        values.forEach((part, of) -> text.append(' ').append(part).append(Arrays.toString(of)));
        return text.toString();
    }
}

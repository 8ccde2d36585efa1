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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A set of packets: a cube without some cubes inside it. This is how priorities cut the header space: what a rule
 * leaves to the rules below it is all that came to it, except what it matches. Said so, a remainder stays one set
 * however many rules stand above it, where a list of plain cubes would grow with each bit. Immutable.
 *
 * @param base what all packets of the set have in common
 * @param exceptions parts of {@code base} that are not in the set
 */
public record PacketSet(Cube base, List<Cube> exceptions) {
    /**
     * How many steps the search for a member may take. Telling whether a set has members is as hard as satisfiability;
     * real tables take a few steps. A set of which this is not known in time is taken to have members.
     */
    private static final int SEARCH_STEPS = 20_000;

    public PacketSet {
        exceptions = List.copyOf(exceptions);
    }

    /**
     * Returns all packets of a cube.
     *
     * @param base a cube
     * @return the set
     */
    public static PacketSet of(final Cube base) {
        return new PacketSet(base, List.of());
    }

    /**
     * Keeps the packets that are also in a cube.
     *
     * @param part a cube
     * @return the intersection, or empty if it has no member
     */
    public Optional<PacketSet> within(final Cube part) {
        return base.intersect(part).flatMap(cube -> ifNotEmpty(cube, exceptions));
    }

    /**
     * Takes the packets away that are in a cube.
     *
     * @param part a cube
     * @return the difference, or empty if it has no member
     */
    public Optional<PacketSet> without(final Cube part) {
        final var all = new ArrayList<>(exceptions);
        base.intersect(part).ifPresent(cube -> {
            all.removeIf(cube::contains);
            all.add(cube);
        });
        return ifNotEmpty(base, all);
    }

    private static Optional<PacketSet> ifNotEmpty(final Cube base, final List<Cube> exceptions) {
        final var touching = exceptions.stream().flatMap(exception -> base.intersect(exception).stream()).toList();
        return new Search(SEARCH_STEPS).hasMember(base, touching) ? Optional.of(new PacketSet(base, touching))
            : Optional.empty();
    }

    /**
     * Tells whether a packet is in the set.
     *
     * @param packet a header
     * @return true if it is
     */
    public boolean contains(final Cube packet) {
        return base.contains(packet) && exceptions.stream().noneMatch(exception -> exception.contains(packet));
    }

    /**
     * Returns the condition on packets of a larger set to be in this one.
     *
     * @param outer a cube that contains this set
     * @return fields in the words of OpenFlow, then {@code not (...)} for each exception; empty if it is all of
     *     {@code outer}
     */
    public String describeWithin(final Cube outer) {
        final var text = new StringJoiner(",");
        final var common = base.describeWithin(outer);
        if (!common.isEmpty()) {
            text.add(common);
        }
        exceptions.forEach(exception -> text.add("not (" + exception.describeWithin(base) + ")"));
        return text.toString();
    }

    /**
     * Returns the condition on packets of a set to be in this part of it.
     *
     * @param whole a set that contains this one
     * @return fields in the words of OpenFlow, then {@code not (...)} for each exception that {@code whole} does not
     *     have; empty if it is all of {@code whole}
     */
    public String describeWithin(final PacketSet whole) {
        final var text = new StringJoiner(",");
        final var common = base.describeWithin(whole.base);
        if (!common.isEmpty()) {
            text.add(common);
        }
        exceptions.stream()
            .filter(exception -> whole.exceptions.stream()
                .noneMatch(old -> base.intersect(old).filter(exception::equals).isPresent()))
            .forEach(exception -> text.add("not (" + exception.describeWithin(base) + ")"));
        return text.toString();
    }

    /** Looks for a packet outside all exceptions, the exception that leaves the fewest ways out first. */
    private static final class Search {
        private int steps;

        Search(final int steps) {
            this.steps = steps;
        }

        boolean hasMember(final Cube cube, final List<Cube> exceptions) {
            if (--steps < 0) {
                return true;
            }
            final var touching = new ArrayList<Cube>(exceptions.size());
            Cube tightest = cube;
            int fewest = Integer.MAX_VALUE;
            for (final var exception : exceptions) {
                if (exception.intersects(cube)) {
                    touching.add(exception);
                    final int open = cube.bitsLeftOpenFrom(exception);
                    if (open < fewest) {
                        fewest = open;
                        tightest = exception;
                    }
                }
            }
            if (touching.isEmpty()) {
                return true;
            }
            if (fewest == 0) {
                return false;
            }
            return leavesRoom(cube, tightest, touching);
        }

        /** Tries each way to differ from an exception: the first bits as there, the next one not. */
        private boolean leavesRoom(final Cube cube, final Cube exception, final List<Cube> touching) {
            var rest = cube;
            for (int word = 0; word < Field.WORDS; word++) {
                long bits = exception.mask(word) & ~cube.mask(word);
                while (bits != 0) {
                    final long bit = Long.highestOneBit(bits);
                    bits &= ~bit;
                    final long value = exception.value(word);
                    if (hasMember(new Cube.Builder(rest).put(word, ~value, bit).build(), touching)) {
                        return true;
                    }
                    rest = new Cube.Builder(rest).put(word, value, bit).build();
                }
            }
            return false;
        }
    }
}

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

import java.util.List;
import java.util.Random;

/** Random matches and headers over few bits, so that they meet often. Always the same for the same seed. */
public final class RandomHeaders {
    private static final List<Field> FIELDS = List.of(Field.IP_PROTO, Field.TCP_DST, Field.IPV4_DST, Field.IPV6_DST,
        Field.ETH_DST);

    private final Random random;

    public RandomHeaders(final long seed) {
        random = new Random(seed);
    }

    public Random random() {
        return random;
    }

    /** Returns a value with only its four lowest bits free. */
    private long value() {
        return random.nextInt(16);
    }

    /** Asks for up to three of the four free bits of some fields. */
    public Match match() {
        final var match = Match.builder();
        for (final var field : FIELDS) {
            if (random.nextInt(3) == 0) {
                final long mask = random.nextInt(16);
                if (field.bits() > 64) {
                    match.masked(field, value(), value(), random.nextInt(2), mask);
                } else {
                    match.masked(field, value(), mask);
                }
            }
        }
        return match.build();
    }

    public Cube cube() {
        return Cube.ALL.intersect(match()).orElseThrow();
    }

    /** Returns one packet out of a set, its open bits being random; wild fields of all bits. */
    public Cube member(final Cube set) {
        final var builder = new Cube.Builder(set);
        for (final var field : Field.values()) {
            // mostly small values, as the matches have them
            final long low = (random.nextInt(8) == 0 ? random.nextLong() : value()) << field.shift();
            builder.put(field.lowWord(), low, field.wordBits() & ~set.mask(field.lowWord()));
            if (field.isWide()) {
                builder.put(field.highWord(), random.nextInt(8) == 0 ? random.nextLong() : value(),
                    ~set.mask(field.highWord()));
            }
        }
        return builder.build();
    }
}

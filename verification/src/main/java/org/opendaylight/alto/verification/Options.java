/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.verification;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What the command line asks for.
 *
 * @param comparisons how many packets to compare
 * @param seed where the random networks start
 * @param replay the seed of the only network to compare
 * @param probe the only packet to compare of that network
 * @param bench whether to measure the switch instead
 */
record Options(int comparisons, long seed, OptionalLong replay, OptionalInt probe, boolean bench) {
    static final int DEFAULT_COMPARISONS = 100_000;

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException if there is something wrong with it; the message says what
     */
    static Options parse(final List<String> arguments) {
        int comparisons = DEFAULT_COMPARISONS;
        long seed = ThreadLocalRandom.current().nextInt(1_000_000_000);
        var replay = OptionalLong.empty();
        var probe = OptionalInt.empty();
        boolean bench = false;
        for (final var each = arguments.iterator(); each.hasNext();) {
            final var option = each.next();
            switch (option) {
                case "--comparisons" -> comparisons = Math.toIntExact(number(option, next(option, each)));
                case "--seed" -> seed = number(option, next(option, each));
                case "--replay" -> {
                    final var parts = next(option, each).split(":", 2);
                    replay = OptionalLong.of(number(option, parts[0]));
                    probe = parts.length == 1 ? probe
                        : OptionalInt.of(Math.toIntExact(number(option, parts[1])));
                }
                case "--bench" -> bench = true;
                default -> throw new IllegalArgumentException("verify does not know '" + option + "'");
            }
        }
        return new Options(comparisons, seed, replay, probe, bench);
    }

    private static String next(final String option, final Iterator<String> arguments) {
        if (!arguments.hasNext()) {
            throw new IllegalArgumentException(option + " wants a number");
        }
        return arguments.next();
    }

    private static long number(final String option, final String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(option + " wants a number of at most nine digits, not '" + text + "'");
        }
        return Long.parseLong(text);
    }
}

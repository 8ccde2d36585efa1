/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.query;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The costs that satisfy all constraints of a request (RFC 7285, section 11.3.2.3). However many constraints there are,
 * together they are one interval, so testing a cost takes constant time.
 *
 * @param lower no cost is below
 * @param lowerIncluded whether {@code lower} itself is in the range
 * @param upper no cost is above
 * @param upperIncluded whether {@code upper} itself is in the range
 */
public record CostRange(double lower, boolean lowerIncluded, double upper, boolean upperIncluded) {
    /** What no constraint leaves: every cost. */
    public static final CostRange ALL =
        new CostRange(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);

    private static final int MAX_LENGTH = 100;
    // Possessive, so that a constraint that does not match is given up in one pass
    private static final Pattern CONSTRAINT = Pattern.compile(
        "\\s*+(gt|lt|ge|le|eq)\\s++([+-]?+(?:[0-9]++(?:\\.[0-9]*+)?+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+)\\s*+");

    /**
     * Reads constraints, which are connected by a logical AND.
     *
     * @param constraints each an operator, white space and a number with or without sign, fraction and exponent
     * @return the range
     * @throws IllegalArgumentException if one is not such a constraint; the message is that constraint
     */
    public static CostRange parse(final List<String> constraints) {
        var range = ALL;
        for (var constraint : constraints) {
            range = range.and(tryParse(constraint).orElseThrow(() -> new IllegalArgumentException(constraint)));
        }
        return range;
    }

    /**
     * Returns what satisfies this range and another.
     *
     * @param other another range
     * @return the costs that are in both
     */
    public CostRange and(final CostRange other) {
        return atLeast(other.lower, other.lowerIncluded).atMost(other.upper, other.upperIncluded);
    }

    /**
     * Reads one constraint.
     *
     * @param constraint an operator, white space and a number with or without sign, fraction and exponent
     * @return the range, or empty if it is not such a constraint
     */
    public static Optional<CostRange> tryParse(final String constraint) {
        final var matcher = CONSTRAINT.matcher(constraint);
        if (constraint.length() > MAX_LENGTH || !matcher.matches()) {
            return Optional.empty();
        }
        final double bound = Double.parseDouble(matcher.group(2));
        if (!Double.isFinite(bound)) {
            return Optional.empty();
        }
        return Optional.of(switch (matcher.group(1)) {
            case "gt" -> ALL.atLeast(bound, false);
            case "ge" -> ALL.atLeast(bound, true);
            case "lt" -> ALL.atMost(bound, false);
            case "le" -> ALL.atMost(bound, true);
            default -> new CostRange(bound, true, bound, true);
        });
    }

    private CostRange atLeast(final double bound, final boolean included) {
        if (bound < lower || bound == lower && included) {
            return this;
        }
        return new CostRange(bound, included, upper, upperIncluded);
    }

    private CostRange atMost(final double bound, final boolean included) {
        if (bound > upper || bound == upper && included) {
            return this;
        }
        return new CostRange(lower, lowerIncluded, bound, included);
    }

    /**
     * Tests a cost.
     *
     * @param cost a finite number
     * @return true if it satisfies all constraints
     */
    public boolean contains(final double cost) {
        return (lowerIncluded ? cost >= lower : cost > lower) && (upperIncluded ? cost <= upper : cost < upper);
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.map;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How many observations become one value of a cost metric (RFC 9439, section 3.2).
 *
 * @param operator {@code cur}, {@code min}, {@code max}, {@code median}, {@code mean}, {@code stddev}, {@code stdvar},
 *     or {@code p} and a number from 0 to 100, such as {@code p95} or {@code p99.9}
 */
public record Statistic(String operator) {
    /** The newest observation. */
    public static final Statistic CUR = new Statistic("cur");
    /** The least observation. */
    public static final Statistic MIN = new Statistic("min");
    /** The greatest observation. */
    public static final Statistic MAX = new Statistic("max");
    /** The observation in the middle. */
    public static final Statistic MEDIAN = new Statistic("median");
    /** The arithmetic mean. */
    public static final Statistic MEAN = new Statistic("mean");

    private static final Pattern PERCENTILE = Pattern.compile("p(?:[1-9]?[0-9](?:\\.[0-9]+)?|100(?:\\.0+)?)");

    /**
     * Checks the operator.
     *
     * @throws IllegalArgumentException if there is no such operator; says which there are
     */
    public Statistic {
        if (!isOperator(operator)) {
            throw new IllegalArgumentException("'" + operator
                + "' is not cur, min, max, median, mean, stddev, stdvar, or p and a number from 0 to 100");
        }
    }

    private static boolean isOperator(final String text) {
        return switch (text) {
            case "cur", "min", "max", "median", "mean", "stddev", "stdvar" -> true;
            default -> PERCENTILE.matcher(text).matches();
        };
    }

    /**
     * Reads an operator.
     *
     * @param text maybe an operator
     * @return the statistic; empty if there is no such operator
     */
    public static Optional<Statistic> tryParse(final String text) {
        return isOperator(text) ? Optional.of(new Statistic(text)) : Optional.empty();
    }

    /**
     * Computes the statistic. A percentile is the least observation that is not less than that part of them (nearest
     * rank); the median of an even number is the mean of the two in the middle; variance and deviation are those of the
     * observations themselves, not of a population that they might stand for.
     *
     * @param observations at least one, in the order of time
     * @return the value
     */
    public double of(final double[] observations) {
        return switch (operator) {
            case "cur" -> observations[observations.length - 1];
            case "min" -> Arrays.stream(observations).min().orElseThrow();
            case "max" -> Arrays.stream(observations).max().orElseThrow();
            case "mean" -> mean(observations);
            case "stdvar" -> variance(observations);
            case "stddev" -> Math.sqrt(variance(observations));
            case "median" -> median(observations);
            default -> percentile(observations);
        };
    }

    private static double mean(final double[] observations) {
        return Arrays.stream(observations).sum() / observations.length;
    }

    private static double variance(final double[] observations) {
        final double mean = mean(observations);
        return Arrays.stream(observations).map(value -> (value - mean) * (value - mean)).sum() / observations.length;
    }

    private static double median(final double[] observations) {
        final var sorted = observations.clone();
        Arrays.sort(sorted);
        final int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private double percentile(final double[] observations) {
        final var sorted = observations.clone();
        Arrays.sort(sorted);
        // exact, as 99.9 % of 1000 are 999 and not 999.0000001
        final int rank = new BigDecimal(operator.substring(1)).multiply(BigDecimal.valueOf(sorted.length))
            .movePointLeft(2).setScale(0, RoundingMode.CEILING).intValue();
        return sorted[Math.max(rank, 1) - 1];
    }

    @Override
    public String toString() {
        return operator;
    }
}

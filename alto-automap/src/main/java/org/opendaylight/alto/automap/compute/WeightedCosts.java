/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.compute;

import java.util.Arrays;

/** Costs, each with how often it is there. Takes memory for the different ones. Used by one thread at a time. */
final class WeightedCosts {
    private static final int INITIAL_SIZE = 4;
    // so that 55 % of 20 is 11 and not a little more
    private static final double ROUNDING = 1e-12;

    private double[] costs = new double[INITIAL_SIZE];
    private long[] weights = new long[INITIAL_SIZE];
    private int size;

    /**
     * Adds a cost.
     *
     * @param cost a number
     * @param weight how often it is there, 1 or more
     */
    void add(final double cost, final long weight) {
        if (size == costs.length) {
            compact();
            if (size > costs.length / 2) {
                costs = Arrays.copyOf(costs, 2 * costs.length);
                weights = Arrays.copyOf(weights, costs.length);
            }
        }
        // -0.0 and 0.0 are the same cost
        costs[size] = cost + 0.0;
        weights[size++] = weight;
    }

    /** Forgets all costs. */
    void clear() {
        size = 0;
    }

    /** Sorts, and makes equal costs one. */
    private void compact() {
        final var sorted = Arrays.copyOf(costs, size);
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (count == 0 || sorted[i] > sorted[count - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        final var sums = new long[count];
        for (int i = 0; i < size; i++) {
            sums[Arrays.binarySearch(sorted, 0, count, costs[i])] += weights[i];
        }
        System.arraycopy(sorted, 0, costs, 0, count);
        System.arraycopy(sums, 0, weights, 0, count);
        size = count;
    }

    /**
     * Finds the cost at a place in their order.
     *
     * @param percent more than 0 and at most 100
     * @return the smallest cost that is not less than this part of them; {@code NaN} if there are none
     */
    double percentile(final double percent) {
        if (size == 0) {
            return Double.NaN;
        }
        if (size > 1) {
            compact();
        }
        long left = rank(percent, Arrays.stream(weights, 0, size).sum());
        int place = 0;
        while (left > weights[place]) {
            left -= weights[place++];
        }
        return costs[place];
    }

    /**
     * Returns the place of a percentile (nearest rank).
     *
     * @param percent more than 0 and at most 100
     * @param count how many values there are, 1 or more
     * @return 1 to {@code count}
     */
    static long rank(final double percent, final long count) {
        return Math.clamp((long) Math.ceil(percent / 100 * count * (1 - ROUNDING)), 1, count);
    }
}

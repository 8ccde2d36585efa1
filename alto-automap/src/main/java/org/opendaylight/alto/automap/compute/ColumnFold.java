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
import org.opendaylight.alto.automap.spec.Fold;

/**
 * Folds the costs to one PID from each PID. PIDs are known by their places. Used by one thread at a time, for one
 * column after the other.
 */
sealed interface ColumnFold {
    /**
     * Starts without costs.
     *
     * @param fold how costs become one
     * @param sources how many PIDs there are
     * @return the fold
     */
    static ColumnFold of(final Fold fold, final int sources) {
        return switch (fold) {
            case Fold.Mean mean -> new Means(new double[sources], new long[sources]);
            case Fold.Min min -> new Extremes(1, filled(sources));
            case Fold.Max max -> new Extremes(-1, filled(sources));
            case Fold.Percentile percentile -> Ranks.of(percentile.percent(), sources);
        };
    }

    private static double[] filled(final int sources) {
        final var values = new double[sources];
        Arrays.fill(values, Double.POSITIVE_INFINITY);
        return values;
    }

    /**
     * Adds a cost.
     *
     * @param source a PID
     * @param cost its cost, a number
     * @param weight how many pairs of hosts have this cost, 1 or more
     */
    void add(int source, double cost, long weight);

    /**
     * Adds the costs from some cells of hosts of one PID to a number of receivers.
     *
     * @param source the PID
     * @param costs the costs from each group; {@code NaN} if there is none
     * @param senders the cells
     * @param from the first cell
     * @param to the cell after the last one
     * @param receivers how many hosts receive
     * @param apart for each cell, how many pairs do not count
     */
    default void add(final int source, final double[] costs, final HostCells senders, final int from, final int to,
            final int receivers, final int[] apart) {
        for (int cell = from; cell < to; cell++) {
            final double cost = costs[senders.group(cell)];
            final long weight = (long) senders.size(cell) * receivers - apart[cell];
            if (weight > 0 && !Double.isNaN(cost)) {
                add(source, cost, weight);
            }
        }
    }

    /**
     * Folds the costs of a PID, and forgets them.
     *
     * @param source a PID
     * @return the result; {@code NaN} if there are none
     */
    double take(int source);

    /** Their arithmetic mean. */
    record Means(double[] sums, long[] weights) implements ColumnFold {
        @Override
        public void add(final int source, final double cost, final long weight) {
            sums[source] += weight * cost;
            weights[source] += weight;
        }

        /** The same, without a look at the arrays for each: cells of large PIDs are the most of all work. */
        @Override
        public void add(final int source, final double[] costs, final HostCells senders, final int from,
                final int to, final int receivers, final int[] apart) {
            double sum = sums[source];
            long pairs = weights[source];
            for (int cell = from; cell < to; cell++) {
                final double cost = costs[senders.group(cell)];
                final long weight = (long) senders.size(cell) * receivers - apart[cell];
                if (weight > 0 && !Double.isNaN(cost)) {
                    sum += weight * cost;
                    pairs += weight;
                }
            }
            sums[source] = sum;
            weights[source] = pairs;
        }

        @Override
        public double take(final int source) {
            final double mean = sums[source] / weights[source];
            sums[source] = 0;
            weights[source] = 0;
            return mean;
        }
    }

    /** The lowest of them, each multiplied by a sign, 1 or -1. */
    record Extremes(int sign, double[] lowest) implements ColumnFold {
        @Override
        public void add(final int source, final double cost, final long weight) {
            lowest[source] = Math.min(lowest[source], sign * cost);
        }

        @Override
        public double take(final int source) {
            final double found = lowest[source];
            lowest[source] = Double.POSITIVE_INFINITY;
            return found == Double.POSITIVE_INFINITY ? Double.NaN : sign * found;
        }
    }

    /** The one at a place in their order. */
    record Ranks(double percent, WeightedCosts[] costs) implements ColumnFold {
        static Ranks of(final double percent, final int sources) {
            final var costs = new WeightedCosts[sources];
            Arrays.setAll(costs, i -> new WeightedCosts());
            return new Ranks(percent, costs);
        }

        @Override
        public void add(final int source, final double cost, final long weight) {
            costs[source].add(cost, weight);
        }

        @Override
        public double take(final int source) {
            final double found = costs[source].percentile(percent);
            costs[source].clear();
            return found;
        }
    }
}

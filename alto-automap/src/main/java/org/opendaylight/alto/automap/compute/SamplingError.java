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
 * How far a cost that was made of drawn pairs of hosts may be from that of all pairs. With k drawn pairs that have a
 * cost, a cost is within the bound with a probability of 95 %:
 *
 * <ul>
 * <li>of a mean, 1.96 s / √k, with the standard deviation s of the drawn costs: the half width of the confidence
 * interval by the normal distribution, in the unit of the cost; infinite for one pair;
 * <li>of a percentile, 100 √(ln(2 / 0.05) / (2 k)) by the inequality of Dvoretzky, Kiefer and Wolfowitz: by how many
 * percent of the pairs the place of the cost in the order of all costs may be wrong;
 * <li>of a minimum or maximum, 100 (1 - 0.05^(1 / k)): how many percent of the pairs may have a cost beyond it.
 * </ul>
 *
 * @param bound the largest bound of all pairs of PIDs of which pairs were drawn; it holds for each by itself
 * @param unit what the bound is in
 */
public record SamplingError(double bound, Unit unit) {
    private static final double ERROR_PROBABILITY = 0.05;
    private static final double NORMAL_QUANTILE = 1.96;

    /** What a bound is in. */
    public enum Unit {
        /** The unit of the cost. */
        COST,
        /** Percent of the pairs of hosts. */
        PERCENT_OF_PAIRS
    }

    /**
     * Returns what bounds of a fold are in.
     *
     * @param fold how costs become one
     * @return the unit
     */
    static Unit unit(final Fold fold) {
        return fold instanceof Fold.Mean ? Unit.COST : Unit.PERCENT_OF_PAIRS;
    }

    /**
     * Computes the bound for one pair of PIDs.
     *
     * @param fold how costs become one
     * @param costs the costs of the drawn pairs that have one
     * @return the bound; 0 if there is no cost
     */
    static double bound(final Fold fold, final double[] costs) {
        final int count = costs.length;
        if (count == 0) {
            return 0;
        }
        return switch (fold) {
            case Fold.Mean mean -> count == 1 ? Double.POSITIVE_INFINITY
                : NORMAL_QUANTILE * Math.sqrt(variance(costs) / count);
            case Fold.Percentile percentile -> 100 * Math.sqrt(Math.log(2 / ERROR_PROBABILITY) / (2 * count));
            case Fold.Min min -> beyond(count);
            case Fold.Max max -> beyond(count);
        };
    }

    private static double variance(final double[] costs) {
        final double mean = Arrays.stream(costs).average().orElseThrow();
        return Arrays.stream(costs).map(cost -> (cost - mean) * (cost - mean)).sum() / (costs.length - 1);
    }

    private static double beyond(final int count) {
        return 100 * (1 - Math.pow(ERROR_PROBABILITY, 1.0 / count));
    }
}

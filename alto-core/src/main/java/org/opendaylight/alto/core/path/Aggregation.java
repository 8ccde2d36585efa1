/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.path;

import java.util.Collection;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What one cost stands for a pair of hosts whose packets take several paths. Packets that do not arrive do not count.
 */
public enum Aggregation {
    /** The cost of the worst path that some packets take, so that no application is promised more than it gets. */
    WORST,
    /** The cost of the best path that some packets take. */
    BEST,
    /**
     * The mean over the paths, each weighted by its {@linkplain PathTrace#share() share}: the weights of a SELECT group
     * count, and classes that differ in header fields count alike, since nobody knows how much traffic each has.
     */
    WEIGHTED;

    /**
     * The cost of one of several paths.
     *
     * @param cost the cost; {@code NaN} if it is not known
     * @param share which part of its packets takes the path, more than 0
     */
    public record PathCost(double cost, double share) {
    }

    /**
     * Makes one cost of the costs of all paths that arrive.
     *
     * @param paths the paths
     * @param isHigherBetter whether the path with the highest cost is the best one, and not the one with the lowest
     * @return the cost; empty if there is no path, and if the cost of one is not known
     */
    public OptionalDouble of(final Collection<PathCost> paths, final boolean isHigherBetter) {
        if (paths.isEmpty() || paths.stream().anyMatch(path -> Double.isNaN(path.cost()))) {
            return OptionalDouble.empty();
        }
        final var costs = paths.stream().mapToDouble(PathCost::cost);
        return switch (this) {
            case WORST -> isHigherBetter ? costs.min() : costs.max();
            case BEST -> isHigherBetter ? costs.max() : costs.min();
            case WEIGHTED -> OptionalDouble.of(paths.stream().mapToDouble(path -> path.share() * path.cost()).sum()
                / paths.stream().mapToDouble(PathCost::share).sum());
        };
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @param text {@code worst}, {@code best} or {@code weighted}
     * @return the aggregation
     * @throws IllegalArgumentException if it is something else; says what it may be
     */
    public static Aggregation parse(final String text) {
        for (final var each : values()) {
            if (each.toString().equals(text)) {
                return each;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not 'worst', 'best' or 'weighted'");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

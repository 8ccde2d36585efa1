/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.measure;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.opendaylight.alto.core.map.Statistic;

/** The observations of a window, and the value that counts as the current one. Immutable. */
final class Series {
    /** Nothing is known. */
    static final Series NONE = new Series(new double[0], Double.NaN);

    private final double[] observations;
    private final double current;

    private Series(final double[] observations, final double current) {
        this.observations = observations;
        this.current = current;
    }

    /**
     * Makes a series.
     *
     * @param observations the oldest first; not to be changed any more
     * @param current the current value, {@code NaN} if unknown
     */
    static Series of(final double[] observations, final double current) {
        return observations.length == 0 || Double.isNaN(current) ? NONE : new Series(observations, current);
    }

    /** Makes a series whose newest observation is the current value. */
    static Series of(final double[] observations) {
        return observations.length == 0 ? NONE : new Series(observations, observations[observations.length - 1]);
    }

    static Series constant(final double value) {
        return of(new double[] { value }, value);
    }

    /** Computes something of each value; {@code NaN} makes {@link #NONE}. */
    Series map(final DoubleUnaryOperator operator) {
        return of(Arrays.stream(observations).map(operator).toArray(), operator.applyAsDouble(current));
    }

    double get(final Statistic statistic) {
        return observations.length == 0 || statistic.equals(Statistic.CUR) ? current : statistic.of(observations);
    }

    int size() {
        return observations.length;
    }

    List<Double> values() {
        return Arrays.stream(observations).boxed().toList();
    }
}

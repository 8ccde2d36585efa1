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

import static org.opendaylight.alto.linkmetrics.measure.Algebra.MINIMUM;
import static org.opendaylight.alto.linkmetrics.measure.Algebra.SUM;
import static org.opendaylight.alto.linkmetrics.measure.Algebra.SURVIVAL;

import java.util.Arrays;
import java.util.Optional;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.Statistic;

/** The metrics of RFC 9439 that are measured here. */
enum MeasuredMetric {
    DELAY_OW(CostMetric.DELAY_OW, SUM, Statistic.MEDIAN, 100),
    DELAY_RT(CostMetric.DELAY_RT, SUM, Statistic.MEDIAN, 100),
    DELAY_VARIATION(CostMetric.DELAY_VARIATION, SUM, Statistic.MEDIAN, 100),
    LOSSRATE(CostMetric.LOSSRATE, SURVIVAL, Statistic.MEDIAN, 0.1),
    BW_RESIDUAL(CostMetric.BW_RESIDUAL, MINIMUM, Statistic.CUR, 0),
    BW_AVAILABLE(CostMetric.BW_AVAILABLE, MINIMUM, Statistic.CUR, 0);

    private static final double RELATIVE_NOISE = 0.05;

    private final CostMetric metric;
    private final Algebra algebra;
    private final Statistic defaultStatistic;
    private final double noise;

    MeasuredMetric(final CostMetric metric, final Algebra algebra, final Statistic defaultStatistic,
            final double noise) {
        this.metric = metric;
        this.algebra = algebra;
        this.defaultStatistic = defaultStatistic;
        this.noise = noise;
    }

    static Optional<MeasuredMetric> of(final CostMetric metric) {
        return Arrays.stream(values()).filter(each -> each.metric.equals(metric.base())).findFirst();
    }

    CostMetric metric() {
        return metric;
    }

    Algebra algebra() {
        return algebra;
    }

    /** Returns the statistic of a metric that names none (RFC 9439, section 3.2). */
    Statistic defaultStatistic() {
        return defaultStatistic;
    }

    /** Tells whether a value changed by so much that it matters, or became known or unknown. */
    boolean isNews(final Series before, final Series after) {
        final double earlier = before.get(defaultStatistic);
        final double later = after.get(defaultStatistic);
        return Double.isNaN(earlier) || Double.isNaN(later) ? Double.isNaN(earlier) != Double.isNaN(later)
            : Math.abs(later - earlier) > Math.max(noise, RELATIVE_NOISE * earlier);
    }

    /** Tells whether ports to hosts have values; delay and loss there are not measured, and taken as 0. */
    boolean countsHosts() {
        return algebra == MINIMUM;
    }
}

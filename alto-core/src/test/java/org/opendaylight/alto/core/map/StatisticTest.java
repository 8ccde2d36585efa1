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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticTest {
    @ParameterizedTest
    @DisplayName("RFC 9439, section 3.2: what each operator makes of 2, 4, 4, 4, 5, 5, 9, 7")
    @CsvSource({ "cur,7", "min,2", "max,9", "median,4.5", "mean,5", "stdvar,4", "stddev,2", "p0,2", "p50,4", "p51,5",
        "p99.9,9", "p100,9" })
    void eachOperator(final String operator, final double expected) {
        assertEquals(expected, new Statistic(operator).of(new double[] { 2, 4, 4, 4, 5, 5, 9, 7 }));
    }

    @Test
    @DisplayName("RFC 9439, section 3.2: percentile y is x with Prob(X <= x) = y/100")
    void percentileIsExact() {
        final var thousand = IntStream.rangeClosed(1, 1000).asDoubleStream().toArray();
        assertEquals(999, new Statistic("p99.9").of(thousand));
        assertEquals(950, new Statistic("p95").of(thousand));
    }

    @ParameterizedTest
    @DisplayName("RFC 9439, section 3.2: the operator MUST be one of the list, a percentile in 0 to 100")
    @ValueSource(strings = { "", "p", "p101", "p-1", "p1e1", "p99.", "p01", "p100.5", "average", "MIN" })
    void othersAreRefused(final String operator) {
        assertEquals(Optional.empty(), Statistic.tryParse(operator));
        assertThrows(IllegalArgumentException.class, () -> new Statistic(operator));
    }

    @Test
    @DisplayName("RFC 9439, section 3.2: base metric and operator are separated by ':'")
    void metricNamesItsStatistic() {
        final var metric = new CostMetric("delay-ow:p99.9");
        assertEquals(CostMetric.DELAY_OW, metric.base());
        assertEquals(Optional.of(new Statistic("p99.9")), metric.statistic());
        assertEquals(metric, CostMetric.DELAY_OW.with(new Statistic("p99.9")));
        assertEquals(new CostMetric("delay-ow:min"), metric.with(Statistic.MIN));
        assertEquals(Optional.empty(), CostMetric.DELAY_OW.statistic());
        assertEquals(CostMetric.DELAY_OW, CostMetric.DELAY_OW.base());
    }

    @Test
    void privateMetricMayBeCalledLikeAStatistic() {
        assertEquals(Optional.empty(), new CostMetric("priv:min").statistic());
        assertEquals(new CostMetric("priv:min"), new CostMetric("priv:min:max").base());
    }

    @Test
    @DisplayName("RFC 9439, section 3.2: the whole MUST NOT exceed 32 characters")
    void longNamesAreRefused() {
        final var metric = new CostMetric("m".repeat(27));
        assertEquals(32, metric.with(new Statistic("p99")).value().length() + 1);
        assertThrows(IllegalArgumentException.class, () -> metric.with(new Statistic("p99.99")));
        assertThrows(IllegalArgumentException.class, () -> new CostMetric("delay.ow"));
    }
}

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

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opendaylight.alto.core.link.LinkStatus;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.Statistic;
import org.opendaylight.alto.core.net.SwitchPort;

/**
 * All that is known of one port and of what is behind it, in the direction out of the switch.
 *
 * @param port the port
 * @param to the port at the other end; empty if there are hosts
 * @param capacity bytes per second; {@code NaN} if unknown
 * @param sending bytes per second that it sends
 * @param receiving bytes per second that it receives
 * @param delays one-way delays that were measured
 * @param metrics each metric that has values
 * @param enteringAvailable what is available for packets from hosts
 * @param errors what the port counts
 * @param drops what the port counts
 * @param observed when the newest of all this was observed
 */
record PortMetrics(SwitchPort port, Optional<SwitchPort> to, double capacity, Series sending, Series receiving,
        Series delays, Map<MeasuredMetric, Series> metrics, Series enteringAvailable, long errors, long drops,
        Optional<Instant> observed) {
    PortMetrics {
        metrics = new EnumMap<>(metrics);
    }

    Series get(final MeasuredMetric metric) {
        return metrics.getOrDefault(metric, Series.NONE);
    }

    Series entering(final MeasuredMetric metric) {
        return metric == MeasuredMetric.BW_AVAILABLE ? enteringAvailable : get(metric);
    }

    boolean differsFrom(final PortMetrics earlier) {
        return !port.equals(earlier.port) || !to.equals(earlier.to)
            || Arrays.stream(MeasuredMetric.values()).anyMatch(metric ->
                metric.isNews(earlier.get(metric), get(metric)) || metric.isNews(earlier.entering(metric),
                    entering(metric)));
    }

    LinkStatus toStatus() {
        final var values = new TreeMap<CostMetric, Double>();
        metrics.forEach((metric, series) -> {
            final double value = series.get(metric.defaultStatistic());
            if (!Double.isNaN(value)) {
                values.put(metric.metric(), value);
            }
        });
        return new LinkStatus(port, to, capacity, sending.get(Statistic.CUR),
            receiving.get(Statistic.CUR),
            values, delays.size(), errors, drops, observed,
            delays.values(), sending.values());
    }
}

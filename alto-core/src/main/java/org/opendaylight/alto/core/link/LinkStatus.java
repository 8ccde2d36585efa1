/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.link;

import com.google.common.collect.ImmutableSortedMap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.net.SwitchPort;

/**
 * One direction of a link between switches, or a port to hosts, and what is known of it at one moment. Rates are in
 * bytes per second.
 *
 * @param from the port that sends
 * @param to the port that receives; empty if hosts are behind {@code from}
 * @param capacity what it can carry; {@code NaN} if unknown
 * @param txRate what {@code from} sends; {@code NaN} if unknown
 * @param rxRate what {@code from} receives; {@code NaN} if unknown
 * @param metrics the metrics that have a value, with it, in the unit of the metric
 * @param delaySamples number of probes that the delays are made of
 * @param errors errors that {@code from} counts
 * @param drops packets that {@code from} dropped
 * @param observed when the newest of all this was observed; empty if nothing was
 * @param delays one-way delays in microseconds, the oldest first
 * @param txRates what {@code from} sent from one reading of its counters to the next, the oldest first
 */
public record LinkStatus(SwitchPort from, Optional<SwitchPort> to, double capacity, double txRate, double rxRate,
        SortedMap<CostMetric, Double> metrics, int delaySamples, long errors, long drops, Optional<Instant> observed,
        List<Double> delays, List<Double> txRates) {
    public LinkStatus {
        metrics = ImmutableSortedMap.copyOf(metrics);
        delays = List.copyOf(delays);
        txRates = List.copyOf(txRates);
    }

    /**
     * Returns which part of the capacity is in use.
     *
     * @return a number of percent, at most 100; {@code NaN} if unknown
     */
    public double utilisation() {
        return Math.min(100, 100 * txRate / capacity);
    }
}

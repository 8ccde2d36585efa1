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

import java.util.Optional;

/**
 * What a cost measures (RFC 7285, section 10.6). A performance metric may end in {@code :} and a {@link Statistic},
 * such as {@code delay-ow:p99.9} (RFC 9439, section 3.2).
 *
 * @param value a registered name, or {@code priv:} and more
 */
public record CostMetric(String value) implements Comparable<CostMetric> {
    /** The provider's generic preference; a lower value is better (RFC 7285, section 6.1.1.1). */
    public static final CostMetric ROUTINGCOST = new CostMetric("routingcost");
    /** Number of switches on the path (RFC 9439, section 4.5). */
    public static final CostMetric HOPCOUNT = new CostMetric("hopcount");
    /** One-way delay in microseconds (RFC 9439, section 4.1). */
    public static final CostMetric DELAY_OW = new CostMetric("delay-ow");
    /** Round-trip delay in microseconds (RFC 9439, section 4.2). */
    public static final CostMetric DELAY_RT = new CostMetric("delay-rt");
    /** How much the one-way delay exceeds the least one, in microseconds (RFC 9439, section 4.3). */
    public static final CostMetric DELAY_VARIATION = new CostMetric("delay-variation");
    /** Part of the packets that are lost, in percent (RFC 9439, section 4.4). */
    public static final CostMetric LOSSRATE = new CostMetric("lossrate");
    /** Capacity that is not reserved, in bytes per second (RFC 9439, section 5.2). */
    public static final CostMetric BW_RESIDUAL = new CostMetric("bw-residual");
    /** Capacity that is not in use, in bytes per second (RFC 9439, section 5.3). */
    public static final CostMetric BW_AVAILABLE = new CostMetric("bw-available");

    private static final String PRIVATE = "priv:";

    public CostMetric {
        Names.requireCostMetric(value);
    }

    private int colon() {
        final int colon = value.lastIndexOf(':');
        return colon < (value.startsWith(PRIVATE) ? PRIVATE.length() : 1)
            || Statistic.tryParse(value.substring(colon + 1)).isEmpty() ? value.length() : colon;
    }

    /**
     * Returns the metric without its statistic.
     *
     * @return the base metric; this one if it names no statistic
     */
    public CostMetric base() {
        final int colon = colon();
        return colon == value.length() ? this : new CostMetric(value.substring(0, colon));
    }

    /**
     * Returns the statistic that the metric names.
     *
     * @return the statistic; empty if it is the metric's default one
     */
    public Optional<Statistic> statistic() {
        final int colon = colon();
        return colon == value.length() ? Optional.empty() : Statistic.tryParse(value.substring(colon + 1));
    }

    /**
     * Returns another statistic of this metric.
     *
     * @param statistic how observations become one value
     * @return the metric with the statistic
     * @throws IllegalArgumentException if the name would be longer than 32 characters
     */
    public CostMetric with(final Statistic statistic) {
        return new CostMetric(base().value() + ':' + statistic);
    }

    @Override
    public int compareTo(final CostMetric other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

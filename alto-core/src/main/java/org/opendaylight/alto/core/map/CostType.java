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

import java.util.Comparator;

/**
 * A cost metric with the mode of its values (RFC 7285, section 10.7).
 *
 * @param metric what the cost measures
 * @param mode how to read its values
 */
public record CostType(CostMetric metric, CostMode mode) implements Comparable<CostType> {
    private static final Comparator<CostType> ORDER =
        Comparator.comparing(CostType::metric).thenComparing(CostType::mode);

    /**
     * Returns a cost type with values that can be computed with.
     *
     * @param metric what the cost measures
     * @return the metric in mode {@link CostMode#NUMERICAL}
     */
    public static CostType numerical(final CostMetric metric) {
        return new CostType(metric, CostMode.NUMERICAL);
    }

    @Override
    public int compareTo(final CostType other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return metric + "-" + mode;
    }
}

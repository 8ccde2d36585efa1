/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.json;

import org.opendaylight.alto.core.map.CostMetric;

/** What holds where an operator says nothing. */
public final class Defaults {
    /** What makes switches near. */
    public static final CostMetric DISTANCE = CostMetric.HOPCOUNT;

    private static final double MEASURED_STEP_PERCENT = 5;

    private Defaults() {
    }

    /**
     * Returns how far a cost must be from the published one for the map to be renewed.
     *
     * @param metric the metric of the map
     * @return percent; 0 for hop counts, which change when the network does, else 5, as measured values never rest
     */
    public static double stepPercent(final CostMetric metric) {
        return metric.base().equals(CostMetric.HOPCOUNT) ? 0 : MEASURED_STEP_PERCENT;
    }
}

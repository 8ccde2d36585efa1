/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.cost;

import static java.util.Objects.requireNonNull;

import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.LinkMeasure;

/** Costs that are put together of what a path crosses, bounded by the meters on it. */
public final class MeasureCosting implements PathCosting {
    private final LinkMeasure measure;

    /**
     * Makes the costing.
     *
     * @param measure knows the values of ports, and how to put them together
     */
    public MeasureCosting(final LinkMeasure measure) {
        this.measure = requireNonNull(measure);
    }

    @Override
    public double of(final SwitchPort entering, final Way way) {
        double value = measure.entering(entering);
        for (var each = way; each != null && !Double.isNaN(value); each = each.rest()) {
            value = measure.combine(value, measure.leaving(each.leaving()));
        }
        return measure.limitedTo(value, way.bytesPerSecond());
    }

    @Override
    public double ofNoPath() {
        return measure.ofNoPath();
    }

    @Override
    public boolean isHigherBetter() {
        return measure.isHigherBetter();
    }
}

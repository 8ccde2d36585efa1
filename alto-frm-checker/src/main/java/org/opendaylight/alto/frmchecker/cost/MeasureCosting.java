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

import java.util.List;
import org.opendaylight.alto.core.path.LinkMeasure;

/** Costs that are the values of one measure, bounded by the meters on the way. */
public final class MeasureCosting implements PathCosting {
    private final LinkMeasure measure;

    /**
     * Makes the costing.
     *
     * @param measure knows the values of ports, and how to put them together
     */
    public MeasureCosting(final LinkMeasure measure) {
        this.measure = measure;
    }

    @Override
    public List<LinkMeasure> measures() {
        return List.of(measure);
    }

    @Override
    public double cost(final double[] values) {
        return values[0];
    }

    @Override
    public boolean isHigherBetter() {
        return measure.isHigherBetter();
    }
}

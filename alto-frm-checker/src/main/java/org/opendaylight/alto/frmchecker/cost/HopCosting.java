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
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.LinkMeasure;

/** Costs by {@link HopMeasure}. A way knows its length, so it need not be followed. */
public final class HopCosting implements PathCosting {
    private static final List<LinkMeasure> MEASURES = List.of(new HopMeasure());

    @Override
    public List<LinkMeasure> measures() {
        return MEASURES;
    }

    @Override
    public double cost(final double[] values) {
        return values[0];
    }

    @Override
    public double of(final SwitchPort entering, final Way way) {
        return way.length();
    }

    @Override
    public boolean isHigherBetter() {
        return false;
    }

    /** All count alike. */
    @Override
    public boolean equals(final @Nullable Object obj) {
        return obj instanceof HopCosting;
    }

    @Override
    public int hashCode() {
        return HopCosting.class.hashCode();
    }
}

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

import com.google.common.collect.ImmutableSortedSet;
import java.util.SortedSet;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;

/** Costs that are hop counts: {@code hopcount}, and {@code routingcost}, which is the same here. */
public final class HopCounts {
    /** The cost types that are computed here. */
    public static final SortedSet<CostType> TYPES = ImmutableSortedSet.of(CostType.numerical(CostMetric.ROUTINGCOST),
        CostType.numerical(CostMetric.HOPCOUNT));

    private HopCounts() {
        // static only
    }

    /**
     * Refuses cost types that are not computed here.
     *
     * @param type a cost type
     * @throws IllegalArgumentException if the cost type is not one of {@link #TYPES}
     */
    public static void requireOffered(final CostType type) {
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("Cost type " + type + " is not one of " + TYPES);
        }
    }
}

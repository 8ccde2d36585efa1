/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.spec;

import static java.util.Objects.requireNonNull;

import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.ResourceId;

/**
 * A cost map that is wanted.
 *
 * @param id its name
 * @param networkMap the network map between whose PIDs the costs are
 * @param type the cost type, of mode {@code numerical}
 * @param fold how the costs between hosts become one between PIDs
 * @param pairs which pairs of hosts count
 * @param stepPercent how far a cost must be from the published one for the map to be renewed because of it, in percent
 *     of the published one, 0 or more; 0 if each change counts
 */
public record CostMapSpec(ResourceId id, ResourceId networkMap, CostType type, Fold fold, HostPairs pairs,
        double stepPercent) {
    public CostMapSpec {
        requireNonNull(id);
        requireNonNull(networkMap);
        requireNonNull(type);
        requireNonNull(fold);
        requireNonNull(pairs);
        if (!(stepPercent >= 0 && stepPercent < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The step is " + stepPercent + " %, must be 0 or more");
        }
    }
}

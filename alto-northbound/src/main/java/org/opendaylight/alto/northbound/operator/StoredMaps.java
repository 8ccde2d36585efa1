/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.operator;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;

/**
 * The operator's maps that are stored, as far as new ones must fit to them.
 *
 * @param networkMaps the PIDs of each network map
 * @param costMaps the cost maps
 */
public record StoredMaps(Map<ResourceId, Set<Pid>> networkMaps, Map<ResourceId, Costs> costMaps) {
    /**
     * A cost map.
     *
     * @param networkMap between whose PIDs the costs are
     * @param type what they mean; empty if nobody can know
     * @param pids all its sources and destinations; takes time
     */
    public record Costs(ResourceId networkMap, Optional<CostType> type, Supplier<Set<Pid>> pids) {
    }

    public StoredMaps {
        networkMaps = Map.copyOf(networkMaps);
        costMaps = Map.copyOf(costMaps);
    }
}

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

import com.google.common.collect.ImmutableSortedMap;
import java.util.SortedMap;
import org.opendaylight.alto.core.map.ResourceId;

/**
 * All maps that are wanted. A cost map may name a network map that is not among them: then it is not made.
 *
 * @param networkMaps the network maps, by name
 * @param costMaps the cost maps, by name; none has the name of a network map
 */
public record MapSpecs(SortedMap<ResourceId, NetworkMapSpec> networkMaps, SortedMap<ResourceId, CostMapSpec> costMaps) {
    /** No map is wanted. */
    public static final MapSpecs NONE = new MapSpecs(ImmutableSortedMap.of(), ImmutableSortedMap.of());

    public MapSpecs {
        networkMaps = ImmutableSortedMap.copyOfSorted(networkMaps);
        costMaps = ImmutableSortedMap.copyOfSorted(costMaps);
    }
}

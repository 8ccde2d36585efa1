/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.compute;

import com.google.common.collect.ImmutableSortedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.Versioned;

/**
 * Network maps with the cost maps that depend on them, to be published together. A set that is made from another one
 * shares with it all that did not change: maps, address groups of PIDs and cost rows are the same objects.
 *
 * @param networkMaps the network maps by name
 * @param costMaps the cost maps by name; each is on the version of a network map that is here
 */
public record MapSet(SortedMap<ResourceId, Versioned<NetworkMap>> networkMaps,
        SortedMap<ResourceId, Versioned<CostMap>> costMaps) {
    /** No maps. */
    public static final MapSet EMPTY = new MapSet(ImmutableSortedMap.of(), ImmutableSortedMap.of());

    public MapSet {
        networkMaps = ImmutableSortedMap.copyOfSorted(networkMaps);
        costMaps = ImmutableSortedMap.copyOfSorted(costMaps);
    }

    /**
     * Returns what tells this set of maps from others.
     *
     * @return the tag of every map, by its name
     */
    public SortedMap<ResourceId, String> tags() {
        final var tags = new TreeMap<ResourceId, String>();
        networkMaps.forEach((id, map) -> tags.put(id, map.vtag().tag()));
        costMaps.forEach((id, map) -> tags.put(id, map.vtag().tag()));
        return tags;
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.before;

import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.opendaylight.alto.core.map.ContentTag;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;

/**
 * A network map with the cost maps that depend on it, to be published together.
 *
 * @param networkMapTag name and version of the network map
 * @param networkMap the network map
 * @param costMaps the cost maps, by name and version, in the order of names
 */
public record MapSet(VersionTag networkMapTag, NetworkMap networkMap, SortedMap<ResourceId, TaggedCostMap> costMaps) {
    /** The network map with a PID for each switch. */
    public static final ResourceId NETWORK_MAP = new ResourceId("default-network-map");
    /** The cost map of hop counts on it. */
    public static final ResourceId HOPCOUNT_MAP = new ResourceId("default-hopcount-map");
    /** The cost map of routing costs on it. */
    public static final ResourceId ROUTINGCOST_MAP = new ResourceId("default-routingcost-map");

    // A routing cost is what the provider wants it to be (RFC 7285, section 6.1.1.1); here, the hop count.
    private static final Map<ResourceId, CostMetric> METRICS =
        Map.of(HOPCOUNT_MAP, CostMetric.HOPCOUNT, ROUTINGCOST_MAP, CostMetric.ROUTINGCOST);
    /** The names of the cost maps that {@link #compute} makes. */
    public static final Set<ResourceId> COST_MAPS = METRICS.keySet();

    public MapSet {
        costMaps = ImmutableSortedMap.copyOfSorted(costMaps);
    }

    /**
     * A cost map with its tag.
     *
     * @param tag hash of the content
     * @param map the content
     */
    public record TaggedCostMap(String tag, CostMap map) {
    }

    /**
     * Computes all maps.
     *
     * @param state switches and hosts
     * @param maxPairs the largest number of host pairs to look at for each ordered pair of PIDs
     * @param paths answers several queries on one state of the network, in their order
     * @return the maps
     */
    public static MapSet compute(final NetworkState state, final int maxPairs,
            final Function<List<PathQuery>, List<PathAnswer>> paths) {
        final var networkMap = SwitchPids.networkMap(state);
        final var networkMapTag = new VersionTag(NETWORK_MAP, ContentTag.of(networkMap));
        final var costs = PidCosts.hopCounts(state, maxPairs, paths);
        final var costMaps = new TreeMap<ResourceId, TaggedCostMap>();
        METRICS.forEach((id, metric) -> {
            final var map = CostMap.ofNumbers(networkMapTag, CostType.numerical(metric), costs);
            costMaps.put(id, new TaggedCostMap(ContentTag.of(map), map));
        });
        return new MapSet(networkMapTag, networkMap, costMaps);
    }

    /**
     * Returns what tells this set of maps from others.
     *
     * @return the tag of every map, by its name
     */
    public SortedMap<ResourceId, String> tags() {
        final var tags = new TreeMap<ResourceId, String>();
        tags.put(networkMapTag.resourceId(), networkMapTag.tag());
        costMaps.forEach((id, map) -> tags.put(id, map.tag()));
        return tags;
    }
}

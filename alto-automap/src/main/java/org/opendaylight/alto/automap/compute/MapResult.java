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
import org.opendaylight.alto.automap.spec.MapSpecs;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.topology.Topology;

/** Maps, what became of each, and what the next ones can be made from. Immutable. */
public final class MapResult {
    /** Before the first maps are made. */
    public static final MapResult NONE = new MapResult(MapSet.EMPTY, ImmutableSortedMap.of(), MapSpecs.NONE,
        HostTable.EMPTY, HostSwitches.NONE, Topology.EMPTY, ImmutableSortedMap.of(), ImmutableSortedMap.of());

    private final MapSet maps;
    private final ImmutableSortedMap<ResourceId, MapReport> reports;
    private final MapSpecs specs;
    private final HostTable hosts;
    private final HostSwitches hostSwitches;
    private final Topology topology;
    private final ImmutableSortedMap<ResourceId, MadeNetworkMap> networkMaps;
    private final ImmutableSortedMap<ResourceId, PidCosts> pidCosts;

    MapResult(final MapSet maps, final SortedMap<ResourceId, MapReport> reports, final MapSpecs specs,
            final HostTable hosts, final HostSwitches hostSwitches, final Topology topology,
            final SortedMap<ResourceId, MadeNetworkMap> networkMaps, final SortedMap<ResourceId, PidCosts> pidCosts) {
        this.maps = maps;
        this.reports = ImmutableSortedMap.copyOfSorted(reports);
        this.specs = specs;
        this.hosts = hosts;
        this.hostSwitches = hostSwitches;
        this.topology = topology;
        this.networkMaps = ImmutableSortedMap.copyOfSorted(networkMaps);
        this.pidCosts = ImmutableSortedMap.copyOfSorted(pidCosts);
    }

    /**
     * Returns the maps.
     *
     * @return all that could be made
     */
    public MapSet maps() {
        return maps;
    }

    /**
     * Returns what became of the maps.
     *
     * @return for each map that is wanted, by its name
     */
    public SortedMap<ResourceId, MapReport> reports() {
        return reports;
    }

    /** Returns what was wanted. */
    MapSpecs specs() {
        return specs;
    }

    /** Returns the hosts that the maps are of. */
    HostTable hosts() {
        return hosts;
    }

    /** Returns the switches of these hosts. */
    HostSwitches hostSwitches() {
        return hostSwitches;
    }

    /** Returns the topology that the maps are of. */
    Topology topology() {
        return topology;
    }

    /** Returns how the network maps were made, by their names. */
    SortedMap<ResourceId, MadeNetworkMap> networkMaps() {
        return networkMaps;
    }

    /** Returns the costs of which the cost maps are made, by their names, as far as they are known. */
    SortedMap<ResourceId, PidCosts> pidCosts() {
        return pidCosts;
    }
}

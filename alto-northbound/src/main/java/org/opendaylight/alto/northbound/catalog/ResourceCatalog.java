/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.catalog;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.northbound.json.Directory;
import org.opendaylight.alto.northbound.json.DirectoryCodec;
import org.opendaylight.alto.northbound.json.EncodedBody;
import org.opendaylight.alto.northbound.json.MediaTypes;

/**
 * The resource pool at one moment. Immutable; may be read from any thread. A request takes one catalogue and answers
 * from it alone, so all that it says is of one version.
 *
 * <p>Whatever the publishers do, the network map of every cost map is here in the very version on which the cost map
 * depends; {@link CatalogBuilder} sees to it.
 */
public final class ResourceCatalog {
    /** Where the server is on the controller's web server. */
    public static final String CONTEXT_PATH = "/alto";
    /** The path of network maps below {@link #CONTEXT_PATH}. */
    public static final String NETWORK_MAP_PATH = "/networkmap/";
    /** The path of cost maps below {@link #CONTEXT_PATH}. */
    public static final String COST_MAP_PATH = "/costmap/";
    /** The path of the endpoint cost service below {@link #CONTEXT_PATH}. */
    public static final String ENDPOINT_COST_PATH = "/endpointcost";

    /** The endpoint cost service in the directory. */
    static final ResourceId ENDPOINT_COST = new ResourceId("endpoint-cost");

    /** The catalogue without maps. */
    public static final ResourceCatalog EMPTY = new ResourceCatalog(Optional.empty(), Map.of(), Map.of());

    private final Optional<ResourceId> defaultNetworkMap;
    private final ImmutableSortedMap<String, PublishedNetworkMap> networkMaps;
    private final ImmutableSortedMap<String, PublishedCostMap> costMaps;
    private final AtomicReference<@Nullable EncodedDirectory> directory = new AtomicReference<>();

    ResourceCatalog(final Optional<ResourceId> defaultNetworkMap, final Map<String, PublishedNetworkMap> networkMaps,
            final Map<String, PublishedCostMap> costMaps) {
        this.defaultNetworkMap = defaultNetworkMap;
        this.networkMaps = ImmutableSortedMap.copyOf(networkMaps);
        this.costMaps = ImmutableSortedMap.copyOf(costMaps);
    }

    private record EncodedDirectory(SortedSet<CostType> endpointCostTypes, EncodedBody body) {
    }

    /**
     * Finds a network map.
     *
     * @param id what a client calls a resource id, so any text
     * @return the map, or empty if there is none
     */
    public Optional<PublishedNetworkMap> networkMap(final String id) {
        return Optional.ofNullable(networkMaps.get(id));
    }

    /**
     * Finds a cost map.
     *
     * @param id what a client calls a resource id, so any text
     * @return the map, or empty if there is none
     */
    public Optional<PublishedCostMap> costMap(final String id) {
        return Optional.ofNullable(costMaps.get(id));
    }

    /**
     * Returns the message of the directory. It is kept until other cost types are asked for.
     *
     * @param endpointCostTypes the cost types of the endpoint cost service; empty while there is no such service
     * @return the message
     */
    public EncodedBody directory(final SortedSet<CostType> endpointCostTypes) {
        final var known = directory.get();
        if (known != null && known.endpointCostTypes.equals(endpointCostTypes)) {
            return known.body;
        }
        final var types = ImmutableSortedSet.copyOf(endpointCostTypes);
        final var body = DirectoryCodec.encode(describe(types));
        directory.set(new EncodedDirectory(types, body));
        return body;
    }

    private Directory describe(final SortedSet<CostType> endpointCostTypes) {
        final var entries = new TreeMap<ResourceId, Directory.Entry>();
        networkMaps.values().forEach(map -> {
            final var id = map.vtag().resourceId();
            entries.put(id, new Directory.Entry(CONTEXT_PATH + NETWORK_MAP_PATH + id, MediaTypes.NETWORK_MAP,
                Optional.empty(), ImmutableSortedSet.of(), false, ImmutableSortedSet.of()));
        });
        costMaps.values().forEach(map -> {
            final var id = map.vtag().resourceId();
            entries.put(id, new Directory.Entry(CONTEXT_PATH + COST_MAP_PATH + id, MediaTypes.COST_MAP,
                Optional.empty(), ImmutableSortedSet.of(map.map().type()), false,
                ImmutableSortedSet.of(map.map().networkMap().resourceId())));
        });
        if (!endpointCostTypes.isEmpty()) {
            // RFC 7285, section 11.5.1.5: this service must not name maps in "uses"
            entries.put(ENDPOINT_COST, new Directory.Entry(CONTEXT_PATH + ENDPOINT_COST_PATH,
                MediaTypes.ENDPOINT_COST, Optional.of(MediaTypes.ENDPOINT_COST_PARAMS), endpointCostTypes, true,
                ImmutableSortedSet.of()));
        }
        return new Directory(defaultNetworkMap, entries);
    }

    @Override
    public String toString() {
        return "network maps " + networkMaps.keySet() + ", cost maps " + costMaps.keySet();
    }
}

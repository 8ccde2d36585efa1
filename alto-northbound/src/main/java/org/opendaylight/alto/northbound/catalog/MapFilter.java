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

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.northbound.json.MediaTypes;

/**
 * A resource that answers with parts of maps (RFC 7285, section 11.3). The server makes one for each network map.
 *
 * @param kind of which maps
 * @param networkMap the network map, or the one between whose PIDs the costs are
 */
record MapFilter(Kind kind, ResourceId networkMap) {
    // RFC 7285, section 10.2
    private static final int MAX_ID_LENGTH = 64;

    /** Of which maps there are parts. */
    enum Kind {
        /** Of the network map. */
        NETWORK_MAP(ResourceCatalog.FILTERED_PATH, MediaTypes.NETWORK_MAP, MediaTypes.NETWORK_MAP_FILTER),
        /** Of the cost maps between the PIDs of the network map. */
        COST_MAPS(ResourceCatalog.FILTERED_COSTS_PATH, MediaTypes.COST_MAP, MediaTypes.COST_MAP_FILTER);

        private final String path;
        private final String mediaType;
        private final String accepts;

        Kind(final String path, final String mediaType, final String accepts) {
            this.path = path;
            this.mediaType = mediaType;
            this.accepts = accepts;
        }

        /**
         * Names the filter for a network map.
         *
         * @param map the resource id of the network map
         * @return the resource id; empty if it would be too long
         */
        Optional<ResourceId> idFor(final ResourceId map) {
            final var id = map + "-" + path.substring(1);
            return id.length() <= MAX_ID_LENGTH ? Optional.of(new ResourceId(id)) : Optional.empty();
        }
    }

    /**
     * Makes the filters of network maps.
     *
     * @param networkMaps the network maps
     * @param withCosts the network maps between whose PIDs there are costs
     * @return the filters by their own resource ids; a network map whose name is so long that the id would be too long
     *     has none
     */
    static Map<ResourceId, MapFilter> of(final Collection<Published<NetworkMap>> networkMaps,
            final Set<ResourceId> withCosts) {
        final var filters = new TreeMap<ResourceId, MapFilter>();
        for (var map : networkMaps) {
            final var networkMap = map.vtag().resourceId();
            add(filters, Kind.NETWORK_MAP, networkMap);
            if (withCosts.contains(networkMap)) {
                add(filters, Kind.COST_MAPS, networkMap);
            }
        }
        return filters;
    }

    private static void add(final Map<ResourceId, MapFilter> filters, final Kind kind, final ResourceId networkMap) {
        kind.idFor(networkMap).ifPresent(id -> filters.put(id, new MapFilter(kind, networkMap)));
    }

    /**
     * Says where the resource is.
     *
     * @return a path from the root of the server
     */
    String path() {
        return ResourceCatalog.CONTEXT_PATH + ResourceCatalog.NETWORK_MAP_PATH + networkMap + kind.path;
    }

    /**
     * Says what the resource answers.
     *
     * @return a media type
     */
    String mediaType() {
        return kind.mediaType;
    }

    /**
     * Says what the resource wants to be sent.
     *
     * @return a media type
     */
    String accepts() {
        return kind.accepts;
    }
}

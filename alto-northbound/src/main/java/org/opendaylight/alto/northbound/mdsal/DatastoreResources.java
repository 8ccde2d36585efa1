/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.mdsal;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.EndpointProperties;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.northbound.catalog.CatalogBuilder;
import org.opendaylight.alto.northbound.catalog.EndpointCostOffer;

/**
 * What one datastore holds of resources. Immutable.
 *
 * @param defaultNetworkMap the network map that is to be the default
 * @param offers the resources, in the order of the datastore
 * @param properties endpoint properties
 * @param problems what is wrong with entries that are no resources, such as endpoint properties; a sentence each
 */
record DatastoreResources(Optional<ResourceId> defaultNetworkMap, List<Offer> offers, EndpointProperties properties,
        List<String> problems) {
    /** A datastore without resources. */
    static final DatastoreResources EMPTY =
        new DatastoreResources(Optional.empty(), List.of(), EndpointProperties.EMPTY, List.of());

    /** A resource that somebody wants to be served. */
    sealed interface Offer {
        void addTo(CatalogBuilder builder);
    }

    /** A network map. */
    record NetworkMapOffer(ResourceId id, String publisher, NetworkMap map) implements Offer {
        @Override
        public void addTo(final CatalogBuilder builder) {
            builder.addNetworkMap(id, publisher, map);
        }
    }

    /** A cost map. */
    record CostMapOffer(ResourceId id, String publisher, ResourceId networkMap, Optional<String> networkMapTag,
            CostType type, SortedMap<Pid, CostRow> rows) implements Offer {
        @Override
        public void addTo(final CatalogBuilder builder) {
            builder.addCostMap(id, publisher, networkMap, networkMapTag, type, rows);
        }
    }

    /** An endpoint cost resource. */
    record EndpointCosts(ResourceId id, String publisher, EndpointCostOffer offer) implements Offer {
        @Override
        public void addTo(final CatalogBuilder builder) {
            builder.addEndpointCost(id, publisher, offer);
        }
    }

    /** The directory of another server. */
    record OtherDirectory(ResourceId id, String publisher, String uri) implements Offer {
        @Override
        public void addTo(final CatalogBuilder builder) {
            builder.addDirectory(id, publisher, uri);
        }
    }

    /** What cannot be read. */
    record Unreadable(ResourceId id, String publisher, String mediaType, String problem) implements Offer {
        @Override
        public void addTo(final CatalogBuilder builder) {
            builder.leaveOut(id, mediaType, publisher, problem);
        }
    }
}

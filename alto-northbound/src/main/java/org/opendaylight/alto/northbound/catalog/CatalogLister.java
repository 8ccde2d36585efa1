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
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.ResourceInfo;
import org.opendaylight.alto.northbound.json.Directory;
import org.opendaylight.alto.northbound.json.MediaTypes;
import org.opendaylight.alto.northbound.spi.RouteEntry;

/** Lists what a catalogue has, for operators and for the directory. */
final class CatalogLister {
    private static final String NO_SERVICE = "nobody computes endpoint costs now; the FRM checker does when it runs";

    private final List<ResourceInfo> resources = new ArrayList<>();
    private final TreeMap<ResourceId, Directory.Entry> entries = new TreeMap<>();

    private CatalogLister() {
    }

    static CatalogLister list(final ResourceCatalog catalog, final EndpointCostTypes offered) {
        final var lister = new CatalogLister();
        lister.addMaps(catalog);
        lister.addFilters(catalog);
        lister.addEndpointServices(catalog, offered);
        lister.addDelegations(catalog);
        final var served = ImmutableSortedMap.copyOf(Maps.transformValues(lister.entries, Directory.Entry::mediaType));
        lister.addRoutes(catalog);
        lister.addOverviews(catalog, served);
        lister.resources.addAll(catalog.leftOut());
        // stable, so what is left out is after what is served
        lister.resources.sort(Comparator.comparing(ResourceInfo::id));
        return lister;
    }

    /** Says where a resource is, or would be if it were served. */
    static String pathOf(final String mediaType, final ResourceId id) {
        return ResourceCatalog.CONTEXT_PATH + switch (mediaType) {
            case MediaTypes.NETWORK_MAP -> ResourceCatalog.NETWORK_MAP_PATH + id;
            case MediaTypes.COST_MAP -> ResourceCatalog.COST_MAP_PATH + id;
            case MediaTypes.ENDPOINT_COST -> ResourceCatalog.ENDPOINT_COST_PATH + "/" + id;
            case MediaTypes.ENDPOINT_PROP -> ResourceCatalog.ENDPOINT_PROPERTY_PATH;
            default -> "/" + id;
        };
    }

    /** Says what a resource wants to be sent. */
    static Optional<String> acceptsOf(final String mediaType) {
        return switch (mediaType) {
            case MediaTypes.ENDPOINT_COST -> Optional.of(MediaTypes.ENDPOINT_COST_PARAMS);
            case MediaTypes.ENDPOINT_PROP -> Optional.of(MediaTypes.ENDPOINT_PROP_PARAMS);
            default -> Optional.empty();
        };
    }

    List<ResourceInfo> resources() {
        return List.copyOf(resources);
    }

    Directory directory(final Optional<ResourceId> defaultNetworkMap) {
        return new Directory(defaultNetworkMap, entries);
    }

    private void addMaps(final ResourceCatalog catalog) {
        catalog.networkMaps().values().forEach(map ->
            addMap(map, MediaTypes.NETWORK_MAP, Directory.Capabilities.NONE, ImmutableSortedSet.of()));
        catalog.costMaps().values().forEach(map -> addMap(map, MediaTypes.COST_MAP,
            Directory.Capabilities.ofCosts(ImmutableSortedSet.of(map.map().type()), false),
            ImmutableSortedSet.of(map.map().networkMap().resourceId())));
    }

    private void addMap(final Published<?> map, final String mediaType, final Directory.Capabilities capabilities,
            final SortedSet<ResourceId> uses) {
        final var id = map.vtag().resourceId();
        final var entry = new Directory.Entry(pathOf(mediaType, id), mediaType, acceptsOf(mediaType), capabilities,
            uses);
        entries.put(id, entry);
        addInfo(id, entry, map.publisher(), Optional.of(map.vtag().tag()), map.entries(), map.body().length(),
            Optional.empty());
    }

    private void addFilters(final ResourceCatalog catalog) {
        catalog.filters().forEach((id, filter) -> {
            final var entry = new Directory.Entry(filter.path(), filter.mediaType(), Optional.of(filter.accepts()),
                filter.kind() == MapFilter.Kind.NETWORK_MAP ? Directory.Capabilities.NONE
                    : Directory.Capabilities.ofFilteredCosts(catalog.filteredCostTypes(filter.networkMap().value())),
                ImmutableSortedSet.of(filter.networkMap()));
            entries.put(id, entry);
            addInfo(id, entry, ResourceCatalog.SERVER, Optional.empty(), 0, 0, Optional.empty());
        });
    }

    private void addEndpointServices(final ResourceCatalog catalog, final EndpointCostTypes available) {
        // RFC 7285, section 11.5.1.5: this service must not name maps in "uses"; section 11.4.1.5 neither
        addEndpointCost(ResourceCatalog.ENDPOINT_COST,
            ResourceCatalog.CONTEXT_PATH + ResourceCatalog.ENDPOINT_COST_PATH, EndpointCostOffer.ALL,
            ResourceCatalog.SERVER, available);
        catalog.endpointCosts().forEach((text, published) -> {
            final var id = new ResourceId(text);
            addEndpointCost(id, pathOf(MediaTypes.ENDPOINT_COST, id), published.offer(), published.publisher(),
                available);
        });
        final var types = catalog.propertyTypes();
        if (!types.isEmpty()) {
            final var id = ResourceCatalog.ENDPOINT_PROPERTY;
            final var entry = new Directory.Entry(pathOf(MediaTypes.ENDPOINT_PROP, id), MediaTypes.ENDPOINT_PROP,
                acceptsOf(MediaTypes.ENDPOINT_PROP), Directory.Capabilities.ofProperties(types),
                ImmutableSortedSet.of());
            entries.put(id, entry);
            addInfo(id, entry, ResourceCatalog.SERVER, Optional.empty(), 0, 0, Optional.empty());
        }
    }

    private void addEndpointCost(final ResourceId id, final String path, final EndpointCostOffer offer,
            final String publisher, final EndpointCostTypes available) {
        final var types = offer.offered(available.types());
        final var entry = new Directory.Entry(path, MediaTypes.ENDPOINT_COST, acceptsOf(MediaTypes.ENDPOINT_COST),
            Directory.Capabilities.ofEndpointCosts(types.isEmpty() ? offer.costTypes() : types,
                available.contexts(), offer.costConstraints()), ImmutableSortedSet.of());
        final Optional<String> problem = !types.isEmpty() ? Optional.empty() : Optional.of(available.types().isEmpty()
            ? NO_SERVICE : "cost-type: the endpoint cost service has none of " + offer.costTypes() + ", only "
                + EndpointCostOffer.ALL.offered(available.types()));
        if (problem.isEmpty()) {
            entries.put(id, entry);
        }
        addInfo(id, entry, publisher, Optional.empty(), 0, 0, problem);
    }

    private void addInfo(final ResourceId id, final Directory.Entry entry, final String publisher,
            final Optional<String> tag, final int size, final long bytes, final Optional<String> problem) {
        resources.add(new ResourceInfo(id, entry.mediaType(), entry.accepts(), entry.uri(), publisher, tag,
            entry.uses(), entry.capabilities().costTypes(), entry.capabilities().propertyTypes(), size, bytes,
            problem));
    }

    private void addDelegations(final ResourceCatalog catalog) {
        catalog.delegations().forEach((id, delegation) -> {
            final var entry = new Directory.Entry(delegation.uri().toString(), MediaTypes.DIRECTORY, Optional.empty(),
                Directory.Capabilities.NONE, ImmutableSortedSet.of());
            entries.put(id, entry);
            addInfo(id, entry, delegation.publisher(), Optional.empty(), 0, 0, Optional.empty());
        });
    }

    /** A route may use endpoint costs, which come and go without a new catalogue, or another route that does. */
    private void addRoutes(final ResourceCatalog catalog) {
        catalog.routes().forEach((id, route) -> entries.put(id, entryOf(route.entry())));
        boolean changed = true;
        while (changed) {
            changed = entries.values().removeIf(entry -> !entries.keySet().containsAll(entry.uses()));
        }
        catalog.routes().forEach((id, route) -> addInfo(id, entryOf(route.entry()), route.publisher(), Optional.empty(),
            0, 0, entries.containsKey(id) ? Optional.empty()
                : Optional.of("uses: one of " + route.entry().uses()
                    + " is not served now; its own problem says why")));
    }

    private void addOverviews(final ResourceCatalog catalog, final SortedMap<ResourceId, String> served) {
        catalog.overviews().forEach(overview -> overview.of().apply(served).forEach(listed -> {
            final var entry = entryOf(listed);
            final boolean free = entries.putIfAbsent(listed.id(), entry) == null;
            addInfo(listed.id(), entry, overview.publisher(), Optional.empty(), 0, 0, free ? Optional.empty()
                : Optional.of("another resource has the id '" + listed.id() + "'; publish that one under another id"));
        }));
    }

    private static Directory.Entry entryOf(final RouteEntry entry) {
        return new Directory.Entry(ResourceCatalog.CONTEXT_PATH + entry.path(), entry.mediaType(), entry.accepts(),
            new Directory.Capabilities(entry.costTypes(), ImmutableSortedMap.of(), false, ImmutableSortedSet.of(),
                entry.capabilities()),
            entry.uses());
    }
}

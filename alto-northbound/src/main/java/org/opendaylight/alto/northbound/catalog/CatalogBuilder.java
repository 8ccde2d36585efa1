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

import com.google.common.collect.ImmutableSortedSet;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opendaylight.alto.core.map.ContentTag;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.EndpointProperties;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.map.Versioned;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.service.ResourceInfo;
import org.opendaylight.alto.northbound.json.CostMapCodec;
import org.opendaylight.alto.northbound.json.DirectoryCodec;
import org.opendaylight.alto.northbound.json.EncodingListener;
import org.opendaylight.alto.northbound.json.MediaTypes;
import org.opendaylight.alto.northbound.json.NetworkMapCodec;
import org.opendaylight.alto.northbound.spi.RouteEntry;

/**
 * Makes a catalogue out of what publishers offer. What would break a rule of RFC 7285 is left out, with the reason, and
 * takes nothing with it but the resources that depend on it.
 *
 * <p>The order in which resources are added does not matter, except where two claim the same place (an id, or a cost
 * type of a network map): the first one has it, even if it is left out for another reason. Not for several threads.
 */
public final class CatalogBuilder {
    private final ResourceCatalog previous;
    private final EncodingListener encodings;
    /** Who has an id: the media type of the first resource that claims it. */
    private final Map<ResourceId, String> claims = new HashMap<>();
    private final Map<String, Published<NetworkMap>> networkMaps = new TreeMap<>();
    private final List<OfferedCostMap> offeredCostMaps = new ArrayList<>();
    private final Map<String, PublishedOffer> endpointCosts = new TreeMap<>();
    private final Map<ResourceId, Delegation> delegations = new TreeMap<>();
    private final Map<ResourceId, PublishedRoute> routes = new TreeMap<>();
    private final List<PublishedOverview> overviews = new ArrayList<>();
    private final List<ResourceInfo> leftOut = new ArrayList<>();
    private EndpointProperties properties = EndpointProperties.EMPTY;
    private Optional<ResourceId> defaultNetworkMap = Optional.empty();

    private record OfferedCostMap(ResourceId id, String publisher, ResourceId networkMap,
            Optional<String> networkMapTag, CostType type, SortedMap<Pid, CostRow> rows) {
    }

    private record Place(ResourceId networkMap, CostType type) {
    }

    /**
     * Starts an empty catalogue.
     *
     * @param previous the catalogue to replace; what did not change is taken from it, with the bytes already encoded
     *     and the checks already made
     */
    public CatalogBuilder(final ResourceCatalog previous) {
        this(previous, EncodingListener.NONE);
    }

    /**
     * Starts an empty catalogue.
     *
     * @param previous the catalogue to replace; what did not change is taken from it, with the bytes already encoded
     *     and the checks already made
     * @param encodings hears when the maps of the new catalogue are encoded
     */
    public CatalogBuilder(final ResourceCatalog previous, final EncodingListener encodings) {
        this.previous = previous;
        this.encodings = encodings;
        claims.put(ResourceCatalog.ENDPOINT_COST, MediaTypes.ENDPOINT_COST);
        claims.put(ResourceCatalog.ENDPOINT_PROPERTY, MediaTypes.ENDPOINT_PROP);
    }

    /**
     * Says which network map should be the default. If it is not there, another one is, because RFC 7285, section
     * 9.2.2, demands one.
     *
     * @param id its name
     */
    public void setDefaultNetworkMap(final ResourceId id) {
        defaultNetworkMap = Optional.of(id);
    }

    /**
     * Adds a network map. Its tag is the hash of its content.
     *
     * @param id its name
     * @param publisher who publishes it
     * @param map its content
     */
    public void addNetworkMap(final ResourceId id, final String publisher, final NetworkMap map) {
        if (!claim(id, MediaTypes.NETWORK_MAP, publisher)) {
            return;
        }
        final var known = previous.networkMap(id.value());
        if (known.isPresent() && known.orElseThrow().map() == map
                && known.orElseThrow().publisher().equals(publisher)) {
            networkMaps.put(id.value(), known.orElseThrow());
            return;
        }
        for (var family : AddressFamily.values()) {
            final var gap = map.uses(family) ? map.firstGap(family) : Optional.empty();
            if (gap.isPresent()) {
                final var all = family == AddressFamily.IPV4 ? "0.0.0.0/0" : "::/0";
                leaveOut(id, MediaTypes.NETWORK_MAP, publisher, new InvalidMapException("network-map",
                    "no PID has the address " + gap.orElseThrow() + ", but a map with " + family.wireName()
                        + " prefixes needs a PID for every " + family.wireName() + " address (RFC 7285, section "
                        + "11.2.2); the prefix " + all + " in a PID such as 'default' completes the map, which the "
                        + "option --add-default-pid of alto:network-map-load does").getMessage());
                return;
            }
        }
        final var vtag = new VersionTag(id, ContentTag.of(map));
        if (known.isPresent() && known.orElseThrow().vtag().equals(vtag)
                && known.orElseThrow().publisher().equals(publisher)) {
            // another object of the same content is no other version
            networkMaps.put(id.value(), known.orElseThrow());
            return;
        }
        final var parts = PartEncoder.encode(map.pids(),
            (pid, group) -> NetworkMapCodec.encode(pid, group)
                .telling(() -> encodings.encodedPart(id, MediaTypes.NETWORK_MAP)),
            known.map(old -> new PartEncoder.Known<>(old.map().pids(), old.body().parts())));
        networkMaps.put(id.value(), new Published<>(new Versioned<>(vtag, map), publisher, map.prefixCount(),
            NetworkMapCodec.encode(vtag, parts)
                .telling(() -> encodings.encodedMessage(id, MediaTypes.NETWORK_MAP))));
    }

    /**
     * Adds a cost map. Its tag is the hash of its content.
     *
     * @param id its name
     * @param publisher who publishes it
     * @param networkMap the network map between whose PIDs the costs are
     * @param networkMapTag the version of the network map on which the costs were computed; empty if they are meant for
     *     whatever version there is
     * @param type its cost type
     * @param rows its costs
     */
    public void addCostMap(final ResourceId id, final String publisher, final ResourceId networkMap,
            final Optional<String> networkMapTag, final CostType type, final SortedMap<Pid, CostRow> rows) {
        if (claim(id, MediaTypes.COST_MAP, publisher)) {
            offeredCostMaps.add(new OfferedCostMap(id, publisher, networkMap, networkMapTag, type, rows));
        }
    }

    /**
     * Sets the properties that an operator gives to endpoints.
     *
     * @param newProperties all properties
     */
    public void setProperties(final EndpointProperties newProperties) {
        properties = newProperties;
    }

    /**
     * Adds an endpoint cost resource.
     *
     * @param id its name
     * @param publisher who publishes it
     * @param offer what it offers
     */
    public void addEndpointCost(final ResourceId id, final String publisher, final EndpointCostOffer offer) {
        if (claim(id, MediaTypes.ENDPOINT_COST, publisher)) {
            endpointCosts.put(id.value(), new PublishedOffer(offer, publisher));
        }
    }

    /**
     * Adds the directory of another server.
     *
     * @param id its name
     * @param publisher who points to it
     * @param uri where it is; if it is not an absolute HTTP URI, it is left out
     */
    public void addDirectory(final ResourceId id, final String publisher, final String uri) {
        if (!claim(id, MediaTypes.DIRECTORY, publisher)) {
            return;
        }
        try {
            final var parsed = new URI(uri);
            if (parsed.getHost() != null && List.of("http", "https").contains(parsed.getScheme())) {
                delegations.put(id, new Delegation(parsed, publisher));
            } else {
                leaveOut(id, MediaTypes.DIRECTORY, publisher, "uri: '" + uri + "' is not a URI with http:// or "
                    + "https:// and a host");
            }
        } catch (URISyntaxException e) {
            leaveOut(id, MediaTypes.DIRECTORY, publisher, "uri: " + e.getMessage());
        }
    }

    /**
     * Adds a resource of another bundle's route.
     *
     * @param entry what the directory says of it
     * @param publisher who publishes it
     */
    public void addRoute(final RouteEntry entry, final String publisher) {
        if (!claim(entry.id(), entry.mediaType(), publisher)) {
            return;
        }
        try {
            DirectoryCodec.requireCapabilities(entry.capabilities());
        } catch (IllegalArgumentException e) {
            leaveOut(entry, publisher, e.getMessage());
            return;
        }
        routes.put(entry.id(), new PublishedRoute(entry, publisher));
    }

    /**
     * Adds a route that may have resources about all others.
     *
     * @param overview says which, once it is known what else is served
     * @param publisher who publishes it
     */
    public void addOverview(final Function<SortedMap<ResourceId, String>, Collection<RouteEntry>> overview,
            final String publisher) {
        overviews.add(new PublishedOverview(overview, publisher));
    }

    /**
     * Notes a resource that is not served. Nobody else has its id.
     *
     * @param id its name
     * @param mediaType what it would answer
     * @param publisher who publishes it
     * @param problem why it is not served, for the operator
     */
    public void leaveOut(final ResourceId id, final String mediaType, final String publisher, final String problem) {
        claims.putIfAbsent(id, mediaType);
        leftOut.add(new ResourceInfo(id, mediaType, CatalogLister.acceptsOf(mediaType),
            CatalogLister.pathOf(mediaType, id), publisher, Optional.empty(), ImmutableSortedSet.of(),
            ImmutableSortedSet.of(), ImmutableSortedSet.of(), 0, 0, Optional.of(problem)));
    }

    /**
     * Notes a resource of a route that is not served. Nobody else has its id.
     *
     * @param entry what the directory would say of it
     * @param publisher who publishes it
     * @param problem why it is not served, for the operator
     */
    public void leaveOut(final RouteEntry entry, final String publisher, final String problem) {
        claims.putIfAbsent(entry.id(), entry.mediaType());
        leftOut.add(new ResourceInfo(entry.id(), entry.mediaType(), entry.accepts(),
            ResourceCatalog.CONTEXT_PATH + entry.path(), publisher, Optional.empty(), entry.uses(), entry.costTypes(),
            ImmutableSortedSet.of(), 0, 0, Optional.of(problem)));
    }

    private void leaveOut(final OfferedCostMap offered, final String problem) {
        leftOut.add(new ResourceInfo(offered.id, MediaTypes.COST_MAP, Optional.empty(),
            CatalogLister.pathOf(MediaTypes.COST_MAP, offered.id), offered.publisher, Optional.empty(),
            ImmutableSortedSet.of(offered.networkMap), ImmutableSortedSet.of(offered.type), ImmutableSortedSet.of(), 0,
            0, Optional.of(problem)));
    }

    private boolean claim(final ResourceId id, final String mediaType, final String publisher) {
        final var holder = claims.putIfAbsent(id, mediaType);
        if (holder != null) {
            leaveOut(id, mediaType, publisher, taken(id, holder));
        }
        return holder == null;
    }

    private static String taken(final ResourceId id, final String holder) {
        return "another resource has the id '" + id + "', of type " + holder
            + "; publish one of the two under another id, or delete it";
    }

    /** Makes the filters for maps, but for those whose ids publishers use. */
    private Map<ResourceId, MapFilter> claimFilters(final Collection<Published<CostMap>> costMaps) {
        final var filters = MapFilter.of(networkMaps.values(), costMaps.stream()
            .map(costs -> costs.map().networkMap().resourceId()).collect(Collectors.toSet()));
        filters.entrySet().removeIf(entry -> {
            final var id = entry.getKey();
            final var filter = entry.getValue();
            final var holder = claims.putIfAbsent(id, filter.mediaType());
            if (holder != null) {
                leftOut.add(new ResourceInfo(id, filter.mediaType(), Optional.of(filter.accepts()), filter.path(),
                    ResourceCatalog.SERVER, Optional.empty(), ImmutableSortedSet.of(filter.networkMap()),
                    ImmutableSortedSet.of(), ImmutableSortedSet.of(), 0, 0, Optional.of(taken(id, holder))));
            }
            return holder != null;
        });
        return filters;
    }

    /**
     * Makes the catalogue.
     *
     * @return the catalogue
     */
    public ResourceCatalog build() {
        final var costMaps = new TreeMap<String, Published<CostMap>>();
        final var places = new HashMap<Place, ResourceId>();
        for (var offered : offeredCostMaps) {
            try {
                final var networkMap = networkMapOf(offered);
                final var holder = places.putIfAbsent(new Place(offered.networkMap, offered.type), offered.id);
                if (holder != null) {
                    throw new InvalidMapException("meta/cost-type", "cost map '" + holder + "' has the cost type '"
                        + offered.type + "' of network map '" + offered.networkMap + "' already, and there may be one "
                        + "only (RFC 7285, section 11.2.3.4); delete one of the two");
                }
                costMaps.put(offered.id.value(), publish(offered, networkMap));
            } catch (InvalidMapException e) {
                leaveOut(offered, e.getMessage());
            }
        }
        final SortedSet<ResourceId> served = new TreeSet<>(endpointCosts.keySet().stream()
            .map(ResourceId::new).toList());
        networkMaps.keySet().forEach(id -> served.add(new ResourceId(id)));
        costMaps.keySet().forEach(id -> served.add(new ResourceId(id)));
        final var filters = claimFilters(costMaps.values());
        served.addAll(filters.keySet());
        served.add(ResourceCatalog.ENDPOINT_COST);
        if (!networkMaps.isEmpty() || !properties.names().isEmpty()) {
            served.add(ResourceCatalog.ENDPOINT_PROPERTY);
        }
        UsesCheck.problems(routes, served, claims.keySet()).forEach((id, problem) -> {
            final var route = routes.remove(id);
            leaveOut(route.entry(), route.publisher(), problem);
        });
        return new ResourceCatalog(
            defaultNetworkMap.filter(id -> networkMaps.containsKey(id.value()))
                .or(() -> networkMaps.values().stream().findFirst().map(map -> map.vtag().resourceId())),
            networkMaps, costMaps, filters, properties, endpointCosts, delegations,
            routes, overviews, leftOut);
    }

    private Published<NetworkMap> networkMapOf(final OfferedCostMap offered) {
        final var networkMap = networkMaps.get(offered.networkMap.value());
        if (networkMap != null) {
            if (offered.networkMapTag.isPresent()
                    && !offered.networkMapTag.orElseThrow().equals(networkMap.vtag().tag())) {
                throw new InvalidMapException("meta/dependent-vtags", "the costs were computed for version "
                    + offered.networkMapTag.orElseThrow() + " of network map '" + offered.networkMap
                    + "', which is at version " + networkMap.vtag().tag() + "; compute them again");
            }
            return networkMap;
        }
        final var other = claims.get(offered.networkMap);
        final var problem = other == null
            ? "there is no network map '" + offered.networkMap + "'; load it, or name another one"
            : other.equals(MediaTypes.NETWORK_MAP)
                ? "network map '" + offered.networkMap + "' is not served; its own problem says why"
                : "'" + offered.networkMap + "' is not a network map but of type " + other + "; name a network map";
        throw new InvalidMapException("meta/dependent-vtags", problem);
    }

    private Published<CostMap> publish(final OfferedCostMap offered, final Published<NetworkMap> networkMap) {
        final var known = previous.costMap(offered.id.value());
        final var knownNetworkMap = previous.networkMap(offered.networkMap.value())
            .filter(old -> known.isPresent() && known.orElseThrow().map().networkMap().equals(old.vtag()));
        CostMapCheck.requireKnownPids(offered.rows, networkMap, known, knownNetworkMap);
        final var map = new CostMap(networkMap.vtag(), offered.type, offered.rows);
        if (known.isPresent() && known.orElseThrow().map().equals(map)
                && known.orElseThrow().publisher().equals(offered.publisher)) {
            return known.orElseThrow();
        }
        final var parts = PartEncoder.encode(map.rows(),
            (source, row) -> CostMapCodec.encode(source, row)
                .telling(() -> encodings.encodedPart(offered.id, MediaTypes.COST_MAP)),
            known.map(old -> new PartEncoder.Known<>(old.map().rows(), old.body().parts())));
        return new Published<>(new Versioned<>(new VersionTag(offered.id, ContentTag.of(map)), map), offered.publisher,
            map.costCount(), CostMapCodec.encode(map.networkMap(), map.type(), parts)
                .telling(() -> encodings.encodedMessage(offered.id, MediaTypes.COST_MAP)));
    }
}

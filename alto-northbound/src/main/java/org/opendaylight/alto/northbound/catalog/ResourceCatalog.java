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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.EndpointProperties;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.PropertyName;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.service.ResourceInfo;
import org.opendaylight.alto.northbound.json.DirectoryCodec;
import org.opendaylight.alto.northbound.json.EncodedBody;

/**
 * The resource pool at one moment. Immutable; may be read from any thread. A request takes one catalogue and answers
 * from it alone, so all that it says is of one version.
 *
 * <p>Whatever the publishers do, the network map of every cost map is here in the very version on which the cost map
 * depends; {@link CatalogBuilder} sees to it.
 */
public final class ResourceCatalog {
    /** The publisher of what an operator sets. */
    public static final String OPERATOR = "operator";
    /** The publisher of what the server offers by itself. */
    public static final String SERVER = "northbound";

    /** Where the server is on the controller's web server. */
    public static final String CONTEXT_PATH = "/alto";
    /** The path of network maps below {@link #CONTEXT_PATH}. */
    public static final String NETWORK_MAP_PATH = "/networkmap/";
    /** The path of the filter for a network map below that of the network map. */
    public static final String FILTERED_PATH = "/filtered";
    /** The path of the filter for the cost maps of a network map below that of the network map. */
    public static final String FILTERED_COSTS_PATH = "/filtered-costs";
    /** The path of cost maps below {@link #CONTEXT_PATH}. */
    public static final String COST_MAP_PATH = "/costmap/";
    /** The path of the endpoint cost service below {@link #CONTEXT_PATH}. */
    public static final String ENDPOINT_COST_PATH = "/endpointcost";
    /** The path of the endpoint property service below {@link #CONTEXT_PATH}. */
    public static final String ENDPOINT_PROPERTY_PATH = "/endpointprop";

    /** The endpoint cost service in the directory. */
    public static final ResourceId ENDPOINT_COST = new ResourceId("endpoint-cost");
    /** The endpoint property service in the directory. */
    public static final ResourceId ENDPOINT_PROPERTY = new ResourceId("endpoint-property");

    /** The catalogue without maps. */
    public static final ResourceCatalog EMPTY = new ResourceCatalog(Optional.empty(), Map.of(), Map.of(),
        Map.of(), EndpointProperties.EMPTY, Map.of(), Map.of(), Map.of(), List.of(), List.of());

    // RFC 7285, section 10.8.1: a property of a resource has its id and a dot before its name, and no other has a dot
    private static final String PID_PROPERTY = ".pid";

    private final Optional<ResourceId> defaultNetworkMap;
    private final ImmutableSortedMap<String, Published<NetworkMap>> networkMaps;
    private final ImmutableSortedMap<String, Published<CostMap>> costMaps;
    /** The cost maps by their network map. */
    private final Map<String, ImmutableSortedMap<CostType, CostMap>> costMapsOf;
    private final ImmutableSortedMap<ResourceId, MapFilter> filters;
    private final EndpointProperties properties;
    private final ImmutableSortedMap<String, PublishedOffer> endpointCosts;
    private final ImmutableSortedMap<ResourceId, Delegation> delegations;
    private final ImmutableSortedMap<ResourceId, PublishedRoute> routes;
    private final List<PublishedOverview> overviews;
    private final List<ResourceInfo> leftOut;
    private final ImmutableSortedSet<String> propertyTypes;
    private final AtomicReference<@Nullable Listing> listing = new AtomicReference<>();

    ResourceCatalog(final Optional<ResourceId> defaultNetworkMap, final Map<String, Published<NetworkMap>> networkMaps,
            final Map<String, Published<CostMap>> costMaps, final Map<ResourceId, MapFilter> filters,
            final EndpointProperties properties, final Map<String, PublishedOffer> endpointCosts,
            final Map<ResourceId, Delegation> delegations, final Map<ResourceId, PublishedRoute> routes,
            final List<PublishedOverview> overviews, final List<ResourceInfo> leftOut) {
        this.defaultNetworkMap = defaultNetworkMap;
        this.networkMaps = ImmutableSortedMap.copyOf(networkMaps);
        this.costMaps = ImmutableSortedMap.copyOf(costMaps);
        this.filters = ImmutableSortedMap.copyOf(filters);
        costMapsOf = this.costMaps.values().stream().map(Published::map).collect(Collectors.groupingBy(
            map -> map.networkMap().resourceId().value(),
            ImmutableSortedMap.toImmutableSortedMap(CostType::compareTo, CostMap::type, map -> map)));
        this.properties = properties;
        this.endpointCosts = ImmutableSortedMap.copyOf(endpointCosts);
        this.delegations = ImmutableSortedMap.copyOf(delegations);
        this.routes = ImmutableSortedMap.copyOf(routes);
        this.overviews = List.copyOf(overviews);
        this.leftOut = List.copyOf(leftOut);
        final var types = ImmutableSortedSet.<String>naturalOrder();
        this.networkMaps.keySet().forEach(id -> types.add(id + PID_PROPERTY));
        properties.names().forEach(name -> types.add(name.value()));
        propertyTypes = types.build();
    }

    private record Listing(EndpointCostTypes endpointCosts, List<ResourceInfo> resources, EncodedBody directory) {
    }

    /**
     * Finds a network map.
     *
     * @param id what a client calls a resource id, so any text
     * @return the map, or empty if there is none
     */
    public Optional<Published<NetworkMap>> networkMap(final String id) {
        return Optional.ofNullable(networkMaps.get(id));
    }

    /**
     * Returns all network maps.
     *
     * @return resource id to map
     */
    public SortedMap<String, Published<NetworkMap>> networkMaps() {
        return networkMaps;
    }

    /**
     * Finds a cost map.
     *
     * @param id what a client calls a resource id, so any text
     * @return the map, or empty if there is none
     */
    public Optional<Published<CostMap>> costMap(final String id) {
        return Optional.ofNullable(costMaps.get(id));
    }

    /**
     * Returns all cost maps.
     *
     * @return resource id to map
     */
    public SortedMap<String, Published<CostMap>> costMaps() {
        return costMaps;
    }

    /**
     * Finds a network map of which clients can have parts.
     *
     * @param id what a client calls a resource id, so any text
     * @return the map, or empty if there is none, or no filter for it
     */
    public Optional<Published<NetworkMap>> filteredNetworkMap(final String id) {
        return networkMap(id).filter(map -> hasFilter(MapFilter.Kind.NETWORK_MAP, map));
    }

    /**
     * Finds the cost maps of a network map, of which clients can have parts.
     *
     * @param id what a client calls a resource id, so any text
     * @return the cost maps between the PIDs of {@link #networkMap(String)}; empty if there is none, or no filter for
     *     them
     */
    public SortedMap<CostType, CostMap> filteredCostMaps(final String id) {
        return networkMap(id).filter(map -> hasFilter(MapFilter.Kind.COST_MAPS, map)).isPresent()
            ? costMapsOf.getOrDefault(id, ImmutableSortedMap.of()) : ImmutableSortedMap.of();
    }

    /**
     * Says what clients can ask of the cost maps of a network map.
     *
     * @param id the resource id of the network map
     * @return the cost types of {@link #filteredCostMaps(String)}, and the ranks of those that are numerical
     */
    public SortedSet<CostType> filteredCostTypes(final String id) {
        return EndpointCostOffer.ALL.offered(ImmutableSortedSet.copyOf(filteredCostMaps(id).keySet()));
    }

    private boolean hasFilter(final MapFilter.Kind kind, final Published<NetworkMap> map) {
        return kind.idFor(map.vtag().resourceId()).filter(filters::containsKey).isPresent();
    }

    /** Returns the resources that answer with parts of maps. */
    SortedMap<ResourceId, MapFilter> filters() {
        return filters;
    }

    /**
     * Returns the properties that an operator gave to endpoints.
     *
     * @return properties by address block
     */
    public EndpointProperties properties() {
        return properties;
    }

    /**
     * Returns the endpoint properties that clients can ask for (RFC 7285, section 11.4.1.4): the PID in each network
     * map, and those of {@link #properties()}.
     *
     * @return their names; empty if there is no endpoint property service
     */
    public SortedSet<String> propertyTypes() {
        return propertyTypes;
    }

    /**
     * Finds a property of an endpoint.
     *
     * @param type one of {@link #propertyTypes()}
     * @param endpoint an address
     * @return its value, or empty if this endpoint does not have the property
     */
    public Optional<String> property(final String type, final IpAddr endpoint) {
        return type.endsWith(PID_PROPERTY)
            ? networkMapOf(type).flatMap(map -> map.map().pidOf(endpoint)).map(Pid::value)
            : properties.find(new PropertyName(type), endpoint);
    }

    /**
     * Returns the versions of network maps from which properties are.
     *
     * @param types some of {@link #propertyTypes()}
     * @return a version for each network map
     */
    public List<VersionTag> dependencies(final Collection<String> types) {
        return types.stream().filter(type -> type.endsWith(PID_PROPERTY))
            .flatMap(type -> networkMapOf(type).stream()).map(Published::vtag).toList();
    }

    private Optional<Published<NetworkMap>> networkMapOf(final String pidProperty) {
        return networkMap(pidProperty.substring(0, pidProperty.length() - PID_PROPERTY.length()));
    }

    /**
     * Finds an endpoint cost resource other than {@link #ENDPOINT_COST}.
     *
     * @param id what a client calls a resource id, so any text
     * @return what it offers, or empty if there is none
     */
    public Optional<EndpointCostOffer> endpointCost(final String id) {
        return Optional.ofNullable(endpointCosts.get(id)).map(PublishedOffer::offer);
    }

    /** Returns the endpoint cost resources other than the one that is always there. */
    SortedMap<String, PublishedOffer> endpointCosts() {
        return endpointCosts;
    }

    /** Returns the directories of other servers. */
    SortedMap<ResourceId, Delegation> delegations() {
        return delegations;
    }

    /** Returns the resources of other bundles' routes. */
    SortedMap<ResourceId, PublishedRoute> routes() {
        return routes;
    }

    /** Returns the routes of other bundles that may have resources about all others. */
    List<PublishedOverview> overviews() {
        return overviews;
    }

    /**
     * Returns what is not served whoever computes endpoint costs. Encodes nothing.
     *
     * @return an immutable list; each has a problem
     */
    public List<ResourceInfo> leftOut() {
        return leftOut;
    }

    /**
     * Returns the network map for clients that have no reason to take another.
     *
     * @return its id, or empty if there is no network map
     */
    public Optional<ResourceId> defaultNetworkMap() {
        return defaultNetworkMap;
    }

    /**
     * Returns all resources but the directory, while nobody computes endpoint costs.
     *
     * @return see {@link #resources(EndpointCostTypes)}
     */
    public List<ResourceInfo> resources() {
        return resources(EndpointCostTypes.NONE);
    }

    /**
     * Returns all resources but the directory, also those that are not served, with their problem. An id is there more
     * than once if several claim it; the first of them is the one that has it.
     *
     * @param offered what the endpoint cost service has
     * @return an immutable list in the order of ids
     */
    public List<ResourceInfo> resources(final EndpointCostTypes offered) {
        return listing(offered).resources;
    }

    /**
     * Returns the message of the directory. It is kept until other cost types are asked for.
     *
     * @param offered what the endpoint cost service has
     * @return the message
     */
    public EncodedBody directory(final EndpointCostTypes offered) {
        return listing(offered).directory;
    }

    private Listing listing(final EndpointCostTypes offered) {
        final var known = listing.get();
        if (known != null && known.endpointCosts.equals(offered)) {
            return known;
        }
        final var listed = CatalogLister.list(this, offered);
        final var renewed =
            new Listing(offered, listed.resources(), DirectoryCodec.encode(listed.directory(defaultNetworkMap)));
        listing.set(renewed);
        return renewed;
    }

    @Override
    public String toString() {
        return "network maps " + networkMaps.keySet() + ", cost maps " + costMaps.keySet() + ", endpoint costs "
            + endpointCosts.keySet() + ", routes " + routes.keySet() + ", properties " + propertyTypes;
    }
}

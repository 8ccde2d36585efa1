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

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.EndpointCostService;
import org.opendaylight.alto.northbound.json.EncodedBody;
import org.opendaylight.alto.northbound.json.MediaTypes;
import org.opendaylight.alto.northbound.spi.ResourceFeed;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Admission;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Content;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Request;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Source;

/** A catalogue, and a service that computes endpoint costs, as others follow it. */
public final class CatalogState implements ResourceFeed.State {
    private final ResourceCatalog catalog;
    private final Optional<EndpointCostService> endpointCosts;
    private final ImmutableSortedMap<ResourceId, Source> sources;

    /**
     * Takes what there is.
     *
     * @param catalog the catalogue
     * @param endpointCosts computes endpoint costs, if somebody does
     */
    public CatalogState(final ResourceCatalog catalog, final Optional<EndpointCostService> endpointCosts) {
        this.catalog = requireNonNull(catalog);
        this.endpointCosts = requireNonNull(endpointCosts);
        final var found = new TreeMap<ResourceId, Source>();
        catalog.resources(endpointCosts.map(EndpointCostTypes::of).orElse(EndpointCostTypes.NONE)).stream()
            .filter(resource -> resource.problem().isEmpty() && isOurs(resource.id()))
            .forEach(resource -> found.put(resource.id(),
                new Source(resource.path().substring(ResourceCatalog.CONTEXT_PATH.length()), resource.mediaType(),
                    resource.accepts(), resource.uses())));
        sources = ImmutableSortedMap.copyOf(found);
    }

    private boolean isOurs(final ResourceId id) {
        return catalog.networkMap(id.value()).isPresent() || catalog.costMap(id.value()).isPresent()
            || catalog.filters().containsKey(id) || catalog.endpointCost(id.value()).isPresent()
            || id.equals(ResourceCatalog.ENDPOINT_COST) || id.equals(ResourceCatalog.ENDPOINT_PROPERTY);
    }

    @Override
    public SortedMap<ResourceId, Source> sources() {
        return sources;
    }

    @Override
    public Optional<Content> answer(final Request request, final Admission admission) {
        final var id = request.resource();
        final var source = sources.get(id);
        if (source == null || !source.path().equals(request.path())) {
            return Optional.empty();
        }
        return catalog.networkMap(id.value()).map(map -> whole(MediaTypes.NETWORK_MAP, map))
            .or(() -> catalog.costMap(id.value()).map(map -> whole(MediaTypes.COST_MAP, map)))
            .or(() -> computed(request, admission).map(body ->
                new Content(source.mediaType(), Optional.empty(), body)));
    }

    private static Content whole(final String mediaType, final Published<?> map) {
        return new Content(mediaType, Optional.of(map.vtag().tag()), map.body());
    }

    private Optional<EncodedBody> computed(final Request request, final Admission admission) {
        final var id = request.resource();
        final var input = request.input().orElse("").getBytes(StandardCharsets.UTF_8);
        final var filter = catalog.filters().get(id);
        if (filter != null) {
            final var networkMap = filter.networkMap().value();
            return switch (filter.kind()) {
                case NETWORK_MAP -> ComputedAnswers.filteredNetworkMap(catalog, networkMap, input, admission);
                case COST_MAPS -> ComputedAnswers.filteredCostMaps(catalog, networkMap, input, admission);
            };
        }
        if (id.equals(ResourceCatalog.ENDPOINT_PROPERTY)) {
            return ComputedAnswers.endpointProperties(catalog, input, admission);
        }
        final var offer = id.equals(ResourceCatalog.ENDPOINT_COST) ? Optional.of(EndpointCostOffer.ALL)
            : catalog.endpointCost(id.value());
        return offer.flatMap(offered -> endpointCosts.map(service ->
            ComputedAnswers.endpointCosts(offered, service, input, request.client(), admission)));
    }
}

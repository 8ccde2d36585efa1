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

import java.util.Optional;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.service.EndpointCostService;
import org.opendaylight.alto.northbound.json.CostMapFilterCodec;
import org.opendaylight.alto.northbound.json.EncodedBody;
import org.opendaylight.alto.northbound.json.EndpointCostCodec;
import org.opendaylight.alto.northbound.json.EndpointPropertyCodec;
import org.opendaylight.alto.northbound.json.NetworkMapFilterCodec;
import org.opendaylight.alto.northbound.query.CostMapAnswer;
import org.opendaylight.alto.northbound.query.EndpointCostAnswer;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Admission;

/**
 * The services that compute an answer for each request, from one catalogue. They throw
 * {@link org.opendaylight.alto.northbound.error.AltoRequestException} if the request is not valid, and what the
 * admission throws. May be used from any thread.
 */
public final class ComputedAnswers {
    private ComputedAnswers() {
    }

    /**
     * Answers with a part of a network map (RFC 7285, section 11.3.1).
     *
     * @param catalog from where
     * @param networkMap what a client calls the resource id of the network map
     * @param body the request
     * @param admission is asked with the number of prefixes
     * @return the message; empty if the map has no filter
     */
    public static Optional<EncodedBody> filteredNetworkMap(final ResourceCatalog catalog, final String networkMap,
            final byte[] body, final Admission admission) {
        return catalog.filteredNetworkMap(networkMap).map(map -> {
            final var filter =
                admission.inTurn(body.length, () -> NetworkMapFilterCodec.decode(body, map.map()));
            final long prefixes = filter.prefixes(map.map());
            admission.await(prefixes);
            return admission.inTurn(prefixes, () -> encoded(NetworkMapFilterCodec.encode(filter, map.versioned())));
        });
    }

    /**
     * Answers with parts of cost maps (RFC 7285, section 11.3.2; RFC 8189, section 4.1).
     *
     * @param catalog from where
     * @param networkMap what a client calls the resource id of the network map
     * @param body the request
     * @param admission is asked with the number of costs
     * @return the message; empty if the cost maps have no filter
     */
    public static Optional<EncodedBody> filteredCostMaps(final ResourceCatalog catalog, final String networkMap,
            final byte[] body, final Admission admission) {
        final var costMaps = catalog.filteredCostMaps(networkMap);
        return catalog.networkMap(networkMap).filter(map -> !costMaps.isEmpty()).map(map -> {
            final var filter = admission.inTurn(body.length, () -> CostMapFilterCodec.decode(body,
                catalog.filteredCostTypes(networkMap), map.map().pids().keySet()));
            admission.admit(filter.costs(), "costs between PIDs");
            return admission.inTurn(filter.costs(), () -> encoded(
                CostMapFilterCodec.encode(CostMapAnswer.of(filter, costMaps), filter.choice(), map.vtag())));
        });
    }

    /**
     * Answers with properties of endpoints (RFC 7285, section 11.4).
     *
     * @param catalog from where
     * @param body the request
     * @param admission is asked with the number of properties
     * @return the message; empty if there are no properties
     */
    public static Optional<EncodedBody> endpointProperties(final ResourceCatalog catalog, final byte[] body,
            final Admission admission) {
        final var types = catalog.propertyTypes();
        if (types.isEmpty()) {
            return Optional.empty();
        }
        final var query = admission.inTurn(body.length, () -> EndpointPropertyCodec.decode(body, types));
        admission.admit(query.pairs(), "properties of endpoints");
        return Optional.of(admission.inTurn(query.pairs(), () -> encoded(EndpointPropertyCodec.encode(query,
            catalog.dependencies(query.properties()), catalog::property))));
    }

    /**
     * Answers with costs between endpoints (RFC 7285, section 11.5).
     *
     * @param offer what the resource offers
     * @param service who computes them
     * @param body the request
     * @param client the address of the client
     * @param admission is asked with the number of costs
     * @return the message
     */
    public static EncodedBody endpointCosts(final EndpointCostOffer offer, final EndpointCostService service,
            final byte[] body, final IpAddr client, final Admission admission) {
        final var available = EndpointCostTypes.of(service);
        final var query = EndpointCostCodec.decode(body, offer.offered(available.types()), available.contexts(),
            offer.costConstraints(), client).within(offer.range());
        admission.admit(query.costs(), "costs between endpoints");
        return EndpointCostCodec.encode(EndpointCostAnswer.of(query, service), available.contexts());
    }

    /** Encodes all parts now, as a part of the work. */
    private static EncodedBody encoded(final EncodedBody body) {
        body.length();
        return body;
    }
}

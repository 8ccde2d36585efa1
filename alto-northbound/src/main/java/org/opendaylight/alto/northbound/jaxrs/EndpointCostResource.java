/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.jaxrs;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.ServiceUnavailableException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.opendaylight.alto.core.service.EndpointCostService;
import org.opendaylight.alto.northbound.catalog.ComputedAnswers;
import org.opendaylight.alto.northbound.catalog.EndpointCostOffer;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.catalog.ResourcePool;
import org.opendaylight.alto.northbound.json.MediaTypes;

/** The endpoint cost service (RFC 7285, section 11.5): the resource that offers all, and those that offer a part. */
@Path(ResourceCatalog.ENDPOINT_COST_PATH)
public final class EndpointCostResource {
    private static final long RETRY_AFTER_SECONDS = 10;

    private final ResourcePool pool;
    private final Supplier<Optional<EndpointCostService>> endpointCosts;
    private final Requests requests;

    EndpointCostResource(final ResourcePool pool, final Supplier<Optional<EndpointCostService>> endpointCosts,
            final Requests requests) {
        this.pool = pool;
        this.endpointCosts = endpointCosts;
        this.requests = requests;
    }

    /** A resource that offers a part. */
    public final class Part {
        private final EndpointCostOffer offer;

        Part(final EndpointCostOffer offer) {
            this.offer = offer;
        }

        /**
         * Answers with the costs between endpoints.
         *
         * @param body the request
         * @param headers its headers
         * @param connection tells who the client is
         * @return the answer
         */
        @POST
        @Consumes(MediaTypes.ENDPOINT_COST_PARAMS)
        @Produces(MediaTypes.ENDPOINT_COST)
        public Response post(final InputStream body, @Context final HttpHeaders headers,
                @Context final HttpServletRequest connection) {
            return answer(offer, body, headers, connection);
        }
    }

    /**
     * Answers with the costs between endpoints.
     *
     * @param body the request
     * @param headers its headers
     * @param connection tells who the client is
     * @return the answer
     */
    @POST
    @Consumes(MediaTypes.ENDPOINT_COST_PARAMS)
    @Produces(MediaTypes.ENDPOINT_COST)
    public Response post(final InputStream body, @Context final HttpHeaders headers,
            @Context final HttpServletRequest connection) {
        return answer(EndpointCostOffer.ALL, body, headers, connection);
    }

    /**
     * Finds a resource that offers a part.
     *
     * @param id its resource id
     * @return the resource
     */
    @Path("{id}")
    public Part part(@PathParam("id") final String id) {
        return new Part(pool.catalog().endpointCost(id)
            .orElseThrow(() -> new NotFoundException("There is no endpoint cost resource '" + id + "'")));
    }

    private Response answer(final EndpointCostOffer offer, final InputStream body, final HttpHeaders headers,
            final HttpServletRequest connection) {
        Answers.requireAcceptable(headers, MediaTypes.ENDPOINT_COST);
        final var bytes = requests.read(body, headers, connection);
        final var service = endpointCosts.get().orElseThrow(() -> new ServiceUnavailableException(
            "Endpoint costs are not available at the moment", RETRY_AFTER_SECONDS));
        return Answers.computed(headers, MediaTypes.ENDPOINT_COST, ComputedAnswers.endpointCosts(offer, service, bytes,
            requests.clientOf(connection), requests.admission(connection)));
    }
}

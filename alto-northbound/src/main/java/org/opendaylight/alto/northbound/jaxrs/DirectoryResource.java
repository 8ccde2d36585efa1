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

import java.util.Optional;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import org.opendaylight.alto.core.service.EndpointCostService;
import org.opendaylight.alto.northbound.catalog.EndpointCostTypes;
import org.opendaylight.alto.northbound.catalog.ResourcePool;
import org.opendaylight.alto.northbound.json.MediaTypes;

/** The information resource directory (RFC 7285, section 9.2). */
@Path("/")
public final class DirectoryResource {
    private final ResourcePool pool;
    private final Supplier<Optional<EndpointCostService>> endpointCosts;

    DirectoryResource(final ResourcePool pool, final Supplier<Optional<EndpointCostService>> endpointCosts) {
        this.pool = pool;
        this.endpointCosts = endpointCosts;
    }

    /**
     * Answers with the directory.
     *
     * @param headers the headers of the request
     * @param request the conditions of the request
     * @return the answer
     */
    @GET
    @Produces(MediaTypes.DIRECTORY)
    public Response get(@Context final HttpHeaders headers, @Context final Request request) {
        final var body = pool.catalog().directory(EndpointCostTypes.of(endpointCosts.get()));
        return Answers.resource(headers, request, MediaTypes.DIRECTORY, body, body.contentTag());
    }
}

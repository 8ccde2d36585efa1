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

import javax.ws.rs.GET;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.catalog.ResourcePool;
import org.opendaylight.alto.northbound.json.MediaTypes;

/** Cost maps (RFC 7285, section 11.2.3). */
@Path(ResourceCatalog.COST_MAP_PATH + "{id}")
public final class CostMapResource {
    private final ResourcePool pool;

    CostMapResource(final ResourcePool pool) {
        this.pool = pool;
    }

    /**
     * Answers with a whole cost map.
     *
     * @param id its resource id
     * @param headers the headers of the request
     * @param request the conditions of the request
     * @return the answer
     */
    @GET
    @Produces(MediaTypes.COST_MAP)
    public Response get(@PathParam("id") final String id, @Context final HttpHeaders headers,
            @Context final Request request) {
        final var map = pool.catalog().costMap(id)
            .orElseThrow(() -> new NotFoundException("There is no cost map '" + id + "'"));
        return Answers.resource(headers, request, MediaTypes.COST_MAP, map.body(), map.vtag().tag());
    }
}

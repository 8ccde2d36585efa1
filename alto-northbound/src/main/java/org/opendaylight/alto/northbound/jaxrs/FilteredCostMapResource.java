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
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.catalog.ResourcePool;
import org.opendaylight.alto.northbound.json.CostMapFilterCodec;
import org.opendaylight.alto.northbound.json.MediaTypes;
import org.opendaylight.alto.northbound.query.CostMapAnswer;

/** Parts of the cost maps of a network map (RFC 7285, section 11.3.2; RFC 8189, section 4.1). */
@Path(ResourceCatalog.NETWORK_MAP_PATH + "{id}" + ResourceCatalog.FILTERED_COSTS_PATH)
public final class FilteredCostMapResource {
    private final ResourcePool pool;
    private final Requests requests;

    FilteredCostMapResource(final ResourcePool pool, final Requests requests) {
        this.pool = pool;
        this.requests = requests;
    }

    /**
     * Answers with parts of cost maps.
     *
     * @param id the resource id of the network map
     * @param body the request
     * @param headers its headers
     * @param connection the request itself
     * @return the answer
     */
    @POST
    @Consumes(MediaTypes.COST_MAP_FILTER)
    @Produces(MediaTypes.COST_MAP)
    public Response post(@PathParam("id") final String id, final InputStream body,
            @Context final HttpHeaders headers,
            @Context final HttpServletRequest connection) {
        Answers.requireAcceptable(headers, MediaTypes.COST_MAP);
        final var bytes = requests.read(body, headers, connection);
        final var catalog = pool.catalog();
        final var costMaps = catalog.filteredCostMaps(id);
        final var networkMap = catalog.networkMap(id).filter(map -> !costMaps.isEmpty())
            .orElseThrow(() -> new NotFoundException("There is no filter for cost maps of a network map '" + id + "'"));
        final var filter = requests.inTurn(bytes.length, () -> CostMapFilterCodec.decode(bytes,
            catalog.filteredCostTypes(id), networkMap.map().pids().keySet()));
        requests.admit(filter.costs(), "costs between PIDs", connection);
        return requests.inTurn(filter.costs(), () -> Answers.computed(headers, MediaTypes.COST_MAP,
            CostMapFilterCodec.encode(CostMapAnswer.of(filter, costMaps), filter.choice(), networkMap.vtag())));
    }
}

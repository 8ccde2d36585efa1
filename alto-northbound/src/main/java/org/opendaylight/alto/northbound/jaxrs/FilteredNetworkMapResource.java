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
import org.opendaylight.alto.northbound.json.MediaTypes;
import org.opendaylight.alto.northbound.json.NetworkMapFilterCodec;

/** Parts of network maps (RFC 7285, section 11.3.1). */
@Path(ResourceCatalog.NETWORK_MAP_PATH + "{id}" + ResourceCatalog.FILTERED_PATH)
public final class FilteredNetworkMapResource {
    private final ResourcePool pool;
    private final Requests requests;

    FilteredNetworkMapResource(final ResourcePool pool, final Requests requests) {
        this.pool = pool;
        this.requests = requests;
    }

    /**
     * Answers with a part of a network map.
     *
     * @param id the resource id of the network map
     * @param body the request
     * @param headers its headers
     * @param connection the request itself
     * @return the answer
     */
    @POST
    @Consumes(MediaTypes.NETWORK_MAP_FILTER)
    @Produces(MediaTypes.NETWORK_MAP)
    public Response post(@PathParam("id") final String id, final InputStream body,
            @Context final HttpHeaders headers,
            @Context final HttpServletRequest connection) {
        Answers.requireAcceptable(headers, MediaTypes.NETWORK_MAP);
        final var bytes = requests.read(body, headers, connection);
        final var map = pool.catalog().filteredNetworkMap(id)
            .orElseThrow(() -> new NotFoundException("There is no filter for a network map '" + id + "'"));
        final var filter = requests.inTurn(bytes.length, () -> NetworkMapFilterCodec.decode(bytes, map.map()));
        final long prefixes = filter.prefixes(map.map());
        requests.await(prefixes, connection);
        return requests.inTurn(prefixes, () -> Answers.computed(headers, MediaTypes.NETWORK_MAP,
            NetworkMapFilterCodec.encode(filter, map.versioned())));
    }
}

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
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.catalog.ResourcePool;
import org.opendaylight.alto.northbound.json.EndpointPropertyCodec;
import org.opendaylight.alto.northbound.json.MediaTypes;

/** The endpoint property service (RFC 7285, section 11.4). It is there while there is a property to ask for. */
@Path(ResourceCatalog.ENDPOINT_PROPERTY_PATH)
public final class EndpointPropertyResource {
    private final ResourcePool pool;
    private final Requests requests;

    EndpointPropertyResource(final ResourcePool pool, final Requests requests) {
        this.pool = pool;
        this.requests = requests;
    }

    /**
     * Answers with the properties of endpoints.
     *
     * @param body the request
     * @param headers its headers
     * @param connection the request itself
     * @return the answer
     */
    @POST
    @Consumes(MediaTypes.ENDPOINT_PROP_PARAMS)
    @Produces(MediaTypes.ENDPOINT_PROP)
    public Response post(final InputStream body, @Context final HttpHeaders headers,
            @Context final HttpServletRequest connection) {
        Answers.requireAcceptable(headers, MediaTypes.ENDPOINT_PROP);
        final var bytes = requests.read(body, headers, connection);
        final var catalog = pool.catalog();
        if (catalog.propertyTypes().isEmpty()) {
            throw new NotFoundException("There are no endpoint properties");
        }
        final var query =
            requests.inTurn(bytes.length, () -> EndpointPropertyCodec.decode(bytes, catalog.propertyTypes()));
        requests.admit(query.pairs(), "properties of endpoints", connection);
        return requests.inTurn(query.pairs(), () -> Answers.computed(headers, MediaTypes.ENDPOINT_PROP,
            EndpointPropertyCodec.encode(query, catalog.dependencies(query.properties()), catalog::property)));
    }
}

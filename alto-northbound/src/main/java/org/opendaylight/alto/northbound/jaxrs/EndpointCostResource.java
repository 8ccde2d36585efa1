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

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.BadRequestException;
import javax.ws.rs.ClientErrorException;
import javax.ws.rs.Consumes;
import javax.ws.rs.NotSupportedException;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.ServiceUnavailableException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.service.EndpointCostService;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.json.EndpointCostCodec;
import org.opendaylight.alto.northbound.json.MediaTypes;

/** The endpoint cost service (RFC 7285, section 11.5). */
@Path(ResourceCatalog.ENDPOINT_COST_PATH)
public final class EndpointCostResource {
    private static final long RETRY_AFTER_SECONDS = 10;

    private final Supplier<Optional<EndpointCostService>> endpointCosts;
    private final RequestLimits limits;

    EndpointCostResource(final Supplier<Optional<EndpointCostService>> endpointCosts, final RequestLimits limits) {
        this.endpointCosts = endpointCosts;
        this.limits = limits;
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
        Answers.requireAcceptable(headers, MediaTypes.ENDPOINT_COST);
        requireReadable(headers);
        final var service = endpointCosts.get().orElseThrow(() -> new ServiceUnavailableException(
            "Endpoint costs are not available at the moment", RETRY_AFTER_SECONDS));
        final var query = EndpointCostCodec.decode(read(body), service.costTypes(), clientOf(connection));
        if (query.pairs() > limits.maxEndpointPairs()) {
            throw tooLarge("The request is for " + query.pairs() + " pairs of endpoints, more than "
                + limits.maxEndpointPairs());
        }
        final var costs = service.costs(query.type(), List.copyOf(query.sources().keySet()),
            List.copyOf(query.destinations().keySet()));
        return Answers.body(Response.ok(), MediaTypes.ENDPOINT_COST, EndpointCostCodec.encode(query, costs))
            .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** Refuses what is not plain JSON; the name of a character set here is a slip of some clients and does no harm. */
    private static void requireReadable(final HttpHeaders headers) {
        if (headers.getMediaType() == null) {
            throw new NotSupportedException("The request has no Content-Type");
        }
        final var coding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !List.of("identity", "utf-8", "").contains(coding.toLowerCase(Locale.ROOT))) {
            throw new NotSupportedException("The request has Content-Encoding '" + coding + "'");
        }
    }

    private byte[] read(final InputStream body) {
        final byte[] bytes;
        try {
            bytes = body.readNBytes(limits.maxRequestBytes() + 1);
        } catch (IOException e) {
            throw new BadRequestException("The request ended early", e);
        }
        if (bytes.length > limits.maxRequestBytes()) {
            throw tooLarge("The body is larger than " + limits.maxRequestBytes() + " bytes");
        }
        return bytes;
    }

    private static IpAddr clientOf(final HttpServletRequest connection) {
        final var text = connection.getRemoteAddr();
        final int zone = text.indexOf('%');
        final var address = zone < 0 ? text : text.substring(0, zone);
        return IpAddr.parse(address.startsWith("[") ? address.replaceAll("[\\[\\]]", "") : address);
    }

    private static ClientErrorException tooLarge(final String detail) {
        return new ClientErrorException(detail, Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.jaxrs;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.Consumes;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.ServiceUnavailableException;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.opendaylight.alto.northbound.spi.RouteRequests;
import org.opendaylight.alto.sse.json.PushCodec;
import org.opendaylight.alto.sse.stream.StreamRegistry;
import org.opendaylight.alto.sse.stream.UpdateStream;
import org.opendaylight.alto.sse.version.Follower;
import org.opendaylight.alto.sse.version.FullException;
import org.opendaylight.alto.sse.version.VersionStore;

/** Update streams and their control (RFC 8895, sections 6 and 7). */
@Path(UpdateStreamResource.PATH)
public final class UpdateStreamResource {
    /** Where streams are opened, below the server's path. */
    public static final String PATH = "/updates";

    private static final String CONTROL = "/control/";
    private static final long RETRY_AFTER_SECONDS = 10;
    /** Of the web server's buffer. It is small, as there are many streams and most events are. In bytes. */
    private static final int BUFFER = 512;

    private final VersionStore store;
    private final StreamRegistry registry;
    private final RouteRequests requests;

    /**
     * Makes the routes.
     *
     * @param store the versions
     * @param registry the streams
     * @param requests takes in requests
     */
    public UpdateStreamResource(final VersionStore store, final StreamRegistry registry,
            final RouteRequests requests) {
        this.store = requireNonNull(store);
        this.registry = requireNonNull(registry);
        this.requests = requireNonNull(requests);
    }

    /**
     * Opens a stream.
     *
     * @param body the request
     * @param headers its headers
     * @param connection the request itself
     * @param suspended takes the answer from this thread
     */
    @POST
    @Consumes(PushCodec.STREAM_PARAMS)
    @Produces(PushCodec.EVENT_STREAM)
    public void open(final InputStream body, @Context final HttpHeaders headers,
            @Context final HttpServletRequest connection, @Suspended final AsyncResponse suspended) {
        final var request = PushCodec.decodeOpening(requests.read(body, headers, connection));
        // a path without a host, so that it is right behind a proxy, too
        final var control = connection.getRequestURI().replaceFirst("/*$", CONTROL);
        final var client = new Follower(requests.clientOf(connection), requests.readerOf(connection));
        final var context = connection.getAsyncContext();
        context.setTimeout(0);
        try {
            final var stream = registry.open(request, client, id -> control + id, requests.admission(connection));
            // who has suspended the answer ends it, so that the web server is not told twice
            connection(stream, context, () -> suspended.resume(Response.ok().build())).start();
        } catch (FullException e) {
            throw new ServiceUnavailableException(e.getMessage(), RETRY_AFTER_SECONDS, e);
        }
    }

    private StreamConnection connection(final UpdateStream stream, final AsyncContext context,
            final Runnable end) {
        final var answer = (HttpServletResponse) context.getResponse();
        answer.setBufferSize(BUFFER);
        answer.setContentType(PushCodec.EVENT_STREAM);
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // Else it is in chunks, and the web server sends the end of a chunk with the next one. Clients that wait for
        // the end would have each event when the next one comes. HTTP/2 has no chunks and leaves this header out.
        answer.setHeader("Connection", "close");
        // asks proxies of nginx's kind not to collect events
        answer.setHeader("X-Accel-Buffering", "no");
        try {
            return new StreamConnection(stream, registry, store, context, end);
        } catch (IOException e) {
            registry.abandon(stream);
            throw new ServiceUnavailableException(RETRY_AFTER_SECONDS, e);
        }
    }

    /**
     * Changes what a stream follows.
     *
     * @param id the name of the stream
     * @param body the request
     * @param headers its headers
     * @param connection the request itself
     * @return an answer without content: the stream tells what happened
     */
    @POST
    @Path(CONTROL + "{id}")
    @Consumes(PushCodec.STREAM_PARAMS)
    public Response control(@PathParam("id") final String id, final InputStream body,
            @Context final HttpHeaders headers, @Context final HttpServletRequest connection) {
        final var request = PushCodec.decodeControl(requests.read(body, headers, connection));
        try {
            if (registry.control(id, request, requests.readerOf(connection), requests.admission(connection))) {
                return Response.noContent().build();
            }
        } catch (FullException e) {
            throw new ServiceUnavailableException(e.getMessage(), RETRY_AFTER_SECONDS, e);
        }
        throw new NotFoundException("There is no such update stream, or it has ended");
    }
}

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

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.ClientErrorException;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.NotSupportedException;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.ServiceUnavailableException;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.ConnectionCallback;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.core.UriInfo;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.northbound.error.AltoRequestException;
import org.opendaylight.alto.northbound.json.JsonRequest;
import org.opendaylight.alto.northbound.spi.Reader;
import org.opendaylight.alto.northbound.spi.RouteRequests;
import org.opendaylight.alto.sse.json.PushCodec;
import org.opendaylight.alto.sse.patch.PatchType;
import org.opendaylight.alto.sse.tips.TipsView;
import org.opendaylight.alto.sse.tips.TipsView.Answer;
import org.opendaylight.alto.sse.tips.TipsViews;
import org.opendaylight.alto.sse.version.Follower;
import org.opendaylight.alto.sse.version.FullException;
import org.opendaylight.alto.sse.version.VersionGraph;

/** TIPS (RFC 9569): views of resources, and the versions and patches that they have. */
@Path(TipsResource.PATH)
public final class TipsResource {
    /** Where views are opened, below the server's path. */
    public static final String PATH = "/tips";

    private static final long RETRY_AFTER_SECONDS = 10;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int TOO_EARLY = 425;
    /** For how long an edge may be kept. It never changes; clients and caches should not fill up with old ones. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final TipsViews views;
    private final RouteRequests requests;
    private final Executor answering;

    /**
     * Makes the routes.
     *
     * @param views the views
     * @param requests takes in requests
     * @param answering answers those who have waited; may block
     */
    public TipsResource(final TipsViews views, final RouteRequests requests, final Executor answering) {
        this.answering = requireNonNull(answering);
        this.views = requireNonNull(views);
        this.requests = requireNonNull(requests);
    }

    /**
     * Opens a view.
     *
     * @param body the request
     * @param headers its headers
     * @param connection the request itself
     * @param uri where it came
     * @return where the view is, and what to fetch first
     */
    @POST
    @Consumes(PushCodec.TIPS_PARAMS)
    @Produces(PushCodec.TIPS)
    public Response open(final InputStream body, @Context final HttpHeaders headers,
            @Context final HttpServletRequest connection, @Context final UriInfo uri) {
        final var wanted = PushCodec.decodeTips(requests.read(body, headers, connection));
        final var reader = requests.readerOf(connection);
        try {
            final var view = views.open(wanted, new Follower(requests.clientOf(connection), reader),
                requests.admission(connection), System.nanoTime());
            final var there = uri.getAbsolutePath().toASCIIString().replaceFirst("/*$", "/") + view.id();
            return json(PushCodec.TIPS, summary(Optional.of(there), versions(view, reader), wanted.tag()));
        } catch (FullException e) {
            throw tooMany(e.getMessage(), e);
        }
    }

    /**
     * Says anew what to fetch first.
     *
     * @param id the name of the view
     * @param body the request
     * @param headers its headers
     * @param connection the request itself
     * @return a merge patch for what {@link #open} answered
     */
    @POST
    @Path("{id}/ug")
    @Consumes(PushCodec.TIPS_PARAMS)
    @Produces("application/merge-patch+json")
    public Response next(@PathParam("id") final String id, final InputStream body,
            @Context final HttpHeaders headers, @Context final HttpServletRequest connection) {
        final var bytes = requests.read(body, headers, connection);
        final var wanted = PushCodec.decodeTips(bytes);
        final var view = view(id);
        final var versions = versions(view, requests.readerOf(connection));
        if (!wanted.resource().equals(view.request().resource())) {
            throw PushCodec.unknownResource(Optional.empty(), wanted.resource());
        }
        if (wanted.input().isPresent()) {
            // RFC 9569, section 7.4.1: it must not be there
            throw AltoRequestException.invalidValue("input", JsonRequest.parse(bytes).object("input").toString());
        }
        return json(PatchType.MERGE.mediaType(), summary(Optional.empty(), versions, wanted.tag()));
    }

    /**
     * Answers with an edge, or waits for it if it is the next one.
     *
     * @param id the name of the view
     * @param from where the edge starts
     * @param to where it ends
     * @param headers the headers of the request
     * @param connection the request itself
     * @param suspended takes the answer from this thread
     */
    @GET
    @Path("{id}/ug/{from: [0-9]{1,18}}/{to: [0-9]{1,18}}")
    public void edge(@PathParam("id") final String id, @PathParam("from") final long from,
            @PathParam("to") final long to, @Context final HttpHeaders headers,
            @Context final HttpServletRequest connection, @Suspended final AsyncResponse suspended) {
        final var view = view(id);
        final var reader = requests.readerOf(connection);
        final var accepted = List.copyOf(headers.getAcceptableMediaTypes());
        final var answer = TipsView.answer(versions(view, reader), from, to);
        if (!(answer instanceof Answer.Next)) {
            suspended.resume(response(answer, accepted));
            return;
        }
        final TipsView.Waiting waiting = () ->
            answering.execute(() -> answer(suspended, view, reader, from, to, accepted));
        suspended.setTimeoutHandler(late -> {
            views.giveUp(view, waiting);
            late.resume(notYet());
        });
        suspended.setTimeout(views.limits().poll().toMillis(), TimeUnit.MILLISECONDS);
        suspended.register((ConnectionCallback) disconnected -> views.giveUp(view, waiting));
        if (!views.await(view, waiting)) {
            throw tooMany("Too many requests wait for changes", null);
        }
        // it may have come in between
        if (!(TipsView.answer(versions(view, reader), from, to) instanceof Answer.Next)) {
            views.giveUp(view, waiting);
            answer(suspended, view, reader, from, to, accepted);
        }
    }

    /** Answers who has waited, with what is there now. */
    private void answer(final AsyncResponse suspended, final TipsView view, final Reader reader, final long from,
            final long to, final List<MediaType> accepted) {
        try {
            final var answer = TipsView.answer(versions(view, reader), from, to);
            if (answer instanceof Answer.Next) {
                throw notYet();
            }
            suspended.resume(response(answer, accepted));
        } catch (WebApplicationException e) {
            suspended.resume(e);
        }
    }

    private static Response response(final Answer answer, final List<MediaType> accepted) {
        return switch (answer) {
            case Answer.Found found -> {
                final var type = MediaType.valueOf(found.mediaType());
                if (accepted.stream().noneMatch(type::isCompatible)) {
                    // RFC 9569, section 7.2, wants this status and not 406
                    throw new NotSupportedException("This edge is " + found.mediaType()
                        + ", which the header Accept leaves out");
                }
                yield Response.ok().type(type).header(HttpHeaders.CONTENT_LENGTH, found.length())
                    .header(HttpHeaders.CACHE_CONTROL, "max-age=" + KEPT.toSeconds() + ", immutable")
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT).entity((StreamingOutput) out -> {
                        final var pieces = found.content().pieces();
                        while (pieces.hasNext()) {
                            out.write(pieces.next());
                        }
                    }).build();
            }
            case Answer.TooEarly early -> throw new ClientErrorException(
                "This version is more than one after the last one", TOO_EARLY);
            case Answer.Gone gone -> throw new ClientErrorException(
                "This version is older than all that are kept; ask at .../ug what to fetch", Response.Status.GONE);
            case Answer.None none -> throw new NotFoundException("There is no such edge");
            case Answer.Next next -> throw new IllegalStateException("It is not there yet");
        };
    }

    private TipsView view(final String id) {
        return views.use(id, System.nanoTime()).orElseThrow(TipsResource::noView);
    }

    /** All who may read the resource share a view; nobody else gets anything of it, whoever opened it. */
    private VersionGraph versions(final TipsView view, final Reader reader) {
        reader.require(view.request().path());
        return views.versions(view).orElseThrow(TipsResource::noView);
    }

    private static ServiceUnavailableException notYet() {
        return new ServiceUnavailableException("There was no change yet; ask again", 1L);
    }

    private static NotFoundException noView() {
        return new NotFoundException("There is no such view, or it was closed; open it again");
    }

    private static String summary(final Optional<String> uri, final VersionGraph versions,
            final Optional<String> tag) {
        final var first = TipsView.recommend(versions, tag);
        return PushCodec.encodeView(uri, versions.first().number(), versions.last().number(), first.from(),
            first.to());
    }

    private static Response json(final String mediaType, final String body) {
        return Response.ok(body.getBytes(StandardCharsets.UTF_8)).type(mediaType)
            .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static ClientErrorException tooMany(final String detail, final @Nullable Throwable cause) {
        return new ClientErrorException(detail, Response.status(TOO_MANY_REQUESTS)
            .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build(), cause);
    }
}

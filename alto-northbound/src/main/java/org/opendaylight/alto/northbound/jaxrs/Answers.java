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

import java.util.Comparator;
import java.util.regex.Pattern;
import javax.ws.rs.NotAcceptableException;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.opendaylight.alto.northbound.json.EncodedBody;

/** HTTP answers. */
final class Answers {
    /** Shorter answers are sent as they are: they fit into one packet. In bytes. */
    private static final int WORTH_GZIP = 1400;
    private static final Pattern ZERO = Pattern.compile("0(\\.0*)?");

    private Answers() {
    }

    /**
     * Answers with a resource that clients may keep, if they ask each time whether it is still the same.
     *
     * @param headers the headers of the request
     * @param request the conditions of the request
     * @param mediaType what the body is
     * @param body the resource
     * @param tag names this version of the resource; a hash
     * @return the resource, or 304 if the client has this version
     */
    static Response resource(final HttpHeaders headers, final Request request, final String mediaType,
            final EncodedBody body, final String tag) {
        requireAcceptable(headers, mediaType);
        final boolean gzip = Codings.prefersGzip(headers);
        // that of the compressed form is weak, since it has other bytes (RFC 9110, section 8.8.1)
        final var etag = new EntityTag(tag, gzip);
        final var unmet = request.evaluatePreconditions(etag);
        if (unmet == null) {
            final var whole = gzip ? gzipped(mediaType, body) : body(Response.ok(), mediaType, body);
            return whole.tag(etag).header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING).build();
        }
        final var answer = unmet.header(HttpHeaders.CACHE_CONTROL, "no-cache")
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING).build();
        if (answer.getStatus() != Response.Status.NOT_MODIFIED.getStatusCode()) {
            throw new WebApplicationException(answer);
        }
        return answer;
    }

    /**
     * Refuses a request whose Accept header excludes the answer by a weight of zero (RFC 9110, section 12.4.2), which
     * Jersey does not look at.
     *
     * @param headers the headers of the request
     * @param mediaType what the answer would be
     * @throws NotAcceptableException if the most precise range for this type has the weight zero
     */
    static void requireAcceptable(final HttpHeaders headers, final String mediaType) {
        final var offered = MediaType.valueOf(mediaType);
        headers.getAcceptableMediaTypes().stream().filter(offered::isCompatible)
            .max(Comparator.comparing((MediaType range) -> !range.isWildcardType())
                .thenComparing(range -> !range.isWildcardSubtype()))
            .map(range -> range.getParameters().get("q"))
            .filter(weight -> ZERO.matcher(weight).matches())
            .ifPresent(weight -> {
                throw new NotAcceptableException();
            });
    }

    private static Response.ResponseBuilder gzipped(final String mediaType, final EncodedBody body) {
        return Response.ok().type(mediaType).header(HttpHeaders.CONTENT_ENCODING, Codings.GZIP)
            .header(HttpHeaders.CONTENT_LENGTH, body.gzipLength()).entity((StreamingOutput) body::writeGzipTo);
    }

    /**
     * Answers with what was computed for this request, which nobody may keep. It is compressed if the client wants that
     * and it is worth it, with little effort since it is for one client only.
     *
     * @param headers the headers of the request
     * @param mediaType what the body is
     * @param body the body
     * @return the answer
     */
    static Response computed(final HttpHeaders headers, final String mediaType, final EncodedBody body) {
        final var answer = body.length() >= WORTH_GZIP && Codings.prefersGzip(headers)
            ? Response.ok().type(mediaType).header(HttpHeaders.CONTENT_ENCODING, Codings.GZIP)
                .entity((StreamingOutput) out -> Codings.writeGzip(body, out))
            : body(Response.ok(), mediaType, body);
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING).build();
    }

    /**
     * Sets the body of an answer.
     *
     * @param answer the answer
     * @param mediaType what the body is, without parameters, because clients compare the whole header
     * @param body the body
     * @return the answer
     */
    static Response.ResponseBuilder body(final Response.ResponseBuilder answer, final String mediaType,
            final EncodedBody body) {
        return answer.type(mediaType).header(HttpHeaders.CONTENT_LENGTH, body.length())
            .entity((StreamingOutput) body::writeTo);
    }
}

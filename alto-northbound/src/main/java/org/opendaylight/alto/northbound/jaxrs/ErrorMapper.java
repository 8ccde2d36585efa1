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

import java.util.List;
import java.util.Optional;
import javax.ws.rs.ProcessingException;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.Response.Status;
import javax.ws.rs.core.Response.StatusType;
import javax.ws.rs.ext.ExceptionMapper;
import org.opendaylight.alto.northbound.error.AltoRequestException;
import org.opendaylight.alto.northbound.json.ErrorCodec;
import org.opendaylight.alto.northbound.json.MediaTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives every answer that is an error its status and its JSON body. The only place that does. */
final class ErrorMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);
    private static final List<String> KEPT_HEADERS =
        List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER, HttpHeaders.ETAG, HttpHeaders.CACHE_CONTROL);

    @Override
    public Response toResponse(final Throwable failure) {
        return switch (failure) {
            case AltoRequestException e -> {
                final var body = ErrorCodec.encode(e);
                yield Answers.body(Response.status(Status.BAD_REQUEST), MediaTypes.ERROR, body)
                    .entity(new ErrorCodeNote.Body(e.code(), body)).build();
            }
            case WebApplicationException e -> ofStatus(e);
            // Jersey could not read a header
            case ProcessingException e -> problem(Status.BAD_REQUEST, Optional.of("A header is malformed")).build();
            default -> {
                LOG.error("A request failed", failure);
                yield problem(Status.INTERNAL_SERVER_ERROR, Optional.empty()).build();
            }
        };
    }

    private static Response ofStatus(final WebApplicationException failure) {
        final var plain = failure.getResponse();
        if (plain.getStatus() < Status.BAD_REQUEST.getStatusCode()) {
            return plain;
        }
        final var status = plain.getStatusInfo();
        final var detail = Optional.ofNullable(failure.getMessage())
            // what JAX-RS says for want of something better
            .filter(message -> !message.startsWith("HTTP " + status.getStatusCode()));
        final var answer = problem(status, detail);
        KEPT_HEADERS.forEach(name -> {
            final var value = plain.getHeaderString(name);
            if (value != null) {
                answer.header(name, value);
            }
        });
        return answer.build();
    }

    private static Response.ResponseBuilder problem(final StatusType status, final Optional<String> detail) {
        return Answers.body(Response.status(status), MediaTypes.PROBLEM,
            ErrorCodec.encode(status.getStatusCode(), status.getReasonPhrase(), detail));
    }
}

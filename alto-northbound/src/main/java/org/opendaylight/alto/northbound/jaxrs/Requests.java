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
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.BadRequestException;
import javax.ws.rs.ClientErrorException;
import javax.ws.rs.NotSupportedException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.opendaylight.alto.core.net.IpAddr;

/** HTTP requests that have a body. */
final class Requests {
    private Requests() {
    }

    /**
     * Reads a body. Refuses what is not plain JSON; the name of a character set in place of a coding is a slip of some
     * clients and does no harm.
     *
     * @param body the body
     * @param headers the headers of the request
     * @param limits how large it may be
     * @return the whole body
     */
    static byte[] read(final InputStream body, final HttpHeaders headers, final RequestLimits limits) {
        if (headers.getMediaType() == null) {
            throw new NotSupportedException("The request has no Content-Type");
        }
        final var coding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !List.of("identity", "utf-8", "").contains(coding.toLowerCase(Locale.ROOT))) {
            throw new NotSupportedException("The request has Content-Encoding '" + coding + "'");
        }
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

    /**
     * Refuses a request that asks for too much.
     *
     * @param count how many values it asks for
     * @param what what they are
     * @param limits how many are allowed
     */
    static void requireFew(final long count, final String what, final RequestLimits limits) {
        if (count > limits.maxEndpointPairs()) {
            throw tooLarge("The request is for " + count + " " + what + ", more than " + limits.maxEndpointPairs());
        }
    }

    /**
     * Returns who the client is.
     *
     * @param connection the connection of the request
     * @return the address from which the request came
     */
    static IpAddr clientOf(final HttpServletRequest connection) {
        final var text = connection.getRemoteAddr();
        final int zone = text.indexOf('%');
        final var address = zone < 0 ? text : text.substring(0, zone);
        return IpAddr.parse(address.startsWith("[") ? address.replaceAll("[\\[\\]]", "") : address);
    }

    private static ClientErrorException tooLarge(final String detail) {
        return new ClientErrorException(detail, Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
}

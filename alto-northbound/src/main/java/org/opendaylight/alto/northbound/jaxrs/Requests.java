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

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.BadRequestException;
import javax.ws.rs.ClientErrorException;
import javax.ws.rs.NotSupportedException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.northbound.client.TrustedProxies;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Admission;

/** Takes in requests, as far as they do not ask for too much. May be used from any thread. */
public final class Requests {
    private final RequestLimits limits;
    private final Workload workload;
    private final TrustedProxies proxies;
    private final Turns turns = new Turns(Runtime.getRuntime().availableProcessors());

    /**
     * Sets limits.
     *
     * @param limits how much one request may ask for
     * @param workload how much all of them may ask for at once
     * @param proxies who is believed to pass on requests of others
     */
    public Requests(final RequestLimits limits, final Workload workload, final TrustedProxies proxies) {
        this.limits = requireNonNull(limits);
        this.workload = requireNonNull(workload);
        this.proxies = requireNonNull(proxies);
    }

    /**
     * Reads a body, and waits until it may be parsed. Refuses what is not plain JSON; the name of a charset in place of
     * a coding is a slip that does no harm.
     *
     * @param body the body
     * @param headers the headers of the request
     * @param connection the request
     * @return the whole body
     */
    public byte[] read(final InputStream body, final HttpHeaders headers, final HttpServletRequest connection) {
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
        // only now, so that clients that send slowly keep nobody else waiting
        workload.claim(connection, bytes.length);
        return bytes;
    }

    /**
     * Returns who lets a request be worked on.
     *
     * @param connection the request
     * @return who is to be asked before much is computed for it
     */
    public Admission admission(final HttpServletRequest connection) {
        return new Admission() {
            @Override
            public void admit(final long count, final String what) {
                if (count > limits.maxEndpointPairs()) {
                    throw tooLarge("The request is for " + count + " " + what + ", more than "
                        + limits.maxEndpointPairs());
                }
                await(count);
            }

            @Override
            public void await(final long count) {
                workload.claim(connection, count);
            }

            @Override
            public <T> T inTurn(final long size, final Supplier<T> work) {
                return turns.take(size, work);
            }
        };
    }

    /**
     * Returns who the client is.
     *
     * @param connection the request
     * @return the address from which it came, or for which a trusted proxy says that it passes it on
     */
    public IpAddr clientOf(final HttpServletRequest connection) {
        final var text = connection.getRemoteAddr();
        final int zone = text.indexOf('%');
        final var address = zone < 0 ? text : text.substring(0, zone);
        return proxies.clientOf(IpAddr.parse(address.startsWith("[") ? address.replaceAll("[\\[\\]]", "") : address),
            Collections.list(connection.getHeaders("Forwarded")),
            Collections.list(connection.getHeaders("X-Forwarded-For")));
    }

    private static ClientErrorException tooLarge(final String detail) {
        return new ClientErrorException(detail, Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
}

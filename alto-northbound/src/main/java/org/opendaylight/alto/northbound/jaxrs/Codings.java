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
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import javax.ws.rs.core.HttpHeaders;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.northbound.json.EncodedBody;

/** Compressed answers (RFC 9110, section 12.5.3). */
final class Codings {
    /** The one coding that is offered. */
    static final String GZIP = "gzip";

    private static final String IDENTITY = "identity";
    private static final Pattern CODING =
        Pattern.compile("[ \\t]*([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \\t]*(?:;[ \\t]*[qQ]=([01](?:\\.[0-9]{0,3})?))?[ \\t]*");

    private Codings() {
        // static methods only
    }

    /**
     * Tells whether a client takes a compressed answer, and likes it no less than another one. A coding that is not
     * understood is as if it were not there.
     *
     * @param headers the headers of the request
     * @return false if it does not say so
     */
    static boolean prefersGzip(final HttpHeaders headers) {
        return prefersGzip(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    }

    /**
     * Tells the same.
     *
     * @param header the header Accept-Encoding, if there is one
     * @return false if it does not say so
     */
    static boolean prefersGzip(final @Nullable String header) {
        if (header == null) {
            return false;
        }
        final var weights = new HashMap<String, Double>();
        for (var element : header.split(",", -1)) {
            final var matcher = CODING.matcher(element);
            if (matcher.matches()) {
                weights.put(matcher.group(1).toLowerCase(Locale.ROOT),
                    matcher.group(2) == null ? 1 : Double.parseDouble(matcher.group(2)));
            }
        }
        final double others = weights.getOrDefault("*", 0.0);
        final double gzip = weights.getOrDefault(GZIP, weights.getOrDefault("x-gzip", others));
        return gzip > 0 && gzip >= weights.getOrDefault(IDENTITY, 0.0);
    }

    /**
     * Compresses a body with little effort.
     *
     * @param body the body
     * @param out where to; stays open
     * @throws IOException if it cannot be written there
     */
    static void writeGzip(final EncodedBody body, final OutputStream out) throws IOException {
        final var gzip = new FastGzip(out);
        try {
            body.writeTo(gzip);
            gzip.finish();
        } finally {
            gzip.release();
        }
    }

    private static final class FastGzip extends GZIPOutputStream {
        private static final int BUFFER = 8192;

        FastGzip(final OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }

        /** Gives the memory of the compressor back. */
        void release() {
            def.end();
        }
    }
}

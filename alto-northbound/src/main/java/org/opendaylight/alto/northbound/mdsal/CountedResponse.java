/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.mdsal;

import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Counts the bytes of a body. One thread at a time writes an answer; it hands over to the next in a way that makes the
 * count visible.
 */
@SuppressFBWarnings(value = { "NP_NONNULL_FIELD_NOT_INITIALIZED_IN_CONSTRUCTOR", "NP_STORE_INTO_NONNULL_FIELD" },
    justification = "SpotBugs does not see @Nullable, which is a type annotation")
final class CountedResponse extends HttpServletResponseWrapper {
    private @Nullable ServletOutputStream stream;
    private @Nullable PrintWriter writer;
    private long sent;

    CountedResponse(final HttpServletResponse response) {
        super(response);
    }

    /**
     * Returns how many bytes were written.
     *
     * @return a number of bytes
     */
    long sent() {
        return sent;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        var known = stream;
        if (known == null) {
            known = new Counter(super.getOutputStream());
            stream = known;
        }
        return known;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        var known = writer;
        if (known == null) {
            known = new PrintWriter(new OutputStreamWriter(getOutputStream(),
                Charset.forName(getCharacterEncoding())));
            writer = known;
        }
        return known;
    }

    @Override
    public void flushBuffer() throws IOException {
        final var known = writer;
        if (known != null) {
            known.flush();
        }
        super.flushBuffer();
    }

    private final class Counter extends ServletOutputStream {
        private final ServletOutputStream out;

        Counter(final ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(final int value) throws IOException {
            out.write(value);
            sent++;
        }

        @Override
        public void write(final byte[] bytes, final int offset, final int length) throws IOException {
            out.write(bytes, offset, length);
            sent += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(final WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.stream;

import com.google.common.collect.Iterators;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.opendaylight.alto.northbound.json.EncodedBody;
import org.opendaylight.alto.sse.json.PushCodec;
import org.opendaylight.alto.sse.patch.EncodedText;
import org.opendaylight.alto.sse.patch.Patch;
import org.opendaylight.alto.sse.version.Version;

/**
 * One event of a stream, in the format of server-sent events. Immutable. What it says is shared with the same events of
 * other streams; only its name is its own.
 *
 * <p>Our JSON has no line breaks, and substream ids have none either, so nothing in an event can look like another one
 * (RFC 8895, section 9.5). Whole messages are broken into lines between the members of their map, where JSON has white
 * space, so that no line is much longer than {@link #LINE} bytes and one member.
 */
public final class StreamEvent {
    private static final EncodedText KEEP_ALIVE = EncodedText.of(":\n\n");
    private static final int LINE = 1 << 13;
    private static final byte[] DATA = "\ndata: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private final byte[] start;
    private final Optional<EncodedText> text;
    private final Optional<EncodedBody> body;

    private StreamEvent(final String name, final Optional<EncodedText> text, final Optional<EncodedBody> body) {
        start = ("event: " + name + "\ndata: ").getBytes(StandardCharsets.UTF_8);
        this.text = text;
        this.body = body;
    }

    /**
     * Makes an event about the stream itself (RFC 8895, section 5.3).
     *
     * @param data what it says
     * @return the event
     */
    static StreamEvent control(final EncodedText data) {
        return new StreamEvent(PushCodec.STREAM_CONTROL, Optional.of(data), Optional.empty());
    }

    /**
     * Makes an event that brings a patch.
     *
     * @param substream for what
     * @param patch the patch
     * @return the event
     */
    static StreamEvent patch(final String substream, final Patch patch) {
        return new StreamEvent(patch.type().mediaType() + "," + substream, Optional.of(patch.text()),
            Optional.empty());
    }

    /**
     * Makes an event that brings a whole version.
     *
     * @param substream of what
     * @param version the version
     * @return the event
     */
    static StreamEvent whole(final String substream, final Version version) {
        return new StreamEvent(version.mediaType() + "," + substream, Optional.empty(), Optional.of(version.body()));
    }

    /**
     * Returns a line that says nothing; it keeps the connection (RFC 8895, section 6.8).
     *
     * @return the bytes, which are not to be changed
     */
    public static Iterator<byte[]> keepAlive() {
        return Iterators.singletonIterator(KEEP_ALIVE.bytes());
    }

    /**
     * Goes through the event in pieces.
     *
     * @return the bytes, which are not to be changed
     */
    public Iterator<byte[]> pieces() {
        return text.map(this::together).orElseGet(() -> new Lines(start, body.orElseThrow().pieces()));
    }

    /** A small event is one piece, so that it can be sent at once. */
    private Iterator<byte[]> together(final EncodedText data) {
        final var bytes = data.bytes();
        if (bytes.length > LINE) {
            return Iterators.forArray(start, bytes, END);
        }
        final var all = new byte[start.length + bytes.length + END.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(bytes, 0, all, start.length, bytes.length);
        System.arraycopy(END, 0, all, start.length + bytes.length, END.length);
        return Iterators.singletonIterator(all);
    }

    /** Puts line breaks behind some of the commas between members, which are pieces of their own. */
    private static final class Lines implements Iterator<byte[]> {
        private final Iterator<byte[]> pieces;
        private byte[] next;
        private int line;
        private boolean comma;
        private boolean ended;

        Lines(final byte[] start, final Iterator<byte[]> pieces) {
            next = start;
            this.pieces = pieces;
        }

        @Override
        public boolean hasNext() {
            return next.length > 0;
        }

        @Override
        public byte[] next() {
            if (next.length == 0) {
                throw new NoSuchElementException();
            }
            final var piece = next;
            next = following();
            return piece;
        }

        private byte[] following() {
            if (comma && line > LINE) {
                comma = false;
                line = 0;
                return DATA;
            }
            comma = false;
            if (pieces.hasNext()) {
                final var piece = pieces.next();
                line += piece.length;
                comma = piece.length == 1 && piece[0] == ',';
                return piece;
            }
            final var end = ended ? new byte[0] : END;
            ended = true;
            return end;
        }
    }
}

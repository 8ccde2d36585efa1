/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.json;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.hash.Hashing;
import com.google.common.hash.HashingOutputStream;
import com.google.common.primitives.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The bytes of a message, encoded once and written any number of times. Immutable. A large message is a list of parts,
 * which the message of the next version shares where it is the same.
 */
public final class EncodedBody {
    private static final byte[] NOTHING = new byte[0];
    private static final int CHUNK = 1 << 17;
    private static final byte[] COMMA = { ',' };
    private static final byte[] DEFLATED_COMMA = Gzip.deflate(COMMA);

    private final Optional<String> field;
    private final byte[] head;
    private final List<EncodedPart> parts;
    private final byte[] tail;
    private final Supplier<Long> length;
    private final Supplier<Gzipped> gzipped;
    private final Supplier<String> contentTag = Suppliers.memoize(this::hash);

    /** The compressed form of what is not in parts. */
    private record Gzipped(byte[] head, byte[] tail, long length) {
    }

    EncodedBody(final byte[] bytes) {
        this(Optional.empty(), bytes, List.of(), NOTHING, () -> { });
    }

    /** A body whose parts are the members of one object; the commas between them are not in the parts. */
    EncodedBody(final String field, final byte[] head, final List<EncodedPart> parts, final byte[] tail) {
        this(Optional.of(field), head, parts, tail, () -> { });
    }

    private EncodedBody(final Optional<String> field, final byte[] head, final List<EncodedPart> parts,
            final byte[] tail, final Runnable listener) {
        this.field = field;
        this.head = head;
        this.parts = List.copyOf(parts);
        this.tail = tail;
        length = Suppliers.memoize(() -> {
            final long sum = head.length + parts.stream().mapToLong(part -> part.bytes().length).sum()
                + Math.max(0, parts.size() - 1) + tail.length;
            listener.run();
            return sum;
        });
        gzipped = Suppliers.memoize(this::gzip);
    }

    private Gzipped gzip() {
        final var checksum = new CRC32();
        forEachPiece(checksum::update);
        final var first = Bytes.concat(Gzip.header(), Gzip.deflate(head));
        final var last = Bytes.concat(Gzip.deflate(tail), Gzip.trailer(checksum, length()));
        return new Gzipped(first, last, first.length
            + parts.stream().mapToLong(part -> part.deflated().length).sum()
            + Math.max(0, parts.size() - 1) * (long) DEFLATED_COMMA.length + last.length);
    }

    /**
     * Makes a body of the same bytes that tells when it is encoded.
     *
     * @param listener called once, by who needs the length first
     * @return the body
     */
    public EncodedBody telling(final Runnable listener) {
        return new EncodedBody(field, head, parts, tail, listener);
    }

    /**
     * Returns the size. The first call encodes what is not encoded yet.
     *
     * @return a number of bytes
     */
    public long length() {
        return length.get();
    }

    /**
     * Returns what may be shared with other versions of this message.
     *
     * @return the members of the map, in order; empty if the message is not one of a map
     */
    public List<EncodedPart> parts() {
        return parts;
    }

    /**
     * Returns which member of the message consists of parts.
     *
     * @return the name of a member of the outermost object, whose value is an object; empty if nothing is in parts
     */
    public Optional<String> field() {
        return field;
    }

    /**
     * Returns the message without its parts.
     *
     * @return a JSON object, in which the object of the parts is empty
     */
    public String frame() {
        return new String(head, StandardCharsets.UTF_8) + new String(tail, StandardCharsets.UTF_8);
    }

    /**
     * Goes through the message in pieces, which are encoded when they are reached: what is before the parts, each part
     * with a comma before it if it is not the first, and what is after them.
     *
     * @return the pieces, which are not copies and not to be changed
     */
    public Iterator<byte[]> pieces() {
        final var members = IntStream.range(0, parts.size()).boxed()
            .flatMap(i -> i == 0 ? Stream.of(parts.get(i).bytes()) : Stream.of(COMMA, parts.get(i).bytes()));
        return Stream.concat(Stream.concat(Stream.of(head), members), Stream.of(tail))
            .filter(piece -> piece.length > 0).iterator();
    }

    /**
     * Writes all bytes.
     *
     * @param out where to; stays open
     * @throws IOException if it cannot be written there
     */
    public void writeTo(final OutputStream out) throws IOException {
        write(head, EncodedPart::bytes, COMMA, tail, length(), out);
    }

    /**
     * Returns the compressed size. The first call compresses what is not compressed yet.
     *
     * @return a number of bytes
     */
    public long gzipLength() {
        return gzipped.get().length;
    }

    /**
     * Writes all bytes compressed, in the format of RFC 1952. The compressed form is kept.
     *
     * @param out where to; stays open
     * @throws IOException if it cannot be written there
     */
    public void writeGzipTo(final OutputStream out) throws IOException {
        final var ends = gzipped.get();
        write(ends.head, EncodedPart::deflated, DEFLATED_COMMA, ends.tail, ends.length, out);
    }

    private void write(final byte[] first, final Function<EncodedPart, byte[]> form, final byte[] comma,
            final byte[] last, final long size, final OutputStream out) throws IOException {
        final var chunks = new Chunks(size, out);
        forEachPiece(first, form, comma, last, chunks);
        chunks.end();
    }

    /** Writes in large chunks: a web server sends each by a system call of its own. */
    private static final class Chunks implements Sink<IOException> {
        private final OutputStream out;
        private final byte[] chunk;
        private int filled;

        Chunks(final long size, final OutputStream out) {
            this.out = out;
            chunk = new byte[(int) Math.min(CHUNK, size)];
        }

        @Override
        public void take(final byte[] piece) throws IOException {
            for (int at = 0; at < piece.length;) {
                final int count = Math.min(piece.length - at, chunk.length - filled);
                System.arraycopy(piece, at, chunk, filled, count);
                at += count;
                filled += count;
                if (filled == chunk.length) {
                    end();
                }
            }
        }

        /** Writes what is left. Never nothing: a web server that has got all it expects fails even then. */
        void end() throws IOException {
            if (filled > 0) {
                out.write(chunk, 0, filled);
                filled = 0;
            }
        }
    }

    /** Takes some bytes. */
    @FunctionalInterface
    private interface Sink<X extends Exception> {
        void take(byte[] bytes) throws X;
    }

    private <X extends Exception> void forEachPiece(final Sink<X> sink) throws X {
        forEachPiece(head, EncodedPart::bytes, COMMA, tail, sink);
    }

    private <X extends Exception> void forEachPiece(final byte[] first, final Function<EncodedPart, byte[]> form,
            final byte[] comma, final byte[] last, final Sink<X> sink) throws X {
        sink.take(first);
        boolean isFirst = true;
        for (var part : parts) {
            if (!isFirst) {
                sink.take(comma);
            }
            isFirst = false;
            sink.take(form.apply(part));
        }
        sink.take(last);
    }

    /**
     * Returns a tag that changes with the bytes. It is kept.
     *
     * @return 32 hexadecimal digits
     */
    public String contentTag() {
        return contentTag.get();
    }

    private String hash() {
        try (var hash = new HashingOutputStream(Hashing.sha256(), OutputStream.nullOutputStream())) {
            writeTo(hash);
            return hash.hash().toString().substring(0, 32);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is written", e);
        }
    }

    @Override
    public String toString() {
        final var bytes = new ByteArrayOutputStream();
        try {
            writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

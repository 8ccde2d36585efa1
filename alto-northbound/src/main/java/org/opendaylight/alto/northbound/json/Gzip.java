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

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * The pieces of a gzip file (RFC 1952) that is put together out of parts which are compressed one by one, so that two
 * versions of a message share those of the parts that they share. Between them the compressor forgets all (RFC 1951: a
 * flush ends at a byte, and nothing refers to what was before).
 */
final class Gzip {
    /** What the file begins with: deflated, without name and time, from an unknown system. */
    private static final byte[] HEADER = { 0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff };
    /** An empty last block. */
    private static final byte[] LAST = { 3, 0 };
    private static final int BUFFER = 8192;

    private Gzip() {
        // static methods only
    }

    /** Returns the beginning of a file. */
    static byte[] header() {
        return HEADER;
    }

    /** Compresses a part. */
    static byte[] deflate(final byte[] bytes) {
        final var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(bytes);
            final var out = new ByteArrayOutputStream(bytes.length / 4 + 16);
            final var buffer = new byte[BUFFER];
            int count;
            do {
                count = deflater.deflate(buffer, 0, BUFFER, Deflater.FULL_FLUSH);
                out.write(buffer, 0, count);
            } while (count == BUFFER);
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** Returns the end of a file. */
    static byte[] trailer(final CRC32 checksum, final long length) {
        return ByteBuffer.allocate(LAST.length + 2 * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).put(LAST)
            .putInt((int) checksum.getValue()).putInt((int) length).array();
    }
}

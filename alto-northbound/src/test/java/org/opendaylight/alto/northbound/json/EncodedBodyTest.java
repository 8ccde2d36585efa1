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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class EncodedBodyTest {
    private static byte[] plain(final EncodedBody body) throws IOException {
        final var out = new ByteArrayOutputStream();
        body.writeTo(out);
        assertEquals(out.size(), body.length());
        return out.toByteArray();
    }

    private static byte[] gzipped(final EncodedBody body) throws IOException {
        final var out = new ByteArrayOutputStream();
        body.writeGzipTo(out);
        assertEquals(out.size(), body.gzipLength());
        return out.toByteArray();
    }

    private static byte[] bytes(final Random random, final int most) {
        final var bytes = new byte[random.nextInt(most + 1)];
        final int kinds = 1 + random.nextInt(256);
        IntStream.range(0, bytes.length).forEach(index -> bytes[index] = (byte) random.nextInt(kinds));
        return bytes;
    }

    @Test
    void theCompressedFormHasTheSameBytes() throws IOException {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            final var parts = new ArrayList<EncodedPart>();
            for (int count = random.nextInt(6); count > 0; count--) {
                final var bytes = bytes(random, i % 10 == 0 ? 100_000 : 300);
                parts.add(new EncodedPart("PID" + count, () -> bytes));
            }
            final var body = new EncodedBody("map", bytes(random, 100), parts, bytes(random, 100));
            try (var in = new GZIPInputStream(new ByteArrayInputStream(gzipped(body)))) {
                assertArrayEquals(plain(body), in.readAllBytes(), () -> "seed " + seed);
                assertEquals(-1, in.read());
            }
            final var pieces = new ByteArrayOutputStream();
            body.pieces().forEachRemaining(pieces::writeBytes);
            assertArrayEquals(plain(body), pieces.toByteArray(), () -> "seed " + seed);
        }
    }

    @Test
    void aPartIsEncodedOnceForAllVersions() throws IOException {
        final var encoded = new AtomicInteger();
        final var shared = new EncodedPart("PID1", () -> {
            encoded.incrementAndGet();
            return "\"PID1\":{\"PID2\":1}".repeat(100).getBytes(StandardCharsets.US_ASCII);
        });
        final var compressed = shared.deflated();
        for (int version = 0; version < 3; version++) {
            final var body = new EncodedBody("map", new byte[] { '{' }, List.of(shared, shared), new byte[] { '}' });
            plain(body);
            assertTrue(gzipped(body).length < plain(body).length / 10);
        }
        assertEquals(1, encoded.get());
        assertTrue(compressed == shared.deflated());
    }

    @Test
    void theFrameIsTheMessageWithoutItsParts() {
        final var part = new EncodedPart("PID1", () -> "\"PID1\":{}".getBytes(StandardCharsets.US_ASCII));
        final var body = new EncodedBody("map", "{\"meta\":{},\"map\":{".getBytes(StandardCharsets.US_ASCII),
            List.of(part), "}}".getBytes(StandardCharsets.US_ASCII));
        assertEquals("{\"meta\":{},\"map\":{}}", body.frame());
        assertEquals("map", body.field().orElseThrow());
        assertEquals("PID1", body.parts().getFirst().name());
    }
}

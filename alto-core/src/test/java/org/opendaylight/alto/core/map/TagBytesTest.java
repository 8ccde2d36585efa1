/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TagBytesTest {
    private static final String[] TEXTS = { "", "openflow:1", "PID-2@here", "[\"köln\"]", "€", "😀x" };

    /** Tags that clients know must not change, so the bytes are those that one hasher took piece by piece. */
    @Test
    void hashIsThatOfAllPieces() {
        for (long seed = 7285_000; seed < 7285_200; seed++) {
            final var random = new Random(seed);
            final var bytes = new TagBytes();
            final var pieces = Hashing.sha256().newHasher();
            for (int count = random.nextInt(200); count > 0; count--) {
                switch (random.nextInt(5)) {
                    case 0 -> {
                        final byte value = (byte) random.nextInt();
                        bytes.add(value);
                        pieces.putByte(value);
                    }
                    case 1 -> {
                        final int value = random.nextInt();
                        bytes.add(value);
                        pieces.putInt(value);
                    }
                    case 2 -> {
                        final double value = random.nextGaussian();
                        bytes.add(Double.doubleToRawLongBits(value));
                        pieces.putDouble(value);
                    }
                    case 3 -> {
                        final var text = TEXTS[random.nextInt(TEXTS.length)];
                        bytes.add(text);
                        pieces.putString(text, StandardCharsets.UTF_8).putByte((byte) '\n');
                    }
                    default -> {
                        final var digest = new byte[32];
                        random.nextBytes(digest);
                        bytes.add(new Digest(HashCode.fromBytes(digest)));
                        pieces.putBytes(digest);
                    }
                }
            }
            assertEquals(pieces.hash(), bytes.hash(), "seed " + seed);
        }
    }
}

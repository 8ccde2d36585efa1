/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** Ethernet frames in tests, and what holds for every reader of them. */
public final class Frames {
    private static final int TAG_OFFSET = 12;
    private static final int TAG_BYTES = 4;
    private static final int FLIPS = 200_000;

    private Frames() {
        // static methods only
    }

    public static byte[] hex(final String... parts) {
        return HexFormat.of().parseHex(String.join("", parts));
    }

    public static byte[] tagged(final byte[] untagged, final int tag) {
        final var frame = new byte[untagged.length + TAG_BYTES];
        System.arraycopy(untagged, 0, frame, 0, TAG_OFFSET);
        frame[TAG_OFFSET] = (byte) 0x81;
        frame[TAG_OFFSET + 2] = (byte) (tag >> 8);
        frame[TAG_OFFSET + 3] = (byte) tag;
        System.arraycopy(untagged, TAG_OFFSET, frame, TAG_OFFSET + TAG_BYTES, untagged.length - TAG_OFFSET);
        return frame;
    }

    public static byte[] with(final byte[] original, final int offset, final int... values) {
        final var frame = original.clone();
        for (int i = 0; i < values.length; i++) {
            frame[offset + i] = (byte) values[i];
        }
        return frame;
    }

    /** Checks that a frame is read the same with any padding, and not at all once a byte of the packet is missing. */
    public static <T> void assertTruncationsAreRefused(final byte[] frame, final Function<byte[], Optional<T>> reader) {
        final var whole = reader.apply(frame);
        assertTrue(whole.isPresent());
        for (int length = 0; length < frame.length; length++) {
            assertEquals(Optional.empty(), reader.apply(Arrays.copyOf(frame, length)), "length " + length);
        }
        for (int padding = 1; padding < 50; padding++) {
            assertEquals(whole, reader.apply(Arrays.copyOf(frame, frame.length + padding)), "padding " + padding);
        }
    }

    /** Flips some bits of frames, often with a cut, and reads them. */
    public static void flipBits(final Function<byte[], ?> reader, final byte[]... frames) {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        for (int i = 0; i < FLIPS; i++) {
            final var frame = frames[random.nextInt(frames.length)].clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
            }
            final var cut = random.nextInt(4) == 0 ? Arrays.copyOf(frame, random.nextInt(frame.length)) : frame;
            assertDoesNotThrow(() -> reader.apply(cut),
                () -> "seed " + seed + ", frame " + HexFormat.of().formatHex(cut));
        }
    }
}

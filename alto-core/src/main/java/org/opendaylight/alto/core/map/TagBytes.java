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

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What is hashed for a tag, all together, which takes much less time than piece by piece. Used by one thread. */
final class TagBytes {
    private static final byte END = '\n';
    private static final int INITIAL_SIZE = 256;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[INITIAL_SIZE];
    private int size;

    /** Adds a byte. */
    void add(final byte value) {
        reserve(1);
        bytes[size++] = value;
    }

    /** Adds four bytes, the lowest one first. */
    void add(final int value) {
        reserve(Integer.BYTES);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    /** Adds eight bytes, the lowest one first. */
    void add(final long value) {
        reserve(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    /** Adds a text in UTF-8, and a line feed. */
    void add(final String text) {
        final int length = text.length();
        reserve(length + 1);
        final int start = size;
        for (int i = 0; i < length; i++) {
            final char character = text.charAt(i);
            if (character >= 0x80) {
                size = start;
                add(text.getBytes(StandardCharsets.UTF_8));
                break;
            }
            bytes[size++] = (byte) character;
        }
        add(END);
    }

    /** Adds a hash. */
    void add(final Digest digest) {
        add(digest.hash().asBytes());
    }

    private void add(final byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    private void reserve(final int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    /** Returns the SHA-256 hash of all that was added. */
    HashCode hash() {
        return Hashing.sha256().hashBytes(bytes, 0, size);
    }
}

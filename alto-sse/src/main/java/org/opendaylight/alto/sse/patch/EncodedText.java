/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.patch;

import java.nio.charset.StandardCharsets;

/** Bytes that many clients get, encoded once. Immutable as long as nobody changes what {@link #bytes()} returns. */
public final class EncodedText {
    private final byte[] bytes;

    /**
     * Takes bytes, not a copy of them.
     *
     * @param bytes text in UTF-8
     */
    EncodedText(final byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Encodes a text.
     *
     * @param text any text
     * @return its bytes
     */
    public static EncodedText of(final String text) {
        return new EncodedText(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the bytes.
     *
     * @return not a copy, and not to be changed
     */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * Returns the size.
     *
     * @return a number of bytes
     */
    public int length() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

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

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of a message, encoded once and written any number of times. Immutable. */
public final class EncodedBody {
    private final byte[] bytes;

    EncodedBody(final byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Returns the size.
     *
     * @return a number of bytes
     */
    public int length() {
        return bytes.length;
    }

    /**
     * Writes all bytes.
     *
     * @param out where to; stays open
     * @throws IOException if it cannot be written there
     */
    public void writeTo(final OutputStream out) throws IOException {
        out.write(bytes);
    }

    /**
     * Returns a tag that changes with the bytes.
     *
     * @return 32 hexadecimal digits
     */
    public String contentTag() {
        return Hashing.sha256().hashBytes(bytes).toString().substring(0, 32);
    }

    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

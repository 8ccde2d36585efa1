/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.frame;

/** Reads unsigned numbers in network order. */
public final class Bytes {
    private Bytes() {
        // static methods only
    }

    /**
     * Reads one byte.
     *
     * @param bytes the packet
     * @param offset index of the byte
     * @return 0 to 255
     * @throws IndexOutOfBoundsException if the packet ends before
     */
    public static int unsignedByte(final byte[] bytes, final int offset) {
        return bytes[offset] & 0xFF;
    }

    /**
     * Reads two bytes.
     *
     * @param bytes the packet
     * @param offset index of the first byte
     * @return 0 to 65535
     * @throws IndexOutOfBoundsException if the packet ends before
     */
    public static int unsignedShort(final byte[] bytes, final int offset) {
        return (bytes[offset] & 0xFF) << 8 | bytes[offset + 1] & 0xFF;
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.net;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A 48-bit IEEE 802 address.
 *
 * @param value the address as a number, {@code 0} to {@code 2^48 - 1}
 */
public record MacAddress(long value) implements Comparable<MacAddress> {
    /** The address that every station listens to. */
    public static final MacAddress BROADCAST = new MacAddress(0xFFFF_FFFF_FFFFL);

    /** Number of bytes on the wire. */
    public static final int BYTES = 6;

    private static final Pattern TEXT = Pattern.compile("[0-9a-fA-F]{2}([:-][0-9a-fA-F]{2}){5}");
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");

    public MacAddress {
        if (value < 0 || value > 0xFFFF_FFFF_FFFFL) {
            throw new IllegalArgumentException("MAC address " + Long.toHexString(value) + " has more than 48 bits");
        }
    }

    /**
     * Reads six pairs of hexadecimal digits separated by colons or dashes.
     *
     * @param text for example {@code 00:00:5e:00:53:01}
     * @return the address
     * @throws IllegalArgumentException if the text has another form
     */
    public static MacAddress parse(final String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                "'" + text + "' is not a MAC address; expected six hexadecimal pairs, like 00:00:5e:00:53:01");
        }
        return ofBytes(COLONS.parseHex(text.replace('-', ':')), 0);
    }

    /**
     * Reads an address from a packet.
     *
     * @param bytes the packet
     * @param offset index of the first byte of the address
     * @return the address
     * @throws IndexOutOfBoundsException if fewer than six bytes are left at {@code offset}
     */
    public static MacAddress ofBytes(final byte[] bytes, final int offset) {
        long value = 0;
        for (int i = 0; i < BYTES; i++) {
            value = value << 8 | bytes[offset + i] & 0xFF;
        }
        return new MacAddress(value);
    }

    /**
     * Returns the address as it stands in a packet.
     *
     * @return a new array of six bytes, network order
     */
    public byte[] toBytes() {
        final var bytes = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            bytes[i] = (byte) (value >>> 8 * (BYTES - 1 - i));
        }
        return bytes;
    }

    /**
     * Tells whether this address names one station, so that it may stand as the source of a frame.
     *
     * @return false for group addresses (broadcast included) and for the all-zero address
     */
    public boolean isUnicast() {
        return value != 0 && (value >>> 40 & 1) == 0;
    }

    @Override
    public int compareTo(final MacAddress other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return COLONS.formatHex(toBytes());
    }
}

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

/**
 * An IPv4 address.
 *
 * @param value the four bytes as one number, network order
 */
public record Ipv4Addr(int value) implements IpAddr {
    /** Number of bytes on the wire. */
    public static final int BYTES = 4;

    /**
     * Reads an address from a packet.
     *
     * @param bytes the packet
     * @param offset index of the first byte of the address
     * @return the address
     * @throws IndexOutOfBoundsException if fewer than four bytes are left at {@code offset}
     */
    public static Ipv4Addr ofBytes(final byte[] bytes, final int offset) {
        int value = 0;
        for (int i = 0; i < BYTES; i++) {
            value = value << 8 | bytes[offset + i] & 0xFF;
        }
        return new Ipv4Addr(value);
    }

    @Override
    public AddressFamily family() {
        return AddressFamily.IPV4;
    }

    @Override
    public long high() {
        return 0;
    }

    @Override
    public long low() {
        return value & 0xFFFF_FFFFL;
    }

    @Override
    public Ipv4Addr masked(final int length) {
        if (length < 0 || length > 32) {
            throw new IllegalArgumentException("Prefix length " + length + " is not in 0..32");
        }
        // a long, because an int shifted by 32 is not zero in Java
        return new Ipv4Addr((int) (low() & -1L << 32 - length));
    }

    @Override
    public byte[] toBytes() {
        return new byte[] { (byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value };
    }

    @Override
    public String toString() {
        return (value >>> 24) + "." + (value >>> 16 & 0xFF) + "." + (value >>> 8 & 0xFF) + "." + (value & 0xFF);
    }
}

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

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * An IPv6 address; its text is that of RFC 5952.
 *
 * @param high bits 127 to 64, unsigned
 * @param low bits 63 to 0, unsigned
 */
public record Ipv6Addr(long high, long low) implements IpAddr {
    /** Number of bytes on the wire. */
    public static final int BYTES = 16;

    /**
     * Reads an address from a packet.
     *
     * @param bytes the packet
     * @param offset index of the first byte of the address
     * @return the address
     * @throws IndexOutOfBoundsException if fewer than sixteen bytes are left at {@code offset}
     */
    public static Ipv6Addr ofBytes(final byte[] bytes, final int offset) {
        final var buffer = ByteBuffer.wrap(bytes, offset, BYTES);
        return new Ipv6Addr(buffer.getLong(), buffer.getLong());
    }

    @Override
    public AddressFamily family() {
        return AddressFamily.IPV6;
    }

    @Override
    public Ipv6Addr masked(final int length) {
        if (length < 0 || length > 128) {
            throw new IllegalArgumentException("Prefix length " + length + " is not in 0..128");
        }
        return new Ipv6Addr(high & leadingOnes(length), low & leadingOnes(length - 64));
    }

    private static long leadingOnes(final int count) {
        // Java takes a shift by 64 for a shift by 0
        return count <= 0 ? 0 : count >= 64 ? -1L : -1L << 64 - count;
    }

    @Override
    public byte[] toBytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    @Override
    public String toString() {
        if (high == 0 && low >>> 32 == 0xFFFF) {
            // RFC 5952, section 5: an IPv4-mapped address shows its IPv4 part
            return "::ffff:" + new Ipv4Addr((int) low);
        }
        try {
            return InetAddresses.toAddrString(Inet6Address.getByAddress(null, toBytes(), -1));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Sixteen bytes are always an address", e);
        }
    }
}

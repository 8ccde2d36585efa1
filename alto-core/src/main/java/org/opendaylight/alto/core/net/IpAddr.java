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

import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;
import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * An IPv4 or IPv6 address. Addresses are never looked up by name, and an IPv4-mapped IPv6 address stays an IPv6
 * address.
 *
 * <p>The order is IPv4 before IPv6, then by number.
 */
public sealed interface IpAddr extends Comparable<IpAddr> permits Ipv4Addr, Ipv6Addr {
    /**
     * Reads a dotted quad (RFC 3986 {@code IPv4address}) or the text of an IPv6 address (RFC 4291, section 2.2).
     *
     * @param text the address, without zone and without prefix length
     * @return the address
     * @throws IllegalArgumentException if the text is not such an address
     */
    static IpAddr parse(final String text) {
        final var inet = inetAddress(text);
        final var bytes = inet.getAddress();
        if (inet instanceof Inet4Address && text.indexOf(':') >= 0) {
            return new Ipv6Addr(0, 0xFFFF_0000_0000L | Ipv4Addr.ofBytes(bytes, 0).value() & 0xFFFF_FFFFL);
        }
        return bytes.length == Ipv4Addr.BYTES ? Ipv4Addr.ofBytes(bytes, 0) : Ipv6Addr.ofBytes(bytes, 0);
    }

    private static InetAddress inetAddress(final String text) {
        // the library also takes zones, and digits of other scripts
        if (CharMatcher.ascii().matchesAllOf(text) && text.indexOf('%') < 0) {
            try {
                return InetAddresses.forString(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("'" + text + "' is not an IPv4 or IPv6 address", e);
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not an IPv4 or IPv6 address");
    }

    /**
     * Returns the address type.
     *
     * @return the family of this address
     */
    AddressFamily family();

    /**
     * Returns the upper half of the address as an unsigned number.
     *
     * @return bits 127 to 64 of an IPv6 address, {@code 0} for IPv4
     */
    long high();

    /**
     * Returns the lower half of the address as an unsigned number.
     *
     * @return bits 63 to 0 of an IPv6 address, the whole of an IPv4 address
     */
    long low();

    /**
     * Sets all bits after the first {@code length} to zero.
     *
     * @param length number of leading bits to keep, 0 to {@code family().bits()}
     * @return the network address
     */
    IpAddr masked(int length);

    /**
     * Returns the address as it stands in a packet.
     *
     * @return a new array of 4 or 16 bytes, network order
     */
    byte[] toBytes();

    /**
     * Returns the prefix that holds this address alone.
     *
     * @return this address with prefix length 32 or 128
     */
    default IpPrefix toPrefix() {
        return new IpPrefix(this, family().bits());
    }

    @Override
    default int compareTo(final IpAddr other) {
        int order = family().compareTo(other.family());
        if (order == 0) {
            order = Long.compareUnsigned(high(), other.high());
        }
        return order != 0 ? order : Long.compareUnsigned(low(), other.low());
    }
}

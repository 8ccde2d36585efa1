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

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A block of addresses: an {@code EndpointPrefix} of RFC 7285, section 10.4.4. Bits after the prefix length are zero,
 * so that two prefixes are equal if and only if they hold the same addresses.
 *
 * <p>The order is by family, then network address, then length: a prefix stands before all that it contains.
 *
 * @param network the first address; host bits are cleared
 * @param length number of leading bits that all addresses share, 0 to 32 or 128
 */
public record IpPrefix(IpAddr network, int length) implements Comparable<IpPrefix> {
    /** All IPv4 addresses. */
    public static final IpPrefix ALL_IPV4 = new IpPrefix(new Ipv4Addr(0), 0);
    /** All IPv6 addresses. */
    public static final IpPrefix ALL_IPV6 = new IpPrefix(new Ipv6Addr(0, 0), 0);

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,3}");
    private static final Comparator<IpPrefix> ORDER =
        Comparator.comparing(IpPrefix::network).thenComparingInt(IpPrefix::length);

    public IpPrefix {
        network = network.masked(length);
    }

    /**
     * Reads {@code address/length}. Host bits may be set and are cleared.
     *
     * @param text for example {@code 192.0.2.0/24} or {@code 2001:db8::/32}
     * @return the prefix
     * @throws IllegalArgumentException if the text has another form or the length does not fit the address type
     */
    public static IpPrefix parse(final String text) {
        final int slash = text.indexOf('/');
        final var digits = slash < 0 ? "" : text.substring(slash + 1);
        if (!LENGTH.matcher(digits).matches()) {
            throw new IllegalArgumentException(
                "'" + text + "' is not an address prefix; expected an address, '/' and a length, like 192.0.2.0/24");
        }
        return new IpPrefix(IpAddr.parse(text.substring(0, slash)), Integer.parseInt(digits));
    }

    /**
     * Returns the address type.
     *
     * @return the family of the addresses in this block
     */
    public AddressFamily family() {
        return network.family();
    }

    /**
     * Tells whether an address lies in this block.
     *
     * @param address an address of either family
     * @return false also if the families differ
     */
    public boolean contains(final IpAddr address) {
        return address.family() == family() && address.masked(length).equals(network);
    }

    /**
     * Tells whether all addresses of another block lie in this one.
     *
     * @param other a prefix of either family
     * @return true also if the two are equal
     */
    public boolean contains(final IpPrefix other) {
        return other.length >= length && contains(other.network);
    }

    @Override
    public int compareTo(final IpPrefix other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return network + "/" + length;
    }
}

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

/** The address types that RFC 7285, section 10.4.1, registers. */
public enum AddressFamily {
    /** IPv4, 32 bits. */
    IPV4("ipv4", 32),
    /** IPv6, 128 bits. */
    IPV6("ipv6", 128);

    private final String wireName;
    private final int bits;

    AddressFamily(final String wireName, final int bits) {
        this.wireName = wireName;
        this.bits = bits;
    }

    /**
     * Returns the name of this address type in ALTO messages.
     *
     * @return {@code ipv4} or {@code ipv6}
     */
    public String wireName() {
        return wireName;
    }

    /**
     * Returns the length of an address of this type.
     *
     * @return a number of bits
     */
    public int bits() {
        return bits;
    }
}

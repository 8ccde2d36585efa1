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

import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.Ipv6Addr;

/** Tells the addresses that a host can have from those that never name one host of a network. */
public final class HostAddresses {
    private HostAddresses() {
        // static methods only
    }

    /**
     * Tells whether an address can be that of a host.
     *
     * @param address an address
     * @return false for this-network (0/8), loopback (127/8), multicast (224/4), reserved (240/4) and broadcast
     *     addresses
     */
    public static boolean isPossible(final Ipv4Addr address) {
        final int first = address.value() >>> 24;
        return first != 0 && first != 127 && first < 224;
    }

    /**
     * Tells whether an address can be that of a host.
     *
     * @param address an address
     * @return false for the unspecified address, the loopback address and multicast addresses (RFC 4291, section 2.4)
     */
    public static boolean isPossible(final Ipv6Addr address) {
        return !isMulticast(address) && (address.high() != 0 || address.low() >>> 1 != 0);
    }

    /**
     * Tells whether an address names a group.
     *
     * @param address an address
     * @return true within ff00::/8
     */
    public static boolean isMulticast(final Ipv6Addr address) {
        return address.high() >>> 56 == 0xFF;
    }
}

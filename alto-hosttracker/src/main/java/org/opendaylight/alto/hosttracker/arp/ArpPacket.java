/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.arp;

import java.util.Optional;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.VlanId;

/**
 * An ARP packet (RFC 826) for IPv4 with the Ethernet frame around it.
 *
 * @param operation whether it asks or answers
 * @param vlan VLAN of the frame's tag, or empty if it has none or one without a VLAN (a priority tag)
 * @param source link-layer address that the frame says it comes from
 * @param destination link-layer address that the frame goes to
 * @param senderMac link-layer address of who speaks
 * @param senderIp address of who speaks; 0.0.0.0 in a probe (RFC 5227)
 * @param targetMac link-layer address of who is spoken to; without meaning in a request
 * @param targetIp address of who is spoken to
 */
public record ArpPacket(Operation operation, Optional<VlanId> vlan, MacAddress source, MacAddress destination,
        MacAddress senderMac, Ipv4Addr senderIp, MacAddress targetMac, Ipv4Addr targetIp) {
    private static final MacAddress NO_MAC = new MacAddress(0);
    private static final Ipv4Addr NO_IP = new Ipv4Addr(0);

    /** The operations that IPv4 hosts use. */
    public enum Operation {
        /** Asks who has an address. */
        REQUEST(1),
        /** Answers that the sender has it. */
        REPLY(2);

        private final int code;

        Operation(final int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /**
     * Makes a probe for an address (RFC 5227, section 2.1.1) that only one host gets. As its sender has no address, it
     * leaves no trace in the tables of who sees it.
     *
     * @param vlan VLAN of the host
     * @param prober link-layer address that the answer shall go to
     * @param host link-layer address of the host
     * @param address the address to ask for
     * @return the request
     */
    public static ArpPacket probe(final Optional<VlanId> vlan, final MacAddress prober, final MacAddress host,
            final Ipv4Addr address) {
        return new ArpPacket(Operation.REQUEST, vlan, prober, host, prober, NO_IP, NO_MAC, address);
    }

    /**
     * Tells whether the sender speaks of its own address, to make it known (RFC 5227, section 3).
     *
     * @return true for a gratuitous request or reply
     */
    public boolean isGratuitous() {
        return senderIp.equals(targetIp);
    }

    /**
     * Tells whether the link-layer addresses can be believed: the frame comes from the one station that speaks in it.
     *
     * @return false also for group addresses and the all-zero address
     */
    public boolean isFromOneStation() {
        return source.isUnicast() && source.equals(senderMac);
    }

    /**
     * Tells whether the sender's address can be that of a host.
     *
     * @return false for this-network (0/8), loopback (127/8), multicast (224/4) and broadcast addresses
     */
    public boolean hasUsableSender() {
        final int first = senderIp.value() >>> 24;
        return first != 0 && first != 127 && first >>> 4 != 14 && senderIp.value() != -1;
    }
}

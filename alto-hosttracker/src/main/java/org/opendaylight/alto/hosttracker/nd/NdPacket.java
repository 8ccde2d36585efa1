/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.nd;

import java.util.Optional;
import org.opendaylight.alto.core.net.Ipv6Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.VlanId;

/**
 * A Neighbor Solicitation or Advertisement (RFC 4861, sections 4.3 and 4.4) with the Ethernet frame around it.
 *
 * @param kind whether it asks or answers
 * @param vlan VLAN of the frame's tag, or empty if it has none or one without a VLAN (a priority tag)
 * @param source link-layer address that the frame says it comes from
 * @param destination link-layer address that the frame goes to
 * @param senderIp address that the packet comes from; :: in duplicate address detection
 * @param destinationIp address that the packet goes to
 * @param target the address that is asked for or answered for
 * @param linkLayerAddress the sender's link-layer address as the option says, or empty without that option: that of the
 *     source in a solicitation, that of the target in an advertisement
 * @param solicited whether an advertisement answers; false in a solicitation
 * @param override whether an advertisement replaces what is cached; false in a solicitation
 */
public record NdPacket(Kind kind, Optional<VlanId> vlan, MacAddress source, MacAddress destination, Ipv6Addr senderIp,
        Ipv6Addr destinationIp, Ipv6Addr target, Optional<MacAddress> linkLayerAddress, boolean solicited,
        boolean override) {
    static final int MULTICAST = 0xFF;

    /** Whether a packet asks or answers. */
    public enum Kind {
        /** Asks who has an address. */
        SOLICITATION(135, 1),
        /** Says that the sender has it. */
        ADVERTISEMENT(136, 2);

        private final int type;
        private final int option;

        Kind(final int type, final int option) {
            this.type = type;
            this.option = option;
        }

        /** ICMPv6 type. */
        int type() {
            return type;
        }

        /** Type of the option that holds the link-layer address. */
        int option() {
            return option;
        }
    }

    /**
     * Makes a probe for an address that only one host gets (RFC 4861, section 7.3.1: unreachability detection). It
     * comes from the link-local address of the prober.
     *
     * @param vlan VLAN of the host
     * @param prober link-layer address that the answer shall go to
     * @param host link-layer address of the host
     * @param address the address to ask for
     * @return the solicitation
     */
    public static NdPacket probe(final Optional<VlanId> vlan, final MacAddress prober, final MacAddress host,
            final Ipv6Addr address) {
        return new NdPacket(Kind.SOLICITATION, vlan, prober, host, linkLocal(prober), address, address,
            Optional.of(prober), false, false);
    }

    /**
     * Makes the question to all hosts who has an address (RFC 4861, section 7.2.2).
     *
     * @param vlan VLAN to ask in
     * @param prober link-layer address that the answer shall go to
     * @param address the address to ask for
     * @return the solicitation
     */
    public static NdPacket question(final Optional<VlanId> vlan, final MacAddress prober, final Ipv6Addr address) {
        final var bytes = address.toBytes();
        final int low = (bytes[13] & 0xFF) << 16 | (bytes[14] & 0xFF) << 8 | bytes[15] & 0xFF;
        // RFC 4291 2.7.1: solicited-node address; RFC 2464 7: its link-layer address
        return new NdPacket(Kind.SOLICITATION, vlan, prober, new MacAddress(0x3333_FF00_0000L | low),
            linkLocal(prober), Ipv6Addr.ofBytes(solicitedNode(bytes), 0), address, Optional.of(prober), false, false);
    }

    static byte[] solicitedNode(final byte[] address) {
        final byte[] node = new byte[Ipv6Addr.BYTES];
        node[0] = (byte) MULTICAST;
        node[1] = 2;
        node[11] = 1;
        node[12] = (byte) 0xFF;
        System.arraycopy(address, 13, node, 13, 3);
        return node;
    }

    /** RFC 4291, appendix A. */
    private static Ipv6Addr linkLocal(final MacAddress mac) {
        final var bytes = new byte[Ipv6Addr.BYTES];
        final var of = mac.toBytes();
        bytes[0] = (byte) 0xFE;
        bytes[1] = (byte) 0x80;
        bytes[8] = (byte) (of[0] ^ 2);
        bytes[9] = of[1];
        bytes[10] = of[2];
        bytes[11] = (byte) 0xFF;
        bytes[12] = (byte) 0xFE;
        System.arraycopy(of, 3, bytes, 13, 3);
        return Ipv6Addr.ofBytes(bytes, 0);
    }

    /**
     * Tells whether the link-layer addresses can be believed: the frame comes from the one station that speaks in it.
     *
     * @return false also for group addresses
     */
    public boolean isFromOneStation() {
        return source.isUnicast() && linkLayerAddress.filter(mac -> !mac.equals(source)).isEmpty();
    }

    /**
     * Tells whether the sender only wants to know whether the address is free (RFC 4862, section 5.4.2).
     *
     * @return true if it does not have the address yet
     */
    public boolean isDuplicateAddressDetection() {
        return kind == Kind.SOLICITATION && isUnspecified(senderIp.toBytes());
    }

    /**
     * Returns the address that the packet shows to be the sender's own: where a solicitation comes from, what an
     * advertisement is about.
     *
     * @return the address, or empty if it cannot be that of a host: unspecified, loopback or multicast
     */
    public Optional<Ipv6Addr> claimed() {
        final var address = kind == Kind.SOLICITATION ? senderIp : target;
        final var bytes = address.toBytes();
        final byte last = bytes[Ipv6Addr.BYTES - 1];
        bytes[Ipv6Addr.BYTES - 1] = 0;
        final boolean isReserved = isUnspecified(bytes) && (last == 0 || last == 1);
        return isReserved || (bytes[0] & 0xFF) == MULTICAST ? Optional.empty() : Optional.of(address);
    }

    static boolean isUnspecified(final byte[] address) {
        for (byte part : address) {
            if (part != 0) {
                return false;
            }
        }
        return true;
    }
}

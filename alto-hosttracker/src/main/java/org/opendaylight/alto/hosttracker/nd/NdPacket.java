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
import org.opendaylight.alto.hosttracker.frame.HostAddresses;

/**
 * A neighbour solicitation or advertisement (RFC 4861, sections 4.3 and 4.4) with the Ethernet frame around it.
 *
 * @param kind whether it asks or answers
 * @param vlan VLAN of the frame's tag, or empty if it has none or one without a VLAN (a priority tag)
 * @param source link-layer address that the frame says it comes from
 * @param destination link-layer address that the frame goes to
 * @param senderIp address that the packet says it comes from; :: while the sender detects duplicates
 * @param destinationIp address that the packet goes to
 * @param target the address that is asked for or answered for
 * @param linkLayerAddress what the option for the source's (solicitation) or the target's (advertisement) link-layer
 *     address holds, or empty without this option
 * @param solicited whether an advertisement answers a solicitation; false in a solicitation
 * @param override whether an advertisement replaces what is known; false in a solicitation
 */
public record NdPacket(Kind kind, Optional<VlanId> vlan, MacAddress source, MacAddress destination, Ipv6Addr senderIp,
        Ipv6Addr destinationIp, Ipv6Addr target, Optional<MacAddress> linkLayerAddress, boolean solicited,
        boolean override) {
    private static final Ipv6Addr UNSPECIFIED = new Ipv6Addr(0, 0);
    private static final long LINK_LOCAL_HIGH = 0xFE80L << 48;
    private static final long SOLICITED_NODE_HIGH = 0xFF02L << 48;
    private static final long SOLICITED_NODE_LOW = 0x1_FF00_0000L;
    private static final long SOLICITED_NODE_MAC = 0x3333_FF00_0000L;
    private static final long LOW_24_BITS = 0xFF_FFFFL;
    private static final long UNIVERSAL_BIT = 1L << 57;

    /** The messages that tell where an address is. */
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

        /** Type of the option that holds the sender's link-layer address. */
        int option() {
            return option;
        }
    }

    /**
     * Makes a solicitation that only one host gets, to see whether it is still there (RFC 4861, section 7.3).
     *
     * @param vlan VLAN of the host
     * @param prober link-layer address that the answer shall go to
     * @param host link-layer address of the host
     * @param address the address to ask for
     * @return the solicitation
     */
    public static NdPacket probe(final Optional<VlanId> vlan, final MacAddress prober, final MacAddress host,
            final Ipv6Addr address) {
        return solicitation(vlan, prober, host, address, address);
    }

    /**
     * Makes a solicitation for whoever has an address (RFC 4861, section 7.2.2).
     *
     * @param vlan VLAN to ask in
     * @param prober link-layer address that the answer shall go to
     * @param address the address to ask for
     * @return the solicitation
     */
    public static NdPacket question(final Optional<VlanId> vlan, final MacAddress prober, final Ipv6Addr address) {
        final long group = address.low() & LOW_24_BITS;
        return solicitation(vlan, prober, new MacAddress(SOLICITED_NODE_MAC | group),
            new Ipv6Addr(SOLICITED_NODE_HIGH, SOLICITED_NODE_LOW | group), address);
    }

    private static NdPacket solicitation(final Optional<VlanId> vlan, final MacAddress prober,
            final MacAddress destination, final Ipv6Addr destinationIp, final Ipv6Addr target) {
        return new NdPacket(Kind.SOLICITATION, vlan, prober, destination, linkLocal(prober), destinationIp, target,
            Optional.of(prober), false, false);
    }

    /** The link-local address with the modified EUI-64 of a station (RFC 4291, appendix A). */
    private static Ipv6Addr linkLocal(final MacAddress station) {
        final long eui64 = station.value() >>> 24 << 40 | 0xFFFEL << 24 | station.value() & LOW_24_BITS;
        return new Ipv6Addr(LINK_LOCAL_HIGH, eui64 ^ UNIVERSAL_BIT);
    }

    /** Tells whether an address is within ff02::1:ff00:0/104 (RFC 4291, section 2.7.1). */
    static boolean isSolicitedNode(final Ipv6Addr address) {
        return address.high() == SOLICITED_NODE_HIGH && (address.low() & ~LOW_24_BITS) == SOLICITED_NODE_LOW;
    }

    /**
     * Tells whether the link-layer addresses can be believed: the frame comes from the one station that speaks in it.
     *
     * @return false also for group addresses and the all-zero address
     */
    public boolean isFromOneStation() {
        return source.isUnicast() && linkLayerAddress.map(source::equals).orElse(true);
    }

    /**
     * Tells whether the sender asks for an address that it would like to have (RFC 4862, section 5.4.2).
     *
     * @return true for a solicitation from ::
     */
    public boolean isDuplicateAddressDetection() {
        return kind == Kind.SOLICITATION && senderIp.equals(UNSPECIFIED);
    }

    /**
     * Returns the address that the packet shows to be the sender's.
     *
     * @return the sender of a solicitation or the target of an advertisement, or empty if this cannot be the address
     *     of a host (::, ::1 or multicast)
     */
    public Optional<Ipv6Addr> claimed() {
        return Optional.of(kind == Kind.SOLICITATION ? senderIp : target).filter(HostAddresses::isPossible);
    }
}

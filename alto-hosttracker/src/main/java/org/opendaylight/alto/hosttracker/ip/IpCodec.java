/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.ip;

import static org.opendaylight.alto.hosttracker.frame.EthernetHeader.unsignedShort;

import java.util.Optional;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.Ipv6Addr;
import org.opendaylight.alto.hosttracker.frame.EthernetHeader;

/** Reads where IPv4 and IPv6 packets come from. Reading is total: it never throws. */
public final class IpCodec {
    private static final int ETHERTYPE_IPV4 = 0x0800;
    private static final int ETHERTYPE_IPV6 = 0x86DD;
    private static final int IPV4_BYTES = 20;
    private static final int IPV6_BYTES = 40;
    private static final int FRAGMENT_OFFSET_MASK = 0x1FFF;
    private static final int FIRST_GROUP = 224;
    private static final int LOOPBACK = 127;

    private IpCodec() {
        // static methods only
    }

    /**
     * Reads a frame.
     *
     * @param frame an Ethernet frame
     * @return where its packet comes from, or empty if it does not hold a whole IP packet of a host
     */
    public static Optional<IpSource> decode(final byte[] frame) {
        return EthernetHeader.decode(frame).flatMap(header -> source(frame, header)
            .map(address -> new IpSource(header.vlan(), header.source(), address)));
    }

    private static Optional<IpAddr> source(final byte[] frame, final EthernetHeader header) {
        final int ip = header.payloadOffset();
        if (header.etherType() == ETHERTYPE_IPV4 && isWholeIpv4(frame, ip)) {
            return Optional.of(Ipv4Addr.ofBytes(frame, ip + 12)).filter(IpCodec::isUsable).map(IpAddr.class::cast);
        }
        if (header.etherType() == ETHERTYPE_IPV6 && frame.length >= ip + IPV6_BYTES && (frame[ip] & 0xF0) == 0x60
                && frame.length >= ip + IPV6_BYTES + unsignedShort(frame, ip + 4)) {
            return isUsableIpv6(frame, ip + 8) ? Optional.of(Ipv6Addr.ofBytes(frame, ip + 8)) : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean isWholeIpv4(final byte[] frame, final int ip) {
        if (frame.length < ip + IPV4_BYTES || (frame[ip] & 0xF0) != 0x40) {
            return false;
        }
        final int header = (frame[ip] & 0x0F) * 4;
        final int total = unsignedShort(frame, ip + 2);
        return header >= IPV4_BYTES && total >= header && frame.length >= ip + total;
    }

    /** Where the payload of an unfragmented IPv4 packet begins, or -1 if the frame holds none of that protocol. */
    static int ipv4Payload(final byte[] frame, final int protocol) {
        final int ip = EthernetHeader.payloadOffset(frame);
        return EthernetHeader.etherType(frame) == ETHERTYPE_IPV4 && isWholeIpv4(frame, ip)
            && (frame[ip + 9] & 0xFF) == protocol && (unsignedShort(frame, ip + 6) & FRAGMENT_OFFSET_MASK) == 0
            ? ip + (frame[ip] & 0x0F) * 4 : -1;
    }

    /** False for this-network (0/8), loopback (127/8), multicast and reserved addresses (224/3). */
    static boolean isUsable(final Ipv4Addr address) {
        final int first = address.value() >>> 24;
        return first != 0 && first != LOOPBACK && first < FIRST_GROUP;
    }

    /** False for the unspecified and the loopback address and for multicast. */
    private static boolean isUsableIpv6(final byte[] frame, final int offset) {
        if (frame[offset] == (byte) 0xFF) {
            return false;
        }
        for (int i = 0; i < Ipv6Addr.BYTES - 1; i++) {
            if (frame[offset + i] != 0) {
                return true;
            }
        }
        return (frame[offset + Ipv6Addr.BYTES - 1] & 0xFF) > 1;
    }
}

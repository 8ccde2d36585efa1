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

import java.util.Optional;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.Ipv6Addr;
import org.opendaylight.alto.hosttracker.frame.Bytes;
import org.opendaylight.alto.hosttracker.frame.EthernetHeader;
import org.opendaylight.alto.hosttracker.frame.HostAddresses;

/**
 * Reads the source of Ethernet frames that hold IPv4 (RFC 791) or IPv6 (RFC 8200), with at most one IEEE 802.1Q tag.
 *
 * <p>Reading is total: any bytes give a source or nothing, never an exception. Bytes behind the packet are padding and
 * are not looked at. Checksums are not either: with checksum offload a virtual switch sees packets before they have
 * one.
 */
public final class IpCodec {
    private static final int IPV4_BYTES = 20;
    private static final int IPV4_LENGTH_OFFSET = 2;
    private static final int IPV4_SOURCE_OFFSET = 12;
    private static final int IPV6_BYTES = 40;
    private static final int IPV6_LENGTH_OFFSET = 4;
    private static final int IPV6_SOURCE_OFFSET = 8;

    private IpCodec() {
        // static methods only
    }

    /**
     * Reads a frame.
     *
     * @param frame an Ethernet frame
     * @return the source, or empty if the frame does not hold a complete packet whose source can be the address of a
     *     host
     */
    public static Optional<IpSource> decode(final byte[] frame) {
        return EthernetHeader.decode(frame).flatMap(header -> address(frame, header)
            .map(address -> new IpSource(header.vlan(), header.source(), header.destination(), address)));
    }

    private static Optional<IpAddr> address(final byte[] frame, final EthernetHeader header) {
        final int ip = header.payloadOffset();
        if (header.etherType() == EthernetHeader.IPV4 && ipv4Payload(frame, ip) >= 0) {
            return Optional.of(Ipv4Addr.ofBytes(frame, ip + IPV4_SOURCE_OFFSET)).filter(HostAddresses::isPossible)
                .map(IpAddr.class::cast);
        }
        if (header.etherType() == EthernetHeader.IPV6 && holdsIpv6(frame, ip)) {
            return Optional.of(Ipv6Addr.ofBytes(frame, ip + IPV6_SOURCE_OFFSET)).filter(HostAddresses::isPossible)
                .map(IpAddr.class::cast);
        }
        return Optional.empty();
    }

    /** Where the payload of the IPv4 packet at an offset begins, or -1 if the frame does not hold all of a packet. */
    static int ipv4Payload(final byte[] frame, final int ip) {
        if (frame.length < ip + IPV4_BYTES || Bytes.unsignedByte(frame, ip) >>> 4 != 4) {
            return -1;
        }
        final int header = (frame[ip] & 0x0F) * 4;
        final int total = ipv4Bytes(frame, ip);
        return header >= IPV4_BYTES && header <= total && total <= frame.length - ip ? ip + header : -1;
    }

    /** The length that the IPv4 packet at an offset says to have. */
    static int ipv4Bytes(final byte[] frame, final int ip) {
        return Bytes.unsignedShort(frame, ip + IPV4_LENGTH_OFFSET);
    }

    private static boolean holdsIpv6(final byte[] frame, final int ip) {
        return frame.length >= ip + IPV6_BYTES && Bytes.unsignedByte(frame, ip) >>> 4 == 6
            && Bytes.unsignedShort(frame, ip + IPV6_LENGTH_OFFSET) <= frame.length - ip - IPV6_BYTES;
    }
}

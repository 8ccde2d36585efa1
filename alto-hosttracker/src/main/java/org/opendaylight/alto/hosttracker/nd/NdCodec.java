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
import org.opendaylight.alto.hosttracker.frame.Bytes;
import org.opendaylight.alto.hosttracker.frame.EthernetHeader;
import org.opendaylight.alto.hosttracker.frame.HostAddresses;
import org.opendaylight.alto.hosttracker.nd.NdPacket.Kind;

/**
 * Reads and writes Ethernet frames that hold neighbour solicitations and advertisements, with at most one IEEE 802.1Q
 * tag and without IPv6 extension headers.
 *
 * <p>Reading is total: any bytes give a packet or nothing, never an exception. Bytes behind the packet are padding and
 * are not looked at.
 */
public final class NdCodec {
    private static final int IPV6_BYTES = 40;
    private static final int VERSION = 6;
    private static final int ICMPV6 = 58;
    /** No router has forwarded a packet with this hop limit. */
    private static final int HOP_LIMIT = 255;
    /** Type, code, checksum, flags and target. */
    private static final int MESSAGE_BYTES = 8 + Ipv6Addr.BYTES;
    private static final int OPTION_UNIT_BYTES = 8;
    private static final int SOLICITED = 0x40;
    private static final int OVERRIDE = 0x20;

    private static final int LENGTH_OFFSET = 4;
    private static final int NEXT_HEADER_OFFSET = 6;
    private static final int HOP_LIMIT_OFFSET = 7;
    private static final int SENDER_OFFSET = 8;
    private static final int DESTINATION_OFFSET = SENDER_OFFSET + Ipv6Addr.BYTES;
    private static final int CODE_OFFSET = IPV6_BYTES + 1;
    private static final int CHECKSUM_OFFSET = IPV6_BYTES + 2;
    private static final int FLAGS_OFFSET = IPV6_BYTES + 4;
    private static final int TARGET_OFFSET = IPV6_BYTES + 8;
    private static final int OPTIONS_OFFSET = IPV6_BYTES + MESSAGE_BYTES;

    private NdCodec() {
        // static methods only
    }

    /**
     * Tells cheaply whether a frame says that it holds a neighbour solicitation or advertisement, or is IPv6 that was
     * cut before it could say so.
     *
     * @param frame an Ethernet frame
     * @return true if it may be worth decoding
     */
    public static boolean isNd(final byte[] frame) {
        final int ip = EthernetHeader.offsetOfPayload(frame);
        return EthernetHeader.announces(frame, EthernetHeader.IPV6)
            && (frame.length <= ip + NEXT_HEADER_OFFSET || frame[ip + NEXT_HEADER_OFFSET] == ICMPV6)
            && (frame.length <= ip + IPV6_BYTES || isType(Bytes.unsignedByte(frame, ip + IPV6_BYTES)));
    }

    private static boolean isType(final int type) {
        return type == Kind.SOLICITATION.type() || type == Kind.ADVERTISEMENT.type();
    }

    /**
     * Reads a frame.
     *
     * @param frame an Ethernet frame
     * @return the packet, or empty if the frame does not hold one that is valid after RFC 4861, sections 7.1.1 and
     *     7.1.2; a link-layer address option that is not for Ethernet or that is there twice is not valid either
     */
    public static Optional<NdPacket> decode(final byte[] frame) {
        return isNd(frame)
            ? EthernetHeader.decode(frame).filter(header -> isIntact(frame, header.payloadOffset()))
                .flatMap(header -> packet(frame, header)).filter(NdCodec::isValid)
            : Optional.empty();
    }

    /** Tells whether the packet is all there, as it was sent, by a station of the same link. */
    private static boolean isIntact(final byte[] frame, final int ip) {
        if (frame.length < ip + IPV6_BYTES + MESSAGE_BYTES) {
            return false;
        }
        final int payload = Bytes.unsignedShort(frame, ip + LENGTH_OFFSET);
        return Bytes.unsignedByte(frame, ip) >>> 4 == VERSION && payload >= MESSAGE_BYTES
            && frame.length - ip - IPV6_BYTES >= payload
            && Bytes.unsignedByte(frame, ip + HOP_LIMIT_OFFSET) == HOP_LIMIT && frame[ip + CODE_OFFSET] == 0
            && sum(frame, ip, payload) == 0xFFFF;
    }

    private static Optional<NdPacket> packet(final byte[] frame, final EthernetHeader header) {
        final int ip = header.payloadOffset();
        final int end = ip + IPV6_BYTES + Bytes.unsignedShort(frame, ip + LENGTH_OFFSET);
        final var kind = Bytes.unsignedByte(frame, ip + IPV6_BYTES) == Kind.SOLICITATION.type() ? Kind.SOLICITATION
            : Kind.ADVERTISEMENT;
        Optional<MacAddress> linkLayerAddress = Optional.empty();
        int option = ip + OPTIONS_OFFSET;
        while (option < end) {
            // an option has at least its type and its length, in units of eight bytes
            final int length = option + 1 < end ? Bytes.unsignedByte(frame, option + 1) * OPTION_UNIT_BYTES : 0;
            if (length == 0 || length > end - option) {
                return Optional.empty();
            }
            if (Bytes.unsignedByte(frame, option) == kind.option()) {
                if (length != OPTION_UNIT_BYTES || linkLayerAddress.isPresent()) {
                    return Optional.empty();
                }
                linkLayerAddress = Optional.of(MacAddress.ofBytes(frame, option + 2));
            }
            option += length;
        }
        final int flags = kind == Kind.ADVERTISEMENT ? Bytes.unsignedByte(frame, ip + FLAGS_OFFSET) : 0;
        return Optional.of(new NdPacket(kind, header.vlan(), header.source(), header.destination(),
            Ipv6Addr.ofBytes(frame, ip + SENDER_OFFSET), Ipv6Addr.ofBytes(frame, ip + DESTINATION_OFFSET),
            Ipv6Addr.ofBytes(frame, ip + TARGET_OFFSET), linkLayerAddress, (flags & SOLICITED) != 0,
            (flags & OVERRIDE) != 0));
    }

    private static boolean isValid(final NdPacket packet) {
        if (HostAddresses.isMulticast(packet.target())) {
            return false;
        }
        if (packet.isDuplicateAddressDetection()) {
            return NdPacket.isSolicitedNode(packet.destinationIp()) && packet.linkLayerAddress().isEmpty();
        }
        return !packet.solicited() || !HostAddresses.isMulticast(packet.destinationIp());
    }

    /**
     * Writes a packet.
     *
     * @param packet a packet
     * @return the frame, padded to the least length of an Ethernet frame
     */
    public static byte[] encode(final NdPacket packet) {
        final int payload = MESSAGE_BYTES + (packet.linkLayerAddress().isPresent() ? OPTION_UNIT_BYTES : 0);
        final var frame = EthernetHeader.begin(packet.vlan(), packet.source(), packet.destination(),
            EthernetHeader.IPV6, IPV6_BYTES + payload);
        final int ip = frame.position();
        frame.putInt(VERSION << 28).putShort((short) payload).put((byte) ICMPV6).put((byte) HOP_LIMIT)
            .put(packet.senderIp().toBytes()).put(packet.destinationIp().toBytes())
            .put((byte) packet.kind().type()).put((byte) 0).putShort((short) 0)
            .putInt(flags(packet) << 24).put(packet.target().toBytes());
        packet.linkLayerAddress().ifPresent(address ->
            frame.put((byte) packet.kind().option()).put((byte) 1).put(address.toBytes()));
        final var bytes = frame.array();
        frame.putShort(ip + CHECKSUM_OFFSET, (short) ~sum(bytes, ip, payload));
        return bytes;
    }

    private static int flags(final NdPacket packet) {
        if (packet.kind() == Kind.SOLICITATION) {
            return 0;
        }
        return (packet.solicited() ? SOLICITED : 0) | (packet.override() ? OVERRIDE : 0);
    }

    /**
     * The ones' complement sum (RFC 1071) over pseudo-header (RFC 8200, section 8.1) and message: all ones if the
     * checksum is right.
     */
    private static int sum(final byte[] frame, final int ip, final int payload) {
        int sum = payload + ICMPV6;
        final int end = ip + IPV6_BYTES + payload;
        // both addresses stand directly in front of the message
        for (int i = ip + SENDER_OFFSET; i < end; i += 2) {
            sum += i + 1 < end ? Bytes.unsignedShort(frame, i) : Bytes.unsignedByte(frame, i) << 8;
        }
        // at most 33 thousand summands of 16 bits: 32 bits hold them, unsigned, and two folds leave no carry
        sum = (sum & 0xFFFF) + (sum >>> 16);
        return (sum & 0xFFFF) + (sum >>> 16);
    }
}

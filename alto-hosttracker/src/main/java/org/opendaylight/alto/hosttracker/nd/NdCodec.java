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

import static org.opendaylight.alto.hosttracker.frame.EthernetHeader.unsignedShort;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.opendaylight.alto.core.net.Ipv6Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.hosttracker.frame.EthernetHeader;

/**
 * Reads and writes Ethernet frames that hold Neighbor Solicitations and Advertisements (RFC 4861), with at most one
 * IEEE 802.1Q tag and without extension headers (RFC 6980 forbids fragments; nobody sends others).
 *
 * <p>Reading is total: any bytes give a packet or nothing, never an exception. Bytes behind the packet are padding.
 */
public final class NdCodec {
    private static final int ETHERTYPE_IPV6 = 0x86DD;
    private static final int ETHERTYPE_VLAN = 0x8100;
    private static final int IPV6_BYTES = 40;
    /** ICMPv6 header, flags and target. */
    private static final int ND_BYTES = 24;
    private static final int OPTION_BYTES = 8;
    private static final int ICMPV6 = 58;
    private static final int HOP_LIMIT = 255;
    private static final int SOLICITED = 0x40;
    private static final int OVERRIDE = 0x20;
    /** Without frame check sequence. */
    private static final int MIN_FRAME_BYTES = 60;

    private NdCodec() {
        // static methods only
    }

    /**
     * Tells cheaply whether a frame says that it holds a Neighbor Solicitation or Advertisement.
     *
     * @param frame an Ethernet frame
     * @return true if it may be worth decoding
     */
    public static boolean isNd(final byte[] frame) {
        final int ip = EthernetHeader.payloadOffset(frame);
        return EthernetHeader.etherType(frame) == ETHERTYPE_IPV6 && frame.length > ip + IPV6_BYTES
            && (frame[ip + 6] & 0xFF) == ICMPV6 && kind(frame[ip + IPV6_BYTES]).isPresent();
    }

    private static Optional<NdPacket.Kind> kind(final byte type) {
        for (var kind : NdPacket.Kind.values()) {
            if (kind.type() == (type & 0xFF)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /**
     * Reads a frame.
     *
     * @param frame an Ethernet frame
     * @return the packet, or empty if the frame does not hold one that is valid by RFC 4861, sections 7.1.1 and 7.1.2
     */
    public static Optional<NdPacket> decode(final byte[] frame) {
        if (!isNd(frame)) {
            return Optional.empty();
        }
        final int ip = EthernetHeader.payloadOffset(frame);
        final int icmp = ip + IPV6_BYTES;
        final int length = unsignedShort(frame, ip + 4);
        if ((frame[ip] & 0xF0) != 0x60 || (frame[ip + 7] & 0xFF) != HOP_LIMIT || length < ND_BYTES
                || frame.length < icmp + length || frame[icmp + 1] != 0 || checksum(frame, ip, length) != 0) {
            return Optional.empty();
        }
        return EthernetHeader.decode(frame).flatMap(header -> kind(frame[icmp])
            .flatMap(kind -> decode(frame, header, kind, ip, icmp + length)));
    }

    private static Optional<NdPacket> decode(final byte[] frame, final EthernetHeader header, final NdPacket.Kind kind,
            final int ip, final int end) {
        final int icmp = ip + IPV6_BYTES;
        final var linkLayerAddress = new MacAddress[1];
        for (int option = icmp + ND_BYTES; option < end;) {
            final int bytes = option + 1 < end ? (frame[option + 1] & 0xFF) * OPTION_BYTES : 0;
            if (bytes == 0 || option + bytes > end) {
                return Optional.empty();
            }
            if (frame[option] == kind.option()) {
                linkLayerAddress[0] = MacAddress.ofBytes(frame, option + 2);
            }
            option += bytes;
        }
        final boolean isMulticast = (frame[ip + 24] & 0xFF) == NdPacket.MULTICAST;
        final int flags = kind == NdPacket.Kind.ADVERTISEMENT ? frame[icmp + 4] : 0;
        final var packet = new NdPacket(kind, header.vlan(), header.source(), header.destination(),
            Ipv6Addr.ofBytes(frame, ip + 8), Ipv6Addr.ofBytes(frame, ip + 24), Ipv6Addr.ofBytes(frame, icmp + 8),
            Optional.ofNullable(linkLayerAddress[0]), (flags & SOLICITED) != 0, (flags & OVERRIDE) != 0);
        final boolean isWrong = (frame[icmp + 8] & 0xFF) == NdPacket.MULTICAST
            || packet.solicited() && isMulticast
            || packet.isDuplicateAddressDetection()
                && (packet.linkLayerAddress().isPresent() || !isSolicitedNode(frame, ip + 24));
        return isWrong ? Optional.empty() : Optional.of(packet);
    }

    private static boolean isSolicitedNode(final byte[] frame, final int offset) {
        final var address = Arrays.copyOfRange(frame, offset, offset + Ipv6Addr.BYTES);
        return Arrays.equals(address, NdPacket.solicitedNode(address));
    }

    /**
     * Writes a packet.
     *
     * @param packet a packet
     * @return the frame, padded to the least length of an Ethernet frame
     */
    public static byte[] encode(final NdPacket packet) {
        final int length = ND_BYTES + (packet.linkLayerAddress().isPresent() ? OPTION_BYTES : 0);
        final int ip = 2 * MacAddress.BYTES + 2 + (packet.vlan().isPresent() ? 4 : 0);
        final var frame = ByteBuffer.allocate(Math.max(MIN_FRAME_BYTES, ip + IPV6_BYTES + length));
        frame.put(packet.destination().toBytes()).put(packet.source().toBytes());
        packet.vlan().ifPresent(vlan -> frame.putShort((short) ETHERTYPE_VLAN).putShort((short) vlan.value()));
        frame.putShort((short) ETHERTYPE_IPV6)
            .putInt(0x6000_0000).putShort((short) length).put((byte) ICMPV6).put((byte) HOP_LIMIT)
            .put(packet.senderIp().toBytes()).put(packet.destinationIp().toBytes())
            .put((byte) packet.kind().type()).put((byte) 0).putShort((short) 0)
            .put((byte) ((packet.solicited() ? SOLICITED : 0) | (packet.override() ? OVERRIDE : 0)))
            .put(new byte[3]).put(packet.target().toBytes());
        packet.linkLayerAddress().ifPresent(mac -> frame.put((byte) packet.kind().option()).put((byte) 1)
            .put(mac.toBytes()));
        frame.putShort(ip + IPV6_BYTES + 2, (short) checksum(frame.array(), ip, length));
        return frame.array();
    }

    /** RFC 4443, section 2.3; 0 if the checksum in the packet is right. */
    private static int checksum(final byte[] frame, final int ip, final int length) {
        long sum = length + ICMPV6;
        for (int offset = ip + 8; offset < ip + IPV6_BYTES + length; offset += 2) {
            sum += offset + 1 < ip + IPV6_BYTES + length ? unsignedShort(frame, offset)
                : (frame[offset] & 0xFF) << 8;
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return (int) ~sum & 0xFFFF;
    }
}

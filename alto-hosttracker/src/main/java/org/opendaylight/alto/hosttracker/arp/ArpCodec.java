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
import org.opendaylight.alto.hosttracker.frame.Bytes;
import org.opendaylight.alto.hosttracker.frame.EthernetHeader;

/**
 * Reads and writes Ethernet frames that hold ARP, with at most one IEEE 802.1Q tag.
 *
 * <p>Reading is total: any bytes give a packet or nothing, never an exception. Bytes behind the packet are padding and
 * are not looked at.
 */
public final class ArpCodec {
    private static final int ARP_BYTES = 28;
    private static final int HARDWARE_ETHERNET = 1;

    private ArpCodec() {
        // static methods only
    }

    /**
     * Tells cheaply whether a frame says that it holds ARP. Everything else that reaches the controller, LLDP above
     * all, stops here.
     *
     * @param frame an Ethernet frame
     * @return true if it may be worth decoding
     */
    public static boolean isArp(final byte[] frame) {
        return EthernetHeader.announces(frame, EthernetHeader.ARP);
    }

    /**
     * Reads a frame.
     *
     * @param frame an Ethernet frame
     * @return the packet, or empty if the frame does not hold a complete request or reply for IPv4 over Ethernet
     */
    public static Optional<ArpPacket> decode(final byte[] frame) {
        return EthernetHeader.decode(frame).filter(header -> holdsArp(frame, header)).flatMap(header -> {
            final int arp = header.payloadOffset();
            return operation(Bytes.unsignedShort(frame, arp + 6)).map(operation -> new ArpPacket(operation,
                header.vlan(), header.source(), header.destination(),
                MacAddress.ofBytes(frame, arp + 8), Ipv4Addr.ofBytes(frame, arp + 14),
                MacAddress.ofBytes(frame, arp + 18), Ipv4Addr.ofBytes(frame, arp + 24)));
        });
    }

    private static boolean holdsArp(final byte[] frame, final EthernetHeader header) {
        final int arp = header.payloadOffset();
        return header.etherType() == EthernetHeader.ARP && frame.length >= arp + ARP_BYTES
            && Bytes.unsignedShort(frame, arp) == HARDWARE_ETHERNET
            && Bytes.unsignedShort(frame, arp + 2) == EthernetHeader.IPV4
            && frame[arp + 4] == MacAddress.BYTES && frame[arp + 5] == Ipv4Addr.BYTES;
    }

    /**
     * Writes a packet.
     *
     * @param packet a packet
     * @return the frame, padded to the least length of an Ethernet frame
     */
    public static byte[] encode(final ArpPacket packet) {
        return EthernetHeader
            .begin(packet.vlan(), packet.source(), packet.destination(), EthernetHeader.ARP, ARP_BYTES)
            .putShort((short) HARDWARE_ETHERNET).putShort((short) EthernetHeader.IPV4)
            .put((byte) MacAddress.BYTES).put((byte) Ipv4Addr.BYTES)
            .putShort((short) packet.operation().code())
            .put(packet.senderMac().toBytes()).put(packet.senderIp().toBytes())
            .put(packet.targetMac().toBytes()).put(packet.targetIp().toBytes())
            .array();
    }

    private static Optional<ArpPacket.Operation> operation(final int code) {
        for (var operation : ArpPacket.Operation.values()) {
            if (operation.code() == code) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }
}

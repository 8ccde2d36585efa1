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
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.MacAddress;

/** Reads what DHCPv4 servers send to clients (RFC 2131). Reading is total: it never throws. */
public final class DhcpCodec {
    private static final int UDP = 17;
    private static final int UDP_BYTES = 8;
    private static final int SERVER_PORT = 67;
    private static final int CLIENT_PORT = 68;
    private static final int OPTIONS_OFFSET = 240;
    private static final int MAGIC_OFFSET = 236;
    private static final int MAGIC_HIGH = 0x6382;
    private static final int MAGIC_LOW = 0x5363;
    private static final int CHADDR_OFFSET = 28;
    private static final int YIADDR_OFFSET = 16;
    private static final int OPTION_PAD = 0;
    private static final int OPTION_END = 255;
    private static final int OPTION_MESSAGE_TYPE = 53;
    private static final int ACK = 5;
    private static final int BOOTREPLY = 2;

    private DhcpCodec() {
        // static methods only
    }

    /**
     * Tells cheaply whether a frame goes from a DHCP server to a client.
     *
     * @param frame an Ethernet frame
     * @return true if it may be worth decoding
     */
    public static boolean isServerReply(final byte[] frame) {
        final int udp = IpCodec.ipv4Payload(frame, UDP);
        return udp >= 0 && frame.length >= udp + UDP_BYTES && unsignedShort(frame, udp) == SERVER_PORT
            && unsignedShort(frame, udp + 2) == CLIENT_PORT;
    }

    /**
     * Reads a frame.
     *
     * @param frame an Ethernet frame
     * @return what is granted, or empty if it does not hold a DHCPACK with an address
     */
    public static Optional<DhcpAck> decode(final byte[] frame) {
        if (!isServerReply(frame)) {
            return Optional.empty();
        }
        final int udp = IpCodec.ipv4Payload(frame, UDP);
        final int end = udp + unsignedShort(frame, udp + 4);
        final int dhcp = udp + UDP_BYTES;
        if (end > frame.length || end < dhcp + OPTIONS_OFFSET || frame[dhcp] != BOOTREPLY || frame[dhcp + 1] != 1
                || frame[dhcp + 2] != MacAddress.BYTES || unsignedShort(frame, dhcp + MAGIC_OFFSET) != MAGIC_HIGH
                || unsignedShort(frame, dhcp + MAGIC_OFFSET + 2) != MAGIC_LOW
                || messageType(frame, dhcp + OPTIONS_OFFSET, end) != ACK) {
            return Optional.empty();
        }
        final var client = MacAddress.ofBytes(frame, dhcp + CHADDR_OFFSET);
        final var address = Ipv4Addr.ofBytes(frame, dhcp + YIADDR_OFFSET);
        return client.isUnicast() && IpCodec.isUsable(address) ? Optional.of(new DhcpAck(client, address))
            : Optional.empty();
    }

    /** The message type, or -1 if the options are cut off or do not have it. */
    private static int messageType(final byte[] frame, final int from, final int end) {
        int option = from;
        while (option < end && (frame[option] & 0xFF) != OPTION_END) {
            if (frame[option] == OPTION_PAD) {
                option++;
                continue;
            }
            if (option + 1 >= end || option + 2 + (frame[option + 1] & 0xFF) > end) {
                return -1;
            }
            if (frame[option] == OPTION_MESSAGE_TYPE && frame[option + 1] == 1) {
                return frame[option + 2];
            }
            option += 2 + (frame[option + 1] & 0xFF);
        }
        return -1;
    }
}

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
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.hosttracker.frame.Bytes;
import org.opendaylight.alto.hosttracker.frame.EthernetHeader;
import org.opendaylight.alto.hosttracker.frame.HostAddresses;

/**
 * Reads Ethernet frames that hold what DHCP servers (RFC 2131) answer to clients, with at most one IEEE 802.1Q tag.
 *
 * <p>Reading is total: any bytes give a message or nothing, never an exception. Bytes behind the packet are padding and
 * are not looked at. Checksums are not either: with checksum offload a virtual switch sees packets before they have
 * one.
 */
public final class DhcpCodec {
    private static final int FRAGMENT_OFFSET = 6;
    /** More-fragments flag and fragment offset. */
    private static final int FRAGMENT_MASK = 0x3FFF;
    private static final int PROTOCOL_OFFSET = 9;
    private static final int UDP = 17;
    private static final int UDP_BYTES = 8;
    private static final int UDP_LENGTH_OFFSET = 4;
    private static final int SERVER_PORT = 67;
    private static final int CLIENT_PORT = 68;

    private static final int BOOT_REPLY = 2;
    private static final int HARDWARE_ETHERNET = 1;
    private static final int ADDRESS_OFFSET = 16;
    private static final int CLIENT_OFFSET = 28;
    private static final int COOKIE_OFFSET = 236;
    private static final int OPTIONS_OFFSET = COOKIE_OFFSET + 4;

    private static final int OPTION_PAD = 0;
    private static final int OPTION_END = 255;
    private static final int OPTION_MESSAGE_TYPE = 53;
    private static final int ACK = 5;

    private DhcpCodec() {
        // static methods only
    }

    /**
     * Tells cheaply whether a frame says that it holds a message from a DHCP server, or a relay agent, to a client.
     *
     * @param frame an Ethernet frame
     * @return true if it may be worth decoding
     */
    public static boolean isServerReply(final byte[] frame) {
        if (!EthernetHeader.announces(frame, EthernetHeader.IPV4)) {
            return false;
        }
        final int ip = EthernetHeader.offsetOfPayload(frame);
        final int udp = IpCodec.ipv4Payload(frame, ip);
        return udp >= 0 && frame[ip + PROTOCOL_OFFSET] == UDP
            && (Bytes.unsignedShort(frame, ip + FRAGMENT_OFFSET) & FRAGMENT_MASK) == 0
            && ip + IpCodec.ipv4Bytes(frame, ip) - udp >= UDP_BYTES
            && Bytes.unsignedShort(frame, udp) == SERVER_PORT && Bytes.unsignedShort(frame, udp + 2) == CLIENT_PORT;
    }

    /**
     * Reads a frame.
     *
     * @param frame an Ethernet frame
     * @return the message, or empty if the frame does not hold a complete DHCPACK that gives an address that a host can
     *     have to an Ethernet station
     */
    public static Optional<DhcpAck> decode(final byte[] frame) {
        return isServerReply(frame)
            ? EthernetHeader.decode(frame).flatMap(header -> ack(frame, header.payloadOffset())) : Optional.empty();
    }

    private static Optional<DhcpAck> ack(final byte[] frame, final int ip) {
        final int udp = IpCodec.ipv4Payload(frame, ip);
        final int message = udp + UDP_BYTES;
        final int end = udp + Bytes.unsignedShort(frame, udp + UDP_LENGTH_OFFSET);
        if (end > ip + IpCodec.ipv4Bytes(frame, ip) || end < message + OPTIONS_OFFSET || frame[message] != BOOT_REPLY
                || frame[message + 1] != HARDWARE_ETHERNET || frame[message + 2] != MacAddress.BYTES
                || !hasCookie(frame, message) || messageType(frame, message + OPTIONS_OFFSET, end) != ACK) {
            return Optional.empty();
        }
        return Optional.of(new DhcpAck(MacAddress.ofBytes(frame, message + CLIENT_OFFSET),
                Ipv4Addr.ofBytes(frame, message + ADDRESS_OFFSET)))
            .filter(ack -> ack.client().isUnicast() && HostAddresses.isPossible(ack.address()));
    }

    /** Tells whether options follow (RFC 2131, section 3). */
    private static boolean hasCookie(final byte[] frame, final int message) {
        final int cookie = message + COOKIE_OFFSET;
        return Bytes.unsignedByte(frame, cookie) == 99 && Bytes.unsignedByte(frame, cookie + 1) == 130
            && Bytes.unsignedByte(frame, cookie + 2) == 83 && Bytes.unsignedByte(frame, cookie + 3) == 99;
    }

    /** The value of option 53 (RFC 2132, section 9.6), or -1 if it is not there exactly once or options are broken. */
    private static int messageType(final byte[] frame, final int options, final int end) {
        int type = -1;
        int option = options;
        while (option < end && Bytes.unsignedByte(frame, option) != OPTION_END) {
            if (Bytes.unsignedByte(frame, option) == OPTION_PAD) {
                option++;
                continue;
            }
            final int value = option + 2;
            if (value > end || value + Bytes.unsignedByte(frame, option + 1) > end) {
                return -1;
            }
            final int length = Bytes.unsignedByte(frame, option + 1);
            if (Bytes.unsignedByte(frame, option) == OPTION_MESSAGE_TYPE) {
                if (length != 1 || type >= 0) {
                    return -1;
                }
                type = Bytes.unsignedByte(frame, value);
            }
            option = value + length;
        }
        return type;
    }
}

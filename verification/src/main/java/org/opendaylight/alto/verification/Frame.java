/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.verification;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.opendaylight.alto.frmchecker.flow.Field;

/** Writes packets as Ethernet frames. Checksums stay zero: the switch takes frames apart without looking at them. */
final class Frame {
    private static final int SHORTEST = 60;
    private static final int LONGEST = 200;

    private Frame() {
        // static only
    }

    static String hex(final Packet packet) {
        return HexFormat.of().formatHex(bytes(packet));
    }

    static byte[] bytes(final Packet packet) {
        final var frame = ByteBuffer.allocate(LONGEST);
        mac(frame, packet, Field.ETH_DST);
        mac(frame, packet, Field.ETH_SRC);
        packet.tags().forEach(tag -> frame.putShort((short) 0x8100)
            .putShort((short) (tag.priority() << 13 | tag.id())));
        final int type = (int) packet.low(Field.ETH_TYPE);
        frame.putShort((short) (packet.labels().isEmpty() ? type : packet.mplsType()));
        for (int i = 0; i < packet.labels().size(); i++) {
            final var label = packet.labels().get(i);
            final int bottom = i == packet.labels().size() - 1 ? 1 : 0;
            frame.putInt(label.value() << 12 | label.trafficClass() << 9 | bottom << 8 | label.ttl());
        }
        switch (type) {
            case EtherType.IPV4 -> ipv4(frame, packet);
            case EtherType.IPV6 -> ipv6(frame, packet);
            case EtherType.ARP -> arp(frame, packet);
            default -> {
                // nothing that a rule could see
            }
        }
        return Arrays.copyOf(frame.array(), Math.max(SHORTEST, frame.position()));
    }

    private static void mac(final ByteBuffer frame, final Packet packet, final Field field) {
        final long mac = packet.low(field);
        frame.putShort((short) (mac >> 32)).putInt((int) mac);
    }

    private static int trafficClass(final Packet packet) {
        return (int) (packet.low(Field.IP_DSCP) << 2 | packet.low(Field.IP_ECN));
    }

    private static void ipv4(final ByteBuffer frame, final Packet packet) {
        final var payload = payload(packet);
        frame.put((byte) 0x45).put((byte) trafficClass(packet)).putShort((short) (20 + payload.length)).putInt(0)
            .put((byte) packet.low(Field.NW_TTL)).put((byte) packet.low(Field.IP_PROTO)).putShort((short) 0)
            .putInt((int) packet.low(Field.IPV4_SRC)).putInt((int) packet.low(Field.IPV4_DST)).put(payload);
    }

    private static void ipv6(final ByteBuffer frame, final Packet packet) {
        final var payload = payload(packet);
        frame.putInt((int) (6L << 28 | (long) trafficClass(packet) << 20 | packet.low(Field.IPV6_FLABEL)))
            .putShort((short) payload.length).put((byte) packet.low(Field.IP_PROTO))
            .put((byte) packet.low(Field.NW_TTL));
        wide(frame, packet, Field.IPV6_SRC);
        wide(frame, packet, Field.IPV6_DST);
        frame.put(payload);
    }

    private static void wide(final ByteBuffer frame, final Packet packet, final Field field) {
        final var value = packet.fields().getOrDefault(field, Bits.ZERO);
        frame.putLong(value.high()).putLong(value.low());
    }

    private static void arp(final ByteBuffer frame, final Packet packet) {
        frame.putShort((short) 1).putShort((short) EtherType.IPV4).put((byte) 6).put((byte) 4)
            .putShort((short) packet.low(Field.ARP_OP));
        mac(frame, packet, Field.ARP_SHA);
        frame.putInt((int) packet.low(Field.ARP_SPA));
        mac(frame, packet, Field.ARP_THA);
        frame.putInt((int) packet.low(Field.ARP_TPA));
    }

    private static byte[] payload(final Packet packet) {
        final var payload = ByteBuffer.allocate(LONGEST);
        switch ((int) packet.low(Field.IP_PROTO)) {
            case IpProtocol.TCP -> ports(payload, packet, Field.TCP_SRC, Field.TCP_DST).putLong(0).put((byte) 0x50)
                .put(new byte[7]);
            case IpProtocol.UDP -> ports(payload, packet, Field.UDP_SRC, Field.UDP_DST).putShort((short) 8)
                .putShort((short) 0);
            case IpProtocol.SCTP -> ports(payload, packet, Field.SCTP_SRC, Field.SCTP_DST).putLong(0);
            case IpProtocol.ICMP -> payload.put((byte) packet.low(Field.ICMPV4_TYPE))
                .put((byte) packet.low(Field.ICMPV4_CODE)).putShort((short) 0).putInt(0);
            case IpProtocol.ICMPV6 -> icmpv6(payload, packet);
            default -> payload.putLong(0);
        }
        return Arrays.copyOf(payload.array(), payload.position());
    }

    private static ByteBuffer ports(final ByteBuffer payload, final Packet packet, final Field source,
            final Field destination) {
        return payload.putShort((short) packet.low(source)).putShort((short) packet.low(destination));
    }

    private static void icmpv6(final ByteBuffer payload, final Packet packet) {
        payload.put((byte) packet.low(Field.ICMPV6_TYPE)).put((byte) packet.low(Field.ICMPV6_CODE)).putShort((short) 0)
            .putInt(0);
        if (packet.has(Field.IPV6_ND_TARGET)) {
            wide(payload, packet, Field.IPV6_ND_TARGET);
            final boolean solicits = packet.low(Field.ICMPV6_TYPE) == IpProtocol.SOLICITATION;
            payload.put((byte) (solicits ? 1 : 2)).put((byte) 1);
            mac(payload, packet, solicits ? Field.IPV6_ND_SLL : Field.IPV6_ND_TLL);
        }
    }
}

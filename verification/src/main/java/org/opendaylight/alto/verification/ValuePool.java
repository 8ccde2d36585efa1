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

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.opendaylight.alto.frmchecker.flow.Field;

/**
 * The few values that each header field has in one network. Packets and rules take theirs from the same pool, so that
 * rules meet packets.
 */
final class ValuePool {
    private static final List<Integer> PROTOCOLS_V4 = List.of(IpProtocol.TCP, IpProtocol.TCP, IpProtocol.TCP,
        IpProtocol.UDP, IpProtocol.UDP, IpProtocol.SCTP, IpProtocol.ICMP, IpProtocol.GRE);
    private static final List<Integer> PROTOCOLS_V6 = List.of(IpProtocol.TCP, IpProtocol.TCP, IpProtocol.UDP,
        IpProtocol.SCTP, IpProtocol.ICMPV6, IpProtocol.ICMPV6, IpProtocol.GRE);
    private static final List<Integer> ETHER_TYPES = List.of(EtherType.IPV4, EtherType.IPV4, EtherType.IPV4,
        EtherType.IPV4, EtherType.IPV6, EtherType.IPV6, EtherType.ARP, EtherType.EXPERIMENTAL);
    /** What is below a label, by the lowest bits of the label; this is not in the packet. */
    private static final List<Integer> LABELLED = List.of(EtherType.IPV4, EtherType.IPV4, EtherType.IPV6,
        EtherType.ARP);
    private static final List<Integer> ICMPV6_TYPES = List.of(128, 129, IpProtocol.SOLICITATION,
        IpProtocol.ADVERTISEMENT);
    private static final Set<Field> ADDRESSES_V4 = EnumSet.of(Field.IPV4_SRC, Field.IPV4_DST, Field.ARP_SPA,
        Field.ARP_TPA);
    private static final Set<Field> ADDRESSES_V6 = EnumSet.of(Field.IPV6_SRC, Field.IPV6_DST, Field.IPV6_ND_TARGET);
    private static final Set<Field> MACS = EnumSet.of(Field.ETH_SRC, Field.ETH_DST, Field.ARP_SHA, Field.ARP_THA,
        Field.IPV6_ND_SLL, Field.IPV6_ND_TLL);
    private static final Set<Field> PORTS = EnumSet.of(Field.TCP_SRC, Field.TCP_DST, Field.UDP_SRC, Field.UDP_DST,
        Field.SCTP_SRC, Field.SCTP_DST);

    private final Map<Field, List<Bits>> values = new EnumMap<>(Field.class);

    /** Draws the values of a network. */
    ValuePool(final Random random) {
        final var macs = nearby(random, 0x0000_5E00_5300L, 0x00FF, 4);
        final var v4 = nearby(random, 0x0A00_0000L, 0x0003_0303, 5);
        final var v6 = nearby(random, 0, 0x0F0F, 4).stream()
            .map(value -> new Bits(0x2001_0DB8_0000_0000L | value.low() >> 8, value.low() & 0xFF)).toList();
        final var ports = nearby(random, 0x1000, 0x00FF, 4);
        MACS.forEach(field -> values.put(field, macs));
        ADDRESSES_V4.forEach(field -> values.put(field, v4));
        ADDRESSES_V6.forEach(field -> values.put(field, v6));
        PORTS.forEach(field -> values.put(field, ports));
        values.put(Field.VLAN_VID, nearby(random, 0, 0x0FFF, 4));
        values.put(Field.VLAN_PCP, nearby(random, 0, 0x7, 3));
        values.put(Field.IP_DSCP, nearby(random, 0, 0x3F, 3));
        values.put(Field.IP_ECN, nearby(random, 0, 0x3, 2));
        values.put(Field.IPV6_FLABEL, nearby(random, 0, 0xF_FFFF, 3));
        values.put(Field.ICMPV4_TYPE, exactly(0, 3, 8));
        values.put(Field.ICMPV4_CODE, exactly(0, 1));
        values.put(Field.ICMPV6_CODE, exactly(0, 1));
        values.put(Field.ARP_OP, exactly(1, 2));
        values.put(Field.MPLS_LABEL, IntStream.range(0, LABELLED.size())
            .mapToObj(lowest -> Bits.of(random.nextLong() & 0xF_FF00 | 16 + lowest)).toList());
        values.put(Field.MPLS_TC, nearby(random, 0, 0x7, 2));
        values.put(Field.MPLS_BOS, exactly(0, 1));
        values.put(Field.NW_TTL, exactly(64, 64, 255, 3, 2, 1));
        values.put(Field.MPLS_TTL, exactly(64, 64, 255, 3, 2, 1));
        values.put(Field.TUNNEL_ID, nearby(random, 0, 0xFFFF, 3));
        values.put(Field.METADATA, nearby(random, 0, 0xF00F, 4));
    }

    private static List<Bits> nearby(final Random random, final long base, final long variable, final int count) {
        final var pool = new ArrayList<Bits>();
        for (int i = 0; i < count; i++) {
            pool.add(Bits.of(base | random.nextLong() & variable));
        }
        return pool;
    }

    private static List<Bits> exactly(final long... values) {
        return LongStream.of(values).mapToObj(Bits::of).toList();
    }

    static <T> T pick(final Random random, final List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Returns one of the values of a field. */
    Bits value(final Random random, final Field field) {
        return pick(random, values.get(field));
    }

    /** Returns the Ethernet type of what is below the last label. */
    static int typeBelow(final long label) {
        return LABELLED.get((int) (label % LABELLED.size()));
    }

    /** Returns a label for what has an Ethernet type. */
    Bits labelFor(final Random random, final int etherType) {
        final var all = values.get(Field.MPLS_LABEL);
        return all.stream().filter(label -> typeBelow(label.low()) == etherType).findFirst()
            .orElse(pick(random, all));
    }

    /** Draws a packet. */
    Packet packet(final Random random) {
        final var fields = new EnumMap<Field, Bits>(Field.class);
        draw(random, fields, Field.ETH_DST, Field.ETH_SRC);
        final int type = pick(random, ETHER_TYPES);
        fields.put(Field.ETH_TYPE, Bits.of(type));
        switch (type) {
            case EtherType.IPV4 -> {
                draw(random, fields, Field.IP_DSCP, Field.IP_ECN, Field.IPV4_SRC, Field.IPV4_DST, Field.NW_TTL);
                transport(random, fields, pick(random, PROTOCOLS_V4));
            }
            case EtherType.IPV6 -> {
                draw(random, fields, Field.IP_DSCP, Field.IP_ECN, Field.IPV6_SRC, Field.IPV6_DST, Field.IPV6_FLABEL,
                    Field.NW_TTL);
                transport(random, fields, pick(random, PROTOCOLS_V6));
            }
            case EtherType.ARP -> draw(random, fields, Field.ARP_OP, Field.ARP_SPA, Field.ARP_TPA, Field.ARP_SHA,
                Field.ARP_THA);
            default -> {
                // has no more fields
            }
        }
        final int roll = random.nextInt(10);
        final var packet = new Packet(fields, tags(random, roll < 6 ? 0 : roll < 9 ? 1 : 2));
        return random.nextInt(6) == 0 ? labelled(random, packet) : packet;
    }

    private Packet labelled(final Random random, final Packet packet) {
        final int type = pick(random, List.of(EtherType.MPLS, EtherType.MPLS, EtherType.MPLS_MULTICAST));
        final var bottom = label(random, labelFor(random, (int) packet.low(Field.ETH_TYPE)));
        final var labelled = packet.labelled(type, bottom);
        return random.nextInt(3) > 0 ? labelled
            : labelled.labelled(type, label(random, value(random, Field.MPLS_LABEL)));
    }

    private Label label(final Random random, final Bits label) {
        return new Label((int) label.low(), (int) value(random, Field.MPLS_TC).low(),
            (int) value(random, Field.MPLS_TTL).low());
    }

    private List<Tag> tags(final Random random, final int count) {
        final var tags = new ArrayList<Tag>();
        for (int i = 0; i < count; i++) {
            tags.add(tag(random));
        }
        return tags;
    }

    Tag tag(final Random random) {
        return new Tag((int) value(random, Field.VLAN_VID).low(), (int) value(random, Field.VLAN_PCP).low());
    }

    private void draw(final Random random, final Map<Field, Bits> into, final Field... fields) {
        for (final var field : fields) {
            into.put(field, value(random, field));
        }
    }

    private void transport(final Random random, final Map<Field, Bits> fields, final int protocol) {
        fields.put(Field.IP_PROTO, Bits.of(protocol));
        switch (protocol) {
            case IpProtocol.TCP -> draw(random, fields, Field.TCP_SRC, Field.TCP_DST);
            case IpProtocol.UDP -> draw(random, fields, Field.UDP_SRC, Field.UDP_DST);
            case IpProtocol.SCTP -> draw(random, fields, Field.SCTP_SRC, Field.SCTP_DST);
            case IpProtocol.ICMP -> draw(random, fields, Field.ICMPV4_TYPE, Field.ICMPV4_CODE);
            case IpProtocol.ICMPV6 -> icmpv6(random, fields, pick(random, ICMPV6_TYPES));
            default -> {
                // has no fields
            }
        }
    }

    private void icmpv6(final Random random, final Map<Field, Bits> fields, final int type) {
        fields.put(Field.ICMPV6_TYPE, Bits.of(type));
        if (type == IpProtocol.SOLICITATION || type == IpProtocol.ADVERTISEMENT) {
            // the only code that Neighbour Discovery has
            fields.put(Field.ICMPV6_CODE, Bits.ZERO);
            draw(random, fields, Field.IPV6_ND_TARGET,
                type == IpProtocol.SOLICITATION ? Field.IPV6_ND_SLL : Field.IPV6_ND_TLL);
        } else {
            draw(random, fields, Field.ICMPV6_CODE);
        }
    }
}

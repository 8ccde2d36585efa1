/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.flow;

import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.Ipv6Addr;
import org.opendaylight.alto.core.net.MacAddress;

/**
 * The match fields of OpenFlow 1.3 ("OXM basic class", section 7.2.3.7 of its specification), by their names there, and
 * the times to live, which actions change and no rule matches.
 *
 * <p>All fields of a header are packed into {@value #WORDS} words of 64 bits. A field has its place in one word, or is
 * two
 * words. Fields that queries often leave open have words without other fields, so that a table can be searched by the
 * rest.
 */
public enum Field {
    IN_PORT(0, 32, 32, Format.DECIMAL),
    IN_PHY_PORT(0, 0, 32, Format.DECIMAL),
    METADATA(1, 0, 64, Format.HEX),
    ETH_DST(2, 16, 48, Format.MAC),
    ETH_SRC(3, 16, 48, Format.MAC),
    ETH_TYPE(2, 0, 16, Format.HEX),
    /** Twelve bits of VLAN id, and above them one bit that is set if the frame has a tag. */
    VLAN_VID(3, 0, 13, Format.VLAN),
    VLAN_PCP(11, 0, 3, Format.DECIMAL),
    IP_DSCP(10, 0, 6, Format.DECIMAL),
    IP_ECN(10, 6, 2, Format.DECIMAL),
    IP_PROTO(10, 8, 8, Format.DECIMAL),
    IPV4_SRC(4, 32, 32, Format.IPV4),
    IPV4_DST(4, 0, 32, Format.IPV4),
    TCP_SRC(10, 16, 16, Format.DECIMAL),
    TCP_DST(10, 32, 16, Format.DECIMAL),
    UDP_SRC(12, 0, 16, Format.DECIMAL),
    UDP_DST(12, 16, 16, Format.DECIMAL),
    SCTP_SRC(12, 32, 16, Format.DECIMAL),
    SCTP_DST(12, 48, 16, Format.DECIMAL),
    ICMPV4_TYPE(10, 48, 8, Format.DECIMAL),
    ICMPV4_CODE(10, 56, 8, Format.DECIMAL),
    ARP_OP(13, 48, 16, Format.DECIMAL),
    ARP_SPA(14, 0, 32, Format.IPV4),
    ARP_TPA(14, 32, 32, Format.IPV4),
    ARP_SHA(13, 0, 48, Format.MAC),
    ARP_THA(15, 0, 48, Format.MAC),
    IPV6_SRC(5, 0, 128, Format.IPV6),
    IPV6_DST(7, 0, 128, Format.IPV6),
    IPV6_FLABEL(11, 8, 20, Format.HEX),
    ICMPV6_TYPE(11, 28, 8, Format.DECIMAL),
    ICMPV6_CODE(11, 36, 8, Format.DECIMAL),
    IPV6_ND_TARGET(16, 0, 128, Format.IPV6),
    IPV6_ND_SLL(18, 0, 48, Format.MAC),
    IPV6_ND_TLL(19, 0, 48, Format.MAC),
    MPLS_LABEL(9, 0, 20, Format.DECIMAL),
    MPLS_TC(9, 20, 3, Format.DECIMAL),
    MPLS_BOS(9, 23, 1, Format.DECIMAL),
    PBB_ISID(9, 24, 24, Format.HEX),
    TUNNEL_ID(20, 0, 64, Format.HEX),
    IPV6_EXTHDR(11, 44, 9, Format.HEX),
    /** The time to live of IPv4, the hop limit of IPv6. */
    NW_TTL(9, 48, 8, Format.DECIMAL),
    /** The time to live of the outermost MPLS label. */
    MPLS_TTL(9, 56, 8, Format.DECIMAL);

    /** Set in {@link #VLAN_VID} if the frame has a tag (OFPVID_PRESENT). */
    public static final long VLAN_PRESENT = 0x1000;

    /** Number of words of a header. */
    static final int WORDS = 21;
    /** Words from this one on are those of fields that queries often leave open; but for the last one. */
    private static final int FIRST_OPEN_WORD = 10;
    private static final int ETHERTYPE_IPV4 = 0x0800;
    private static final int ETHERTYPE_ARP = 0x0806;
    private static final int ETHERTYPE_IPV6 = 0x86DD;
    private static final int ETHERTYPE_PBB = 0x88E7;
    private static final int PROTOCOL_ICMPV6 = 58;

    private final int word;
    private final int shift;
    private final int bits;
    private final Format format;

    Field(final int word, final int shift, final int bits, final Format format) {
        this.word = word;
        this.shift = shift;
        this.bits = bits;
        this.format = format;
    }

    /** How values are shown. */
    private enum Format {
        DECIMAL, HEX, MAC, IPV4, IPV6, VLAN
    }

    /** A value that another field must have. The high half is zero. */
    record Prerequisite(Field field, long value, long mask) {
    }

    /** Tells whether queries mostly know the fields of a word. */
    static boolean isMostlyKnown(final int word) {
        return word < FIRST_OPEN_WORD || word == WORDS - 1;
    }

    /** Returns the index of the word with bits 127 to 64, or of the only word. */
    int highWord() {
        return word;
    }

    /** Returns the index of the word with bits 63 to 0. */
    int lowWord() {
        return isWide() ? word + 1 : word;
    }

    /** Returns where bit 0 of the field is in its {@link #lowWord()}. */
    int shift() {
        return shift;
    }

    /** Returns the bits of the {@link #lowWord()} that are those of the field. */
    long wordBits() {
        return lowBits() << shift;
    }

    boolean isWide() {
        return bits > Long.SIZE;
    }

    /**
     * Returns the size of the field.
     *
     * @return number of bits, 1 to 128
     */
    public int bits() {
        return bits;
    }

    /**
     * Returns the name of the field in OpenFlow.
     *
     * @return for example {@code eth_dst}
     */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the bits 63 to 0 that the field has. */
    long lowBits() {
        return bits >= Long.SIZE ? -1L : (1L << bits) - 1;
    }

    /** Returns the bits 127 to 64 that the field has. */
    long highBits() {
        return isWide() ? -1L : 0;
    }

    /**
     * Returns what a packet must be like to have this field (specification, table 12), where that is one value. Fields
     * that go with two Ethernet types, like {@code ip_proto}, state nothing: the rules of a switch state it.
     */
    List<Prerequisite> prerequisites() {
        return switch (this) {
            case VLAN_PCP -> List.of(new Prerequisite(VLAN_VID, VLAN_PRESENT, VLAN_PRESENT));
            case IPV4_SRC, IPV4_DST -> List.of(etherType(ETHERTYPE_IPV4));
            case IPV6_SRC, IPV6_DST, IPV6_FLABEL, IPV6_EXTHDR -> List.of(etherType(ETHERTYPE_IPV6));
            case ARP_OP, ARP_SPA, ARP_TPA, ARP_SHA, ARP_THA -> List.of(etherType(ETHERTYPE_ARP));
            case TCP_SRC, TCP_DST -> List.of(protocol(6));
            case UDP_SRC, UDP_DST -> List.of(protocol(17));
            case SCTP_SRC, SCTP_DST -> List.of(protocol(132));
            case ICMPV4_TYPE, ICMPV4_CODE -> List.of(etherType(ETHERTYPE_IPV4), protocol(1));
            case ICMPV6_TYPE, ICMPV6_CODE, IPV6_ND_TARGET ->
                List.of(etherType(ETHERTYPE_IPV6), protocol(PROTOCOL_ICMPV6));
            case IPV6_ND_SLL -> List.of(etherType(ETHERTYPE_IPV6), protocol(PROTOCOL_ICMPV6),
                new Prerequisite(ICMPV6_TYPE, 135, 0xFF));
            case IPV6_ND_TLL -> List.of(etherType(ETHERTYPE_IPV6), protocol(PROTOCOL_ICMPV6),
                new Prerequisite(ICMPV6_TYPE, 136, 0xFF));
            case PBB_ISID -> List.of(etherType(ETHERTYPE_PBB));
            default -> List.of();
        };
    }

    /**
     * Returns the headers that have this field: those for which one of these matches holds, which exclude each other.
     * Rules state most of it, set-field actions do not.
     */
    List<Match> presence() {
        return Presence.OF.get(this);
    }

    /** Made once, when all fields are there. */
    private static final class Presence {
        static final Map<Field, List<Match>> OF = Maps.immutableEnumMap(
            Arrays.stream(values()).collect(Collectors.toMap(Function.<Field>identity(), Field::makePresence)));
    }

    private List<Match> makePresence() {
        final var types = switch (this) {
            case IP_DSCP, IP_ECN, IP_PROTO, TCP_SRC, TCP_DST, UDP_SRC, UDP_DST, SCTP_SRC, SCTP_DST, NW_TTL ->
                List.of(ETHERTYPE_IPV4, ETHERTYPE_IPV6);
            case MPLS_LABEL, MPLS_TC, MPLS_BOS, MPLS_TTL ->
                List.of(Header.ETHERTYPE_MPLS_UNICAST, Header.ETHERTYPE_MPLS_MULTICAST);
            default -> List.<Integer>of();
        };
        final var needs = new ArrayList<>(prerequisites());
        if (this == VLAN_VID) {
            needs.add(new Prerequisite(VLAN_VID, VLAN_PRESENT, VLAN_PRESENT));
        }
        return types.isEmpty() ? List.of(match(needs))
            : types.stream().map(type -> {
                final var all = new ArrayList<>(needs);
                all.add(etherType(type));
                return match(all);
            }).toList();
    }

    private static Match match(final List<Prerequisite> all) {
        final var match = Match.builder();
        all.forEach(each -> match.masked(each.field(), each.value(), each.mask()));
        return match.build();
    }

    private static Prerequisite etherType(final int value) {
        return new Prerequisite(ETH_TYPE, value, 0xFFFF);
    }

    private static Prerequisite protocol(final int value) {
        return new Prerequisite(IP_PROTO, value, 0xFF);
    }

    /** Writes name and value, with the mask if there is one. */
    String describe(final long high, final long low, final long highMask, final long lowMask) {
        return wireName() + "=" + value(high, low, highMask, lowMask);
    }

    private String value(final long high, final long low, final long highMask, final long lowMask) {
        if (highMask == highBits() && lowMask == lowBits()) {
            return switch (format) {
                case DECIMAL -> Long.toUnsignedString(low);
                case HEX -> hex(low);
                case MAC -> new MacAddress(low).toString();
                case IPV4 -> new Ipv4Addr((int) low).toString();
                case IPV6 -> new Ipv6Addr(high, low).toString();
                case VLAN -> low == 0 ? "none" : (low & VLAN_PRESENT) != 0 ? Long.toString(low & 0xFFF) : hex(low);
            };
        }
        return switch (format) {
            case DECIMAL, HEX, VLAN -> hex(low) + "/" + hex(lowMask);
            case MAC -> new MacAddress(low) + "/" + new MacAddress(lowMask);
            case IPV4 -> new Ipv4Addr((int) low) + "/"
                + (isPrefix(lowMask << 32) ? Long.bitCount(lowMask) : new Ipv4Addr((int) lowMask));
            case IPV6 -> new Ipv6Addr(high, low) + "/" + (isPrefix(highMask) && (highMask == -1L || lowMask == 0)
                && isPrefix(lowMask) ? Long.bitCount(highMask) + Long.bitCount(lowMask)
                    : new Ipv6Addr(highMask, lowMask));
        };
    }

    /** Tells whether the ones of a mask come before its zeros. */
    private static boolean isPrefix(final long mask) {
        return (~mask & ~mask + 1) == 0;
    }

    private static String hex(final long value) {
        return "0x" + Long.toHexString(value);
    }
}

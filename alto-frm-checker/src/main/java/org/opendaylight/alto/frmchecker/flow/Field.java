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

import java.util.List;
import java.util.Locale;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.Ipv6Addr;
import org.opendaylight.alto.core.net.MacAddress;

/** The match fields of OpenFlow 1.3 ("OXM basic class", section 7.2.3.7 of its specification), by their names there. */
public enum Field {
    IN_PORT(32, Format.DECIMAL),
    IN_PHY_PORT(32, Format.DECIMAL),
    METADATA(64, Format.HEX),
    ETH_DST(48, Format.MAC),
    ETH_SRC(48, Format.MAC),
    ETH_TYPE(16, Format.HEX),
    /** Twelve bits of VLAN id, and above them one bit that is set if the frame has a tag. */
    VLAN_VID(13, Format.VLAN),
    VLAN_PCP(3, Format.DECIMAL),
    IP_DSCP(6, Format.DECIMAL),
    IP_ECN(2, Format.DECIMAL),
    IP_PROTO(8, Format.DECIMAL),
    IPV4_SRC(32, Format.IPV4),
    IPV4_DST(32, Format.IPV4),
    TCP_SRC(16, Format.DECIMAL),
    TCP_DST(16, Format.DECIMAL),
    UDP_SRC(16, Format.DECIMAL),
    UDP_DST(16, Format.DECIMAL),
    SCTP_SRC(16, Format.DECIMAL),
    SCTP_DST(16, Format.DECIMAL),
    ICMPV4_TYPE(8, Format.DECIMAL),
    ICMPV4_CODE(8, Format.DECIMAL),
    ARP_OP(16, Format.DECIMAL),
    ARP_SPA(32, Format.IPV4),
    ARP_TPA(32, Format.IPV4),
    ARP_SHA(48, Format.MAC),
    ARP_THA(48, Format.MAC),
    IPV6_SRC(128, Format.IPV6),
    IPV6_DST(128, Format.IPV6),
    IPV6_FLABEL(20, Format.HEX),
    ICMPV6_TYPE(8, Format.DECIMAL),
    ICMPV6_CODE(8, Format.DECIMAL),
    IPV6_ND_TARGET(128, Format.IPV6),
    IPV6_ND_SLL(48, Format.MAC),
    IPV6_ND_TLL(48, Format.MAC),
    MPLS_LABEL(20, Format.DECIMAL),
    MPLS_TC(3, Format.DECIMAL),
    MPLS_BOS(1, Format.DECIMAL),
    PBB_ISID(24, Format.HEX),
    TUNNEL_ID(64, Format.HEX),
    IPV6_EXTHDR(9, Format.HEX);

    /** Set in {@link #VLAN_VID} if the frame has a tag (OFPVID_PRESENT). */
    public static final long VLAN_PRESENT = 0x1000;

    static final int WORDS;

    private static final Field[] FIELD_OF_WORD;

    static {
        int words = 0;
        for (final var field : values()) {
            field.word = words;
            words += field.bits > Long.SIZE ? 2 : 1;
        }
        WORDS = words;
        FIELD_OF_WORD = new Field[words];
        for (final var field : values()) {
            FIELD_OF_WORD[field.word] = field;
            FIELD_OF_WORD[field.lowWord()] = field;
        }
    }

    private final int bits;
    private final Format format;
    private int word;

    Field(final int bits, final Format format) {
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

    static Field ofWord(final int word) {
        return FIELD_OF_WORD[word];
    }

    /** Returns the index of the word with bits 127 to 64, or of the only word. */
    int highWord() {
        return word;
    }

    /** Returns the index of the word with bits 63 to 0. */
    int lowWord() {
        return isWide() ? word + 1 : word;
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
            case IPV4_SRC, IPV4_DST -> List.of(etherType(0x0800));
            case IPV6_SRC, IPV6_DST, IPV6_FLABEL, IPV6_EXTHDR -> List.of(etherType(0x86DD));
            case ARP_OP, ARP_SPA, ARP_TPA, ARP_SHA, ARP_THA -> List.of(etherType(0x0806));
            case TCP_SRC, TCP_DST -> List.of(protocol(6));
            case UDP_SRC, UDP_DST -> List.of(protocol(17));
            case SCTP_SRC, SCTP_DST -> List.of(protocol(132));
            case ICMPV4_TYPE, ICMPV4_CODE -> List.of(etherType(0x0800), protocol(1));
            case ICMPV6_TYPE, ICMPV6_CODE, IPV6_ND_TARGET -> List.of(etherType(0x86DD), protocol(58));
            case IPV6_ND_SLL -> List.of(etherType(0x86DD), protocol(58), new Prerequisite(ICMPV6_TYPE, 135, 0xFF));
            case IPV6_ND_TLL -> List.of(etherType(0x86DD), protocol(58), new Prerequisite(ICMPV6_TYPE, 136, 0xFF));
            case PBB_ISID -> List.of(etherType(0x88E7));
            default -> List.of();
        };
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

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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.Ipv6Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.VlanId;
import org.opendaylight.alto.hosttracker.Frames;
import org.opendaylight.alto.hosttracker.nd.NdPacket.Kind;

class NdCodecTest {
    private static final String IP1 = "20010db8000000000000000000000001";
    private static final String IP2 = "20010db8000000000000000000000002";
    private static final String GROUP2 = "ff0200000000000000000001ff000002";

    private static final byte[] SOLICITATION = Frames.hex("3333ff000002", "00005e005301", "86dd",
        "60000000", "0020", "3a", "ff", IP1, GROUP2,
        "87", "00", "6d26", "00000000", IP2, "0101", "00005e005301");
    private static final byte[] ADVERTISEMENT = Frames.hex("00005e005301", "00005e005302", "86dd",
        "60000000", "0020", "3a", "ff", IP2, IP1,
        "88", "00", "db70", "60000000", IP2, "0201", "00005e005302");
    /** Duplicate address detection. */
    private static final byte[] DETECTION = Frames.hex("3333ff000002", "00005e005302", "86dd",
        "60000000", "0018", "3a", "ff", "00".repeat(16), GROUP2,
        "87", "00", "4ceb", "00000000", IP2);

    private static final MacAddress MAC1 = MacAddress.parse("00:00:5e:00:53:01");
    private static final MacAddress MAC2 = MacAddress.parse("00:00:5e:00:53:02");
    private static final Ipv6Addr ADDRESS1 = ip("2001:db8::1");
    private static final Ipv6Addr ADDRESS2 = ip("2001:db8::2");

    private static final int IP = 14;
    private static final int DESTINATION = IP + 24;
    private static final int ICMP = IP + 40;
    private static final int FLAGS = ICMP + 4;
    private static final int TARGET = ICMP + 8;
    private static final int OPTION = ICMP + 24;

    @Test
    void solicitationIsRead() {
        assertEquals(Optional.of(new NdPacket(Kind.SOLICITATION, Optional.empty(), MAC1,
            MacAddress.parse("33:33:ff:00:00:02"), ADDRESS1, ip("ff02::1:ff00:2"), ADDRESS2, Optional.of(MAC1), false,
            false)), NdCodec.decode(SOLICITATION));
    }

    @Test
    void advertisementIsRead() {
        assertEquals(Optional.of(new NdPacket(Kind.ADVERTISEMENT, Optional.empty(), MAC2, MAC1, ADDRESS2, ADDRESS1,
            ADDRESS2, Optional.of(MAC2), true, true)), NdCodec.decode(ADVERTISEMENT));
    }

    @Test
    @DisplayName("RFC 4862, section 5.4.2: who detects duplicates solicits from the unspecified address")
    void detectionOfDuplicatesIsRead() {
        final var packet = NdCodec.decode(DETECTION).orElseThrow();
        assertTrue(packet.isDuplicateAddressDetection());
        assertTrue(packet.isFromOneStation());
        assertEquals(Optional.empty(), packet.claimed());
        assertEquals(ADDRESS2, packet.target());
    }

    @Test
    void writtenFrameIsThePacketOnTheWire() {
        for (byte[] frame : new byte[][] {SOLICITATION, ADVERTISEMENT, DETECTION, Frames.tagged(ADVERTISEMENT, 7)}) {
            assertArrayEquals(frame, NdCodec.encode(NdCodec.decode(frame).orElseThrow()));
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            final var packet = random(random);
            final var frame = NdCodec.encode(packet);
            assertTrue(NdCodec.isNd(frame) && frame.length >= 60, "seed " + seed);
            assertEquals(Optional.of(packet), NdCodec.decode(frame), "seed " + seed);
        }
    }

    @Test
    void tagIsRead() {
        final var untagged = NdCodec.decode(ADVERTISEMENT);
        assertEquals(Optional.of(new VlanId(4094)),
            NdCodec.decode(Frames.tagged(ADVERTISEMENT, 0xFFFE)).orElseThrow().vlan());
        assertEquals(untagged, NdCodec.decode(Frames.tagged(ADVERTISEMENT, 0xE000)));
        assertTrue(NdCodec.isNd(Frames.tagged(ADVERTISEMENT, 4095)));
        assertEquals(Optional.empty(), NdCodec.decode(Frames.tagged(ADVERTISEMENT, 4095)));
        assertFalse(NdCodec.isNd(Frames.tagged(Frames.tagged(ADVERTISEMENT, 7), 8)));
    }

    @Test
    void everyTruncationIsRefused() {
        for (byte[] frame : new byte[][] {SOLICITATION, ADVERTISEMENT, DETECTION, Frames.tagged(ADVERTISEMENT, 7)}) {
            Frames.assertTruncationsAreRefused(frame, NdCodec::decode);
            for (int length = 0; length <= frame.length; length++) {
                final int bytes = length;
                // as soon as it is IPv6, as what tells it from other IPv6 is right or cut off
                final int least = IP + (frame[13] == 0 ? 4 : 0);
                assertEquals(bytes >= least, NdCodec.isNd(Arrays.copyOf(frame, bytes)), "length " + bytes);
            }
        }
    }

    @Test
    void bitFlipsGiveAPacketOrNothing() {
        Frames.flipBits(frame -> {
            final var packet = NdCodec.decode(frame);
            packet.ifPresent(read -> assertEquals(packet, NdCodec.decode(NdCodec.encode(read))));
            return NdCodec.isNd(frame);
        }, SOLICITATION, ADVERTISEMENT, DETECTION, Frames.tagged(SOLICITATION, 7));
    }

    @Test
    @DisplayName("Bit flips behind the checksum never throw either")
    void bitFlipsWithRightChecksumGiveAPacketOrNothing() {
        Frames.flipBits(frame -> {
            if (frame.length < OPTION) {
                return Optional.empty();
            }
            final var packet = NdCodec.decode(repaired(frame));
            packet.ifPresent(read -> assertEquals(packet, NdCodec.decode(NdCodec.encode(read))));
            return packet;
        }, SOLICITATION, ADVERTISEMENT, DETECTION);
    }

    @Test
    @DisplayName("RFC 4861, sections 7.1.1 and 7.1.2: the ICMP checksum is valid")
    void checksumErrorIsRefused() {
        // a change of any one bit of addresses or message is an error; version and type have tests of their own
        for (int bit = (IP + 8) * 8; bit < ADVERTISEMENT.length * 8; bit++) {
            final var frame = ADVERTISEMENT.clone();
            frame[bit / 8] ^= (byte) (1 << bit % 8);
            assertEquals(Optional.empty(), NdCodec.decode(frame), "bit " + bit);
        }
    }

    @Test
    @DisplayName("RFC 4861, sections 7.1.1 and 7.1.2: the hop limit is 255")
    void routedPacketIsRefused() {
        for (int limit = 0; limit < 255; limit++) {
            assertEquals(Optional.empty(), NdCodec.decode(Frames.with(ADVERTISEMENT, IP + 7, limit)));
        }
    }

    @Test
    @DisplayName("RFC 4861, sections 7.1.1 and 7.1.2: the code is 0")
    void otherCodeIsRefused() {
        assertRefused(Frames.with(ADVERTISEMENT, ICMP + 1, 1));
    }

    @Test
    void otherProtocolsAreNotNd() {
        assertFalse(NdCodec.isNd(Frames.with(ADVERTISEMENT, 12, 0x08, 0x00)));
        // a hop-by-hop header in front, a router advertisement, a redirect
        assertFalse(NdCodec.isNd(Frames.with(ADVERTISEMENT, IP + 6, 0)));
        assertFalse(NdCodec.isNd(Frames.with(ADVERTISEMENT, ICMP, 134)));
        assertFalse(NdCodec.isNd(Frames.with(ADVERTISEMENT, ICMP, 137)));
        assertFalse(NdCodec.isNd(Arrays.copyOf(Frames.with(ADVERTISEMENT, IP + 6, 17), IP + 7)));
        assertEquals(Optional.empty(), NdCodec.decode(Frames.with(ADVERTISEMENT, IP, 0x40)));
    }

    @Test
    @DisplayName("RFC 4861, sections 7.1.1 and 7.1.2: the ICMP length is 24 or more octets")
    void lengthThatDoesNotFitIsRefused() {
        for (int length : new int[] {0, 8, 23, 25, 31}) {
            assertRefused(Frames.with(ADVERTISEMENT, IP + 4, 0, length));
        }
        assertEquals(Optional.empty(), NdCodec.decode(Frames.with(ADVERTISEMENT, IP + 4, 0, 33)));
        assertEquals(Optional.empty(), NdCodec.decode(Frames.with(ADVERTISEMENT, IP + 4, 255, 255)));
        // without the option, which is padding then
        assertEquals(Optional.empty(), NdCodec.decode(repaired(Frames.with(ADVERTISEMENT, IP + 4, 0, 24)))
            .orElseThrow().linkLayerAddress());
    }

    @Test
    @DisplayName("RFC 4861, sections 7.1.1 and 7.1.2: the target is not a multicast address")
    void multicastTargetIsRefused() {
        assertRefused(Frames.with(ADVERTISEMENT, TARGET, 0xFF));
        assertRefused(Frames.with(SOLICITATION, TARGET, 0xFF));
    }

    @Test
    @DisplayName("RFC 4861, sections 7.1.1 and 7.1.2: all options have a length that is greater than zero")
    void brokenOptionIsRefused() {
        assertRefused(Frames.with(ADVERTISEMENT, OPTION, 2, 0));
        assertRefused(Frames.with(ADVERTISEMENT, OPTION, 2, 2));
        assertRefused(Frames.with(ADVERTISEMENT, OPTION, 14, 0));
        assertRefused(Frames.with(ADVERTISEMENT, OPTION, 14, 255));
    }

    @Test
    @DisplayName("RFC 4861, section 4.6: options that are not known are skipped")
    void otherOptionsAreSkipped() {
        // a nonce of RFC 3971, and the option of the other kind
        for (int type : new int[] {14, 1, 0, 255}) {
            final var packet = NdCodec.decode(repaired(Frames.with(ADVERTISEMENT, OPTION, type))).orElseThrow();
            assertEquals(Optional.empty(), packet.linkLayerAddress());
            assertTrue(packet.isFromOneStation());
        }
        assertEquals(NdCodec.decode(ADVERTISEMENT), NdCodec.decode(longer("0e01000000000000")));
        assertEquals(NdCodec.decode(ADVERTISEMENT), NdCodec.decode(longer("0e02" + "00".repeat(14))));
    }

    @Test
    @DisplayName("RFC 4861, section 4.6.1: the option for Ethernet has length 1")
    void linkLayerAddressThatIsNotOneOfEthernetIsRefused() {
        assertEquals(Optional.empty(), NdCodec.decode(longer("0202" + "00".repeat(14))));
        assertRefused(Frames.with(longer("00".repeat(8)), OPTION, 2, 2));
    }

    @Test
    void secondLinkLayerAddressIsRefused() {
        assertEquals(Optional.empty(), NdCodec.decode(longer("0201" + "00005e005303")));
    }

    @Test
    @DisplayName("RFC 4861, section 7.1.1: what comes from the unspecified address goes to a solicited-node address")
    void detectionOfDuplicatesToAHostIsRefused() {
        assertRefused(Frames.with(DETECTION, DESTINATION, 0x20, 0x01));
        assertRefused(Frames.with(DETECTION, DESTINATION + 1, 0x05));
        assertRefused(Frames.with(DETECTION, DESTINATION + 12, 0xFE));
        assertRefused(Frames.with(DETECTION, DESTINATION + 11, 0));
    }

    @Test
    @DisplayName("RFC 4861, section 7.1.1: what comes from the unspecified address has no link-layer address option")
    void detectionOfDuplicatesWithLinkLayerAddressIsRefused() {
        final var frame = SOLICITATION.clone();
        Arrays.fill(frame, IP + 8, IP + 24, (byte) 0);
        assertRefused(frame);
        // as it is the option that makes it invalid
        assertTrue(NdCodec.decode(repaired(Frames.with(frame, OPTION, 14))).isPresent());
    }

    @Test
    @DisplayName("RFC 4861, section 7.1.2: a multicast advertisement is not solicited")
    void solicitedMulticastAdvertisementIsRefused() {
        final var frame = Frames.with(ADVERTISEMENT, DESTINATION, 0xFF, 0x02);
        assertRefused(frame);
        final var packet = NdCodec.decode(repaired(Frames.with(frame, FLAGS, 0x20))).orElseThrow();
        assertFalse(packet.solicited());
        assertTrue(packet.override());
    }

    @Test
    @DisplayName("RFC 4861, section 4.3: what is reserved is ignored")
    void reservedBitsAreIgnored() {
        final var packet = NdCodec.decode(repaired(Frames.with(SOLICITATION, FLAGS, 0xFF, 0xFF, 0xFF, 0xFF)));
        assertEquals(NdCodec.decode(SOLICITATION), packet);
        // also the router flag
        assertEquals(NdCodec.decode(ADVERTISEMENT),
            NdCodec.decode(repaired(Frames.with(ADVERTISEMENT, FLAGS, 0xFF, 0xFF, 0xFF, 0xFF))));
    }

    @Test
    @DisplayName("RFC 4861, section 7.3 and RFC 4291, appendix A: unicast from the prober's link-local address")
    void probeGoesToOneHost() {
        final var frame = Frames.hex("00005e005302", "00005e005301", "86dd",
            "60000000", "0020", "3a", "ff", "fe80000000000000" + "02005efffe005301", IP2,
            "87", "00", "baa9", "00000000", IP2, "0101", "00005e005301");
        final var packet = NdPacket.probe(Optional.empty(), MAC1, MAC2, ADDRESS2);
        assertArrayEquals(frame, NdCodec.encode(packet));
        assertEquals(Optional.of(packet), NdCodec.decode(frame));
        assertFalse(packet.isDuplicateAddressDetection());
    }

    @Test
    @DisplayName("RFC 4291, section 2.7.1 and RFC 2464, section 7: the solicited-node group of the address")
    void questionGoesToTheGroupOfTheAddress() {
        final var vlan = Optional.of(new VlanId(7));
        final var packet = NdPacket.question(vlan, MacAddress.parse("fe:dc:ba:98:76:54"), ip("2001:db8::12:abcd:ef01"));
        assertEquals(new NdPacket(Kind.SOLICITATION, vlan, MacAddress.parse("fe:dc:ba:98:76:54"),
            MacAddress.parse("33:33:ff:cd:ef:01"), ip("fe80::fcdc:baff:fe98:7654"), ip("ff02::1:ffcd:ef01"),
            ip("2001:db8::12:abcd:ef01"), Optional.of(MacAddress.parse("fe:dc:ba:98:76:54")), false, false), packet);
        assertEquals(Optional.of(packet), NdCodec.decode(NdCodec.encode(packet)));
    }

    @Test
    void oneStationSpeaksOfItself() {
        assertTrue(packet(Kind.ADVERTISEMENT, MAC1, Optional.of(MAC1)).isFromOneStation());
        assertTrue(packet(Kind.ADVERTISEMENT, MAC1, Optional.empty()).isFromOneStation());
        assertFalse(packet(Kind.ADVERTISEMENT, MAC1, Optional.of(MAC2)).isFromOneStation());
        for (var no : new MacAddress[] {MacAddress.BROADCAST, new MacAddress(0), new MacAddress(1L << 40)}) {
            assertFalse(packet(Kind.ADVERTISEMENT, no, Optional.of(no)).isFromOneStation(), no.toString());
            assertFalse(packet(Kind.ADVERTISEMENT, no, Optional.empty()).isFromOneStation(), no.toString());
        }
    }

    @Test
    void senderOfASolicitationAndTargetOfAnAdvertisementAreClaimed() {
        assertEquals(Optional.of(ADDRESS1), packet(Kind.SOLICITATION, ADDRESS1, ADDRESS2).claimed());
        assertEquals(Optional.of(ADDRESS2), packet(Kind.ADVERTISEMENT, ADDRESS1, ADDRESS2).claimed());
        for (var no : new String[] {"::", "::1", "ff02::1"}) {
            assertEquals(Optional.empty(), packet(Kind.SOLICITATION, ip(no), ADDRESS2).claimed());
            assertEquals(Optional.empty(), packet(Kind.ADVERTISEMENT, ADDRESS1, ip(no)).claimed());
        }
    }

    @Test
    void onlySolicitationsDetectDuplicates() {
        assertTrue(packet(Kind.SOLICITATION, ip("::"), ADDRESS2).isDuplicateAddressDetection());
        assertFalse(packet(Kind.SOLICITATION, ADDRESS1, ADDRESS2).isDuplicateAddressDetection());
        assertFalse(packet(Kind.ADVERTISEMENT, ip("::"), ADDRESS2).isDuplicateAddressDetection());
    }

    private static NdPacket packet(final Kind kind, final MacAddress source, final Optional<MacAddress> option) {
        return new NdPacket(kind, Optional.empty(), source, MAC2, ADDRESS1, ADDRESS2, ADDRESS1, option, false, false);
    }

    private static NdPacket packet(final Kind kind, final Ipv6Addr sender, final Ipv6Addr target) {
        return new NdPacket(kind, Optional.empty(), MAC1, MAC2, sender, ADDRESS2, target, Optional.empty(), false,
            false);
    }

    /** Any packet that is valid. */
    private static NdPacket random(final Random random) {
        final var kind = random.nextBoolean() ? Kind.SOLICITATION : Kind.ADVERTISEMENT;
        final boolean detects = kind == Kind.SOLICITATION && random.nextInt(4) == 0;
        final boolean group = detects || random.nextBoolean();
        return new NdPacket(kind,
            random.nextBoolean() ? Optional.empty() : Optional.of(new VlanId(1 + random.nextInt(4094))),
            mac(random), mac(random), detects ? ip("::") : new Ipv6Addr(random.nextLong(), random.nextLong()),
            group ? new Ipv6Addr(0xFF02L << 48, 0x1_FF00_0000L | random.nextInt(1 << 24))
                : new Ipv6Addr(random.nextLong() >>> 1, random.nextLong()),
            new Ipv6Addr(random.nextLong() >>> 1, random.nextLong()),
            detects || random.nextBoolean() ? Optional.empty() : Optional.of(mac(random)),
            kind == Kind.ADVERTISEMENT && !group && random.nextBoolean(),
            kind == Kind.ADVERTISEMENT && random.nextBoolean());
    }

    private static MacAddress mac(final Random random) {
        return new MacAddress(random.nextLong() >>> 16);
    }

    private static Ipv6Addr ip(final String text) {
        return (Ipv6Addr) IpAddr.parse(text);
    }

    /** Only the change, not the checksum, is a reason to refuse. */
    private static void assertRefused(final byte[] frame) {
        assertEquals(Optional.empty(), NdCodec.decode(repaired(frame)));
    }

    private static byte[] longer(final String option) {
        final var more = Frames.hex(option);
        final var frame = Arrays.copyOf(ADVERTISEMENT, ADVERTISEMENT.length + more.length);
        System.arraycopy(more, 0, frame, ADVERTISEMENT.length, more.length);
        return repaired(Frames.with(frame, IP + 4, 0, 32 + more.length));
    }

    /** A frame without tag with the right checksum, by a way of its own: big numbers modulo 2^16 - 1. */
    private static byte[] repaired(final byte[] original) {
        final var frame = Frames.with(original, ICMP + 2, 0, 0);
        final int length = (frame[IP + 4] & 0xFF) << 8 | frame[IP + 5] & 0xFF;
        final int end = Math.min(frame.length, ICMP + length);
        final var pseudo = ByteBuffer.allocate(40 + Math.max(0, end - ICMP) + 1);
        pseudo.put(frame, IP + 8, 32).putInt(length).putInt(58).put(frame, ICMP, Math.max(0, end - ICMP)).flip();
        long sum = 0;
        while (pseudo.hasRemaining()) {
            sum += (pseudo.get() & 0xFF) << 8;
            sum += pseudo.hasRemaining() ? pseudo.get() & 0xFF : 0;
        }
        final int checksum = (int) (0xFFFF - sum % 0xFFFF) % 0xFFFF;
        return Frames.with(frame, ICMP + 2, checksum >> 8, checksum);
    }
}

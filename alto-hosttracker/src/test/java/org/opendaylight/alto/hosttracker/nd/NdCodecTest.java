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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.Ipv6Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.VlanId;
import org.opendaylight.alto.hosttracker.Net;
import org.opendaylight.alto.hosttracker.nd.NdPacket.Kind;

class NdCodecTest {
    /** A solicitation from fe80::200:5eff:fe00:5301 for 2001:db8::2; the checksum was computed by hand. */
    private static final byte[] SOLICITATION = HexFormat.of().parseHex(
        "3333ff000002" + "00005e005301" + "86dd"
        + "60000000" + "0020" + "3a" + "ff" + "fe8000000000000002005efffe005301" + "ff0200000000000000000001ff000002"
        + "87" + "00" + "0000" + "00000000" + "20010db8000000000000000000000002" + "0101" + "00005e005301");

    private static byte[] solicitation() {
        final byte[] frame = SOLICITATION.clone();
        long sum = 32 + 58;
        for (int i = 22; i < frame.length; i += 2) {
            sum += (frame[i] & 0xFF) << 8 | frame[i + 1] & 0xFF;
        }
        while (sum >> 16 != 0) {
            sum = (sum & 0xFFFF) + (sum >> 16);
        }
        frame[56] = (byte) (~sum >> 8);
        frame[57] = (byte) ~sum;
        return frame;
    }

    @Test
    @DisplayName("RFC 4861 4.3")
    void readsASolicitation() {
        assertEquals(Optional.of(NdPacket.question(Optional.empty(), Net.mac(1), Net.ip6(2))),
            NdCodec.decode(solicitation()));
    }

    @Test
    void writesWhatItReads() {
        assertTrue(Arrays.equals(solicitation(),
            NdCodec.encode(NdPacket.question(Optional.empty(), Net.mac(1), Net.ip6(2)))));
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            final var kind = Kind.values()[random.nextInt(2)];
            final boolean isAdvertisement = kind == Kind.ADVERTISEMENT;
            final var packet = new NdPacket(kind,
                random.nextBoolean() ? Optional.empty() : Optional.of(new VlanId(1 + random.nextInt(4094))),
                new MacAddress(random.nextLong() & 0xFEFF_FFFF_FFFFL), new MacAddress(random.nextLong(1L << 48)),
                Net.ip6(1 + random.nextInt(9999)), Net.ip6(1 + random.nextInt(9999)), Net.ip6(random.nextInt(9999)),
                random.nextBoolean() ? Optional.empty() : Optional.of(new MacAddress(random.nextLong(1L << 48))),
                isAdvertisement && random.nextBoolean(), isAdvertisement && random.nextBoolean());
            assertEquals(Optional.of(packet), NdCodec.decode(NdCodec.encode(packet)), "seed " + seed);
        }
    }

    private static void assertRefused(final int offset, final int value) {
        final byte[] frame = solicitation();
        frame[offset] = (byte) value;
        assertEquals(Optional.empty(), NdCodec.decode(frame));
    }

    @Test
    @DisplayName("RFC 4861 7.1.1: hop limit 255, code 0, right checksum, whole length, sound options")
    void refusesWhatIsNotValid() {
        assertRefused(21, 64);
        assertRefused(55, 1);
        assertRefused(57, solicitation()[57] + 1);
        assertRefused(19, 23);
        assertRefused(19, 40);
        assertRefused(79, 0);
        assertRefused(79, 2);
        assertRefused(14, 0x40);
    }

    @Test
    @DisplayName("RFC 4861 7.1.1: from the unspecified address only to a solicited-node address and without the option")
    void refusesFalseDuplicateAddressDetection() {
        final var question = NdPacket.question(Optional.empty(), Net.mac(1), Net.ip6(2));
        final var none = (Ipv6Addr) IpAddr.parse("::");
        final var right = new NdPacket(Kind.SOLICITATION, Optional.empty(), Net.mac(1), question.destination(), none,
            question.destinationIp(), Net.ip6(2), Optional.empty(), false, false);
        assertTrue(NdCodec.decode(NdCodec.encode(right)).orElseThrow().isDuplicateAddressDetection());
        assertEquals(Optional.empty(), NdCodec.decode(NdCodec.encode(new NdPacket(Kind.SOLICITATION, Optional.empty(),
            Net.mac(1), question.destination(), none, Net.ip6(2), Net.ip6(2), Optional.empty(), false, false))));
        assertEquals(Optional.empty(), NdCodec.decode(NdCodec.encode(new NdPacket(Kind.SOLICITATION, Optional.empty(),
            Net.mac(1), question.destination(), none, question.destinationIp(), Net.ip6(2), Optional.of(Net.mac(1)),
            false, false))));
    }

    @Test
    @DisplayName("RFC 4861 7.1.2: a multicast advertisement is not solicited, a target is not multicast")
    void refusesFalseAdvertisements() {
        final var all = (Ipv6Addr) IpAddr.parse("ff02::1");
        assertEquals(Optional.empty(), NdCodec.decode(NdCodec.encode(new NdPacket(Kind.ADVERTISEMENT,
            Optional.empty(), Net.mac(1), Net.mac(2), Net.ip6(1), all, Net.ip6(1), Optional.empty(), true, true))));
        assertEquals(Optional.empty(), NdCodec.decode(NdCodec.encode(new NdPacket(Kind.ADVERTISEMENT,
            Optional.empty(), Net.mac(1), Net.mac(2), Net.ip6(1), Net.ip6(2), all, Optional.empty(), true, true))));
    }

    @Test
    void noTruncationIsAPacket() {
        final byte[] frame = solicitation();
        for (int length = 0; length < frame.length; length++) {
            assertEquals(Optional.empty(), NdCodec.decode(Arrays.copyOf(frame, length)));
        }
        assertTrue(NdCodec.decode(Arrays.copyOf(frame, frame.length + 10)).isPresent());
    }

    @Test
    void claimsWhereItComesFromOrWhatItIsAbout() {
        assertEquals(Optional.of(Net.ip6(1)), Net.solicitation(1, 2).claimed());
        assertEquals(Optional.of(Net.ip6(1)), Net.advertisement(1, Net.mac(2)).claimed());
        for (var bad : new String[] {"::", "::1", "ff02::1"}) {
            assertEquals(Optional.empty(), new NdPacket(Kind.SOLICITATION, Optional.empty(), Net.mac(1), Net.mac(2),
                (Ipv6Addr) IpAddr.parse(bad), Net.ip6(2), Net.ip6(2), Optional.empty(), false, false).claimed());
        }
    }

    @Test
    void stationThatNamesAnotherIsNotBelieved() {
        assertTrue(Net.solicitation(1, 2).isFromOneStation());
        final var packet = NdPacket.probe(Optional.empty(), Net.mac(1), Net.mac(2), Net.ip6(2));
        assertFalse(new NdPacket(packet.kind(), packet.vlan(), Net.mac(3), packet.destination(), packet.senderIp(),
            packet.destinationIp(), packet.target(), packet.linkLayerAddress(), false, false).isFromOneStation());
    }
}

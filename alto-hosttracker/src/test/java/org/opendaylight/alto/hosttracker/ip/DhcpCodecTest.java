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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.hosttracker.Frames;

class DhcpCodecTest {
    /** Message type, server identifier, lease time, pad, end. */
    private static final String OPTIONS = "350105" + "3604c00002fe" + "330400000e10" + "00" + "ff";
    private static final byte[] ACK = ack(OPTIONS);
    private static final MacAddress CLIENT = MacAddress.parse("00:00:5e:00:53:01");

    private static final int IP = 14;
    private static final int UDP = IP + 20;
    private static final int MESSAGE = UDP + 8;
    private static final int TYPE = MESSAGE + 240;

    private static byte[] ack(final String options) {
        final int message = 240 + options.length() / 2;
        return Frames.hex("00005e005301", "00005e0053fe", "0800",
            "45", "00", "%04x".formatted(28 + message), "0000", "0000", "40", "11", "0000", "c00002fe", "c0000201",
            "0043", "0044", "%04x".formatted(8 + message), "0000",
            "02", "01", "06", "00", "12345678", "0000", "0000", "00000000", "c0000201", "00000000", "00000000",
            "00005e005301", "00".repeat(10), "00".repeat(64), "00".repeat(128), "63825363", options);
    }

    @Test
    void ackIsRead() {
        assertTrue(DhcpCodec.isServerReply(ACK));
        assertEquals(Optional.of(new DhcpAck(CLIENT, (Ipv4Addr) IpAddr.parse("192.0.2.1"))), DhcpCodec.decode(ACK));
    }

    @Test
    void anyClientAndAddressAreRead() {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            final var ack = new DhcpAck(new MacAddress(1 + random.nextInt(1 << 30) | (long) random.nextInt(128) << 41),
                new Ipv4Addr(1 + random.nextInt(126) << 24 | random.nextInt(1 << 24)));
            final var frame = ACK.clone();
            System.arraycopy(ack.client().toBytes(), 0, frame, MESSAGE + 28, MacAddress.BYTES);
            System.arraycopy(ack.address().toBytes(), 0, frame, MESSAGE + 16, Ipv4Addr.BYTES);
            assertEquals(Optional.of(ack), DhcpCodec.decode(frame), "seed " + seed);
        }
    }

    @Test
    void taggedAckIsRead() {
        assertEquals(DhcpCodec.decode(ACK), DhcpCodec.decode(Frames.tagged(ACK, 0xE007)));
        assertEquals(DhcpCodec.decode(ACK), DhcpCodec.decode(Frames.tagged(ACK, 0)));
        assertEquals(Optional.empty(), DhcpCodec.decode(Frames.tagged(ACK, 4095)));
        assertFalse(DhcpCodec.isServerReply(Frames.tagged(Frames.tagged(ACK, 7), 8)));
    }

    @Test
    void everyTruncationIsRefused() {
        for (byte[] frame : new byte[][] {ACK, Frames.tagged(ACK, 7)}) {
            Frames.assertTruncationsAreRefused(frame, DhcpCodec::decode);
            for (int length = 0; length < frame.length; length++) {
                assertFalse(DhcpCodec.isServerReply(Arrays.copyOf(frame, length)), "length " + length);
            }
        }
    }

    @Test
    void bitFlipsNeverThrow() {
        Frames.flipBits(DhcpCodec::decode, ACK, Frames.tagged(ACK, 7));
    }

    @Test
    void randomOptionsNeverThrow() {
        Frames.flipBits(options -> {
            final var frame = ack(OPTIONS);
            System.arraycopy(options, 0, frame, TYPE, options.length);
            return DhcpCodec.decode(frame);
        }, Frames.hex(OPTIONS));
    }

    @Test
    @DisplayName("RFC 2131, section 4.1: servers send from port 67 to port 68 of clients")
    void otherPacketsAreNoServerReplies() {
        assertFalse(DhcpCodec.isServerReply(Frames.with(ACK, 12, 0x86, 0xDD)));
        assertFalse(DhcpCodec.isServerReply(Frames.with(ACK, IP, 0x65)));
        assertFalse(DhcpCodec.isServerReply(Frames.with(ACK, IP, 0x44)));
        assertFalse(DhcpCodec.isServerReply(Frames.with(ACK, IP + 9, 6)));
        assertFalse(DhcpCodec.isServerReply(Frames.with(ACK, UDP, 0, 68, 0, 67)));
        assertFalse(DhcpCodec.isServerReply(Frames.with(ACK, UDP + 2, 0, 67)));
        // a packet that ends within the header of UDP
        assertFalse(DhcpCodec.isServerReply(Frames.with(ACK, IP + 2, 0, 27)));
    }

    @Test
    @DisplayName("RFC 791, section 2.3: a fragment does not hold the message")
    void fragmentIsNoServerReply() {
        assertFalse(DhcpCodec.isServerReply(Frames.with(ACK, IP + 6, 0x20, 0)));
        assertFalse(DhcpCodec.isServerReply(Frames.with(ACK, IP + 6, 0, 1)));
        assertFalse(DhcpCodec.isServerReply(Frames.with(ACK, IP + 6, 0x10, 0)));
        // don't fragment
        assertTrue(DhcpCodec.decode(Frames.with(ACK, IP + 6, 0x40, 0)).isPresent());
    }

    @Test
    @DisplayName("RFC 768: the length is that of header and data")
    void lengthOfUdpThatDoesNotFitIsRefused() {
        final int udp = ACK.length - UDP;
        for (int length : new int[] {0, 7, 8, 247, udp + 1, 0xFFFF}) {
            assertEquals(Optional.empty(), DhcpCodec.decode(Frames.with(ACK, UDP + 4, length >> 8, length)),
                "length " + length);
        }
        // 240 bytes have no option
        assertEquals(Optional.empty(), DhcpCodec.decode(Frames.with(ACK, UDP + 4, 0, 248)));
        assertTrue(DhcpCodec.decode(Frames.with(ACK, UDP + 4, 0, 251)).isPresent());
    }

    @Test
    @DisplayName("RFC 2131, section 2: a reply for Ethernet with the magic cookie")
    void otherMessagesAreRefused() {
        // op, htype, hlen, the four bytes of the cookie
        for (int offset : new int[] {0, 1, 2, 236, 237, 238, 239}) {
            assertEquals(Optional.empty(), DhcpCodec.decode(Frames.with(ACK, MESSAGE + offset, 9)),
                "offset " + offset);
        }
    }

    @Test
    @DisplayName("RFC 2132, section 9.6: message types other than 5 are no DHCPACK")
    void otherMessageTypesAreRefused() {
        for (int type = 0; type < 256; type++) {
            assertEquals(type == 5, DhcpCodec.decode(Frames.with(ACK, TYPE + 2, type)).isPresent(), "type " + type);
        }
    }

    @Test
    @DisplayName("RFC 2132, section 2: pad has no length, end ends, every other option fits")
    void optionsAreRead() {
        assertTrue(DhcpCodec.decode(ack("000000" + "3604c00002fe" + "350105" + "ff")).isPresent());
        assertTrue(DhcpCodec.decode(ack("5000" + "350105" + "ff" + "350106")).isPresent());
        assertTrue(DhcpCodec.decode(ack("350105")).isPresent());
        for (var broken : new String[] {"", "ff", "ff350105", "0000", "35", "3501", "350205", "35020505ff", "3500ff",
            "350105" + "36", "350105" + "3604", "350105" + "3604c00002", "350105" + "36ff00ff", "350105350105ff",
            "350102350105ff"}) {
            assertEquals(Optional.empty(), DhcpCodec.decode(ack(broken)), broken);
        }
    }

    @Test
    void ackWithoutAddressOfAHostIsRefused() {
        for (int[] no : new int[][] {{0, 0, 0, 0}, {127, 0, 0, 1}, {224, 0, 0, 1}, {255, 255, 255, 255}}) {
            assertEquals(Optional.empty(), DhcpCodec.decode(Frames.with(ACK, MESSAGE + 16, no)), Arrays.toString(no));
        }
    }

    @Test
    void ackForAGroupIsRefused() {
        assertEquals(Optional.empty(), DhcpCodec.decode(Frames.with(ACK, MESSAGE + 28, 1)));
        assertEquals(Optional.empty(), DhcpCodec.decode(Frames.with(ACK, MESSAGE + 28, 0, 0, 0, 0, 0, 0)));
    }

    @Test
    void headerOfIpWithOptionsIsSkipped() {
        final var frame = new byte[ACK.length + 4];
        System.arraycopy(ACK, 0, frame, 0, UDP);
        System.arraycopy(ACK, UDP, frame, UDP + 4, ACK.length - UDP);
        final int total = frame.length - IP;
        assertEquals(DhcpCodec.decode(ACK),
            DhcpCodec.decode(Frames.with(Frames.with(frame, IP, 0x46), IP + 2, total >> 8, total)));
    }
}

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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.Ipv6Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.VlanId;
import org.opendaylight.alto.hosttracker.Frames;

class IpCodecTest {
    /** An ICMP echo request without data. */
    private static final byte[] IPV4 = Frames.hex("00005e005302", "00005e005301", "0800",
        "45", "00", "001c", "0000", "0000", "40", "01", "f6de", "c0000201", "c0000202",
        "0800", "f7ff", "0000", "0000");
    /** An IPv6 header with four bytes of payload. */
    private static final byte[] IPV6 = Frames.hex("00005e005302", "00005e005301", "86dd",
        "60000000", "0004", "3b", "40", "20010db8000000000000000000000001", "20010db8000000000000000000000002",
        "00000000");
    private static final MacAddress MAC1 = MacAddress.parse("00:00:5e:00:53:01");
    private static final MacAddress MAC2 = MacAddress.parse("00:00:5e:00:53:02");
    private static final int IP = 14;

    @Test
    void ipv4IsRead() {
        assertEquals(Optional.of(new IpSource(Optional.empty(), MAC1, MAC2, IpAddr.parse("192.0.2.1"))),
            IpCodec.decode(IPV4));
    }

    @Test
    void ipv6IsRead() {
        assertEquals(Optional.of(new IpSource(Optional.empty(), MAC1, MAC2, IpAddr.parse("2001:db8::1"))),
            IpCodec.decode(IPV6));
    }

    @Test
    void anySourceOfAHostIsRead() {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            final var ipv4 = new Ipv4Addr(1 + random.nextInt(126) << 24 | random.nextInt(1 << 24));
            final var ipv6 = new Ipv6Addr(random.nextLong() >>> 1, 2 | random.nextLong());
            assertEquals(Optional.of(ipv4), from(IPV4, IP + 12, ipv4), "seed " + seed);
            assertEquals(Optional.of(ipv6), from(IPV6, IP + 8, ipv6), "seed " + seed);
        }
    }

    @Test
    void tagIsRead() {
        for (byte[] frame : new byte[][] {IPV4, IPV6}) {
            assertEquals(Optional.of(new VlanId(4094)),
                IpCodec.decode(Frames.tagged(frame, 0xFFFE)).orElseThrow().vlan());
            assertEquals(IpCodec.decode(frame), IpCodec.decode(Frames.tagged(frame, 0xE000)));
            assertEquals(Optional.empty(), IpCodec.decode(Frames.tagged(frame, 4095)));
            assertEquals(Optional.empty(), IpCodec.decode(Frames.tagged(Frames.tagged(frame, 7), 8)));
        }
    }

    @Test
    void everyTruncationIsRefused() {
        for (byte[] frame : new byte[][] {IPV4, IPV6, Frames.tagged(IPV4, 7), Frames.tagged(IPV6, 7)}) {
            Frames.assertTruncationsAreRefused(frame, IpCodec::decode);
        }
    }

    @Test
    void bitFlipsNeverThrow() {
        Frames.flipBits(IpCodec::decode, IPV4, IPV6, Frames.tagged(IPV4, 7), Frames.tagged(IPV6, 7));
    }

    @Test
    @DisplayName("RFC 791, section 3.1: version, header length of 5 words or more, total length")
    void brokenIpv4IsRefused() {
        for (int first : new int[] {0x05, 0x44, 0x40, 0x55, 0x65, 0x48}) {
            assertEquals(Optional.empty(), IpCodec.decode(Frames.with(IPV4, IP, first)), "first byte " + first);
        }
        for (int total : new int[] {0, 19, 29}) {
            assertEquals(Optional.empty(), IpCodec.decode(Frames.with(IPV4, IP + 2, 0, total)), "total " + total);
        }
        assertEquals(Optional.empty(), IpCodec.decode(Frames.with(IPV4, IP + 2, 0xFF, 0xFF)));
    }

    @Test
    void ipv4WithOptionsOrWithoutPayloadIsRead() {
        assertTrue(IpCodec.decode(Frames.with(IPV4, IP, 0x47)).isPresent());
        assertTrue(IpCodec.decode(Frames.with(IPV4, IP + 2, 0, 20)).isPresent());
    }

    @Test
    @DisplayName("RFC 8200, section 3: version and payload length")
    void brokenIpv6IsRefused() {
        for (int first : new int[] {0x00, 0x40, 0x45, 0x70, 0xE0}) {
            assertEquals(Optional.empty(), IpCodec.decode(Frames.with(IPV6, IP, first)), "first byte " + first);
        }
        assertEquals(Optional.empty(), IpCodec.decode(Frames.with(IPV6, IP + 4, 0, 5)));
        assertEquals(Optional.empty(), IpCodec.decode(Frames.with(IPV6, IP + 4, 0xFF, 0xFF)));
        assertTrue(IpCodec.decode(Frames.with(IPV6, IP + 4, 0, 0)).isPresent());
    }

    @Test
    void typeOfTheFrameDecides() {
        assertEquals(Optional.empty(), IpCodec.decode(Frames.with(IPV4, 12, 0x86, 0xDD)));
        assertEquals(Optional.empty(), IpCodec.decode(Frames.with(IPV6, 12, 0x08, 0x00)));
        assertEquals(Optional.empty(), IpCodec.decode(Frames.with(IPV4, 12, 0x88, 0xCC)));
    }

    @Test
    @DisplayName("RFC 1122, section 3.2.1.3: addresses that never are a source")
    void ipv4SourceThatIsNoHostIsRefused() {
        for (var no : new String[] {"0.0.0.0", "0.1.2.3", "127.0.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"}) {
            assertEquals(Optional.empty(), from(IPV4, IP + 12, IpAddr.parse(no)), no);
        }
    }

    @Test
    @DisplayName("RFC 4291, sections 2.5.2, 2.5.3 and 2.7: addresses that never are a source")
    void ipv6SourceThatIsNoHostIsRefused() {
        for (var no : new String[] {"::", "::1", "ff02::1"}) {
            assertEquals(Optional.empty(), from(IPV6, IP + 8, IpAddr.parse(no)), no);
        }
    }

    private static Optional<IpAddr> from(final byte[] original, final int offset, final IpAddr source) {
        final var frame = original.clone();
        final var bytes = source.toBytes();
        System.arraycopy(bytes, 0, frame, offset, bytes.length);
        return IpCodec.decode(frame).map(IpSource::address);
    }
}

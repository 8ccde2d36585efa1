/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.Ipv6Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.VlanId;
import org.opendaylight.alto.hosttracker.Frames;

class EthernetHeaderTest {
    private static final MacAddress SOURCE = MacAddress.parse("00:00:5e:00:53:01");
    private static final MacAddress DESTINATION = MacAddress.parse("00:00:5e:00:53:02");
    private static final byte[] FRAME = Frames.hex("00005e005302", "00005e005301", "86dd", "60");

    @Test
    void untaggedHeaderIsRead() {
        assertEquals(Optional.of(new EthernetHeader(Optional.empty(), SOURCE, DESTINATION, 0x86DD, 14)),
            EthernetHeader.decode(FRAME));
    }

    @Test
    void taggedHeaderIsRead() {
        assertEquals(Optional.of(new EthernetHeader(Optional.of(new VlanId(7)), SOURCE, DESTINATION, 0x86DD, 18)),
            EthernetHeader.decode(Frames.tagged(FRAME, 0xE007)));
    }

    @Test
    @DisplayName("IEEE 802.1Q: VLAN 0 is a priority tag, VLAN 4095 is reserved")
    void specialVlansAreNoVlans() {
        assertEquals(Optional.empty(), EthernetHeader.decode(Frames.tagged(FRAME, 0xE000)).orElseThrow().vlan());
        assertEquals(Optional.empty(), EthernetHeader.decode(Frames.tagged(FRAME, 4095)));
    }

    @Test
    void secondTagIsThePayload() {
        final var twice = Frames.tagged(Frames.tagged(FRAME, 7), 8);
        assertEquals(0x8100, EthernetHeader.decode(twice).orElseThrow().etherType());
        assertFalse(EthernetHeader.announces(twice, EthernetHeader.IPV6));
    }

    @Test
    void headerIsEmptyWhereTheFrameEndsInIt() {
        for (byte[] frame : new byte[][] {Frames.hex("00005e00530200005e00530186dd"),
            Frames.tagged(Frames.hex("00005e00530200005e00530186dd"), 7)}) {
            for (int length = 0; length < frame.length; length++) {
                final var cut = Arrays.copyOf(frame, length);
                assertEquals(Optional.empty(), EthernetHeader.decode(cut), "length " + length);
                assertFalse(EthernetHeader.announces(cut, EthernetHeader.IPV6));
            }
            assertTrue(EthernetHeader.decode(frame).isPresent());
            assertTrue(EthernetHeader.announces(frame, EthernetHeader.IPV6));
        }
    }

    @Test
    void whatIsBegunIsReadAgain() {
        for (int vlan = 0; vlan <= 4094; vlan++) {
            final var id = vlan == 0 ? Optional.<VlanId>empty() : Optional.of(new VlanId(vlan));
            final var frame = EthernetHeader.begin(id, SOURCE, DESTINATION, EthernetHeader.ARP, 28);
            assertEquals(Optional.of(new EthernetHeader(id, SOURCE, DESTINATION, EthernetHeader.ARP,
                frame.position())), EthernetHeader.decode(frame.array()));
            assertEquals(60, frame.capacity());
        }
    }

    @Test
    void frameIsAsLongAsItsPayloadNeeds() {
        final var vlan = Optional.of(new VlanId(7));
        assertEquals(60, EthernetHeader.begin(vlan, SOURCE, DESTINATION, EthernetHeader.IPV6, 42).capacity());
        assertEquals(61, EthernetHeader.begin(vlan, SOURCE, DESTINATION, EthernetHeader.IPV6, 43).capacity());
        assertArrayEquals(Arrays.copyOf(Frames.tagged(Arrays.copyOf(FRAME, 14), 7), 60),
            EthernetHeader.begin(vlan, SOURCE, DESTINATION, EthernetHeader.IPV6, 0).array());
    }

    @Test
    void bitFlipsNeverThrow() {
        Frames.flipBits(EthernetHeader::decode, FRAME, Frames.tagged(FRAME, 7));
    }

    @Test
    void onlyIpv4AddressesOfHostsArePossible() {
        for (var no : new String[] {"0.0.0.0", "0.1.2.3", "127.0.0.1", "127.255.255.255", "224.0.0.1",
            "239.255.255.255", "240.0.0.1", "255.255.255.255"}) {
            assertFalse(HostAddresses.isPossible((Ipv4Addr) IpAddr.parse(no)), no);
        }
        for (var yes : new String[] {"1.0.0.0", "126.255.255.255", "128.0.0.0", "169.254.1.1", "223.255.255.255"}) {
            assertTrue(HostAddresses.isPossible((Ipv4Addr) IpAddr.parse(yes)), yes);
        }
    }

    @Test
    @DisplayName("RFC 4291, section 2.4: unspecified, loopback and multicast addresses")
    void onlyIpv6AddressesOfHostsArePossible() {
        for (var no : new String[] {"::", "::1", "ff00::", "ff02::1", "ffff::1"}) {
            assertFalse(HostAddresses.isPossible((Ipv6Addr) IpAddr.parse(no)), no);
        }
        for (var yes : new String[] {"::2", "1::", "fe80::1", "fd00::1", "2001:db8::1"}) {
            assertTrue(HostAddresses.isPossible((Ipv6Addr) IpAddr.parse(yes)), yes);
        }
    }
}

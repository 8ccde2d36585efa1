/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.arp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.VlanId;
import org.opendaylight.alto.hosttracker.Net;
import org.opendaylight.alto.hosttracker.arp.ArpPacket.Operation;

class ArpCodecTest {
    private static final byte[] REQUEST = HexFormat.of().parseHex("ffffffffffff" + "00005e005301" + "0806"
        + "0001" + "0800" + "06" + "04" + "0001" + "00005e005301" + "c0000201" + "000000000000" + "c0000202");
    private static final int VLAN_TAG_OFFSET = 12;

    @Test
    void requestIsRead() {
        assertEquals(Optional.of(new ArpPacket(Operation.REQUEST, Optional.empty(),
            MacAddress.parse("00:00:5e:00:53:01"), MacAddress.BROADCAST, MacAddress.parse("00:00:5e:00:53:01"),
            (Ipv4Addr) IpAddr.parse("192.0.2.1"), new MacAddress(0), (Ipv4Addr) IpAddr.parse("192.0.2.2"))),
            ArpCodec.decode(REQUEST));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        final var untagged = Net.reply(1, 2);
        for (int vlan = 1; vlan <= 4094; vlan++) {
            final var tagged = new ArpPacket(untagged.operation(), Optional.of(new VlanId(vlan)), untagged.source(),
                untagged.destination(), untagged.senderMac(), untagged.senderIp(), untagged.targetMac(),
                untagged.targetIp());
            assertEquals(Optional.of(tagged), ArpCodec.decode(ArpCodec.encode(tagged)));
        }
        assertEquals(Optional.of(untagged), ArpCodec.decode(ArpCodec.encode(untagged)));
        assertEquals(60, ArpCodec.encode(untagged).length);
    }

    @Test
    void writtenFrameBeginsWithThePacketOnTheWire() {
        final var packet = ArpCodec.decode(REQUEST).orElseThrow();
        assertArrayEquals(Arrays.copyOf(REQUEST, 60), ArpCodec.encode(packet));
    }

    @Test
    void tagWithoutVlanIsNoTag() {
        assertEquals(ArpCodec.decode(REQUEST), ArpCodec.decode(tagged(0xE000)));
    }

    @Test
    void priorityBitsAreNotPartOfTheVlan() {
        assertEquals(Optional.of(new VlanId(4094)), ArpCodec.decode(tagged(0xFFFE)).orElseThrow().vlan());
    }

    @Test
    void reservedVlanIsMalformed() {
        assertTrue(ArpCodec.isArp(tagged(4095)));
        assertEquals(Optional.empty(), ArpCodec.decode(tagged(4095)));
    }

    @Test
    void everyTruncationIsRefused() {
        for (byte[] frame : new byte[][] { REQUEST, tagged(7) }) {
            for (int length = 0; length < frame.length; length++) {
                final var cut = Arrays.copyOf(frame, length);
                assertEquals(Optional.empty(), ArpCodec.decode(cut), "length " + length);
                ArpCodec.isArp(cut);
            }
            assertTrue(ArpCodec.decode(frame).isPresent());
        }
    }

    @Test
    void otherProtocolsAndOperationsAreRefused() {
        // EtherType, hardware type, protocol type, two lengths, operation 0 and 3
        for (int[] change : new int[][] {{13, 7}, {15, 6}, {16, 9}, {18, 5}, {19, 16}, {21, 0}, {21, 3}, {20, 1}}) {
            final var frame = REQUEST.clone();
            frame[change[0]] = (byte) change[1];
            assertEquals(Optional.empty(), ArpCodec.decode(frame), Arrays.toString(change));
        }
    }

    @Test
    void lldpIsNotArp() {
        final var lldp = REQUEST.clone();
        lldp[12] = (byte) 0x88;
        lldp[13] = (byte) 0xCC;
        assertFalse(ArpCodec.isArp(lldp));
        assertTrue(ArpCodec.isArp(REQUEST));
    }

    @Test
    void everyBitFlipGivesAPacketOrNothing() {
        for (byte[] frame : new byte[][] { REQUEST, tagged(7) }) {
            for (int bit = 0; bit < frame.length * 8; bit++) {
                final var flipped = frame.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                ArpCodec.decode(flipped).ifPresent(packet ->
                    assertEquals(Optional.of(packet), ArpCodec.decode(ArpCodec.encode(packet))));
            }
        }
    }

    @Test
    void randomBytesNeverThrow() {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            final var bytes = random.nextBoolean() ? REQUEST.clone() : tagged(random.nextInt(65536));
            for (int flips = random.nextInt(6); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            final var cut = Arrays.copyOf(bytes, random.nextInt(80));
            assertEquals(ArpCodec.decode(cut), ArpCodec.decode(cut.clone()), "seed " + seed);
        }
    }

    @Test
    void onlyAddressesOfHostsAreUsable() {
        for (var no : new String[] {"0.0.0.0", "0.1.2.3", "127.0.0.1", "127.255.255.255", "224.0.0.1",
            "239.255.255.255", "255.255.255.255"}) {
            assertFalse(from(no).hasUsableSender(), no);
        }
        for (var yes : new String[] {"1.0.0.0", "10.0.0.1", "126.255.255.255", "128.0.0.0", "169.254.1.1",
            "223.255.255.255"}) {
            assertTrue(from(yes).hasUsableSender(), yes);
        }
    }

    private static ArpPacket from(final String sender) {
        return new ArpPacket(Operation.REQUEST, Optional.empty(), Net.mac(1), MacAddress.BROADCAST, Net.mac(1),
            (Ipv4Addr) IpAddr.parse(sender), new MacAddress(0), Net.ip(2));
    }

    private static byte[] tagged(final int tag) {
        final var frame = new byte[REQUEST.length + 4];
        System.arraycopy(REQUEST, 0, frame, 0, VLAN_TAG_OFFSET);
        frame[VLAN_TAG_OFFSET] = (byte) 0x81;
        frame[VLAN_TAG_OFFSET + 2] = (byte) (tag >> 8);
        frame[VLAN_TAG_OFFSET + 3] = (byte) tag;
        System.arraycopy(REQUEST, VLAN_TAG_OFFSET, frame, VLAN_TAG_OFFSET + 4, REQUEST.length - VLAN_TAG_OFFSET);
        return frame;
    }
}

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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CubeTest {
    private static final Match SSH = Match.builder().with(Field.IP_PROTO, 6).with(Field.TCP_DST, 22).build();

    @Test
    void matchHoldsForAllIfItsBitsAreKnownAndEqual() {
        final var cube = Cube.ALL.with(Field.IP_PROTO, 6).with(Field.TCP_DST, 22);
        assertEquals(Relation.MATCHES, SSH.relationTo(cube));
        assertEquals(Relation.MATCHES, Match.ANY.relationTo(Cube.ALL));
    }

    @Test
    void matchDependsIfABitIsOpen() {
        assertEquals(Relation.DEPENDS, SSH.relationTo(Cube.ALL));
        assertEquals(Relation.DEPENDS, SSH.relationTo(Cube.ALL.with(Field.IP_PROTO, 6)));
    }

    @Test
    void matchDiffersIfAKnownBitDiffersWhateverElseIsOpen() {
        assertEquals(Relation.DIFFERS, SSH.relationTo(Cube.ALL.with(Field.TCP_DST, 23)));
    }

    @Test
    void prerequisiteIsPartOfTheMatch() {
        final var tcp = Match.builder().with(Field.TCP_DST, 22).build();
        assertEquals(Relation.DIFFERS, tcp.relationTo(Cube.ALL.with(Field.IP_PROTO, 17).with(Field.TCP_DST, 22)));
        assertEquals(SSH, tcp);
        assertEquals(Relation.DIFFERS, Match.builder().with(Field.VLAN_PCP, 0).build()
            .relationTo(Cube.ALL.with(Field.VLAN_VID, 0)));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 63, 64, 65, 127, 128 })
    void ipv6PrefixOfEachLengthTellsItsLastBit(final int length) {
        final long high = length >= 64 ? -1L : length == 0 ? 0 : -1L << 64 - length;
        final long low = length <= 64 ? 0 : length == 128 ? -1L : -1L << 128 - length;
        final var prefix = Match.builder().masked(Field.IPV6_DST, -1L, -1L, high, low).build();
        final var inside = Cube.ALL.with(Field.ETH_TYPE, 0x86DD).with(Field.IPV6_DST, high, low);
        assertEquals(Relation.MATCHES, prefix.relationTo(inside));
        if (length > 0) {
            final var outside = length > 64 ? inside.with(Field.IPV6_DST, high, low ^ 1L << 128 - length)
                : inside.with(Field.IPV6_DST, high ^ 1L << 64 - length, low);
            assertEquals(Relation.DIFFERS, prefix.relationTo(outside));
        }
    }

    @Test
    void valueThatDoesNotFitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Cube.ALL.with(Field.IP_DSCP, 64));
        assertThrows(IllegalArgumentException.class, () -> Cube.ALL.with(Field.ETH_DST, 1L << 48));
    }

    @Test
    void fieldsAreShownInTheWordsOfOpenFlow() {
        assertEquals("eth_type=0x800,ipv4_dst=10.0.0.0/8",
            Match.builder().masked(Field.IPV4_DST, 0x0A000001, 0xFF000000L).build().toString());
        assertEquals("eth_dst=00:00:5e:00:53:01,vlan_vid=100", Match.builder().with(Field.ETH_DST, 0x00005E005301L)
            .with(Field.VLAN_VID, 0x1000 | 100).build().toString());
        assertEquals("vlan_vid=none", Match.builder().with(Field.VLAN_VID, 0).build().toString());
        assertEquals("vlan_vid=0x1000/0x1000", Match.builder().masked(Field.VLAN_VID, 0x1000, 0x1000).build()
            .toString());
        assertEquals("eth_type=0x86dd,ipv6_dst=2001:db8::/32", Match.builder()
            .masked(Field.IPV6_DST, 0x2001_0DB8_0000_0000L, 0, 0xFFFF_FFFF_0000_0000L, 0).build().toString());
        assertEquals("", Match.ANY.toString());
    }

    @Test
    void setWithoutAllItsPartsIsEmpty() {
        final var half = Cube.ALL.intersect(Match.builder().masked(Field.TCP_DST, 0, 1).build()).orElseThrow();
        final var otherHalf = Cube.ALL.intersect(Match.builder().masked(Field.TCP_DST, 1, 1).build()).orElseThrow();
        final var tcp = PacketSet.of(Cube.ALL.with(Field.IP_PROTO, 6));
        final var rest = tcp.without(half).orElseThrow();
        assertEquals(Optional.empty(), rest.without(otherHalf));
        assertEquals(Optional.empty(), rest.within(half));
        assertEquals("not (tcp_dst=0x0/0x1)", rest.describeWithin(tcp.base()));
    }

    /** Laws of sets, on random cubes and random packets. */
    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })
    void setsAgreeWithTheirMembers(final long seed) {
        final var make = new RandomHeaders(seed);
        for (int round = 0; round < 200; round++) {
            final var first = make.cube();
            final var second = make.match();
            final var other = Cube.ALL.intersect(second).orElseThrow();
            final var all = PacketSet.of(first);
            final var common = all.within(other);
            final var rest = all.without(other);
            final var cuts = new ArrayList<Cube>();
            Optional<PacketSet> cut = Optional.of(all);
            for (int i = 0; i < 4 && cut.isPresent(); i++) {
                cuts.add(make.cube());
                cut = cut.orElseThrow().without(cuts.getLast());
            }
            for (int i = 0; i < 50; i++) {
                final var packet = make.member(i % 2 == 0 ? first : Cube.ALL);
                final var what = "seed " + seed + " round " + round + " " + packet;
                final boolean inFirst = first.contains(packet);
                final boolean inSecond = other.contains(packet);
                assertEquals(inSecond, second.relationTo(packet) == Relation.MATCHES, what);
                assertEquals(inFirst && inSecond, common.isPresent() && common.orElseThrow().contains(packet), what);
                assertEquals(inFirst && !inSecond, rest.isPresent() && rest.orElseThrow().contains(packet), what);
                assertEquals(inFirst && cuts.stream().noneMatch(each -> each.contains(packet)),
                    cut.isPresent() && cut.orElseThrow().contains(packet), what);
            }
            assertEquals(first.intersects(other), common.isPresent(), "seed " + seed);
            assertEquals(!other.contains(first), rest.isPresent(), "seed " + seed);
        }
    }

    @Test
    void equalSetsAreEqual() {
        assertEquals(Cube.ALL.with(Field.TCP_DST, 1).with(Field.UDP_DST, 2),
            Cube.ALL.with(Field.UDP_DST, 2).with(Field.TCP_DST, 1));
        assertFalse(Cube.ALL.equals(Cube.ALL.with(Field.TCP_DST, 0)));
        assertTrue(Cube.ALL.contains(Cube.ALL.with(Field.TCP_DST, 0)));
        assertEquals(List.of(), PacketSet.of(Cube.ALL).exceptions());
    }
}

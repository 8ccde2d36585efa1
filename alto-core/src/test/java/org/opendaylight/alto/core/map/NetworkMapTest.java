/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.Ipv6Addr;

class NetworkMapTest {
    /** The network map of RFC 7285, section 11.2.1.6. */
    private static final NetworkMap RFC_EXAMPLE = map(Map.of(
        "PID1", List.of("192.0.2.0/24", "198.51.100.0/25"),
        "PID2", List.of("198.51.100.128/25"),
        "PID3", List.of("0.0.0.0/0", "::/0")));

    static NetworkMap map(final Map<String, List<String>> pids) {
        final var typed = new HashMap<Pid, List<IpPrefix>>();
        pids.forEach((pid, prefixes) -> typed.put(new Pid(pid), prefixes.stream().map(IpPrefix::parse).toList()));
        return NetworkMap.of(typed);
    }

    private static String pidOf(final NetworkMap map, final String address) {
        return map.pidOf(IpAddr.parse(address)).map(Pid::value).orElse("none");
    }

    @Test
    @DisplayName("M-7285-32: the longest prefix that covers an address has it (RFC 7285, section 11.2.2)")
    void longestPrefixWins() {
        assertEquals("PID1", pidOf(RFC_EXAMPLE, "192.0.2.255"));
        assertEquals("PID1", pidOf(RFC_EXAMPLE, "198.51.100.127"));
        assertEquals("PID2", pidOf(RFC_EXAMPLE, "198.51.100.128"));
        assertEquals("PID3", pidOf(RFC_EXAMPLE, "198.51.101.0"));
        assertEquals("PID3", pidOf(RFC_EXAMPLE, "0.0.0.0"));
        assertEquals("PID3", pidOf(RFC_EXAMPLE, "255.255.255.255"));
        assertEquals("PID3", pidOf(RFC_EXAMPLE, "2001:db8::1"));
    }

    @Test
    @DisplayName("M-7285-32: one prefix in two PIDs is refused, with all three named")
    void samePrefixInTwoPidsIsRefused() {
        final var problem = assertThrows(IllegalArgumentException.class,
            () -> map(Map.of("a", List.of("10.0.0.0/8"), "b", List.of("10.1.0.0/8"))));
        assertEquals("network-map/b/ipv4: prefix 10.0.0.0/8 is in PID a as well; a prefix must be in one PID only",
            problem.getMessage());
    }

    @Test
    @DisplayName("M-7285-32: completeness is asked for each address family alone")
    void completenessIsPerFamily() {
        assertTrue(RFC_EXAMPLE.isCompleteFor(AddressFamily.IPV4));
        assertTrue(RFC_EXAMPLE.isCompleteFor(AddressFamily.IPV6));
        final var halves = map(Map.of("a", List.of("0.0.0.0/1"), "b", List.of("128.0.0.0/1", "::/1")));
        assertTrue(halves.isCompleteFor(AddressFamily.IPV4));
        assertFalse(halves.isCompleteFor(AddressFamily.IPV6));
        assertFalse(map(Map.of("a", List.of("0.0.0.0/1", "128.0.0.0/2"))).isCompleteFor(AddressFamily.IPV4));
        assertFalse(map(Map.of("a", List.of("128.0.0.0/1"))).isCompleteFor(AddressFamily.IPV4));
        assertFalse(map(Map.of()).isCompleteFor(AddressFamily.IPV4));
    }

    @Test
    void gapIsTheLowestAddressWithoutPid() {
        assertEquals(Optional.of(IpAddr.parse("192.0.0.0")),
            map(Map.of("a", List.of("0.0.0.0/1", "128.0.0.0/2"))).firstGap(AddressFamily.IPV4));
        assertEquals(Optional.of(IpAddr.parse("::")),
            map(Map.of("a", List.of("2001:db8::/32"))).firstGap(AddressFamily.IPV6));
        assertEquals(Optional.of(IpAddr.parse("2001:db8:0:0:8000::")),
            map(Map.of("a", List.of("::/3", "2000::/16", "2001::/21", "2001:800::/22", "2001:c00::/24",
                "2001:d00::/25", "2001:d80::/27", "2001:da0::/28", "2001:db0::/29", "2001:db8::/65")))
                .firstGap(AddressFamily.IPV6));
        assertEquals(Optional.empty(), RFC_EXAMPLE.firstGap(AddressFamily.IPV6));
    }

    @Test
    void addressOutsideAllPrefixesHasNoPid() {
        final var map = map(Map.of("a", List.of("10.0.0.0/8", "2001:db8::/32")));
        assertEquals("none", pidOf(map, "9.255.255.255"));
        assertEquals("none", pidOf(map, "11.0.0.0"));
        assertEquals("none", pidOf(map, "2001:db9::"));
        assertEquals("a", pidOf(map, "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"));
    }

    @RepeatedTest(50)
    @DisplayName("law: longest-prefix match equals a linear scan, also after changes; equal content, equal tag")
    void equalsLinearScan() {
        final long seed = new Random().nextLong();
        final var random = new Random(seed);
        var map = NetworkMap.of(Map.of());
        for (int step = 0; step < 4; step++) {
            final var next = randomGroups(random);
            // PIDs that are in both maps may be equal, change, or swap prefixes with others
            final var gone = new HashSet<>(map.pids().keySet());
            gone.removeAll(next.keySet());
            map = map.with(Maps.transformValues(next, EndpointAddrGroup::of), gone);
            final var fresh = NetworkMap.of(next);
            final var message = "seed " + seed + ", step " + step;
            assertEquals(fresh, map, message);
            assertEquals(ContentTag.of(fresh), ContentTag.of(map), message);
            requireLinearScan(map, random, message);
        }
    }

    private static Map<Pid, Set<IpPrefix>> randomGroups(final Random random) {
        final var pids = new HashMap<Pid, Set<IpPrefix>>();
        final var all = new HashMap<IpPrefix, Pid>();
        for (int i = 0; i < 60; i++) {
            // addresses from a small space, so that prefixes nest and touch
            final var prefix = new IpPrefix(randomAddress(random), random.nextInt(33));
            final var pid = new Pid("p" + random.nextInt(6));
            if (all.putIfAbsent(prefix, pid) == null) {
                pids.computeIfAbsent(pid, key -> new HashSet<>()).add(prefix);
            }
        }
        return pids;
    }

    private static void requireLinearScan(final NetworkMap map, final Random random, final String message) {
        final var all = new HashMap<IpPrefix, Pid>();
        map.pids().forEach((pid, group) -> group.prefixes().forEach(prefix -> all.put(prefix, pid)));
        final var probes = new ArrayList<IpAddr>();
        for (var prefix : all.keySet()) {
            probes.add(prefix.network());
            // the address before it, and the one after it
            if (prefix.network() instanceof Ipv4Addr v4) {
                probes.add(new Ipv4Addr(v4.value() - 1));
                probes.add(new Ipv4Addr(v4.value() + (int) (1L << 32 - prefix.length())));
            }
        }
        for (int i = 0; i < 200; i++) {
            probes.add(randomAddress(random));
        }
        for (var probe : probes) {
            final Optional<Pid> scanned = all.keySet().stream().filter(prefix -> prefix.contains(probe))
                .max(Comparator.comparingInt(IpPrefix::length)).map(all::get);
            assertEquals(scanned, map.pidOf(probe), () -> message + ", address " + probe + ", map " + map);
        }
    }

    private static IpAddr randomAddress(final Random random) {
        return random.nextBoolean() ? new Ipv4Addr(random.nextInt(16) << 28 | random.nextInt(4))
            : new Ipv6Addr((long) random.nextInt(8) << 61, random.nextInt(4));
    }

    @Test
    @DisplayName("M-7285-31: the tag changes with the content and with nothing else")
    void tagIsOfTheContent() {
        final var tag = ContentTag.of(RFC_EXAMPLE);
        assertEquals(32, tag.length());
        assertEquals(tag, ContentTag.of(map(Map.of(
            "PID3", List.of("::/0", "0.0.0.0/0"),
            "PID2", List.of("198.51.100.200/25"),
            "PID1", List.of("198.51.100.0/25", "192.0.2.0/24")))));
        final var others = Set.of(
            ContentTag.of(map(Map.of("PID1", List.of("192.0.2.0/24", "198.51.100.0/25"),
                "PID2", List.of("198.51.100.128/25"), "PID3", List.of("0.0.0.0/0")))),
            ContentTag.of(map(Map.of("PID1", List.of("192.0.2.0/24"),
                "PID2", List.of("198.51.100.128/25", "198.51.100.0/25"), "PID3", List.of("0.0.0.0/0", "::/0")))),
            ContentTag.of(map(Map.of("PID1", List.of("192.0.2.0/24", "198.51.100.0/25"), "PID0", List.of(),
                "PID2", List.of("198.51.100.128/25"), "PID3", List.of("0.0.0.0/0", "::/0")))));
        assertEquals(3, others.size());
        assertFalse(others.contains(tag));
    }

    @Test
    @DisplayName("law: a change that is taken back gives the tag from before")
    void undoneChangeHasTheOldTag() {
        final var pid = new Pid("PID1");
        final var group = RFC_EXAMPLE.pids().get(pid);
        final var changed = RFC_EXAMPLE.with(Map.of(pid, EndpointAddrGroup.EMPTY), Set.of());
        assertNotEquals(ContentTag.of(RFC_EXAMPLE), ContentTag.of(changed));
        assertEquals(ContentTag.of(RFC_EXAMPLE), ContentTag.of(changed.with(Map.of(pid, group), Set.of())));
    }

    @Test
    void whatDoesNotChangeIsShared() {
        final var changed = RFC_EXAMPLE.with(Map.of(new Pid("PID1"), EndpointAddrGroup.EMPTY), Set.of());
        assertSame(RFC_EXAMPLE.pids().get(new Pid("PID3")), changed.pids().get(new Pid("PID3")));
        assertSame(changed, changed.with(Map.of(new Pid("PID1"), EndpointAddrGroup.of(Set.of())), Set.of()));
    }

    @Test
    void prefixThatMovesIntoAnotherPidIsRefusedUnlessItLeaves() {
        final var moving = EndpointAddrGroup.of(List.of(IpPrefix.parse("192.0.2.0/24")));
        assertThrows(InvalidMapException.class,
            () -> RFC_EXAMPLE.with(Map.of(new Pid("PID0"), moving), Set.of()));
        assertEquals("PID0", pidOf(RFC_EXAMPLE.with(Map.of(new Pid("PID0"), moving), Set.of(new Pid("PID1"))),
            "192.0.2.1"));
    }
}

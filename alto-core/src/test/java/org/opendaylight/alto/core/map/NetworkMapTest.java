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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        assertEquals("Prefix 10.0.0.0/8 is in PID a and in PID b", problem.getMessage());
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
    void addressOutsideAllPrefixesHasNoPid() {
        final var map = map(Map.of("a", List.of("10.0.0.0/8", "2001:db8::/32")));
        assertEquals("none", pidOf(map, "9.255.255.255"));
        assertEquals("none", pidOf(map, "11.0.0.0"));
        assertEquals("none", pidOf(map, "2001:db9::"));
        assertEquals("a", pidOf(map, "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"));
    }

    @RepeatedTest(50)
    @DisplayName("law: longest-prefix match equals a linear scan")
    void equalsLinearScan() {
        final long seed = new Random().nextLong();
        final var random = new Random(seed);
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
        final var map = NetworkMap.of(pids);
        final var probes = new ArrayList<IpAddr>();
        all.keySet().forEach(prefix -> probes.add(prefix.network()));
        for (int i = 0; i < 200; i++) {
            probes.add(randomAddress(random));
        }
        for (var probe : probes) {
            final Optional<Pid> scanned = all.keySet().stream().filter(prefix -> prefix.contains(probe))
                .max(Comparator.comparingInt(IpPrefix::length)).map(all::get);
            assertEquals(scanned, map.pidOf(probe), () -> "seed " + seed + ", address " + probe + ", map " + map);
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
}

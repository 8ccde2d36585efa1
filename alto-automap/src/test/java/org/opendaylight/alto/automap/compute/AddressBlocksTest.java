/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.Ipv6Addr;

class AddressBlocksTest {
    private static List<String> blocks(final String... addresses) {
        return AddressBlocks.of(Arrays.stream(addresses).map(IpAddr::parse).toList()).prefixes().stream()
            .map(IpPrefix::toString).toList();
    }

    @Test
    void onlyHalvesOfOneBlockAreMerged() {
        assertEquals(List.of(), blocks());
        assertEquals(List.of("10.0.0.2/31"), blocks("10.0.0.3", "10.0.0.2"));
        assertEquals(List.of("10.0.0.1/32", "10.0.0.2/32"), blocks("10.0.0.1", "10.0.0.2"));
        assertEquals(List.of("10.0.0.0/30", "10.0.0.4/32"),
            blocks("10.0.0.0", "10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4"));
        assertEquals(List.of("255.255.255.254/31", "2001:db8::/127"),
            blocks("255.255.255.255", "2001:db8::1", "255.255.255.254", "2001:db8::"));
    }

    @Test
    void familiesAreNotMerged() {
        assertEquals(List.of("0.0.0.0/31", "::/127"), blocks("0.0.0.0", "::", "::1", "0.0.0.1"));
    }

    @RepeatedTest(100)
    void blocksHaveTheseAddressesOnlyAndCannotBeFewer(final RepetitionInfo repetition) {
        final long seed = 1000 + repetition.getCurrentRepetition();
        final var random = new Random(seed);
        final var addresses = new TreeSet<IpAddr>();
        for (int i = random.nextInt(60); i > 0; i--) {
            addresses.add(random.nextBoolean() ? new Ipv4Addr(-1 - random.nextInt(32))
                : new Ipv6Addr(1, Long.MAX_VALUE - 16 + random.nextInt(32)));
        }
        final var blocks = AddressBlocks.of(addresses).prefixes();
        final var message = "seed " + seed + ": " + addresses;
        for (int i = -40; i < 40; i++) {
            for (var address : List.of(new Ipv4Addr(i), new Ipv6Addr(1, Long.MAX_VALUE + i))) {
                assertEquals(addresses.contains(address) ? 1 : 0,
                    blocks.stream().filter(block -> block.contains(address)).count(), message);
            }
        }
        assertNoHalves(blocks, message);
    }

    /** Asserts that no two prefixes could be one. */
    static void assertNoHalves(final List<IpPrefix> blocks, final String message) {
        final var parents = new TreeSet<IpPrefix>();
        blocks.stream().filter(block -> block.length() > 0).forEach(block ->
            assertFalse(!parents.add(new IpPrefix(block.network(), block.length() - 1)), message));
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableSortedSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.net.VlanId;

class HostTableTest {
    private static Host host(final long mac, final int vlan, final String... addresses) {
        final var typed = ImmutableSortedSet.<IpAddr>naturalOrder();
        for (var address : addresses) {
            typed.add(IpAddr.parse(address));
        }
        return new Host(new MacAddress(mac), vlan == 0 ? Optional.empty() : Optional.of(new VlanId(vlan)),
            typed.build(), SwitchPort.parse("openflow:1:1"), Instant.EPOCH, Instant.EPOCH);
    }

    @Test
    void hostsAreFoundByEachAddressAndByKey() {
        final var dual = host(1, 0, "10.0.0.1", "2001:db8::1");
        final var tagged = host(1, 7);
        final var table = HostTable.of(List.of(tagged, dual));
        assertEquals(List.of(dual, tagged), table.hosts());
        assertEquals(Optional.of(dual), table.find(IpAddr.parse("10.0.0.1")));
        assertEquals(Optional.of(dual), table.find(IpAddr.parse("2001:db8::1")));
        assertEquals(Optional.empty(), table.find(IpAddr.parse("10.0.0.2")));
        assertEquals(Optional.of(tagged), table.find(tagged.key()));
    }

    @Test
    void addressOfTwoHostsIsRefused() {
        final var hosts = List.of(host(1, 0, "10.0.0.1"), host(2, 0, "10.0.0.1"));
        assertThrows(IllegalArgumentException.class, () -> HostTable.of(hosts));
    }

    @Test
    void hostTwiceIsRefused() {
        final var hosts = List.of(host(1, 0, "10.0.0.1"), host(1, 0, "10.0.0.2"));
        assertThrows(IllegalArgumentException.class, () -> HostTable.of(hosts));
    }

    @Test
    void changedTableHasWhatChangedAndWhatDidNot() {
        final var stays = host(1, 0, "10.0.0.1");
        final var goes = host(2, 0, "10.0.0.2");
        final var before = HostTable.of(List.of(stays, goes));
        final var comes = host(3, 0, "10.0.0.3");
        final var after = before.with(Map.of(goes.key(), Optional.empty(), comes.key(), Optional.of(comes),
            host(4, 0).key(), Optional.empty()));
        assertEquals(HostTable.of(List.of(stays, comes)), after);
        assertEquals(Optional.empty(), after.find(IpAddr.parse("10.0.0.2")));
        assertEquals(Optional.of(comes), after.find(IpAddr.parse("10.0.0.3")));
        assertEquals(List.of(stays, goes), before.hosts());
        assertEquals(Optional.of(goes), before.find(IpAddr.parse("10.0.0.2")));
    }

    @Test
    void addressMayPassFromOneHostToAnother() {
        final var before = HostTable.of(List.of(host(1, 0, "10.0.0.1"), host(2, 0, "10.0.0.2")));
        final var swapped = List.of(host(1, 0, "10.0.0.2"), host(2, 0, "10.0.0.1"));
        final var after = before.with(swapped.stream().collect(Collectors.toMap(Host::key, Optional::of)));
        assertEquals(HostTable.of(swapped), after);
        assertEquals(Optional.of(swapped.get(0)), after.find(IpAddr.parse("10.0.0.2")));
        assertEquals(Optional.of(swapped.get(1)), after.find(IpAddr.parse("10.0.0.1")));
    }

    @Test
    void changeThatMakesHostsShareAnAddressIsRefused() {
        final var table = HostTable.of(List.of(host(1, 0, "10.0.0.1")));
        final var other = host(2, 0, "10.0.0.1");
        assertThrows(IllegalArgumentException.class,
            () -> table.with(Map.of(other.key(), Optional.of(other))));
    }

    @Test
    void hostInThePlaceOfAnotherIsRefused() {
        assertThrows(IllegalArgumentException.class,
            () -> HostTable.EMPTY.with(Map.of(host(1, 0).key(), Optional.of(host(2, 0)))));
    }

    @Test
    void groupAddressIsNoHost() {
        assertThrows(IllegalArgumentException.class, () -> host(MacAddress.BROADCAST.value(), 0));
    }

    private static Host random(final Random random) {
        final long mac = 1 + random.nextInt(12);
        return new Host(new MacAddress(mac), random.nextBoolean() ? Optional.empty() : Optional.of(new VlanId(7)),
            random.nextBoolean() ? ImmutableSortedSet.of()
                : ImmutableSortedSet.of(IpAddr.parse("10." + random.nextInt(2) + "." + random.nextInt(99) + "." + mac)),
            SwitchPort.parse("openflow:1:" + (1 + random.nextInt(2))), Instant.EPOCH,
            Instant.ofEpochSecond(random.nextInt(3)));
    }

    @RepeatedTest(50)
    void placesAreThoseOfHostsThatDidNotMove(final RepetitionInfo repetition) {
        final long seed = 4800 + repetition.getCurrentRepetition();
        final var random = new Random(seed);
        var before = HostTable.EMPTY;
        var earlier = HostTable.EMPTY;
        for (int step = 0; step < 20; step++) {
            final var changed = new HashMap<Host.Key, Optional<Host>>();
            for (int i = random.nextInt(4); i > 0; i--) {
                final var host = random(random);
                changed.put(host.key(), random.nextInt(3) == 0 ? Optional.empty() : Optional.of(host));
            }
            final HostTable after;
            try {
                after = before.with(changed);
            } catch (IllegalArgumentException e) {
                // two of them have the same address
                continue;
            }
            // what one asks for is not what the last one asked for
            for (final var then : List.of(before, earlier, before)) {
                assertPlaces(after, then, "seed " + seed + " step " + step);
            }
            earlier = before;
            before = after;
        }
    }

    private static void assertPlaces(final HostTable after, final HostTable before, final String message) {
        final var places = after.placesIn(before);
        for (int i = 0; i < places.length; i++) {
            final var host = after.hosts().get(i);
            final int expected = before.find(host.key())
                .filter(old -> old.addresses().equals(host.addresses()))
                .filter(old -> old.attachment().equals(host.attachment()))
                .map(before.hosts()::indexOf).orElse(-1);
            assertEquals(expected, places[i], message + ": " + host);
        }
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableSortedSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostChange;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.SwitchPort;

class HostReplicaTest {
    private static final int HOSTS = 8;
    private static final Host FIRST = host(1, 10, 1);
    private static final Host SECOND = host(2, 20, 2);
    private static final Host RIVAL = host(3, 30, 1);

    private final HostReplica replica = new HostReplica();

    /** A host that was first seen at some second, at port 1, with an address, none if that is 0. */
    private static Host host(final int number, final int second, final int address) {
        final var addresses = address == 0 ? ImmutableSortedSet.<IpAddr>of()
            : ImmutableSortedSet.<IpAddr>of(new Ipv4Addr(0x0A000000 + address));
        return new Host(new MacAddress(number), Optional.empty(), addresses, SwitchPort.parse("openflow:1:1"),
            Instant.ofEpochSecond(second), Instant.ofEpochSecond(second));
    }

    private static HostChange change(final Optional<Host> before, final Optional<Host> after) {
        return new HostChange(before, after);
    }

    private List<HostChange> set(final Host... hosts) {
        final var news = new HashMap<Host.Key, Optional<Host>>();
        List.of(hosts).forEach(host -> news.put(host.key(), Optional.of(host)));
        return replica.update(news);
    }

    private List<HostChange> remove(final Host host) {
        return replica.update(Map.of(host.key(), Optional.empty()));
    }

    @Test
    void changesAreTold() {
        assertEquals(List.of(change(Optional.empty(), Optional.of(FIRST))), set(FIRST));
        assertEquals(List.of(change(Optional.empty(), Optional.of(SECOND))), set(SECOND));
        final var other = host(1, 10, 3);
        assertEquals(List.of(change(Optional.of(FIRST), Optional.of(other))), set(other));
        assertEquals(HostTable.of(List.of(other, SECOND)), replica.table());
        assertEquals(List.of(change(Optional.of(SECOND), Optional.empty())), remove(SECOND));
        assertEquals(HostTable.of(List.of(other)), replica.table());
    }

    @Test
    void nothingNewIsNoChange() {
        set(FIRST);
        assertEquals(List.of(), set(FIRST));
        assertEquals(List.of(), remove(SECOND));
    }

    @Test
    void addressMayPassToAnotherHost() {
        set(FIRST, SECOND);
        set(host(1, 10, 2), host(2, 20, 1));
        assertEquals(HostTable.of(List.of(host(1, 10, 2), host(2, 20, 1))), replica.table());
    }

    @Test
    void ofTwoWithOneAddressTheOneThatWasSeenFirstCounts() {
        set(RIVAL);
        final var changes = set(FIRST, SECOND);
        assertEquals(HostTable.of(List.of(FIRST, SECOND)), replica.table());
        assertEquals(3, changes.size(), "the rival goes");
        remove(FIRST);
        assertEquals(HostTable.of(List.of(SECOND, RIVAL)), replica.table(), "the rival is back");
    }

    /** However many addresses there are for the hosts, so that all, some or hardly any hosts share one. */
    @ParameterizedTest
    @ValueSource(ints = {2, HOSTS, 1000})
    void anySequenceOfChangesIsLikeTheirEndAtOnce(final int addresses) {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        final var end = new HashMap<Host.Key, Optional<Host>>();
        for (int step = 0; step < 3000; step++) {
            final var news = new HashMap<Host.Key, Optional<Host>>();
            for (int count = random.nextInt(4); count > 0; count--) {
                final var host = host(1 + random.nextInt(HOSTS), random.nextInt(3), random.nextInt(addresses));
                news.put(host.key(), random.nextInt(3) == 0 ? Optional.empty() : Optional.of(host));
            }
            end.putAll(news);
            final var before = replica.table();
            final var changes = replica.update(news);

            final var atOnce = new HostReplica();
            atOnce.update(end);
            assertEquals(atOnce.table(), replica.table(), "seed " + seed + ", step " + step);
            assertEquals(new HashSet<>(replica.table().changesSince(before)), new HashSet<>(changes),
                "seed " + seed + ", step " + step);
        }
    }
}

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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opendaylight.alto.hosttracker.Net.at;
import static org.opendaylight.alto.hosttracker.Net.host;
import static org.opendaylight.alto.hosttracker.Net.ip;
import static org.opendaylight.alto.hosttracker.Net.key;
import static org.opendaylight.alto.hosttracker.Net.port;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.hosttracker.Net;

class LearningTableTest {
    private final Refusals refusals = new Refusals();
    private final LearningTable table = newTable();

    private LearningTable newTable() {
        return new LearningTable(new TableLimits(50, 3, Duration.ofSeconds(60)), refusals);
    }

    private static Observation seen(final int host, final int address, final SwitchPort port, final double time) {
        return new Observation(key(host), Optional.of(ip(address)), port, at(time));
    }

    @Test
    void firstObservationAddsTheHost() {
        final var host = host(1, port(1, 1), at(0), at(0));
        assertEquals(List.of(new HostEvent.Added(host)), table.learn(seen(1, 1, port(1, 1), 0)));
        assertEquals(Optional.of(host), table.find(ip(1)));
        assertEquals(List.of(key(1)), table.hostsAt(port(1, 1)));
    }

    @Test
    void observationWithoutAddressShowsTheHostAlone() {
        table.learn(new Observation(key(1), Optional.empty(), port(1, 1), at(0)));
        assertEquals(Set.of(), table.find(key(1)).orElseThrow().addresses());
    }

    @Test
    void newestObservationSaysWhereTheHostIs() {
        table.learn(seen(1, 1, port(1, 1), 0));
        final var events = table.learn(seen(1, 1, port(2, 3), 1));
        assertEquals(List.of(new HostEvent.Changed(host(1, port(1, 1), at(0), at(0)),
            host(1, port(2, 3), at(0), at(1)))), events);
        assertEquals(List.of(), table.hostsAt(port(1, 1)));
        assertEquals(List.of(key(1)), table.hostsAt(port(2, 3)));
    }

    @Test
    void lateNewsChangeNothing() {
        table.learn(seen(1, 1, port(2, 3), 5));
        assertEquals(List.of(), table.learn(seen(1, 1, port(1, 1), 4)));
        assertEquals(List.of(), table.learn(seen(1, 2, port(2, 3), 4)));
        // nor do they take an address from a host that was heard since
        assertEquals(1, table.learn(seen(2, 1, port(1, 1), 4)).size());
        assertEquals(key(1), table.find(ip(1)).orElseThrow().key());
    }

    @Test
    void addressBelongsToWhoUsedItLast() {
        table.learn(seen(1, 1, port(1, 1), 0));
        table.learn(seen(1, 9, port(1, 1), 0));
        final var events = table.learn(seen(2, 1, port(1, 2), 1));
        assertEquals(2, events.size());
        assertEquals(key(2), table.find(ip(1)).orElseThrow().key());
        assertEquals(Set.of(ip(9)), table.find(key(1)).orElseThrow().addresses());
        table.snapshot();
    }

    @Test
    void timeOfLastObservationIsRenewedOnceAMinute() {
        table.learn(seen(1, 1, port(1, 1), 0));
        assertEquals(List.of(), table.learn(seen(1, 1, port(1, 1), 59.999)));
        assertEquals(List.of(new HostEvent.Seen(host(1, port(1, 1), at(0), at(60)))),
            table.learn(seen(1, 1, port(1, 1), 60)));
        assertEquals(List.of(), table.learn(seen(1, 1, port(1, 1), 61)));
    }

    @Test
    void addressesOfOneHostAreBounded() {
        for (int address = 1; address <= 5; address++) {
            table.learn(seen(1, address, port(1, 1), address));
        }
        assertEquals(Set.of(ip(1), ip(2), ip(3)), table.find(key(1)).orElseThrow().addresses());
        assertEquals(2, refusals.count(Refusal.TOO_MANY_ADDRESSES));
    }

    @Test
    void fullTableRefusesNewHostsAndKeepsLearningKnownOnes() {
        for (int host = 1; host <= 60; host++) {
            table.learn(seen(host, host, port(1, 1), 0));
        }
        assertEquals(50, table.size());
        assertEquals(10, refusals.count(Refusal.TABLE_FULL));
        assertEquals(1, table.learn(seen(1, 1, port(1, 2), 1)).size());
        table.remove(key(2), HostEvent.Cause.PORT_DOWN);
        assertEquals(1, table.learn(seen(60, 60, port(1, 1), 2)).size());
    }

    @Test
    void removalOfAPortTakesItsHostsOnly() {
        table.learn(seen(1, 1, port(1, 1), 0));
        table.learn(seen(2, 2, port(1, 1), 0));
        table.learn(seen(3, 3, port(1, 2), 0));
        assertEquals(2, table.removeAll(port(1, 1), HostEvent.Cause.PORT_DOWN).size());
        assertEquals(Optional.empty(), table.find(ip(1)));
        assertEquals(1, table.snapshot().hosts().size());
        assertEquals(List.of(port(1, 2)), table.ports());
    }

    @Test
    void restoredHostDoesNotContradictWhatWasLearnt() {
        table.learn(seen(1, 1, port(1, 1), 10));
        assertFalse(table.restore(host(1, port(2, 2), at(0), at(0)), at(10)));
        assertTrue(table.restore(host(2, port(2, 2), at(0), at(20)), at(10)));
        // it may have been seen later than now says, if the machine's clock was set back
        assertEquals(1, table.learn(seen(2, 2, port(3, 3), 11)).size());
    }

    @Test
    void hostIsSilentIfAskedLongAgoAndNotHeardSince() {
        table.learn(seen(1, 1, port(1, 1), 0));
        final var patience = Duration.ofSeconds(1);
        assertFalse(table.noteAsked(key(1), at(1), patience));
        assertFalse(table.noteAsked(key(1), at(1.5), patience));
        assertTrue(table.noteAsked(key(1), at(2), patience));
        table.learn(seen(1, 1, port(1, 1), 2.5));
        assertFalse(table.noteAsked(key(1), at(3), patience));
    }

    @Test
    void observingTheSameTwiceIsObservingItOnce() {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        final var twice = newTable();
        for (int i = 0; i < 5_000; i++) {
            final var seen = random(random, i);
            assertEquals(table.learn(seen), twice.learn(seen), "seed " + seed);
            assertEquals(List.of(), twice.learn(seen), "seed " + seed + " step " + i);
        }
        assertEquals(table.snapshot(), twice.snapshot(), "seed " + seed);
    }

    @Test
    void independentHostsGiveTheSameTableInAnyOrder() {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        final var all = new ArrayList<Observation>();
        for (int host = 1; host <= 40; host++) {
            // one observation each, at its own time
            all.add(seen(host, host, port(1 + random.nextInt(3), 1 + random.nextInt(4)), random.nextInt(100)));
        }
        all.forEach(table::learn);
        Collections.shuffle(all, random);
        final var shuffled = newTable();
        all.forEach(shuffled::learn);
        assertEquals(table.snapshot(), shuffled.snapshot(), "seed " + seed);
    }

    @Test
    void reobservingOneAddressLosesNoOther() {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            table.learn(random(random, i));
            final var before = table.snapshot();
            final var hosts = before.hosts();
            final var host = hosts.get(random.nextInt(hosts.size()));
            if (!host.addresses().isEmpty()) {
                table.learn(new Observation(host.key(), Optional.of(host.addresses().first()), host.attachment(),
                    at(i)));
                assertEquals(host.addresses(), table.find(host.key()).orElseThrow().addresses(), "seed " + seed);
                before.hosts().forEach(other -> assertEquals(other.addresses(),
                    table.find(other.key()).orElseThrow().addresses(), "seed " + seed));
            }
        }
    }

    @Test
    void anyHistoryLeavesABoundedTableWhereEachAddressHasOneHost() {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            table.learn(new Observation(key(random.nextInt(200)), Optional.of(ip(random.nextInt(300))),
                port(1 + random.nextInt(3), 1 + random.nextInt(5)), at(random.nextInt(1000))));
            if (random.nextInt(50) == 0) {
                table.removeAll(port(1 + random.nextInt(3), 1 + random.nextInt(5)), HostEvent.Cause.PORT_DOWN);
            }
            if (i % 500 == 0) {
                final var snapshot = table.snapshot();
                assertTrue(snapshot.hosts().size() <= 50, "seed " + seed);
                snapshot.hosts().forEach(host -> {
                    assertTrue(host.addresses().size() <= 3, "seed " + seed);
                    assertTrue(table.hostsAt(host.attachment()).contains(host.key()), "seed " + seed);
                    host.addresses().forEach(address ->
                        assertEquals(Optional.of(host), table.find(address), "seed " + seed));
                });
            }
        }
    }

    private static Observation random(final Random random, final int step) {
        return new Observation(key(1 + random.nextInt(30)), Optional.of(Net.ip(1 + random.nextInt(60))),
            port(1 + random.nextInt(3), 1 + random.nextInt(5)), at(step));
    }
}

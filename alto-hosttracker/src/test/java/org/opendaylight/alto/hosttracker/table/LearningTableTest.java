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

import com.google.common.collect.ImmutableSortedSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostConflict;
import org.opendaylight.alto.core.host.HostMove;
import org.opendaylight.alto.core.host.HostPin;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.hosttracker.Net;

class LearningTableTest {
    private final Refusals refusals = new Refusals();
    private final LearningTable table = newTable();

    private LearningTable newTable() {
        return new LearningTable(new TableLimits(50, 45, 3, Duration.ofSeconds(60), Duration.ofSeconds(2),
            Duration.ofSeconds(10), 3), refusals);
    }

    private static Host bare(final int host, final SwitchPort port, final double time) {
        return new Host(Net.mac(host), Optional.empty(), ImmutableSortedSet.of(), port, at(time), at(time));
    }

    private static Host moved(final Host host, final SwitchPort from, final double time, final int count) {
        return new Host(host.mac(), host.vlan(), host.addresses(), host.attachment(), host.firstSeen(),
            host.lastSeen(), Optional.of(new HostMove(from, at(time), count)));
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
            moved(host(1, port(2, 3), at(0), at(1)), port(1, 1), 1, 1))), events);
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
        table.advance(at(100));
        assertEquals(key(1), table.find(ip(1)).orElseThrow().key());
    }

    @Test
    @DisplayName("RFC 5227 2.4: a host that has an address may defend it")
    void addressStaysWithTheHolderThatDefendsIt() {
        table.learn(seen(1, 1, port(1, 1), 0));
        final var events = table.learn(seen(2, 1, port(1, 2), 10));
        assertEquals(List.of(new HostEvent.Added(bare(2, port(1, 2), 10)),
            new HostEvent.Contested(host(1, port(1, 1), at(0), at(0)), ip(1), key(2))), events);
        // claimed again, it is not asked for again
        assertEquals(List.of(), table.learn(seen(2, 1, port(1, 2), 10.5)));
        assertEquals(List.of(new HostEvent.Conflicting(new HostConflict(HostConflict.Kind.ADDRESS_IN_USE, key(1),
            Optional.of(ip(1)), Optional.of(port(1, 1)), key(2), port(1, 2), at(11), at(11), 1))),
            table.learn(seen(1, 1, port(1, 1), 11)));
        assertEquals(List.of(), table.advance(at(100)));
        assertEquals(key(1), table.find(ip(1)).orElseThrow().key());
        assertEquals(Set.of(), table.find(key(2)).orElseThrow().addresses());
    }

    @Test
    void addressOfAHostThatDoesNotDefendItGoesToTheClaimant() {
        table.learn(seen(1, 1, port(1, 1), 0));
        table.learn(seen(1, 9, port(1, 1), 0));
        table.learn(seen(2, 1, port(1, 2), 10));
        // that it says something else is no defence
        table.learn(seen(1, 9, port(1, 1), 11));
        assertEquals(1, table.advance(at(11.9)).stream().filter(HostEvent.Contested.class::isInstance).count());
        assertEquals(2, table.advance(at(12)).size());
        assertEquals(key(2), table.find(ip(1)).orElseThrow().key());
        assertEquals(Set.of(ip(9)), table.find(key(1)).orElseThrow().addresses());
        table.snapshot();
    }

    @Test
    void holderThatIsGoneLosesItsAddressWhenTheContestEnds() {
        table.learn(seen(1, 1, port(1, 1), 0));
        table.learn(seen(2, 1, port(1, 2), 10));
        table.removeAll(port(1, 1), HostEvent.Cause.PORT_DOWN);
        assertEquals(1, table.advance(at(12)).size());
        assertEquals(key(2), table.find(ip(1)).orElseThrow().key());
    }

    @Test
    void thirdClaimantWaits() {
        table.learn(seen(1, 1, port(1, 1), 0));
        table.learn(seen(2, 1, port(1, 2), 10));
        assertEquals(1, table.learn(seen(3, 1, port(1, 3), 11)).size());
        assertEquals(1, refusals.count(Refusal.CONTESTED));
        table.advance(at(12));
        assertEquals(key(2), table.find(ip(1)).orElseThrow().key());
    }

    @Test
    void moveIsRecorded() {
        table.learn(seen(1, 1, port(1, 1), 0));
        table.learn(seen(1, 1, port(1, 2), 100));
        table.learn(seen(1, 1, port(1, 3), 200));
        assertEquals(Optional.of(new HostMove(port(1, 2), at(200), 2)),
            table.find(key(1)).orElseThrow().lastMove());
        table.learn(seen(1, 2, port(1, 3), 201));
        assertEquals(2, table.find(key(1)).orElseThrow().lastMove().orElseThrow().count());
    }

    @Test
    void hostThatComesBackAtOnceIsAConflict() {
        table.learn(seen(1, 1, port(1, 1), 0));
        table.learn(seen(1, 1, port(1, 2), 100));
        final var events = table.learn(seen(1, 1, port(1, 1), 109));
        assertEquals(new HostEvent.Conflicting(new HostConflict(HostConflict.Kind.TWO_PORTS, key(1), Optional.empty(),
            Optional.of(port(1, 2)), key(1), port(1, 1), at(109), at(109), 1)), events.getFirst());
        assertEquals(port(1, 1), table.find(key(1)).orElseThrow().attachment());
        // but not one that comes back later
        assertEquals(1, table.learn(seen(1, 1, port(1, 2), 200)).size());
    }

    @Test
    void hostThatFlapsStaysWhereItIsUntilThatStops() {
        for (int i = 0; i < 100; i++) {
            table.learn(seen(1, 1, port(1, 1 + i % 2), i * 0.1));
        }
        assertEquals(3, table.find(key(1)).orElseThrow().lastMove().orElseThrow().count());
        assertEquals(48, refusals.count(Refusal.FLAPPING));
        table.learn(seen(1, 1, port(1, 3), 30));
        assertEquals(port(1, 3), table.find(key(1)).orElseThrow().attachment());
    }

    private void pin(final int host, final Optional<SwitchPort> port, final Integer... addresses) {
        table.pin(List.of(new HostPin(key(host), new TreeSet<>(Arrays.stream(addresses).map(Net::ip).toList()), port)));
    }

    @Test
    void pinnedHostIsNotLearntElsewhere() {
        pin(1, Optional.of(port(1, 1)), 1);
        assertEquals(List.of(new HostEvent.Conflicting(new HostConflict(HostConflict.Kind.PINNED, key(1),
            Optional.empty(), Optional.of(port(1, 1)), key(1), port(1, 2), at(0), at(0), 1))),
            table.learn(seen(1, 1, port(1, 2), 0)));
        assertEquals(0, table.size());
        assertEquals(1, table.learn(seen(1, 1, port(1, 1), 1)).size());
        table.learn(seen(1, 1, port(1, 2), 2));
        assertEquals(port(1, 1), table.find(key(1)).orElseThrow().attachment());
        assertEquals(2, refusals.count(Refusal.PINNED));
    }

    @Test
    void pinnedAddressIsNotLearntWithAnotherHost() {
        pin(1, Optional.empty(), 1);
        final var events = table.learn(seen(2, 1, port(1, 2), 0));
        assertEquals(List.of(new HostEvent.Added(bare(2, port(1, 2), 0)), new HostEvent.Conflicting(new HostConflict(
            HostConflict.Kind.PINNED, key(1), Optional.of(ip(1)), Optional.empty(), key(2), port(1, 2), at(0), at(0),
            1))), events);
        assertEquals(Optional.empty(), table.find(ip(1)));
        table.learn(seen(1, 1, port(1, 1), 1));
        table.learn(seen(2, 1, port(1, 2), 2));
        table.advance(at(10));
        assertEquals(key(1), table.find(ip(1)).orElseThrow().key());
    }

    @Test
    void newPinTakesWhatContradictsIt() {
        table.learn(seen(1, 1, port(1, 1), 0));
        table.learn(seen(2, 2, port(1, 2), 0));
        pin(1, Optional.of(port(1, 9)), 2);
        assertEquals(0, table.hostsAt(port(1, 1)).size());
        assertEquals(Set.of(), table.find(key(2)).orElseThrow().addresses());
        assertFalse(table.restore(host(1, port(1, 1), at(0), at(0)), at(1)));
        table.pin(List.of());
        assertEquals(1, table.learn(seen(1, 1, port(1, 1), 3)).size());
    }

    @Test
    void fullPortLeavesRoomAtOthers() {
        for (int host = 1; host <= 60; host++) {
            table.learn(seen(host, host, port(1, 1), 0));
        }
        assertEquals(45, table.size());
        assertEquals(15, refusals.count(Refusal.PORT_FULL));
        assertEquals(1, table.learn(seen(60, 60, port(1, 2), 0)).size());
        // nor is there room for a host that moves
        table.learn(seen(60, 60, port(1, 1), 1));
        assertEquals(port(1, 2), table.find(key(60)).orElseThrow().attachment());
    }

    @Test
    void silentHostsAreFoundInOrder() {
        for (int host = 1; host <= 3; host++) {
            table.learn(seen(host, host, port(1, 1), host));
        }
        table.learn(seen(1, 1, port(1, 1), 10));
        assertEquals(List.of(key(2), key(3)), table.silentSince(at(5)));
        assertEquals(List.of(key(2)), table.silentSince(at(3)));
        assertEquals(Optional.of(at(10)), table.heard(key(1)));
    }

    @Test
    void silentAddressesAreFoundInOrderAndForgotten() {
        for (int address = 1; address <= 3; address++) {
            table.learn(seen(1, address, port(1, 1), address));
        }
        table.learn(seen(1, 1, port(1, 1), 10));
        assertEquals(List.of(ip(2), ip(3)), table.addressesSilentSince(at(5)));
        assertEquals(List.of(ip(2)), table.addressesSilentSince(at(3)));
        assertEquals(Optional.of(at(10)), table.heard(ip(1)));

        final var before = table.find(key(1)).orElseThrow();
        final var after = before.withAddresses(Set.of(ip(1), ip(3)));
        assertEquals(Optional.of(new HostEvent.Changed(before, after)), table.forget(ip(2)));
        assertEquals(Optional.of(after), table.find(key(1)));
        assertEquals(Optional.empty(), table.find(ip(2)));
        assertEquals(Optional.empty(), table.heard(ip(2)));
        assertEquals(Optional.empty(), table.forget(ip(2)));
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
            table.learn(seen(host, host, port(1, 1 + host % 2), 0));
        }
        assertEquals(50, table.size());
        assertEquals(10, refusals.count(Refusal.TABLE_FULL));
        assertEquals(1, table.learn(seen(1, 1, port(1, 3), 1)).size());
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
            assertTrue(twice.learn(seen).stream().noneMatch(HostEvent.OfTable.class::isInstance),
                "seed " + seed + " step " + i);
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
            if (random.nextInt(20) == 0) {
                table.advance(at(random.nextInt(1000)));
            }
            if (random.nextInt(100) == 0) {
                pin(random.nextInt(200), Optional.of(port(1, 1 + random.nextInt(5))), random.nextInt(300));
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

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.mdsal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opendaylight.alto.hosttracker.Net.at;
import static org.opendaylight.alto.hosttracker.Net.host;
import static org.opendaylight.alto.hosttracker.Net.ip;
import static org.opendaylight.alto.hosttracker.Net.port;
import static org.opendaylight.alto.hosttracker.Net.reply;
import static org.opendaylight.alto.hosttracker.Net.request;
import static org.opendaylight.alto.hosttracker.Net.topology;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostChange;
import org.opendaylight.alto.core.host.HostConflict;
import org.opendaylight.alto.core.host.HostMove;
import org.opendaylight.alto.core.host.HostPin;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.hosttracker.Net;
import org.opendaylight.alto.hosttracker.arp.ArpCodec;
import org.opendaylight.alto.hosttracker.arp.ArpPacket;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;

/** The tracker on a real datastore, with two edge ports. */
class TrackerLoopTest extends AbstractConcurrentDataBrokerTest {
    private static final SwitchPort A = port(1, 1);
    private static final SwitchPort B = port(1, 2);
    private static final Topology BOTH_UP = topology(Set.of(A, B), Map.of());

    private final FakeController controller = new FakeController();
    private MdsalHostDirectory directory;
    private ScheduledExecutorService thread;
    private TrackerLoop loop;

    @BeforeEach
    void before() throws Exception {
        setup();
        directory = new MdsalHostDirectory(getDataBroker());
        startLoop();
    }

    @AfterEach
    void after() throws Exception {
        stopLoop();
        directory.close();
    }

    private void startLoop() {
        thread = Executors.newSingleThreadScheduledExecutor();
        loop = new TrackerLoop(getDataBroker(), controller, controller, controller, Net.SETTINGS, 1000,
            new OrderedExecutor(thread), controller);
        loop.start();
        await().until(() -> !controller.packetListeners.isEmpty());
    }

    private void stopLoop() throws Exception {
        loop.close().get(10, TimeUnit.SECONDS);
        assertTrue(controller.packetListeners.isEmpty());
    }

    private void receive(final ArpPacket packet, final SwitchPort ingress) {
        controller.receive(ArpCodec.encode(packet), ingress);
    }

    /** Waits until the tracker has taken in all that happened at this time. */
    private void settle() throws Exception {
        thread.submit(() -> { }).get(10, TimeUnit.SECONDS);
    }

    /** Ports up and out of hold-off, and two hosts known. */
    private void learnTwo() throws Exception {
        controller.setTopology(BOTH_UP);
        receive(request(1, 2), A);
        receive(request(2, 1), B);
        settle();
        controller.setTime(7);
        await().until(() -> directory.hosts().hosts().size() == 2);
    }

    private List<Host> remembered() throws Exception {
        try (var tx = getDataBroker().newReadOnlyTransaction()) {
            return tx.read(LogicalDatastoreType.CONFIGURATION, HostTranslator.REMEMBERED).get(10, TimeUnit.SECONDS)
                .stream().flatMap(all -> all.nonnullHost().values().stream())
                .flatMap(data -> HostTranslator.fromData(data).stream())
                .sorted((one, other) -> one.mac().compareTo(other.mac())).toList();
        }
    }

    @Test
    void hostsAreWrittenRememberedAndPublished() throws Exception {
        final var changes = new CopyOnWriteArrayList<HostChange>();
        final var reg = directory.onChange((table, changed) -> changes.addAll(changed));
        learnTwo();
        final var expected = List.of(host(1, A, at(0), at(0)), host(2, B, at(0), at(0)));
        assertEquals(expected, directory.hosts().hosts());
        await().until(() -> remembered().equals(expected));
        await().until(() -> changes.size() == 2);
        assertEquals(Set.copyOf(expected),
            changes.stream().map(change -> change.after().orElseThrow()).collect(Collectors.toSet()));
        assertTrue(changes.stream().allMatch(change -> change.before().isEmpty()));
        reg.close();
    }

    @Test
    void timeOfLastObservationIsNotRemembered() throws Exception {
        learnTwo();
        controller.setTime(100);
        receive(request(1, 1), A);
        await().until(() -> directory.hosts().find(ip(1)).orElseThrow().lastSeen().equals(at(100)));
        await().until(() -> remembered().size() == 2);
        assertEquals(at(0), remembered().getFirst().lastSeen());
    }

    @Test
    void arpIsDelivered() throws Exception {
        learnTwo();
        receive(request(1, 2), A);
        await().until(() -> controller.sent.size() == 1);
        receive(reply(2, 1), B);
        await().until(() -> controller.sent.size() == 2);
        final var first = controller.sent.get(0);
        assertEquals(InventoryTranslator.toConnector(B), first.getEgress());
        assertEquals(InventoryTranslator.toNode(B), first.getNode());
        assertEquals(Optional.of(request(1, 2)), ArpCodec.decode(first.getPayload()));
        assertEquals(InventoryTranslator.toConnector(A), controller.sent.get(1).getEgress());
    }

    @Test
    void sameHostsAreThereAfterARestart() throws Exception {
        learnTwo();
        await().until(() -> remembered().size() == 2);
        final var before = directory.hosts();
        stopLoop();
        // what a restart of the controller leaves: the configuration datastore alone
        final var tx = getDataBroker().newWriteOnlyTransaction();
        tx.delete(LogicalDatastoreType.OPERATIONAL, HostTranslator.HOSTS);
        tx.commit().get(10, TimeUnit.SECONDS);
        await().until(() -> directory.hosts().hosts().isEmpty());
        controller.setTopology(Topology.EMPTY);

        startLoop();
        await().until(() -> directory.hosts().equals(before));
        assertEquals(2, remembered().size());

        controller.setTopology(BOTH_UP);
        receive(new ArpPacket(ArpPacket.Operation.REPLY, Optional.empty(), Net.mac(1), Net.mac(2), Net.mac(1), ip(1),
            Net.mac(2), ip(2)), A);
        settle();
        for (int probe = 1; probe <= 3; probe++) {
            // host 1 was heard in the hold-off, host 2 is asked
            controller.setTime(12 + 2 * probe);
            final int expected = probe;
            await().until(() -> controller.sent.size() == expected);
            assertEquals(InventoryTranslator.toConnector(B), controller.sent.getLast().getEgress());
        }
        controller.setTime(20);
        await().until(() -> directory.hosts().hosts().size() == 1);
        assertEquals(A, directory.hosts().find(ip(1)).orElseThrow().attachment());
        await().until(() -> remembered().size() == 1);
    }

    @Test
    void portDownRemovesItsHostsEverywhere() throws Exception {
        learnTwo();
        controller.setTopology(topology(Set.of(B), Map.of()));
        await().until(() -> directory.hosts().find(ip(1)).isEmpty());
        await().until(() -> remembered().size() == 1);
        assertTrue(directory.hosts().find(ip(2)).isPresent());
    }

    @Test
    void otherPacketsAndPortsAreIgnored() throws Exception {
        learnTwo();
        controller.receive(new byte[60], A);
        controller.receive(new byte[0], A);
        receive(request(3, 3), A);
        await().until(() -> directory.hosts().find(ip(3)).isPresent());
        assertFalse(directory.hosts().hosts().size() > 3);
    }

    @Test
    void pinnedHostStaysAndTheConflictIsReported() throws Exception {
        learnTwo();
        final var pins = new MdsalHostPins(getDataBroker());
        final var inspection = new MdsalHostInspection(getDataBroker(), controller);
        pins.pin(new HostPin(Net.key(1), new TreeSet<IpAddr>(Set.of(ip(1))), Optional.of(A)));
        // until the tracker has taken the pin over, the host may move
        await().until(() -> {
            receive(request(1, 3), B);
            return !inspection.conflicts().isEmpty();
        });
        final var conflict = inspection.conflicts().getFirst();
        assertEquals(HostConflict.Kind.PINNED, conflict.kind());
        assertEquals(Optional.of(A), conflict.attachment());
        assertEquals(B, conflict.rivalAttachment());
        await().until(() -> inspection.refusals().containsKey("pinned"));
        receive(request(1, 3), A);
        await().until(() -> directory.hosts().find(ip(1)).filter(host -> host.attachment().equals(A)).isPresent());
        inspection.close();
        pins.close();
    }

    @Test
    void moveIsInTheDatastoreAndRemembered() throws Exception {
        learnTwo();
        controller.setTime(50);
        receive(request(1, 3), B);
        final var move = Optional.of(new HostMove(A, at(50), 1));
        await().until(() -> directory.hosts().find(ip(1)).orElseThrow().lastMove().equals(move));
        await().until(() -> remembered().getFirst().lastMove().equals(move));
    }

    @Test
    void questionIsAnswered() throws Exception {
        learnTwo();
        final var answer = loop.ask(ip(1));
        await().until(() -> controller.sent.size() == 1);
        receive(request(1, 2), A);
        assertEquals(Optional.of(A), answer.get(10, TimeUnit.SECONDS).map(Host::attachment));
        final var nobody = loop.ask(ip(77));
        settle();
        controller.setTime(11);
        assertEquals(Optional.empty(), nobody.get(10, TimeUnit.SECONDS));
    }

    @Test
    void questionsFailWhenTheTrackerStops() throws Exception {
        learnTwo();
        final var known = loop.ask(ip(1));
        final var nobody = loop.ask(ip(77));
        // both are asked for: host 1 out of its port, the other out of both
        await().until(() -> controller.sent.size() == 3);
        final var stopped = loop;
        stopLoop();
        for (var answer : List.of(known, nobody, stopped.ask(ip(1)))) {
            final var failure = assertThrows(ExecutionException.class, () -> answer.get(10, TimeUnit.SECONDS));
            assertEquals("The host tracker does not run here any more", failure.getCause().getMessage());
        }
        startLoop();
    }

    @Test
    void reportOfAnEarlierRunIsReplaced() throws Exception {
        learnTwo();
        final var inspection = new MdsalHostInspection(getDataBroker(), controller);
        controller.receive(Arrays.copyOf(ArpCodec.encode(request(1, 2)), 30), A);
        await().until(() -> inspection.refusals().equals(Map.of("malformed", 1L)));
        stopLoop();
        startLoop();
        await().until(() -> inspection.refusals().isEmpty());
        inspection.close();
    }
}

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

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNodeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.AddFlowInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.RemoveFlowInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.Match;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeRef;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.Nodes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.Node;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.NodeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.NodeKey;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint64;
import org.opendaylight.yangtools.yang.common.Uint8;

class PuntRulesTest extends AbstractConcurrentDataBrokerTest {
    private static final List<PuntFlows.Kind> KINDS = List.of(PuntFlows.Kind.ARP, PuntFlows.Kind.LLDP);
    private static final NodeKey KEY = new NodeKey(new NodeId("openflow:1"));
    private static final DataObjectIdentifier<Node> NODE =
        DataObjectIdentifier.builder(Nodes.class).child(Node.class, KEY).build();

    private final FakeController controller = new FakeController();
    private final OrderedExecutor executor = new OrderedExecutor(Executors.newSingleThreadScheduledExecutor());
    private PuntRules rules;

    @BeforeEach
    void before() throws Exception {
        setup();
    }

    @AfterEach
    void after() {
        rules.close();
        executor.shutdown();
    }

    private void start(final Duration refresh) {
        start(KINDS, refresh);
    }

    private void start(final List<PuntFlows.Kind> kinds, final Duration refresh) {
        rules = new PuntRules(getDataBroker(), controller, new PuntSettings(kinds, 3, 1000, Uint64.TEN, refresh),
            executor);
    }

    private void connect() throws Exception {
        final var tx = getDataBroker().newWriteOnlyTransaction();
        tx.put(LogicalDatastoreType.OPERATIONAL, NODE, new NodeBuilder().withKey(KEY)
            .addAugmentation(new FlowCapableNodeBuilder().setManufacturer("m").build()).build());
        tx.commit().get(10, TimeUnit.SECONDS);
    }

    private void disconnect() throws Exception {
        final var tx = getDataBroker().newWriteOnlyTransaction();
        tx.delete(LogicalDatastoreType.OPERATIONAL, NODE);
        tx.commit().get(10, TimeUnit.SECONDS);
    }

    private static List<Long> etherTypes(final List<AddFlowInput> flows) {
        return flows.stream()
            .map(flow -> flow.getMatch().getEthernetMatch().getEthernetType().getType().getValue().toJava()).toList();
    }

    @Test
    void switchThatConnectsGetsBothRules() throws Exception {
        start(Duration.ZERO);
        connect();
        await().until(() -> controller.added.size() == 2);
        assertEquals(List.of(0x0806L, 0x88CCL), etherTypes(controller.added));
        final var flow = controller.added.getFirst();
        assertEquals(new NodeRef(NODE), flow.getNode());
        assertEquals(Uint8.valueOf(3), flow.getTableId());
        assertEquals(Uint16.valueOf(1000), flow.getPriority());
        assertEquals(Uint64.TEN, flow.getCookie().getValue());
    }

    @Test
    void switchThatWasThereBeforeGetsThemToo() throws Exception {
        connect();
        start(Duration.ZERO);
        await().until(() -> controller.added.size() == 2);
    }

    @Test
    void reconnectBringsThemBack() throws Exception {
        start(Duration.ZERO);
        connect();
        await().until(() -> controller.added.size() == 2);
        disconnect();
        connect();
        await().until(() -> controller.added.size() == 4);
    }

    @Test
    void statisticsBringNothing() throws Exception {
        start(Duration.ZERO);
        connect();
        await().until(() -> controller.added.size() == 2);
        final var tx = getDataBroker().newWriteOnlyTransaction();
        tx.merge(LogicalDatastoreType.OPERATIONAL, NODE.toBuilder().augmentation(FlowCapableNode.class).build(),
            new FlowCapableNodeBuilder().setHardware("h").build());
        tx.commit().get(10, TimeUnit.SECONDS);
        // the datastore tells in order: when the second connection is told, the statistics were
        disconnect();
        connect();
        await().until(() -> controller.added.size() >= 4);
        assertEquals(4, controller.added.size());
    }

    @Test
    void refusedRulesAreTriedAgain() throws Exception {
        controller.refused.set(2);
        start(Duration.ZERO);
        connect();
        await().until(() -> controller.added.size() == 2);
    }

    /** A library logs as errors what fails besides the first, if all are waited for together. */
    @Test
    void severalFailuresAtOnceAreNoErrors() throws Exception {
        final var logged = new ConcurrentLinkedQueue<LogRecord>();
        final var handler = new Handler() {
            @Override
            public void publish(final LogRecord entry) {
                logged.add(entry);
            }

            @Override
            public void flush() {
                // nothing is kept back
            }

            @Override
            public void close() {
                // nothing to close
            }
        };
        final var logger = Logger.getLogger("com.google.common.util.concurrent");
        logger.addHandler(handler);
        try {
            controller.gone.set(4);
            start(Duration.ZERO);
            connect();
            await().until(() -> controller.added.size() == 2);
        } finally {
            logger.removeHandler(handler);
        }
        assertEquals(List.of(), logged.stream().map(LogRecord::getMessage).toList());
    }

    @Test
    void rulesAreSentAgainNowAndThen() throws Exception {
        start(Duration.ofMillis(20));
        connect();
        await().until(() -> controller.added.size() >= 6);
    }

    @Test
    void withdrawalTakesThemOff() throws Exception {
        start(Duration.ZERO);
        connect();
        await().until(() -> controller.added.size() == 2);
        controller.removed.clear();
        rules.withdraw().get(10, TimeUnit.SECONDS);
        assertRemoved(controller.added.stream().map(AddFlowInput::getMatch).toList());
    }

    @Test
    void rulesOfBeforeThatAreNotWantedGo() throws Exception {
        start(List.of(PuntFlows.Kind.values()), Duration.ZERO);
        connect();
        await().until(() -> controller.added.size() == PuntFlows.Kind.values().length);
        assertRemoved(List.of());
        final var all = controller.added.stream().map(AddFlowInput::getMatch).toList();
        rules.close();
        controller.added.clear();
        start(Duration.ofMillis(20));
        await().until(() -> controller.added.size() >= 6);
        final var wanted = controller.added.stream().map(AddFlowInput::getMatch).toList();
        assertRemoved(all.stream().filter(match -> !wanted.contains(match)).toList());
    }

    @Test
    void whoWantsNoneAddsNone() throws Exception {
        start(List.of(), Duration.ZERO);
        connect();
        await().until(() -> controller.removed.size() == PuntFlows.Kind.values().length);
        assertEquals(List.of(), controller.added);
    }

    /** Exactly these, each once, and only if they are ours. */
    private void assertRemoved(final List<Match> matches) {
        assertEquals(matches, controller.removed.stream().map(RemoveFlowInput::getMatch).toList());
        controller.removed.forEach(flow -> {
            assertEquals(Boolean.TRUE, flow.getStrict());
            assertEquals(Uint64.TEN, flow.getCookie().getValue());
            assertEquals(Uint64.MAX_VALUE, flow.getCookieMask().getValue());
        });
    }
}

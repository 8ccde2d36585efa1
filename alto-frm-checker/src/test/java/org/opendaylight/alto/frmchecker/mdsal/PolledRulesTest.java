/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mdsal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.frmchecker.flow.Rule;
import org.opendaylight.alto.frmchecker.flow.SwitchPipeline;
import org.opendaylight.mdsal.binding.api.WriteTransaction;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.DateAndTime;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNodeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableStatisticsGatheringStatus;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableStatisticsGatheringStatusBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.meters.Meter;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.snapshot.gathering.status.grouping.SnapshotGatheringStatusEnd;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.snapshot.gathering.status.grouping.SnapshotGatheringStatusEndBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.snapshot.gathering.status.grouping.SnapshotGatheringStatusStartBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.Table;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.TableBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.TableKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.Flow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.FlowBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.FlowKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.FlowCookie;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeConnectorId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.Nodes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.Node;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.NodeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.NodeKey;
import org.opendaylight.yangtools.binding.DataObject;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint64;
import org.opendaylight.yangtools.yang.common.Uint8;

/**
 * What is known of a switch while the OpenFlow plugin reads its rules. The transactions are those of the plugin
 * ({@code StatisticsGatheringUtils}, {@code AbstractMultipartRequestOnTheFlyCallback} of 0.20.1): a mark of the begin,
 * then all tables without their rules and each rule again, then the mark of the end. One transaction is for all that is
 * not committed yet, and the mark of another begin commits it, as a change of a port does.
 */
class PolledRulesTest extends AbstractConcurrentDataBrokerTest {
    private static final NodeKey SWITCH = new NodeKey(new NodeId("openflow:1"));
    private static final DataObjectIdentifier<FlowCapableNode> FLOW_NODE = DataObjectIdentifier.builder(Nodes.class)
        .child(Node.class, SWITCH).augmentation(FlowCapableNode.class).build();
    private static final DataObjectIdentifier<FlowCapableStatisticsGatheringStatus> STATUS = DataObjectIdentifier
        .builder(Nodes.class).child(Node.class, SWITCH).augmentation(FlowCapableStatisticsGatheringStatus.class)
        .build();
    private static final DataObjectIdentifier<SnapshotGatheringStatusEnd> END = STATUS.toBuilder()
        .child(SnapshotGatheringStatusEnd.class).build();

    private final AtomicInteger pathChanges = new AtomicInteger();
    private NetworkStateTracker tracker;
    private int marks;

    @BeforeEach
    void before() throws Exception {
        setup();
        tracker = new NetworkStateTracker(getDataBroker());
        tracker.pathListeners().add(pathChanges::incrementAndGet);
    }

    @AfterEach
    void after() {
        tracker.close();
    }

    private static Flow flow(final int id, final int inPort, final long counter) {
        return new FlowBuilder().withKey(new FlowKey(new FlowId("f" + id))).setTableId(Uint8.ZERO)
            .setPriority(Uint16.valueOf(id)).setCookie(new FlowCookie(Uint64.valueOf(7)))
            .setMatch(new MatchBuilder().setInPort(new NodeConnectorId("openflow:1:" + inPort)).build())
            // in place of the counters, which are not forwarding either
            .setFlowName("seen " + counter).build();
    }

    private static DataObjectIdentifier<Table> table() {
        return FLOW_NODE.toBuilder().child(Table.class, new TableKey(Uint8.ZERO)).build();
    }

    private <T extends DataObject> T read(final DataObjectIdentifier<T> path) {
        try (var tx = getDataBroker().newReadOnlyTransaction()) {
            return tx.read(LogicalDatastoreType.OPERATIONAL, path).get().orElseThrow();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void commit(final Consumer<WriteTransaction> change) {
        final var tx = getDataBroker().newWriteOnlyTransaction();
        change.accept(tx);
        try {
            tx.commit().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A switch that the plugin has just let in: its rules are not read yet. */
    private void connect() {
        commit(tx -> {
            tx.put(LogicalDatastoreType.OPERATIONAL, DataObjectIdentifier.builder(Nodes.class)
                .child(Node.class, SWITCH).build(), new NodeBuilder().withKey(SWITCH).build());
            tx.put(LogicalDatastoreType.OPERATIONAL, FLOW_NODE, new FlowCapableNodeBuilder().setTable(
                BindingMap.of(new TableBuilder().setId(Uint8.ZERO).build())).build());
        });
    }

    private DateAndTime now() {
        return new DateAndTime(String.format("2026-11-27T12:%02d:%02d.000Z", ++marks / 60 % 60, marks % 60));
    }

    private void begin(final WriteTransaction tx) {
        tx.put(LogicalDatastoreType.OPERATIONAL, STATUS, new FlowCapableStatisticsGatheringStatusBuilder()
            .setSnapshotGatheringStatusStart(new SnapshotGatheringStatusStartBuilder().setBegin(now()).build())
            .build());
    }

    private void end(final WriteTransaction tx) {
        tx.put(LogicalDatastoreType.OPERATIONAL, END, new SnapshotGatheringStatusEndBuilder().setEnd(now())
            .setSucceeded(false).build());
    }

    private void empty(final WriteTransaction tx) {
        tx.put(LogicalDatastoreType.OPERATIONAL, table(), new TableBuilder(read(table())).setFlow(Map.of()).build());
    }

    private static void write(final WriteTransaction tx, final Collection<Flow> flows) {
        flows.forEach(flow -> tx.put(LogicalDatastoreType.OPERATIONAL,
            table().toBuilder().child(Flow.class, flow.key()).build(), flow));
    }

    /** Reads all rules undisturbed. */
    private void poll(final Collection<Flow> flows) {
        commit(this::begin);
        commit(tx -> {
            empty(tx);
            write(tx, flows);
        });
        commit(this::end);
    }

    private SwitchPipeline known() {
        return tracker.state().pipelines().get(new SwitchId(1));
    }

    /** Waits until all that was committed is taken up: a meter that comes last is the sign. */
    private void taken() {
        final var meter = OpenFlowData.meter(1 + ++marks, 8);
        commit(tx -> tx.put(LogicalDatastoreType.OPERATIONAL,
            FLOW_NODE.toBuilder().child(Meter.class, meter.key()).build(), meter));
        await().atMost(Duration.ofSeconds(30)).until(() -> known() != null
            && known().meters().containsKey(meter.getMeterId().getValue().toJava()));
    }

    private List<Integer> priorities() {
        taken();
        return known().rules().stream().map(Rule::priority).sorted().toList();
    }

    private void connected(final Flow... flows) {
        connect();
        poll(List.of(flows));
        assertEquals(flows.length, priorities().size());
    }

    @Test
    void readingTheSameRulesAgainChangesNothing() {
        connected(flow(1, 1, 0), flow(2, 2, 0));
        final var rules = known().rules();
        final int before = pathChanges.get();
        poll(List.of(flow(1, 1, 5), flow(2, 2, 6)));
        taken();
        assertEquals(rules, known().rules());
        assertEquals(before + 1, pathChanges.get(), "the sign itself is a change");
    }

    @Test
    void whatIsNotReadYetIsKeptWhenHalfOfItIsCommitted() {
        connected(flow(1, 1, 0), flow(2, 2, 0), flow(3, 3, 0));
        commit(this::begin);
        // a port changes
        commit(tx -> {
            empty(tx);
            write(tx, List.of(flow(1, 1, 1)));
        });
        assertEquals(List.of(1, 2, 3), priorities());
        commit(tx -> write(tx, List.of(flow(2, 2, 1), flow(3, 3, 1))));
        commit(this::end);
        assertEquals(List.of(1, 2, 3), priorities());
    }

    @Test
    void ruleThatTheSwitchHasNoMoreIsGoneWhenAllIsRead() {
        connected(flow(1, 1, 0), flow(2, 2, 0));
        commit(this::begin);
        commit(tx -> {
            empty(tx);
            write(tx, List.of(flow(1, 1, 1)));
        });
        assertEquals(List.of(1, 2), priorities());
        commit(this::end);
        assertEquals(List.of(1), priorities());
    }

    @Test
    void anotherBeginInTheMidstOfReadingDoesNotThinTheRules() {
        connected(flow(1, 1, 0), flow(2, 2, 0), flow(3, 3, 0));
        commit(this::begin);
        commit(tx -> {
            empty(tx);
            write(tx, List.of(flow(1, 1, 1)));
            begin(tx);
        });
        assertEquals(List.of(1, 2, 3), priorities());
        commit(tx -> write(tx, List.of(flow(2, 2, 1), flow(3, 3, 1))));
        commit(this::end);
        // the second reading goes on although an end is there, and a third one begins in its midst
        commit(tx -> {
            empty(tx);
            write(tx, List.of(flow(1, 1, 2)));
        });
        assertEquals(List.of(1, 2, 3), priorities());
        commit(tx -> write(tx, List.of(flow(2, 2, 2))));
        commit(this::end);
        assertEquals(List.of(1, 2), priorities());
    }

    @Test
    void ruleThatIsAnotherOneIsTakenUpAtOnce() {
        connected(flow(1, 1, 0), flow(2, 2, 0));
        commit(this::begin);
        commit(this::empty);
        assertEquals(List.of(1, 2), priorities());
        commit(tx -> write(tx, List.of(flow(1, 9, 1))));
        taken();
        assertEquals(2, known().rules().size());
        commit(tx -> write(tx, List.of(flow(2, 2, 1))));
        commit(this::end);
        taken();
        assertEquals(OpenFlowTranslator.toPipeline(new SwitchId(1), read(FLOW_NODE), List.of()), known());
    }

    @Test
    void ruleThatIsTakenOutByItselfIsGoneAtOnce() {
        connected(flow(1, 1, 0), flow(2, 2, 0));
        commit(this::begin);
        commit(tx -> tx.delete(LogicalDatastoreType.OPERATIONAL,
            table().toBuilder().child(Flow.class, new FlowKey(new FlowId("f2"))).build()));
        assertEquals(List.of(1), priorities());
    }

    /**
     * The law: what both readings saw is known all the time, however the transactions are cut, and after each reading
     * that nothing overlaps, what is known is what is there.
     */
    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4 })
    void whatIsInTheSwitchIsKnownAllTheTime(final long seed) {
        final var random = new Random(seed);
        connect();
        var last = new TreeMap<Integer, Flow>();
        for (int poll = 0; poll < 25; poll++) {
            final var now = new TreeMap<Integer, Flow>();
            for (int id = 1; id <= 12; id++) {
                if (random.nextInt(8) > 0) {
                    now.put(id, flow(id, random.nextInt(10) == 0 ? 2 : 1, poll));
                }
            }
            final var both = new ArrayList<>(now.keySet());
            both.retainAll(last.keySet());
            final boolean overlaps = random.nextBoolean();
            commit(this::begin);
            var left = new ArrayList<>(now.values());
            boolean isFirst = true;
            while (!left.isEmpty()) {
                final var next = left.subList(0, 1 + random.nextInt(left.size()));
                final boolean empties = isFirst;
                commit(tx -> {
                    if (empties) {
                        empty(tx);
                    }
                    write(tx, next);
                    if (empties && overlaps) {
                        begin(tx);
                    }
                });
                isFirst = false;
                left = new ArrayList<>(left.subList(next.size(), left.size()));
                assertTrue(priorities().containsAll(both), "seed " + seed);
            }
            commit(this::end);
            if (overlaps) {
                commit(this::end);
            }
            taken();
            assertEquals(OpenFlowTranslator.toPipeline(new SwitchId(1), read(FLOW_NODE), List.of()), known(),
                "seed " + seed);
            last = now;
        }
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.frmchecker.flow.SwitchPipeline;
import org.opendaylight.alto.frmchecker.mdsal.NetworkStateTracker;
import org.opendaylight.alto.frmchecker.mdsal.OpenFlowTranslator;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.DataTreeChangeListener;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNodeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.TableBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.Flow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.FlowKey;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.opendaylight.yangtools.yang.common.Uint8;

/**
 * How long a changed rule takes to be seen by queries, from when the datastore calls the FRM checker's listener. One
 * rule after the other is added, changed or removed at a random one of many switches, while a thread looks without a
 * pause at the state that queries get. The limit in the same run: how long that thread takes to see a plain variable
 * that is written at the call.
 */
public final class RuleChangeBenchmark {
    private static final int SWITCHES = 100;
    private static final int RULES = 1_000;
    private static final int WARM_UP = 2_000;
    private static final int ROUNDS = 5;
    private static final int CHANGES = 1_000;
    private static final double TARGET_MILLISECONDS = 1;

    private final Random random = new Random(7285);
    private final InventoryFlows flows = new InventoryFlows(random);
    private final MemoryDatastore datastore = new MemoryDatastore();
    private final NetworkStateTracker tracker;
    private final List<List<Flow>> known = new ArrayList<>();
    private int made;
    /** When the tracker's listener of rules was last called, by {@link System#nanoTime()}. */
    private volatile long called;

    private RuleChangeBenchmark() throws Exception {
        for (int id = 1; id <= SWITCHES; id++) {
            final int switchId = id;
            final var of = new ArrayList<Flow>();
            for (int rule = 0; rule < RULES; rule++) {
                of.add(flows.next(switchId, "flow-" + made++));
            }
            known.add(of);
            datastore.write(tx -> tx.mergeParentStructurePut(LogicalDatastoreType.OPERATIONAL,
                InventoryFlows.node(switchId), new FlowCapableNodeBuilder().setTable(BindingMap.of(new TableBuilder()
                    .setId(Uint8.ZERO).setFlow(of.stream().collect(BindingMap.<FlowKey, Flow>toMap())).build()))
                    .build()));
        }
        tracker = new NetworkStateTracker(watched(datastore.getDataBroker()));
        while (tracker.state().pipelines().size() < SWITCHES) {
            Thread.onSpinWait();
        }
    }

    /** Returns the broker with listeners of rules that note when they are called. */
    private DataBroker watched(final DataBroker broker) {
        return (DataBroker) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { DataBroker.class },
            (proxy, method, arguments) -> {
                if (arguments != null && arguments[arguments.length - 1] instanceof DataTreeChangeListener<?> listener) {
                    arguments[arguments.length - 1] = watched(listener);
                }
                try {
                    return method.invoke(broker, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
    }

    private <T extends org.opendaylight.yangtools.binding.DataObject> DataTreeChangeListener<T> watched(
            final DataTreeChangeListener<T> listener) {
        return changes -> {
            if (changes.getFirst().getRootNode().dataAfter() instanceof FlowCapableNode) {
                called = System.nanoTime();
            }
            listener.onDataTreeChanged(changes);
        };
    }

    /** What one change took, in milliseconds. */
    private record Taken(double toQueries, double toVariable, double fromCommit) {
    }

    /** Changes a rule, and looks until it is seen. */
    private Taken change() throws InterruptedException, ExecutionException {
        final int switchId = 1 + random.nextInt(SWITCHES);
        final var id = new SwitchId(switchId);
        final var of = known.get(switchId - 1);
        final var before = tracker.state().pipelines().get(id);
        final long calledBefore = called;
        final var tx = datastore.getDataBroker().newWriteOnlyTransaction();
        final int kind = random.nextInt(3);
        final int place = random.nextInt(of.size());
        switch (kind) {
            case 0 -> of.add(flows.next(switchId, "flow-" + made++));
            case 1 -> of.set(place, flows.next(switchId, of.get(place).getId().getValue()));
            default -> tx.delete(LogicalDatastoreType.OPERATIONAL, InventoryFlows.flow(switchId, of.remove(place)));
        }
        if (kind < 2) {
            final var flow = kind == 0 ? of.getLast() : of.get(place);
            tx.put(LogicalDatastoreType.OPERATIONAL, InventoryFlows.flow(switchId, flow), flow);
        }

        final long start = System.nanoTime();
        final var committed = tx.commit();
        while (called == calledBefore) {
            Thread.onSpinWait();
        }
        final long variable = System.nanoTime();
        SwitchPipeline after = before;
        while (after == before) {
            Thread.onSpinWait();
            after = tracker.state().pipelines().get(id);
        }
        final long seen = System.nanoTime();
        committed.get();
        if (after.ruleCount() != of.size()) {
            throw new IllegalStateException(after + " is not what the datastore has");
        }
        return new Taken((seen - called) / 1e6, (variable - called) / 1e6, (seen - start) / 1e6);
    }

    private Taken[] changes(final int count) throws InterruptedException, ExecutionException {
        final var taken = new Taken[count];
        for (int i = 0; i < count; i++) {
            taken[i] = change();
        }
        return taken;
    }

    /** Requires that all that was changed is in the pipelines, and nothing else. */
    private void check() {
        for (int id = 1; id <= SWITCHES; id++) {
            final var pipeline = tracker.state().pipelines().get(new SwitchId(id));
            final var wanted = OpenFlowTranslator.toPipeline(new SwitchId(id), new FlowCapableNodeBuilder().setTable(
                BindingMap.of(new TableBuilder().setId(Uint8.ZERO).setFlow(known.get(id - 1).stream()
                    .collect(BindingMap.<FlowKey, Flow>toMap())).build())).build(), pipeline.livePorts());
            if (!pipeline.equals(wanted)) {
                throw new IllegalStateException(pipeline + " is not what the datastore has");
            }
        }
    }

    private static String row(final String what, final double[] values) {
        return String.format("| %s | %.3f | %.3f | %.3f |", what, Figures.quantile(values, 0.5),
            Figures.quantile(values, 0.99), Figures.quantile(values, 1));
    }

    /**
     * Runs it.
     *
     * @param args not used
     * @throws Exception if the datastore does not work
     */
    public static void main(final String[] args) throws Exception {
        final var benchmark = new RuleChangeBenchmark();
        benchmark.changes(WARM_UP);
        final var all = new ArrayList<Taken>();
        final var roundsP99 = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            final var taken = benchmark.changes(CHANGES);
            all.addAll(Arrays.asList(taken));
            roundsP99[round] = Figures.quantile(Arrays.stream(taken).mapToDouble(Taken::toQueries).toArray(), 0.99);
        }
        benchmark.check();
        final var toQueries = all.stream().mapToDouble(Taken::toQueries).toArray();
        System.out.printf("| %d changes of a rule at %d switches with %d rules, milliseconds | median | p99 | most |%n",
            all.size(), SWITCHES, SWITCHES * RULES);
        System.out.println("|---|---|---|---|");
        System.out.println(row(String.format("from the call of our listener until queries see it (target p99 %.0f)",
            TARGET_MILLISECONDS), toQueries));
        System.out.println(row("until they see a variable that the listener writes (limit)",
            all.stream().mapToDouble(Taken::toVariable).toArray()));
        System.out.println(row("from the commit, with the datastore's own part, until queries see it",
            all.stream().mapToDouble(Taken::fromCommit).toArray()));
        System.out.printf("%n99th percentile of each round of %d: %s. All that was changed is there.%n", CHANGES,
            Figures.spread(roundsP99, "%.3f"));
        System.exit(Figures.quantile(toQueries, 0.99) < TARGET_MILLISECONDS ? 0 : 1);
    }
}

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

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.DataTreeChangeListener;
import org.opendaylight.mdsal.binding.api.DataTreeModification;
import org.opendaylight.mdsal.binding.api.RpcService;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.AddFlow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.RemoveFlow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeRef;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.Nodes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.Node;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.NodeKey;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.binding.DataObjectReference;
import org.opendaylight.yangtools.concepts.Registration;
import org.opendaylight.yangtools.yang.common.RpcResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the rules that send ARP, Neighbour Discovery and LLDP to the controller on every switch that is connected. They
 * are sent straight to the switch, not written to the configuration datastore: there an operator who replaces a flow
 * table would delete them. For the same reason they are sent again now and then. A switch keeps them while the
 * controller is away; what it has of a controller with other settings is taken off when it connects, as nobody would
 * deliver what such a rule takes.
 *
 * <p>The datastore calls from a thread of its own; all else happens on the executor.
 */
final class PuntRules implements DataTreeChangeListener<FlowCapableNode>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PuntRules.class);
    private static final int MAX_RETRY_SECONDS = 30;

    private final Set<NodeKey> connected = ConcurrentHashMap.newKeySet();
    private final PuntSettings settings;
    private final OrderedExecutor executor;
    private final AddFlow addFlow;
    private final RemoveFlow removeFlow;
    private final Registration reg;

    PuntRules(final DataBroker broker, final RpcService rpcs, final PuntSettings settings,
            final OrderedExecutor executor) {
        this.settings = settings;
        this.executor = executor;
        addFlow = rpcs.getRpc(AddFlow.class);
        removeFlow = rpcs.getRpc(RemoveFlow.class);
        if (settings.refresh().isPositive()) {
            executor.repeat(() -> connected.forEach(node -> install(node, 0, false)), settings.refresh());
        }
        reg = broker.registerTreeChangeListener(LogicalDatastoreType.OPERATIONAL,
            DataObjectReference.builder(Nodes.class).child(Node.class).augmentation(FlowCapableNode.class).build(),
            this);
    }

    @Override
    public void onDataTreeChanged(final List<DataTreeModification<FlowCapableNode>> changes) {
        for (var change : changes) {
            final var node = change.path().getFirstKeyOf(Node.class);
            final var root = change.getRootNode();
            // By what was and is, not by the kind of modification: statistics, many times a minute, may come as WRITE.
            if (root.dataAfter() == null) {
                if (connected.remove(node)) {
                    LOG.debug("Switch {} disconnected", node.getId().getValue());
                }
            } else if (connected.add(node) || root.dataBefore() == null) {
                executor.execute(() -> install(node, 0, true));
            }
        }
    }

    private void install(final NodeKey node, final int failures, final boolean isNews) {
        if (!connected.contains(node)) {
            return;
        }
        final var ref = toRef(node);
        final var results = new ArrayList<ListenableFuture<? extends RpcResult<?>>>();
        if (isNews) {
            Arrays.stream(PuntFlows.Kind.values()).filter(kind -> !settings.kinds().contains(kind))
                .forEach(kind -> results.add(removeFlow.invoke(PuntFlows.remove(ref, kind, settings))));
        }
        settings.kinds().forEach(kind -> results.add(addFlow.invoke(PuntFlows.add(ref, kind, settings))));
        // not as one list: of a switch that has just gone all fail, and all but the first would be logged as errors
        final var all = Futures.whenAllComplete(results).call(() -> outcomes(results), MoreExecutors.directExecutor());
        Futures.addCallback(all, new FutureCallback<List<RpcResult<?>>>() {
            @Override
            public void onSuccess(final @Nullable List<RpcResult<?>> outcomes) {
                if (outcomes != null && outcomes.stream().allMatch(RpcResult::isSuccessful)) {
                    if (isNews || failures > 0) {
                        LOG.info("Switch {} sends {} to the controller (table {}, priority {})",
                            node.getId().getValue(), settings.kinds(), settings.table(), settings.priority());
                    }
                } else {
                    retry(outcomes == null ? "no result" : outcomes.stream().map(RpcResult::getErrors).toList(), null);
                }
            }

            @Override
            public void onFailure(final Throwable cause) {
                retry(cause.toString(), cause);
            }

            private void retry(final Object why, final @Nullable Throwable cause) {
                if (!connected.contains(node)) {
                    return;
                }
                final int seconds = Math.min(MAX_RETRY_SECONDS, 1 << Math.min(failures, 5));
                // one that has just gone may still be in the inventory at the first time
                if (failures == 1) {
                    LOG.warn("Switch {} did not take the rules that send packets to the controller: {}; trying "
                        + "again in {} s and after", node.getId().getValue(), why, seconds, cause);
                } else {
                    LOG.debug("Switch {} did not take the rules after {} tries: {}", node.getId().getValue(),
                        failures + 1, why);
                }
                executor.schedule(() -> install(node, failures + 1, isNews), Duration.ofSeconds(seconds));
            }
        }, executor);
    }

    private static List<RpcResult<?>> outcomes(final List<ListenableFuture<? extends RpcResult<?>>> done)
            throws ExecutionException {
        final var outcomes = new ArrayList<RpcResult<?>>();
        for (final var each : done) {
            outcomes.add(Futures.getDone(each));
        }
        return outcomes;
    }

    /** Takes the rules off all connected switches; for when the tracker is stopped and the controller goes on. */
    ListenableFuture<?> withdraw() {
        reg.close();
        final var nodes = List.copyOf(connected);
        connected.clear();
        LOG.info("Taking the rules for the controller off {} switches", nodes.size());
        return Futures.successfulAsList(nodes.stream().map(PuntRules::toRef)
            .flatMap(ref -> settings.kinds().stream()
                .map(kind -> removeFlow.invoke(PuntFlows.remove(ref, kind, settings))))
            .toList());
    }

    @Override
    public void close() {
        reg.close();
        connected.clear();
    }

    private static NodeRef toRef(final NodeKey node) {
        return new NodeRef(DataObjectIdentifier.builder(Nodes.class).child(Node.class, node).build());
    }
}

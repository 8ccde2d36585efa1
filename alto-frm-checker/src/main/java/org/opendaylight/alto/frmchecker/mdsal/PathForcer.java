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

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.frmchecker.predict.ForcedRoute;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.WriteTransaction;
import org.opendaylight.mdsal.common.api.CommitInfo;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.ForcedPaths;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.forced.paths.ForcedPath.State;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.Flow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.Nodes;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs predicted paths through the forwarding rules manager, verifies them by walking again, and takes their rules
 * away when packets no longer take them: rules that nobody looks after would keep packets on a path that is gone.
 *
 * <p>The one writer of {@code forced-paths} and of the rules in {@link ForcedFlows}. All state is of the executor's
 * thread; the two methods that others call only hand over to it.
 */
final class PathForcer implements AutoCloseable {
    /** The controller learns of a rule when it next asks the switch for its tables, which is every few seconds. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(PathForcer.class);
    private static final DataObjectIdentifier<ForcedPaths> REPORT =
        DataObjectIdentifier.builder(ForcedPaths.class).build();
    private static final int MAX_PATHS = 10_000;
    private static final int MAX_WAITING = 1_000;

    private final Map<PathQuery, ForcedPath> paths = new LinkedHashMap<>();
    private final Set<PathQuery> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean checkDue = new AtomicBoolean();
    private final DataBroker broker;
    private final PathFinders finders;
    private final ScheduledExecutorService executor;
    private final Clock clock;
    private final Registration reg;

    private ForceSettings settings = ForceSettings.DEFAULT;
    private Instant second = Instant.EPOCH;
    private int forcedInSecond;

    PathForcer(final DataBroker broker, final PathFinders finders, final ScheduledExecutorService executor,
            final Clock clock) {
        this.broker = broker;
        this.finders = finders;
        this.executor = executor;
        this.clock = clock;
        reg = finders.onChange(this::changed);
        changed();
    }

    /** Takes up that a path was predicted for a pair. If too many wait, it is forgotten until it is asked for again. */
    void predicted(final PathQuery pair) {
        if (waiting.size() < MAX_WAITING && waiting.add(pair)) {
            run(() -> {
                waiting.remove(pair);
                applySettings();
                force(pair);
            });
        }
    }

    private void changed() {
        if (checkDue.compareAndSet(false, true)) {
            run(() -> {
                checkDue.set(false);
                applySettings();
                check();
            });
        }
    }

    // Outermost frame of the thread: without this, what a task throws would go unseen.
    @SuppressWarnings("checkstyle:IllegalCatch")
    private void run(final Runnable task) {
        try {
            executor.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    LOG.error("Installing predicted paths failed at one step and goes on with the next", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.trace("Closed", e);
        }
    }

    private void applySettings() {
        final var wanted = finders.settings().force();
        if (wanted.equals(settings)) {
            return;
        }
        LOG.info("Predicted paths {}", wanted.enabled() ? "are installed: " + wanted : "are not installed");
        if (wanted.enabled() && !settings.enabled()) {
            removeLeftBehind();
        }
        settings = wanted;
        final var rules = broker.newWriteOnlyTransaction();
        paths.values().forEach(path -> deleteRules(rules, path));
        commit(rules, "that all rules are taken away");
        paths.clear();
        final var report = broker.newWriteOnlyTransaction();
        report.delete(LogicalDatastoreType.OPERATIONAL, REPORT);
        commit(report, "an empty report");
    }

    /** Deletes what an earlier run, or another member, can no longer look after. */
    private void removeLeftBehind() {
        final ListenableFuture<Optional<Nodes>> read;
        try (var tx = broker.newReadOnlyTransaction()) {
            read = tx.read(LogicalDatastoreType.CONFIGURATION, DataObjectIdentifier.builder(Nodes.class).build());
        }
        Futures.addCallback(read, new FutureCallback<Optional<Nodes>>() {
            @Override
            public void onSuccess(final Optional<Nodes> nodes) {
                nodes.ifPresent(PathForcer.this::removeFrom);
            }

            @Override
            public void onFailure(final Throwable cause) {
                LOG.warn("Rules of predicted paths of an earlier run may be left in the configuration", cause);
            }
        }, this::run);
    }

    private void removeFrom(final Nodes nodes) {
        final var wanted = paths.values().stream().flatMap(PathForcer::rules).collect(Collectors.toSet());
        final var tx = broker.newWriteOnlyTransaction();
        for (final var node : nodes.nonnullNode().values()) {
            final var tables = node.augmentation(FlowCapableNode.class);
            if (tables != null) {
                tables.nonnullTable().values().forEach(table -> table.nonnullFlow().values().stream()
                    .filter(ForcedFlows::isOurs)
                    .map(flow -> ForcedFlows.path(SwitchId.parse(node.getId().getValue()), table.getId(), flow.key()))
                    .filter(path -> !wanted.contains(path))
                    .forEach(path -> tx.delete(LogicalDatastoreType.CONFIGURATION, path)));
            }
        }
        commit(tx, "that rules of an earlier run are gone");
    }

    private void force(final PathQuery pair) {
        final var known = paths.get(pair);
        if (!settings.enabled() || known != null && known.hasRules() || known == null && paths.size() >= MAX_PATHS) {
            return;
        }
        final var both = finders.finders(finders.settings());
        final var route = ForcedRoute.plan(both.installed().paths(pair), both.whole().paths(pair));
        if (route.isEmpty()) {
            LOG.debug("No path from {} to {} can be installed for all packets", pair.source(), pair.destination());
        } else if (mayForce()) {
            install(new ForcedPath(pair, route.orElseThrow(), settings, State.Pending, "", clock.instant()));
        }
    }

    private boolean mayForce() {
        final var now = clock.instant();
        if (Duration.between(second, now).compareTo(Duration.ofSeconds(1)) >= 0) {
            second = now;
            forcedInSecond = 0;
        }
        return ++forcedInSecond <= settings.pathsPerSecond();
    }

    private void install(final ForcedPath path) {
        LOG.info("Installing the path from {} to {} that {} predicts on {} switches", path.pair().source(),
            path.pair().destination(), path.route().by(), path.route().missing().size());
        final var tx = broker.newWriteOnlyTransaction();
        path.route().missing().forEach(hop -> {
            final var flow = ForcedFlows.flow(path.pair(), hop, path.settings());
            tx.mergeParentStructurePut(LogicalDatastoreType.CONFIGURATION,
                ForcedFlows.path(hop.switchId(), path.settings().table(), flow.key()), flow);
        });
        commit(tx, "rules");
        report(path);
        executor.schedule(this::changed, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Walks all paths again. */
    private void check() {
        if (paths.isEmpty()) {
            return;
        }
        final var installed = finders.finders(finders.settings()).installed();
        for (final var path : List.copyOf(paths.values())) {
            if (path.hasRules()) {
                final var contradiction = path.route().contradiction(installed.paths(path.pair()));
                if (contradiction.isPresent()) {
                    contradicted(path, contradiction.orElseThrow());
                } else if (path.state() == State.Pending) {
                    LOG.info("Packets from {} to {} take the path that was installed", path.pair().source(),
                        path.pair().destination());
                    report(path.in(State.Verified, "", clock.instant()));
                }
            }
        }
    }

    private void contradicted(final ForcedPath path, final String why) {
        if (path.state() == State.Verified) {
            LOG.info("Packets from {} to {} no longer take the path that was installed, so its rules are taken away: "
                + "{}", path.pair().source(), path.pair().destination(), why);
        } else if (path.since().plus(PATIENCE).isAfter(clock.instant())) {
            return;
        } else {
            LOG.warn("Packets from {} to {} do not take the path that was installed {} ago, so its rules are taken "
                + "away: {}", path.pair().source(), path.pair().destination(), PATIENCE, why);
        }
        final var tx = broker.newWriteOnlyTransaction();
        deleteRules(tx, path);
        commit(tx, "that rules are taken away");
        report(path.in(State.Failed, why, clock.instant()));
    }

    /** Remembers and writes how far a path is. Apart from its rules: a transaction is of one datastore. */
    private void report(final ForcedPath path) {
        paths.put(path.pair(), path);
        final var tx = broker.newWriteOnlyTransaction();
        tx.mergeParentStructurePut(LogicalDatastoreType.OPERATIONAL, REPORT.toBuilder().child(
            org.opendaylight.yang.gen.v1.urn.opendaylight.alto.paths.rev261125.forced.paths.ForcedPath.class,
            ForcedPath.key(path.pair())).build(), path.toData());
        commit(tx, "the report");
    }

    private static void deleteRules(final WriteTransaction tx, final ForcedPath path) {
        rules(path).forEach(rule -> tx.delete(LogicalDatastoreType.CONFIGURATION, rule));
    }

    /** Returns where the rules of a path are. */
    private static Stream<DataObjectIdentifier<Flow>> rules(final ForcedPath path) {
        return !path.hasRules() ? Stream.empty() : path.route().missing().stream().map(hop ->
            ForcedFlows.path(hop.switchId(), path.settings().table(), ForcedFlows.key(path.pair())));
    }

    private void commit(final WriteTransaction tx, final String what) {
        Futures.addCallback(tx.commit(), new FutureCallback<CommitInfo>() {
            @Override
            public void onSuccess(final @Nullable CommitInfo result) {
                LOG.trace("Predicted paths: wrote {}", what);
            }

            @Override
            public void onFailure(final Throwable cause) {
                LOG.warn("Predicted paths: could not write {}", what, cause);
            }
        }, this::run);
    }

    /** Stops. Rules stay: the member that takes over deletes them when it starts. */
    @Override
    public void close() {
        reg.close();
        executor.shutdownNow();
    }
}

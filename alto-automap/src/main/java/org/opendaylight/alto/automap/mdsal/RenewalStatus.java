/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.mdsal;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.SettableFuture;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.opendaylight.alto.automap.compute.MapReport;
import org.opendaylight.alto.automap.compute.MapReport.Cause;
import org.opendaylight.alto.automap.compute.MapReport.Outcome;
import org.opendaylight.alto.automap.config.Definitions;
import org.opendaylight.alto.automap.spec.HostPairs;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.AutoMaps.Status;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.common.api.CommitInfo;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yangtools.yang.common.Empty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells how maps are, in {@code alto-automap:auto-map-state} of the operational datastore, whose only writer it is. Of
 * what is told while a commit is under way, only the last is written: one transaction for a renewal at most.
 *
 * <p>All methods are called on the executor's one thread.
 */
final class RenewalStatus {
    private static final Logger LOG = LoggerFactory.getLogger(RenewalStatus.class);

    private final Map<ResourceId, Status> statuses = new HashMap<>();
    /** Why maps that are well defined cannot be made. */
    private final Map<ResourceId, String> problems = new HashMap<>();
    private final SettableFuture<Empty> closed = SettableFuture.create();
    private final DataBroker broker;
    private final Executor executor;

    private Definitions definitions = Definitions.NONE;
    private long runs;
    private long computedMaps;
    private long changedMaps;
    private Duration total = Duration.ZERO;
    private boolean dirty;
    private boolean committing;
    private boolean closing;
    private boolean removing;

    /** Writes on the one thread of an executor. */
    RenewalStatus(final DataBroker broker, final Executor executor) {
        this.broker = broker;
        this.executor = executor;
    }

    /** Tells what is wanted. What is known of other maps is forgotten. */
    void wanted(final Definitions next) {
        if (!next.equals(definitions)) {
            definitions = next;
            statuses.keySet().retainAll(next.maps().keySet());
            problems.keySet().retainAll(next.maps().keySet());
            dirty = true;
            write();
        }
    }

    /**
     * Tells of a renewal.
     *
     * @param reports what became of the maps that are wanted
     * @param at when
     * @param took how long it took
     */
    void report(final Collection<MapReport> reports, final Instant at, final Duration took) {
        final var renewed = reports.stream().filter(each -> each.outcome() != Outcome.UNTOUCHED).toList();
        if (renewed.isEmpty()) {
            return;
        }
        runs++;
        total = total.plus(took);
        for (final var report : renewed) {
            if (report.problem().isPresent()) {
                problems.put(report.id(), report.problem().orElseThrow());
                statuses.remove(report.id());
            } else {
                problems.remove(report.id());
                statuses.put(report.id(), toStatus(report, at));
                computedMaps++;
                changedMaps += report.outcome() == Outcome.RENEWED ? 1 : 0;
            }
        }
        dirty = true;
        write();
    }

    private Status toStatus(final MapReport report, final Instant at) {
        final var why = report.causes().stream().map(RenewalStatus::word).collect(Collectors.joining(", "));
        final var outcome = report.outcome() == Outcome.WITHIN_STEP ? "; within the step"
            : report.outcome() == Outcome.SAME ? "; as before" : "";
        return new Status(at, Duration.ofNanos(report.nanos()), why + outcome, report.changed(), report.size(),
            report.samplingError().map(error -> OptionalDouble.of(error.bound())).orElse(OptionalDouble.empty()),
            report.samplingError().isEmpty() ? 0 : drawn(report.id()));
    }

    private long drawn(final ResourceId id) {
        final var costMap = definitions.specs().costMaps().get(id);
        return costMap != null && costMap.pairs() instanceof HostPairs.Sample sample ? sample.count() : 0;
    }

    private static String word(final Cause cause) {
        return switch (cause) {
            case WISH -> "definition";
            case HOSTS -> "hosts";
            case TOPOLOGY -> "topology";
            case PATHS -> "paths";
            case METRICS -> "metrics";
            case NETWORK_MAP -> "network map";
        };
    }

    /**
     * Writes no more.
     *
     * @param remove whether to remove what was written
     * @return completes when no commit is under way; if the removal fails, that is logged
     */
    ListenableFuture<Empty> close(final boolean remove) {
        closing = true;
        removing = remove;
        if (!committing) {
            end();
        }
        return closed;
    }

    private void write() {
        if (closing || committing || !dirty) {
            return;
        }
        dirty = false;
        final var tx = broker.newWriteOnlyTransaction();
        tx.put(LogicalDatastoreType.OPERATIONAL, AutoMapPaths.STATE, StateTranslator.toData(definitions, statuses,
            problems, StateTranslator.toRenewals(runs, computedMaps, changedMaps, total)));
        committing = true;
        tx.commit().addCallback(new FutureCallback<CommitInfo>() {
            @Override
            public void onSuccess(final CommitInfo result) {
                done();
            }

            @Override
            public void onFailure(final Throwable cause) {
                LOG.warn("How the computed maps are cannot be written to alto-automap:auto-map-state; the next renewal "
                    + "writes all of it", cause);
                done();
            }
        }, executor);
    }

    private void done() {
        committing = false;
        if (closing) {
            end();
        } else {
            write();
        }
    }

    private void end() {
        if (!removing) {
            closed.set(Empty.value());
            return;
        }
        final var tx = broker.newWriteOnlyTransaction();
        tx.delete(LogicalDatastoreType.OPERATIONAL, AutoMapPaths.STATE);
        tx.commit().addCallback(new FutureCallback<CommitInfo>() {
            @Override
            public void onSuccess(final CommitInfo result) {
                closed.set(Empty.value());
            }

            @Override
            public void onFailure(final Throwable cause) {
                LOG.warn("alto-automap:auto-map-state cannot be removed", cause);
                closed.set(Empty.value());
            }
        }, executor);
    }
}

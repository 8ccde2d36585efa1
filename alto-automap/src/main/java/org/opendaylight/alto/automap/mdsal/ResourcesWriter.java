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
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.automap.compute.MapSet;
import org.opendaylight.alto.automap.pace.Timer;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.common.api.CommitInfo;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.Resources;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.yang.common.Empty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes {@code alto-resources:resources} in the operational datastore, of which it is the only writer.
 *
 * <p>Each write replaces the whole container in one transaction: readers see a network map only with the cost maps that
 * belong to it, what is no longer made disappears, and a write after a failure needs nothing of the one before. There
 * is no write while all tags stay the same, and never more than one at a time; of what is published meanwhile the last
 * is written next.
 *
 * <p>All methods are called on the executor's one thread.
 */
@SuppressFBWarnings(value = "NP_NONNULL_FIELD_NOT_INITIALIZED_IN_CONSTRUCTOR",
    justification = "SpotBugs does not see @Nullable, which is a type annotation")
final class ResourcesWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ResourcesWriter.class);
    private static final DataObjectIdentifier<Resources> PATH =
        DataObjectIdentifier.builder(Resources.class).build();
    /** How long to wait after a failure. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final DataBroker broker;
    private final Executor executor;
    private final Timer timer;
    private final SettableFuture<Empty> closed = SettableFuture.create();

    private @Nullable Computed wanted;
    private SortedMap<ResourceId, String> written = new TreeMap<>();
    private boolean committing;
    private boolean failing;
    private boolean closing;

    ResourcesWriter(final DataBroker broker, final Executor executor, final Timer timer) {
        this.broker = broker;
        this.executor = executor;
        this.timer = timer;
    }

    /** Maps, and how long they took to compute. */
    private record Computed(MapSet maps, Duration took) {
    }

    void publish(final MapSet maps, final Duration took) {
        wanted = new Computed(maps, took);
        write();
    }

    /**
     * Writes no more.
     *
     * @return completes when no commit is under way
     */
    ListenableFuture<Empty> close() {
        closing = true;
        if (!committing) {
            closed.set(Empty.value());
        }
        return closed;
    }

    private void write() {
        final var next = wanted;
        if (closing || committing || next == null || next.maps.tags().equals(written)) {
            return;
        }
        final var tx = broker.newWriteOnlyTransaction();
        tx.put(LogicalDatastoreType.OPERATIONAL, PATH, ResourcesTranslator.toResources(next.maps));
        committing = true;
        tx.commit().addCallback(new FutureCallback<CommitInfo>() {
            @Override
            public void onSuccess(final CommitInfo result) {
                committed(next);
            }

            @Override
            public void onFailure(final Throwable cause) {
                failed(cause);
            }
        }, executor);
    }

    private void committed(final Computed done) {
        committing = false;
        if (failing) {
            failing = false;
            LOG.info("{} can be written again", PATH);
        }
        final var before = written;
        written = done.maps.tags();
        log(done, before);
        writeOrClose();
    }

    private void failed(final Throwable cause) {
        committing = false;
        // what is there now is not known, so the next write must happen whatever the tags are
        written = new TreeMap<>();
        if (failing) {
            LOG.debug("{} still cannot be written", PATH, cause);
        } else {
            failing = true;
            LOG.warn("{} cannot be written, will try again every {} ms until it works", PATH, RETRY_AFTER.toMillis(),
                cause);
        }
        if (closing) {
            closed.set(Empty.value());
        } else {
            timer.after(RETRY_AFTER, this::write);
        }
    }

    private void writeOrClose() {
        if (closing) {
            closed.set(Empty.value());
        } else {
            write();
        }
    }

    private static void log(final Computed done, final SortedMap<ResourceId, String> before) {
        final var maps = done.maps;
        final var networkMap = maps.networkMapTag();
        final long millis = done.took.toMillis();
        if (!networkMap.tag().equals(before.get(networkMap.resourceId()))) {
            final var pids = maps.networkMap().pids();
            LOG.info("Published network map {} tag {}: {} PIDs, {} prefixes, computed in {} ms",
                networkMap.resourceId(), networkMap.tag(), pids.size(),
                maps.networkMap().prefixCount(), millis);
        }
        maps.costMaps().forEach((id, tagged) -> {
            if (!tagged.tag().equals(before.get(id))) {
                LOG.info("Published cost map {} tag {}: {}, {} costs, computed in {} ms", id, tagged.tag(),
                    tagged.map().type(), tagged.map().costCount(), millis);
            }
        });
    }
}

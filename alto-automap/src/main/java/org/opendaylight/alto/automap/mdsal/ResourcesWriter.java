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
import org.opendaylight.alto.automap.before.MapSet;
import org.opendaylight.alto.automap.pace.Timer;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.WriteTransaction;
import org.opendaylight.mdsal.common.api.CommitInfo;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.mdsal.dom.api.DOMDataBroker;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.ResourcesBuilder;
import org.opendaylight.yangtools.yang.common.Empty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the computed maps to {@code alto-resources:resources} in the operational datastore. There it is the only
 * writer of the entries with their ids and of {@code default-network-map}; it leaves the entries of others alone.
 *
 * <p>One transaction writes every map whose tag changed, and removes the maps that are no longer made. As the tag of a
 * cost map depends on the version of its network map, readers see a network map only with the cost maps that belong to
 * it. There is no write while all tags stay the same, and never more than one at a time; of what is published meanwhile
 * the last is written next. The first write, and each after a failure, writes all maps, as it is not known what is
 * there.
 *
 * <p>All methods are called on the executor's one thread.
 */
@SuppressFBWarnings(value = "NP_NONNULL_FIELD_NOT_INITIALIZED_IN_CONSTRUCTOR",
    justification = "SpotBugs does not see @Nullable, which is a type annotation")
final class ResourcesWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ResourcesWriter.class);
    /** How long to wait after a failure. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    /** In place of a tag: the map may be there, in whatever version. No tag is empty. */
    private static final String UNKNOWN = "";

    private final DataBroker broker;
    private final DOMDataBroker domBroker;
    private final Executor executor;
    private final Timer timer;
    private final SettableFuture<Empty> closed = SettableFuture.create();

    private @Nullable Computed wanted;
    private SortedMap<ResourceId, String> written = new TreeMap<>();
    private boolean committing;
    private boolean failing;
    private boolean closing;
    private boolean removing;

    ResourcesWriter(final DataBroker broker, final DOMDataBroker domBroker, final Executor executor,
            final Timer timer) {
        this.broker = broker;
        this.domBroker = domBroker;
        this.executor = executor;
        this.timer = timer;
        // another member of the cluster may have written them
        written.put(MapSet.NETWORK_MAP, UNKNOWN);
        MapSet.COST_MAPS.forEach(id -> written.put(id, UNKNOWN));
    }

    /** Maps, and how long they took to compute. */
    private record Computed(MapSet maps, Duration took) {
    }

    void publish(final MapSet maps, final Duration took) {
        wanted = new Computed(maps, took);
        write();
    }

    /**
     * Writes no more maps.
     *
     * @param remove whether to remove what was published
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
        final var next = wanted;
        if (closing || committing || next == null || next.maps.tags().equals(written)) {
            return;
        }
        final var tx = broker.newWriteOnlyTransaction();
        putChanged(tx, next.maps);
        committing = true;
        tx.commit().addCallback(new FutureCallback<CommitInfo>() {
            @Override
            public void onSuccess(final CommitInfo result) {
                committed(next);
            }

            @Override
            public void onFailure(final Throwable cause) {
                failed(next.maps, cause);
            }
        }, executor);
    }

    private void putChanged(final WriteTransaction tx, final MapSet maps) {
        final var tags = maps.tags();
        final var networkMap = maps.networkMapTag();
        if (!networkMap.tag().equals(written.get(networkMap.resourceId()))) {
            tx.merge(LogicalDatastoreType.OPERATIONAL, ResourcePaths.RESOURCES, new ResourcesBuilder()
                .setDefaultNetworkMap(ResourcesTranslator.toId(networkMap.resourceId())).build());
            tx.put(LogicalDatastoreType.OPERATIONAL, ResourcePaths.networkMap(networkMap.resourceId()),
                ResourcesTranslator.toNetworkMap(maps));
        }
        maps.costMaps().forEach((id, tagged) -> {
            if (!tagged.tag().equals(written.get(id))) {
                tx.put(LogicalDatastoreType.OPERATIONAL, ResourcePaths.costMap(id),
                    ResourcesTranslator.toCostMap(id, tagged));
            }
        });
        // only cost maps: there always is the one network map
        written.keySet().stream().filter(id -> !tags.containsKey(id)).forEach(
            id -> tx.delete(LogicalDatastoreType.OPERATIONAL, ResourcePaths.costMap(id)));
    }

    private void committed(final Computed done) {
        committing = false;
        if (failing) {
            failing = false;
            LOG.info("The computed maps can be written again");
        }
        final var before = written;
        written = done.maps.tags();
        log(done, before);
        if (closing) {
            end();
        } else {
            write();
        }
    }

    private void failed(final MapSet maps, final Throwable cause) {
        committing = false;
        final var unknown = new TreeMap<>(written);
        unknown.putAll(maps.tags());
        unknown.replaceAll((id, tag) -> UNKNOWN);
        written = unknown;
        if (failing) {
            LOG.debug("The computed maps still cannot be written", cause);
        } else {
            failing = true;
            LOG.warn("The computed maps cannot be written, will try again every {} ms until it works",
                RETRY_AFTER.toMillis(), cause);
        }
        if (closing) {
            end();
        } else {
            timer.after(RETRY_AFTER, this::write);
        }
    }

    private void end() {
        if (!removing) {
            closed.set(Empty.value());
            return;
        }
        final var tx = domBroker.newWriteOnlyTransaction();
        tx.delete(LogicalDatastoreType.OPERATIONAL, ResourcePaths.DEFAULT_NETWORK_MAP_LEAF);
        tx.delete(LogicalDatastoreType.OPERATIONAL, ResourcePaths.networkMapNode(MapSet.NETWORK_MAP));
        written.keySet().stream().filter(id -> !id.equals(MapSet.NETWORK_MAP)).forEach(
            id -> tx.delete(LogicalDatastoreType.OPERATIONAL, ResourcePaths.costMapNode(id)));
        tx.commit().addCallback(new FutureCallback<CommitInfo>() {
            @Override
            public void onSuccess(final CommitInfo result) {
                LOG.info("Removed {}", written.keySet());
                closed.set(Empty.value());
            }

            @Override
            public void onFailure(final Throwable cause) {
                LOG.warn("{} cannot be removed and stay until the controller restarts", written.keySet(), cause);
                closed.set(Empty.value());
            }
        }, executor);
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

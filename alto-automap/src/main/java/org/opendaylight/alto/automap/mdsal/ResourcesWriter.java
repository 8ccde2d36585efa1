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
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.automap.compute.Differences;
import org.opendaylight.alto.automap.compute.MapSet;
import org.opendaylight.alto.automap.pace.Timer;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.Versioned;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.mdsal.dom.api.DOMDataBroker;
import org.opendaylight.mdsal.dom.api.DOMDataTreeWriteTransaction;
import org.opendaylight.yangtools.yang.common.Empty;
import org.opendaylight.yangtools.yang.data.api.schema.ContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the computed maps to {@code alto-resources:resources} in the operational datastore. There it is the only
 * writer of the entries that name it as their publisher and of {@code default-network-map}; it leaves the entries of
 * others alone.
 *
 * <p>One transaction writes of every map whose tag changed the PIDs or rows that changed, and removes the maps that are
 * no longer made. As the tag of a cost map depends on the version of its network map, readers see a network map only
 * with the cost maps that belong to it. There is no write while all tags stay the same, and never more than one at a
 * time; of what is published meanwhile the last is written next. The first write, and each after a failure, writes all
 * maps, as it is not known what is there.
 *
 * <p>All methods are called on the executor's one thread.
 */
@SuppressFBWarnings(value = "NP_NONNULL_FIELD_NOT_INITIALIZED_IN_CONSTRUCTOR",
    justification = "SpotBugs does not see @Nullable, which is a type annotation")
final class ResourcesWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ResourcesWriter.class);
    /** How long to wait after a failure. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    /** The network map that is the default one if it is made. */
    static final ResourceId DEFAULT_NETWORK_MAP = new ResourceId("default-network-map");

    private final DOMDataBroker broker;
    private final Executor executor;
    private final Timer timer;
    private final SettableFuture<Empty> closed = SettableFuture.create();
    /** Maps that may be there in whatever version, of another member of the cluster or after a failure. */
    private final SortedSet<ResourceId> strayNetworkMaps = new TreeSet<>();
    private final SortedSet<ResourceId> strayCostMaps = new TreeSet<>();

    private @Nullable Computed wanted;
    private MapSet written = MapSet.EMPTY;
    /** Whether it is known which maps are there. */
    private boolean knows;
    private boolean committing;
    private boolean failing;
    private boolean closing;
    private boolean removing;

    ResourcesWriter(final DOMDataBroker broker, final Executor executor, final Timer timer) {
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
        if (closing || committing || next == null) {
            return;
        }
        if (!knows) {
            look();
            return;
        }
        if (next.maps.tags().equals(written.tags()) && strayNetworkMaps.isEmpty() && strayCostMaps.isEmpty()) {
            return;
        }
        final var tx = broker.newWriteOnlyTransaction();
        putChanged(tx, next.maps);
        committing = true;
        tx.commit().addCallback(callback(done -> committed(next), cause -> failed(next.maps, cause)), executor);
    }

    /** Looks which maps are there. */
    private void look() {
        committing = true;
        final var tx = broker.newReadOnlyTransaction();
        final var read = tx.read(LogicalDatastoreType.OPERATIONAL, ResourcePaths.RESOURCES);
        read.addListener(tx::close, executor);
        read.addCallback(ResourcesWriter.<Optional<NormalizedNode>>callback(resources -> {
            committing = false;
            knows = true;
            if (resources.orElse(null) instanceof ContainerNode there) {
                ResourceNodes.forEachPublished(there, ResourceNodes.NETWORK_MAP, strayNetworkMaps::add);
                ResourceNodes.forEachPublished(there, ResourceNodes.COST_MAP, strayCostMaps::add);
            }
            goOn();
        }, cause -> {
            committing = false;
            retry("The maps of the datastore cannot be read", cause);
        }), executor);
    }

    private void putChanged(final DOMDataTreeWriteTransaction tx, final MapSet maps) {
        maps.networkMaps().forEach((id, map) -> {
            final var before = written.networkMaps().get(id);
            if (before == null) {
                tx.put(LogicalDatastoreType.OPERATIONAL, ResourcePaths.networkMap(id),
                    ResourceNodes.networkMap(map));
            } else if (!before.vtag().equals(map.vtag())) {
                NetworkMapChange.write(tx, id, before, map);
            }
        });
        maps.costMaps().forEach((id, map) -> {
            final var before = written.costMaps().get(id);
            if (before == null || !before.map().type().equals(map.map().type())) {
                tx.put(LogicalDatastoreType.OPERATIONAL, ResourcePaths.costMap(id),
                    ResourceNodes.costMap(map));
            } else if (!before.vtag().equals(map.vtag())) {
                putRows(tx, id, before, map);
            }
        });
        putDefault(tx, maps);
        forEachGone(maps, (id, isNetworkMap) -> tx.delete(LogicalDatastoreType.OPERATIONAL,
            isNetworkMap ? ResourcePaths.networkMap(id) : ResourcePaths.costMap(id)));
    }

    private static void putRows(final DOMDataTreeWriteTransaction tx, final ResourceId id,
            final Versioned<CostMap> before, final Versioned<CostMap> after) {
        tx.merge(LogicalDatastoreType.OPERATIONAL, ResourcePaths.costMap(id),
            ResourceNodes.costMapHead(after));
        final var rows = new TreeMap<Pid, CostRow>();
        Differences.forEach(before.map().rows(), after.map().rows(), (pid, row) -> {
            if (row == null) {
                tx.delete(LogicalDatastoreType.OPERATIONAL, ResourcePaths.source(id, pid));
            } else {
                rows.put(pid, row);
            }
        });
        // rows are long and may be many
        rows.entrySet().parallelStream()
            .map(entry -> Map.entry(ResourcePaths.source(id, entry.getKey()),
                ResourceNodes.source(entry.getKey(), entry.getValue())))
            .forEachOrdered(entry -> tx.put(LogicalDatastoreType.OPERATIONAL, entry.getKey(), entry.getValue()));
    }

    /** Clients of the service without a map id get the map of this name, or else the first one. */
    private static @Nullable ResourceId defaultOf(final MapSet maps) {
        return maps.networkMaps().containsKey(DEFAULT_NETWORK_MAP) ? DEFAULT_NETWORK_MAP
            : maps.networkMaps().keySet().stream().findFirst().orElse(null);
    }

    private void putDefault(final DOMDataTreeWriteTransaction tx, final MapSet maps) {
        final var id = defaultOf(maps);
        if (id != null && !id.equals(defaultOf(written))) {
            tx.merge(LogicalDatastoreType.OPERATIONAL, ResourcePaths.RESOURCES, ResourceNodes.defaultNetworkMap(id));
        }
    }

    /** Tells the maps that may be there and are not made any more, and whether each is a network map. */
    private void forEachGone(final MapSet maps, final BiConsumer<ResourceId, Boolean> action) {
        final var networkMaps = new TreeSet<>(written.networkMaps().keySet());
        networkMaps.addAll(strayNetworkMaps);
        networkMaps.removeAll(maps.networkMaps().keySet());
        networkMaps.forEach(id -> action.accept(id, true));
        final var costMaps = new TreeSet<>(written.costMaps().keySet());
        costMaps.addAll(strayCostMaps);
        costMaps.removeAll(maps.costMaps().keySet());
        costMaps.forEach(id -> action.accept(id, false));
    }

    private void committed(final Computed done) {
        committing = false;
        if (failing) {
            failing = false;
            LOG.info("The computed maps can be written again");
        }
        log(done, written);
        if (defaultOf(done.maps) == null && defaultOf(written) != null) {
            removeDefault();
        }
        written = done.maps;
        strayNetworkMaps.clear();
        strayCostMaps.clear();
        goOn();
    }

    /** What is written next is of later transactions, so nothing waits for this one. */
    private void removeDefault() {
        final var tx = broker.newWriteOnlyTransaction();
        tx.delete(LogicalDatastoreType.OPERATIONAL, ResourcePaths.DEFAULT_NETWORK_MAP);
        tx.commit().addCallback(callback(result -> { },
            cause -> LOG.warn("default-network-map names a map that is no longer made", cause)), executor);
    }

    private void goOn() {
        if (closing) {
            end();
        } else {
            write();
        }
    }

    private void failed(final MapSet maps, final Throwable cause) {
        committing = false;
        strayNetworkMaps.addAll(written.networkMaps().keySet());
        strayNetworkMaps.addAll(maps.networkMaps().keySet());
        strayCostMaps.addAll(written.costMaps().keySet());
        strayCostMaps.addAll(maps.costMaps().keySet());
        written = MapSet.EMPTY;
        retry("The computed maps cannot be written", cause);
    }

    private void retry(final String what, final Throwable cause) {
        if (failing) {
            LOG.debug("{} still", what, cause);
        } else {
            failing = true;
            LOG.warn("{}, will try again every {} ms until it works", what, RETRY_AFTER.toMillis(), cause);
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
        final var tx = broker.newWriteOnlyTransaction();
        tx.delete(LogicalDatastoreType.OPERATIONAL, ResourcePaths.DEFAULT_NETWORK_MAP);
        final var gone = new TreeSet<ResourceId>();
        forEachGone(MapSet.EMPTY, (id, isNetworkMap) -> {
            tx.delete(LogicalDatastoreType.OPERATIONAL,
                isNetworkMap ? ResourcePaths.networkMap(id) : ResourcePaths.costMap(id));
            gone.add(id);
        });
        tx.commit().addCallback(callback(result -> {
            LOG.info("Removed {}", gone);
            closed.set(Empty.value());
        }, cause -> {
            LOG.warn("{} cannot be removed and stay until the controller restarts", gone, cause);
            closed.set(Empty.value());
        }), executor);
    }

    private static <T> FutureCallback<T> callback(final Consumer<T> success,
            final Consumer<Throwable> failure) {
        return new FutureCallback<>() {
            @Override
            public void onSuccess(final T result) {
                success.accept(result);
            }

            @Override
            public void onFailure(final Throwable cause) {
                failure.accept(cause);
            }
        };
    }

    private static void log(final Computed done, final MapSet before) {
        final long millis = done.took.toMillis();
        done.maps.networkMaps().forEach((id, map) -> {
            final var old = before.networkMaps().get(id);
            if (old == null || !old.vtag().equals(map.vtag())) {
                LOG.info("Published network map {} tag {}: {} PIDs, {} prefixes, computed in {} ms", id,
                    map.vtag().tag(), map.map().pids().size(), map.map().prefixCount(), millis);
            }
        });
        done.maps.costMaps().forEach((id, map) -> {
            final var old = before.costMaps().get(id);
            if (old == null || !old.map().networkMap().equals(map.map().networkMap())) {
                LOG.info("Published cost map {} tag {}: {}, {} costs, computed in {} ms", id, map.vtag().tag(),
                    map.map().type(), map.map().costCount(), millis);
            } else if (!old.vtag().equals(map.vtag())) {
                LOG.debug("Published cost map {} tag {}: {} costs, computed in {} ms", id, map.vtag().tag(),
                    map.map().costCount(), millis);
            }
        });
    }
}

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

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.automap.before.MapSet;
import org.opendaylight.alto.automap.before.NetworkState;
import org.opendaylight.alto.automap.pace.PacedTask;
import org.opendaylight.alto.core.host.HostChange;
import org.opendaylight.alto.core.service.HostDirectory;
import org.opendaylight.alto.core.service.PathService;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.core.service.TopologyService;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.dom.api.DOMDataBroker;
import org.opendaylight.yangtools.yang.common.Empty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the maps of the datastore true to the network, from creation to {@link #close}.
 *
 * <p>The maps are computed once at the start, out of what is known then: a controller that knows no host yet says so,
 * by a map in which every address is in the default PID. From then on they are computed anew after every change, at
 * the pace of {@link PacedTask}, from the snapshots that the services have at that moment.
 */
@SuppressFBWarnings(value = { "NP_NONNULL_FIELD_NOT_INITIALIZED_IN_CONSTRUCTOR", "NP_STORE_INTO_NONNULL_FIELD" },
    justification = "SpotBugs does not see @Nullable, which is a type annotation")
final class MapRenewal {
    private static final Logger LOG = LoggerFactory.getLogger(MapRenewal.class);

    private final ScheduledThreadPoolExecutor executor;
    private final ResourcesWriter writer;
    private final PacedTask renewal;
    private final List<Registration> registrations;
    private final AtomicBoolean pathsChanged = new AtomicBoolean(true);
    private final HostDirectory hosts;
    private final TopologyService topology;
    private final PathService paths;
    private final int maxPairs;

    // Only on the thread of the executor: that of the maps handed to the writer, null if there are none.
    private @Nullable NetworkState published;

    MapRenewal(final DataBroker broker, final DOMDataBroker domBroker, final HostDirectory hosts,
            final TopologyService topology, final PathService paths, final Duration idleGap, final Duration maxAge,
            final int maxPairs) {
        this.hosts = hosts;
        this.topology = topology;
        this.paths = paths;
        this.maxPairs = maxPairs;
        executor = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "alto-automap"),
            new ThreadPoolExecutor.DiscardPolicy());
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        final var timer = new ExecutorTimer(executor);
        writer = new ResourcesWriter(broker, domBroker, executor, timer);
        renewal = new PacedTask(timer, idleGap, maxAge, this::renew);
        // A change of links comes with a change of paths, and a switch without hosts has none.
        registrations = List.of(
            hosts.onChange((table, changes) -> {
                if (!changes.stream().allMatch(HostChange::isOnlySeen)) {
                    renewal.changed();
                }
            }),
            topology.onChange(renewal::changed),
            paths.onChange(() -> {
                pathsChanged.set(true);
                renewal.changed();
            }));
        renewal.changed();
    }

    /**
     * Stops.
     *
     * @param remove whether to remove what was published; if not, it stays in the datastore, for who goes on with it
     * @return completes when nothing more will be written
     */
    ListenableFuture<Empty> close(final boolean remove) {
        registrations.forEach(Registration::close);
        final var closed = Futures.submitAsync(() -> writer.close(remove), executor);
        closed.addListener(executor::shutdown, MoreExecutors.directExecutor());
        return closed;
    }

    private void renew() {
        // first the flag, then the snapshots: a change in between makes one run too many, not one too few
        final boolean newPaths = pathsChanged.getAndSet(false);
        final var state = NetworkState.of(topology.topology(), hosts.hosts());
        if (!newPaths && state.equals(published)) {
            LOG.debug("Nothing changed that maps depend on");
            return;
        }
        published = null;
        final long start = System.nanoTime();
        final var maps = MapSet.compute(state, maxPairs, paths::paths);
        writer.publish(maps, Duration.ofNanos(System.nanoTime() - start));
        published = state;
    }
}

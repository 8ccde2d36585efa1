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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicReference;
import org.opendaylight.alto.automap.compute.MapMaker;
import org.opendaylight.alto.automap.compute.MapResult;
import org.opendaylight.alto.automap.compute.NetworkChanges;
import org.opendaylight.alto.automap.pace.PacedTask;
import org.opendaylight.alto.core.host.HostChange;
import org.opendaylight.alto.core.service.HostCostService;
import org.opendaylight.alto.core.service.HostDirectory;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.core.service.TopologyService;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.dom.api.DOMDataBroker;
import org.opendaylight.yangtools.yang.common.Empty;

/**
 * Keeps the maps of the datastore true to the network and to what is wanted, from creation to {@link #close}.
 *
 * <p>The maps are computed once at the start, out of what is known then: a controller that knows no host yet says so,
 * by a map in which every address is in the default PID. From then on they are computed anew after every change, at
 * the pace of {@link PacedTask}, from one snapshot of the network at that moment.
 */
final class MapRenewal {
    private final ScheduledThreadPoolExecutor executor;
    private final ResourcesWriter writer;
    private final RenewalStatus status;
    private final PacedTask renewal;
    private final List<Registration> registrations;
    private final AtomicReference<NetworkChanges> changes = new AtomicReference<>(NetworkChanges.NONE);
    private final MapSpecSource wanted;
    private final HostCostService costs;
    private final MapMaker maker = new MapMaker(System::nanoTime);
    private final Clock clock = Clock.systemUTC();

    // only on the thread of the executor: what was handed to the writer
    private MapResult result = MapResult.NONE;

    /**
     * Starts.
     *
     * @param broker where the status of maps is written
     * @param domBroker where maps are written, in the same datastore
     * @param network the network
     * @param wanted which maps are wanted
     * @param idleGap as of {@link PacedTask}
     * @param maxAge as of {@link PacedTask}
     */
    MapRenewal(final DataBroker broker, final DOMDataBroker domBroker, final Network network,
            final MapSpecSource wanted, final Duration idleGap, final Duration maxAge) {
        this.wanted = wanted;
        costs = network.costs;
        executor = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "alto-automap"),
            new ThreadPoolExecutor.DiscardPolicy());
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        final var timer = new ExecutorTimer(executor);
        writer = new ResourcesWriter(domBroker, executor, timer);
        status = new RenewalStatus(broker, executor);
        renewal = new PacedTask(timer, idleGap, maxAge, this::renew);
        registrations = List.of(
            network.hosts.onChange((table, hostChanges) -> {
                if (!hostChanges.stream().allMatch(HostChange::isOnlySeen)) {
                    renewal.changed();
                }
            }),
            network.topology.onChange(renewal::changed),
            costs.onPathChange(() -> changed(NetworkChanges.PATHS)),
            costs.onMetricChange(() -> changed(NetworkChanges.METRICS)),
            wanted.listeners().add(renewal::changed));
        renewal.changed();
    }

    /**
     * What maps are made of.
     *
     * @param hosts the hosts
     * @param topology switches and links
     * @param costs the costs between hosts
     */
    record Network(HostDirectory hosts, TopologyService topology, HostCostService costs) {
    }

    /**
     * Stops.
     *
     * @param remove whether to remove what was published; if not, it stays in the datastore, for who goes on with it
     * @return completes when nothing more will be written
     */
    ListenableFuture<?> close(final boolean remove) {
        registrations.forEach(Registration::close);
        final ListenableFuture<List<Empty>> closed = Futures.submitAsync(
            () -> Futures.allAsList(writer.close(remove), status.close(remove)), executor);
        closed.addListener(executor::shutdown, MoreExecutors.directExecutor());
        return closed;
    }

    private void changed(final NetworkChanges change) {
        changes.accumulateAndGet(change, NetworkChanges::and);
        renewal.changed();
    }

    private void renew() {
        final var definitions = wanted.definitions();
        if (definitions.isEmpty()) {
            // it is not yet known what is wanted; we will hear
            return;
        }
        status.wanted(definitions.orElseThrow());
        // first the changes, then the snapshot: a change in between makes one run too many, not one too few
        final var since = changes.getAndSet(NetworkChanges.NONE);
        final long start = System.nanoTime();
        final var before = result;
        result = MapResult.NONE;
        final var next = maker.make(definitions.orElseThrow().specs(), costs.snapshot(), since, before);
        final var took = Duration.ofNanos(System.nanoTime() - start);
        writer.publish(next.maps(), took);
        result = next;
        status.report(next.reports().values(), clock.instant(), took);
    }
}

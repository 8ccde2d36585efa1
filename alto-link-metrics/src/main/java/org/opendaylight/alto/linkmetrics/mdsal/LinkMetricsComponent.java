/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.mdsal;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.SettableFuture;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.opendaylight.alto.core.link.LinkStatus;
import org.opendaylight.alto.core.link.ProbeCosts;
import org.opendaylight.alto.core.map.CostContext;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.path.LinkMeasure;
import org.opendaylight.alto.core.service.ChangeListeners;
import org.opendaylight.alto.core.service.LinkDirectory;
import org.opendaylight.alto.core.service.PathMetricSource;
import org.opendaylight.alto.core.service.TopologyService;
import org.opendaylight.alto.linkmetrics.measure.LinkTable;
import org.opendaylight.alto.linkmetrics.measure.MetricSnapshot;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.DataTreeModification;
import org.opendaylight.mdsal.binding.api.NotificationService;
import org.opendaylight.mdsal.binding.api.RpcService;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.mdsal.singleton.api.ClusterSingletonService;
import org.opendaylight.mdsal.singleton.api.ClusterSingletonServiceProvider;
import org.opendaylight.mdsal.singleton.api.ServiceGroupIdentifier;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.links.rev261125.LinkMetrics;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNodeConnector;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.Nodes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.node.NodeConnector;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.Node;
import org.opendaylight.yang.gen.v1.urn.opendaylight.port.statistics.rev131214.FlowCapableNodeConnectorStatisticsData;
import org.opendaylight.yangtools.binding.DataObjectReference;
import org.opendaylight.yangtools.concepts.Registration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures links. Every cluster member reads the counters of ports, which are in the datastore; one at a time sends
 * probes and writes the links' metrics there. All state is of one thread; what others ask for is answered from the
 * newest snapshot, of which there is one each second.
 */
@Component(service = { PathMetricSource.class, LinkDirectory.class }, immediate = true)
public final class LinkMetricsComponent
        implements PathMetricSource, LinkDirectory, ClusterSingletonService, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LinkMetricsComponent.class);
    private static final ServiceGroupIdentifier GROUP = new ServiceGroupIdentifier("alto-link-metrics");
    private static final Duration SNAPSHOTS = Duration.ofSeconds(1);
    private static final Duration WRITES = Duration.ofSeconds(3);
    private static final long WITHDRAW_SECONDS = 2;

    private final ChangeListeners listeners = new ChangeListeners();
    private final LongSupplier nanoTime = System::nanoTime;
    private final Clock clock = Clock.systemUTC();
    private final Worker worker = new Worker(Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().name("alto-link-metrics").daemon().factory()));
    private final DataBroker broker;
    private final NotificationService notifications;
    private final RpcService rpcs;
    private final TopologyService topology;
    private final List<Registration> registrations;
    private final org.opendaylight.alto.core.service.Registration topologyReg;
    private final Registration singleton;

    // only on the worker's thread
    private final LinkTable table = new LinkTable(Settings.DEFAULT.measure());
    private Settings settings = Settings.DEFAULT;
    private Optional<ProbeLoop> probing = Optional.empty();
    private Optional<LinksWriter> writer = Optional.empty();
    private MetricSnapshot told;

    private volatile MetricSnapshot snapshot;
    private volatile ProbeCosts costs = ProbeCosts.NONE;

    /**
     * Starts to read counters, and offers to probe on this member.
     *
     * @param broker datastores
     * @param notifications source of packets
     * @param rpcs way to the switches
     * @param topology switches and links
     * @param singletons decides which member probes
     */
    @Activate
    public LinkMetricsComponent(@Reference final DataBroker broker, @Reference final NotificationService notifications,
            @Reference final RpcService rpcs, @Reference final TopologyService topology,
            @Reference final ClusterSingletonServiceProvider singletons) {
        this.broker = broker;
        this.notifications = notifications;
        this.rpcs = rpcs;
        this.topology = topology;
        snapshot = table.snapshot(nanoTime.getAsLong(), clock.instant());
        told = snapshot;
        final var connectors = DataObjectReference.builder(Nodes.class).child(Node.class).child(NodeConnector.class);
        registrations = List.of(
            broker.registerTreeChangeListener(LogicalDatastoreType.CONFIGURATION,
                DataObjectReference.builder(LinkMetrics.class).build(), this::settingsChanged),
            broker.registerTreeChangeListener(LogicalDatastoreType.OPERATIONAL,
                connectors.augmentation(FlowCapableNodeConnector.class).build(), this::portsChanged),
            broker.registerTreeChangeListener(LogicalDatastoreType.OPERATIONAL,
                DataObjectReference.builder(Nodes.class).child(Node.class).child(NodeConnector.class)
                    .augmentation(FlowCapableNodeConnectorStatisticsData.class).build(), this::countersChanged));
        topologyReg = topology.onChange(() -> worker.execute(this::topologyChanged));
        worker.execute(this::topologyChanged);
        worker.repeat(this::takeStock, SNAPSHOTS);
        worker.repeat(() -> writer.ifPresent(into -> into.write(snapshot.links(), costs)), WRITES);
        singleton = singletons.registerClusterSingletonService(this);
        LOG.info("Link metrics started");
    }

    private void settingsChanged(final List<DataTreeModification<LinkMetrics>> changes) {
        final var after = Settings.of(changes.getLast().getRootNode().dataAfter());
        worker.execute(() -> {
            LOG.info("Links are measured with {}", after);
            settings = after;
            table.settings(after.measure());
            topologyChanged();
        });
    }

    private void portsChanged(final List<DataTreeModification<FlowCapableNodeConnector>> changes) {
        for (final var change : changes) {
            InventoryTranslator.toPort(change.path().firstKeyOf(NodeConnector.class)).ifPresent(port -> {
                final var after = change.getRootNode().dataAfter();
                final var speed = after == null ? null : InventoryTranslator.toSpeed(after);
                worker.execute(() -> table.speed(port, speed));
            });
        }
    }

    private void countersChanged(final List<DataTreeModification<FlowCapableNodeConnectorStatisticsData>> changes) {
        final long now = nanoTime.getAsLong();
        for (final var change : changes) {
            final var after = change.getRootNode().dataAfter();
            final var statistics = after == null ? null : after.getFlowCapableNodeConnectorStatistics();
            if (statistics != null) {
                InventoryTranslator.toPort(change.path().firstKeyOf(NodeConnector.class)).ifPresent(port -> {
                    final var counters = InventoryTranslator.toCounters(statistics, now);
                    worker.execute(() -> table.counters(port, counters));
                });
            }
        }
    }

    private void topologyChanged() {
        final var now = topology.topology();
        table.topology(now);
        probing.ifPresent(loop -> loop.set(now, settings));
    }

    private void takeStock() {
        final var next = table.snapshot(nanoTime.getAsLong(), clock.instant());
        costs = probing.map(ProbeLoop::costs).orElse(ProbeCosts.NONE);
        snapshot = next;
        if (next.differsFrom(told)) {
            told = next;
            listeners.fire();
        }
    }

    @Override
    public SortedSet<CostMetric> metrics() {
        return snapshot.offered();
    }

    @Override
    public CostContext context(final CostMetric metric) {
        return snapshot.settings().context(metric);
    }

    @Override
    public List<LinkMeasure> measures(final List<CostMetric> metrics) {
        final var now = snapshot;
        return metrics.stream().map(now::measure).toList();
    }

    @Override
    public org.opendaylight.alto.core.service.Registration onChange(final Runnable listener) {
        return listeners.add(listener);
    }

    @Override
    public List<LinkStatus> links() {
        return snapshot.links();
    }

    @Override
    public ProbeCosts probeCosts() {
        return costs;
    }

    @Override
    public ServiceGroupIdentifier getIdentifier() {
        return GROUP;
    }

    @Override
    public void instantiateServiceInstance() {
        worker.execute(() -> {
            final var loop = new ProbeLoop(table, notifications, rpcs, worker, nanoTime);
            loop.set(topology.topology(), settings);
            probing = Optional.of(loop);
            writer = Optional.of(new LinksWriter(broker, worker));
        });
    }

    @Override
    public ListenableFuture<?> closeServiceInstance() {
        // the rules stay: the member that takes over needs them
        return onWorker(done -> {
            stopProbing();
            done.set(null);
        });
    }

    private void stopProbing() {
        probing.ifPresent(ProbeLoop::close);
        probing = Optional.empty();
        writer = Optional.empty();
    }

    private ListenableFuture<?> onWorker(final Consumer<SettableFuture<Object>> task) {
        final var done = SettableFuture.create();
        worker.execute(() -> task.accept(done));
        return done;
    }

    /** Stops. If this member was the one that probed, it takes its rules off the switches; another one puts its own. */
    @Deactivate
    @Override
    public void close() {
        topologyReg.close();
        registrations.forEach(Registration::close);
        withdrawRules();
        singleton.close();
        worker.shutdown();
        LOG.info("Link metrics stopped");
    }

    private void withdrawRules() {
        try {
            onWorker(done -> done.setFuture(probing.<ListenableFuture<?>>map(ProbeLoop::withdraw)
                .orElse(Futures.immediateVoidFuture()))).get(WITHDRAW_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The rules for probes may still be on some switches", e);
        }
    }
}

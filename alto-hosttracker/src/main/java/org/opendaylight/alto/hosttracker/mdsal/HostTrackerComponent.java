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

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.service.TopologyService;
import org.opendaylight.alto.hosttracker.tracking.TrackerSettings;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.NotificationService;
import org.opendaylight.mdsal.binding.api.RpcProviderService;
import org.opendaylight.mdsal.binding.api.RpcService;
import org.opendaylight.mdsal.singleton.api.ClusterSingletonService;
import org.opendaylight.mdsal.singleton.api.ClusterSingletonServiceProvider;
import org.opendaylight.mdsal.singleton.api.ServiceGroupIdentifier;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.ProbeHost;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.ProbeHostInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.ProbeHostOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.hosts.rev261125.ProbeHostOutputBuilder;
import org.opendaylight.yangtools.concepts.Registration;
import org.opendaylight.yangtools.yang.common.ErrorType;
import org.opendaylight.yangtools.yang.common.RpcResult;
import org.opendaylight.yangtools.yang.common.RpcResultBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host tracker as a component: runs on one cluster member at a time. That member learns from the switches whose
 * packets come to it, which are those that it owns.
 */
@Component(service = { }, configurationPid = "org.opendaylight.alto.hosttracker")
@Designate(ocd = HostTrackerConfig.class)
public final class HostTrackerComponent implements ClusterSingletonService, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HostTrackerComponent.class);
    private static final ServiceGroupIdentifier GROUP = new ServiceGroupIdentifier("alto-hosttracker");
    private static final long WITHDRAW_SECONDS = 2;

    private final DataBroker broker;
    private final NotificationService notifications;
    private final RpcService rpcs;
    private final TopologyService topology;
    private final TrackerSettings settings;
    private final PuntSettings punt;
    private final RpcProviderService rpcProvider;
    private final int packetsPerSecond;
    private final Registration reg;

    private Optional<Running> running = Optional.empty();

    private record Running(TrackerLoop loop, PuntRules rules, Registration rpc) {
    }

    /**
     * Offers to run on this member.
     *
     * @param broker datastores
     * @param notifications source of packets
     * @param rpcs way to the switches
     * @param rpcProvider where the tracker's own RPC is offered
     * @param topology switches and links
     * @param singletons decides which member runs
     * @param config what the operator set
     * @throws IllegalArgumentException if the operator set something that is out of range
     */
    @Activate
    public HostTrackerComponent(@Reference final DataBroker broker,
            @Reference final NotificationService notifications, @Reference final RpcService rpcs,
            @Reference final RpcProviderService rpcProvider, @Reference final TopologyService topology,
            @Reference final ClusterSingletonServiceProvider singletons, final HostTrackerConfig config) {
        this.broker = broker;
        this.notifications = notifications;
        this.rpcs = rpcs;
        this.rpcProvider = rpcProvider;
        this.topology = topology;
        packetsPerSecond = ConfigReader.packetsPerSecond(config);
        settings = ConfigReader.tracker(config);
        punt = ConfigReader.punt(config);
        LOG.info("Host tracker configured: {}, {}", settings, punt);
        reg = singletons.registerClusterSingletonService(this);
    }

    @Override
    public ServiceGroupIdentifier getIdentifier() {
        return GROUP;
    }

    @Override
    public synchronized void instantiateServiceInstance() {
        final var executor = newExecutor();
        final var loop = new TrackerLoop(broker, notifications, rpcs, topology, settings, packetsPerSecond, executor,
            new SteadyClock());
        running = Optional.of(new Running(loop, new PuntRules(broker, rpcs, punt, executor),
            rpcProvider.registerRpcImplementation((ProbeHost) input -> probe(loop, input))));
        loop.start();
    }

    private static ListenableFuture<RpcResult<ProbeHostOutput>> probe(final TrackerLoop loop,
            final ProbeHostInput input) {
        final var answer = Futures.transform(loop.ask(IpAddr.parse(input.requireAddress().stringValue())),
            host -> RpcResultBuilder.success(new ProbeHostOutputBuilder()
                .setHost(host.map(HostTranslator::toOutput).orElse(null)).build()).build(),
            MoreExecutors.directExecutor());
        return Futures.catching(answer, IllegalStateException.class,
            e -> RpcResultBuilder.<ProbeHostOutput>failed().withError(ErrorType.APPLICATION, e.getMessage()).build(),
            MoreExecutors.directExecutor());
    }

    @Override
    public synchronized ListenableFuture<?> closeServiceInstance() {
        final var was = running;
        running = Optional.empty();
        if (was.isEmpty()) {
            return Futures.immediateVoidFuture();
        }
        was.orElseThrow().rpc.close();
        // the rules stay: the member that takes over needs them
        was.orElseThrow().rules.close();
        return was.orElseThrow().loop.close();
    }

    /** Stops. If this member was the one that ran, it takes its rules off the switches; another member puts its own. */
    @Deactivate
    @Override
    public void close() {
        withdrawRules();
        reg.close();
    }

    private synchronized void withdrawRules() {
        final var rules = running.map(Running::rules);
        if (rules.isEmpty()) {
            return;
        }
        try {
            rules.orElseThrow().withdraw().get(WITHDRAW_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The rules for the controller may still be on some switches", e);
        }
    }

    private static OrderedExecutor newExecutor() {
        return new OrderedExecutor(Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("alto-hosttracker").daemon().factory()));
    }
}

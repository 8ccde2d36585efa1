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
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opendaylight.alto.core.service.TopologyService;
import org.opendaylight.alto.hosttracker.tracking.TrackerSettings;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.NotificationService;
import org.opendaylight.mdsal.binding.api.RpcService;
import org.opendaylight.mdsal.singleton.api.ClusterSingletonService;
import org.opendaylight.mdsal.singleton.api.ClusterSingletonServiceProvider;
import org.opendaylight.mdsal.singleton.api.ServiceGroupIdentifier;
import org.opendaylight.yangtools.concepts.Registration;
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
    private final Registration reg;

    private Optional<Running> running = Optional.empty();

    private record Running(TrackerLoop loop, PuntRules rules) {
    }

    /**
     * Offers to run on this member.
     *
     * @param broker datastores
     * @param notifications source of packets
     * @param rpcs way to the switches
     * @param topology switches and links
     * @param singletons decides which member runs
     * @param config what the operator set
     * @throws IllegalArgumentException if the operator set something that is out of range
     */
    @Activate
    public HostTrackerComponent(@Reference final DataBroker broker,
            @Reference final NotificationService notifications, @Reference final RpcService rpcs,
            @Reference final TopologyService topology, @Reference final ClusterSingletonServiceProvider singletons,
            final HostTrackerConfig config) {
        this.broker = broker;
        this.notifications = notifications;
        this.rpcs = rpcs;
        this.topology = topology;
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
        final var loop = new TrackerLoop(broker, notifications, rpcs, topology, settings, executor, new SteadyClock());
        running = Optional.of(new Running(loop, new PuntRules(broker, rpcs, punt, executor)));
        loop.start();
    }

    @Override
    public synchronized ListenableFuture<?> closeServiceInstance() {
        final var was = running;
        running = Optional.empty();
        if (was.isEmpty()) {
            return Futures.immediateVoidFuture();
        }
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
        if (running.isEmpty()) {
            return;
        }
        try {
            running.orElseThrow().rules.withdraw().get(WITHDRAW_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The rules for ARP and LLDP may still be on some switches", e);
        }
    }

    private static OrderedExecutor newExecutor() {
        return new OrderedExecutor(Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("alto-hosttracker").daemon().factory()));
    }
}

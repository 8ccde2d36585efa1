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
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.service.HostCostService;
import org.opendaylight.alto.core.service.HostDirectory;
import org.opendaylight.alto.core.service.TopologyService;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.dom.api.DOMDataBroker;
import org.opendaylight.mdsal.singleton.api.ClusterSingletonService;
import org.opendaylight.mdsal.singleton.api.ClusterSingletonServiceProvider;
import org.opendaylight.mdsal.singleton.api.ServiceGroupIdentifier;
import org.opendaylight.yangtools.concepts.Registration;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the maps of the network, on one member of the cluster at a time. Settings are in
 * {@code etc/org.opendaylight.alto.automap.cfg}.
 *
 * <p>When the component goes for good, the maps that it published go, too. They stay when somebody will go on with
 * them: another member of the cluster, or this component with other settings.
 */
@SuppressFBWarnings(value = { "NP_NONNULL_FIELD_NOT_INITIALIZED_IN_CONSTRUCTOR", "NP_STORE_INTO_NONNULL_FIELD" },
    justification = "SpotBugs does not see @Nullable, which is a type annotation")
@Component(service = { }, configurationPid = AutoMap.PID)
@Designate(ocd = AutoMap.Configuration.class)
public final class AutoMap implements ClusterSingletonService, AutoCloseable {
    static final String PID = "org.opendaylight.alto.automap";

    private static final Logger LOG = LoggerFactory.getLogger(AutoMap.class);
    private static final ServiceGroupIdentifier GROUP = new ServiceGroupIdentifier("alto-automap");

    /** How long the removal of the maps may hold up whoever stops the bundle. */
    private static final long REMOVAL_SECONDS = 10;

    /** What an operator may set. */
    @ObjectClassDefinition(name = "ALTO auto-map", description = "Network and cost maps computed from the network")
    public @interface Configuration {
        /**
         * How long nothing must change for the network to be quiet.
         *
         * @return milliseconds
         */
        @AttributeDefinition(name = "idle-gap-milliseconds", min = "0",
            description = "Maps are computed at once when the network changes after it was quiet for this time, in "
                + "milliseconds. Changes that come sooner wait until it is quiet again.")
        int idle$_$gap$_$milliseconds() default 50;

        /**
         * How long to wait at most.
         *
         * @return milliseconds
         */
        @AttributeDefinition(name = "max-age-milliseconds", min = "0",
            description = "Maps are computed at the latest when a change is so old, in milliseconds, even if the "
                + "network goes on changing. Not less than the idle gap.")
        int max$_$age$_$milliseconds() default 500;
    }

    private final DataBroker broker;
    private final DOMDataBroker domBroker;
    private final MapRenewal.Network network;
    private final MapSpecSource wanted;
    private final Duration idleGap;
    private final Duration maxAge;
    private final Registration registration;

    // guarded by this
    private @Nullable MapRenewal renewal;
    private ListenableFuture<?> closed = Futures.immediateVoidFuture();
    private boolean leaving;

    @Activate
    public AutoMap(@Reference final DataBroker broker, @Reference final DOMDataBroker domBroker,
            @Reference final ClusterSingletonServiceProvider singletons, @Reference final HostDirectory hosts,
            @Reference final TopologyService topology, @Reference final HostCostService costs,
            @Reference final MapSpecSource wanted, final Configuration configuration) {
        this.broker = broker;
        this.domBroker = domBroker;
        this.wanted = wanted;
        network = new MapRenewal.Network(hosts, topology, costs);
        final int idleMillis = atLeast("idle-gap-milliseconds", configuration.idle$_$gap$_$milliseconds(), 0);
        idleGap = Duration.ofMillis(idleMillis);
        maxAge = Duration.ofMillis(
            atLeast("max-age-milliseconds", configuration.max$_$age$_$milliseconds(), idleMillis));
        // last: we may be called at once
        registration = singletons.registerClusterSingletonService(this);
    }

    private static int atLeast(final String name, final int value, final int min) {
        if (value < min) {
            throw new IllegalArgumentException(PID + ": " + name + " is " + value + ", must be " + min + " or more");
        }
        return value;
    }

    @Override
    public ServiceGroupIdentifier getIdentifier() {
        return GROUP;
    }

    @Override
    public synchronized void instantiateServiceInstance() {
        if (leaving) {
            return;
        }
        LOG.info("This member computes the maps");
        renewal = new MapRenewal(broker, domBroker, network, wanted, idleGap, maxAge);
    }

    @Override
    public ListenableFuture<?> closeServiceInstance() {
        return stop(false);
    }

    private synchronized ListenableFuture<?> stop(final boolean remove) {
        final var current = renewal;
        if (current != null) {
            LOG.info("This member computes the maps no longer");
            renewal = null;
            closed = current.close(remove);
        }
        return closed;
    }

    /**
     * Stops, and removes the maps if this member publishes them, unless the component will be back at once because its
     * settings changed, or the whole controller stops: then another member of the cluster, if there is one, takes over
     * and replaces them, and clients see no gap.
     *
     * @param context that of our bundle
     * @param reason one of the deactivation reasons of {@link ComponentConstants}
     */
    @Deactivate
    void deactivate(final BundleContext context, final int reason) {
        if (reason != ComponentConstants.DEACTIVATION_REASON_CONFIGURATION_MODIFIED
                && reason != ComponentConstants.DEACTIVATION_REASON_CONFIGURATION_DELETED
                && context.getBundle(Constants.SYSTEM_BUNDLE_ID).getState() != Bundle.STOPPING) {
            remove();
        }
        close();
    }

    /** Removes the maps before any other member can own them. */
    private void remove() {
        final ListenableFuture<?> removed;
        synchronized (this) {
            leaving = true;
            removed = stop(true);
        }
        try {
            // our classes are gone when the bundle is
            removed.get(REMOVAL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.debug("Does not wait for the removal of the maps", e);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The computed maps are not removed after {} s", REMOVAL_SECONDS, e);
        }
    }

    /** Stops. What was published stays. */
    @Override
    public void close() {
        registration.close();
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.mdsal;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.service.ChangeListeners;
import org.opendaylight.alto.core.service.EndpointCostService;
import org.opendaylight.alto.core.service.PathService;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.northbound.catalog.CatalogState;
import org.opendaylight.alto.northbound.spi.ResourceFeed;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Tells other bundles of what the server answers. A new catalogue is told of at once; changes of the network, of which
 * there may be many, once in a while.
 */
@SuppressFBWarnings(value = { "NP_NONNULL_FIELD_NOT_INITIALIZED_IN_CONSTRUCTOR", "NP_STORE_INTO_NONNULL_FIELD" },
    justification = "SpotBugs does not see @Nullable, which is a type annotation")
@Component(service = ResourceFeed.class)
public final class MdsalResourceFeed implements ResourceFeed {
    /** How long changes of the network are collected. */
    private static final Duration PACE = Duration.ofMillis(200);

    private final MdsalResourcePool pool;
    private final ChangeListeners listeners = new ChangeListeners();
    private final AtomicReference<@Nullable EndpointCostService> endpointCosts = new AtomicReference<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
        new ThreadFactoryBuilder().setNameFormat("alto-feed-%d").setDaemon(true).build());
    private final AtomicBoolean told = new AtomicBoolean();
    private final Registration catalogs;
    private final AtomicReference<Registration> paths = new AtomicReference<>(() -> { });

    /**
     * Starts telling.
     *
     * @param pool has the catalogue
     */
    @Activate
    public MdsalResourceFeed(@Reference final MdsalResourcePool pool) {
        this.pool = pool;
        catalogs = pool.onChange(listeners::fire);
    }

    /**
     * Starts telling of changes of the network.
     *
     * @param service knows of them
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
        policyOption = ReferencePolicyOption.GREEDY)
    void bindPaths(final PathService service) {
        paths.getAndSet(service.onChange(this::networkChanged)).close();
        networkChanged();
    }

    /**
     * Stops telling of changes of the network. If another service came meanwhile, its registration is in the place.
     *
     * @param service does not know of them any more, and forgets who listens
     */
    void unbindPaths(final PathService service) {
        networkChanged();
    }

    /**
     * Starts answering with endpoint costs.
     *
     * @param service who computes them
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
        policyOption = ReferencePolicyOption.GREEDY)
    void bindEndpointCosts(final EndpointCostService service) {
        endpointCosts.set(service);
        networkChanged();
    }

    /**
     * Stops answering with endpoint costs, unless somebody else computes them already.
     *
     * @param service who does not compute them any more
     */
    void unbindEndpointCosts(final EndpointCostService service) {
        if (endpointCosts.compareAndSet(service, null)) {
            networkChanged();
        }
    }

    @Override
    public State now() {
        return new CatalogState(pool.catalog(), Optional.ofNullable(endpointCosts.get()));
    }

    @Override
    public Registration onChange(final Runnable listener) {
        return listeners.add(listener);
    }

    private void networkChanged() {
        if (told.compareAndSet(false, true)) {
            try {
                executor.schedule(() -> {
                    told.set(false);
                    listeners.fire();
                }, PACE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                // nobody listens any more
                told.set(false);
            }
        }
    }

    /** Stops telling. */
    @Deactivate
    void close() {
        paths.get().close();
        catalogs.close();
        executor.shutdown();
    }
}

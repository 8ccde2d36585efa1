/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mdsal;

import static java.util.Objects.requireNonNull;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.opendaylight.alto.core.path.Origin;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.singleton.api.ClusterSingletonService;
import org.opendaylight.mdsal.singleton.api.ClusterSingletonServiceProvider;
import org.opendaylight.mdsal.singleton.api.ServiceGroupIdentifier;
import org.opendaylight.yangtools.concepts.Registration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Installs predicted paths that were asked for, on one cluster member at a time; what is asked of the others is not
 * installed. May be used from any thread.
 */
@Component(service = ForcedPaths.class)
public final class ForcedPaths implements ClusterSingletonService, AutoCloseable {
    private static final ServiceGroupIdentifier GROUP = new ServiceGroupIdentifier("alto-frm-checker");

    private final DataBroker broker;
    private final PathFinders finders;
    private final Registration reg;

    private volatile Optional<PathForcer> running = Optional.empty();

    @Activate
    public ForcedPaths(@Reference final DataBroker broker, @Reference final PathFinders finders,
            @Reference final ClusterSingletonServiceProvider singletons) {
        this.broker = requireNonNull(broker);
        this.finders = requireNonNull(finders);
        reg = singletons.registerClusterSingletonService(this);
    }

    /** Looks at an answer; if it is a prediction for all packets of a pair, that is to be installed. Never blocks. */
    void answered(final PathQuery query, final PathAnswer answer) {
        final var forcer = running;
        if (forcer.isPresent() && query.protocol().isEmpty()
            && answer.traces().stream().anyMatch(trace -> trace.origin().kind() == Origin.Kind.PREDICTED)) {
            forcer.orElseThrow().predicted(query);
        }
    }

    @Override
    public ServiceGroupIdentifier getIdentifier() {
        return GROUP;
    }

    @Override
    public void instantiateServiceInstance() {
        running = Optional.of(new PathForcer(broker, finders, Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("alto-forced-paths").daemon().factory()), Clock.systemUTC()));
    }

    @Override
    public ListenableFuture<?> closeServiceInstance() {
        final var was = running;
        running = Optional.empty();
        was.ifPresent(PathForcer::close);
        return Futures.immediateVoidFuture();
    }

    @Deactivate
    @Override
    public void close() {
        reg.close();
    }
}

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
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.northbound.catalog.CatalogBuilder;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.catalog.ResourcePool;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.DataListener;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.Resources;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.concepts.Registration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the catalogue equal to {@code alto-resources:resources} of the operational datastore. A change makes a new
 * catalogue on a thread of our own, and changes that come in the meantime make one together. Runs on every cluster
 * member and writes nothing.
 */
@Component(service = ResourcePool.class)
public final class MdsalResourcePool implements ResourcePool, DataListener<Resources>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MdsalResourcePool.class);

    private final ExecutorService executor = Executors.newSingleThreadExecutor(new ThreadFactoryBuilder()
        .setNameFormat("alto-catalog-%d")
        .setDaemon(true)
        .setUncaughtExceptionHandler((thread, failure) -> LOG.error("The catalogue could not be renewed", failure))
        .build());
    // what the next catalogue is made of: null if nothing is to be done, empty if the datastore is
    private final AtomicReference<@Nullable Optional<Resources>> pending = new AtomicReference<>();
    private final Registration registration;

    private volatile ResourceCatalog catalog = ResourceCatalog.EMPTY;
    // only the executor's thread uses it: what was told to the operator already
    private Set<String> knownProblems = Set.of();

    /**
     * Starts listening.
     *
     * @param broker the datastore
     */
    @Activate
    public MdsalResourcePool(@Reference final DataBroker broker) {
        registration = broker.registerDataListener(LogicalDatastoreType.OPERATIONAL,
            DataObjectIdentifier.builder(Resources.class).build(), this);
    }

    @Override
    public ResourceCatalog catalog() {
        return catalog;
    }

    @Override
    public void dataChangedTo(final @Nullable Resources data) {
        if (pending.getAndSet(Optional.ofNullable(data)) == null) {
            executor.execute(this::renew);
        }
    }

    private void renew() {
        final var latest = pending.getAndSet(null);
        if (latest == null) {
            return;
        }
        final var builder = new CatalogBuilder(catalog);
        final var renewed = CatalogTranslator.toCatalog(latest.orElse(null), builder);
        catalog = renewed;
        LOG.debug("Serving {}", renewed);

        final var problems = new HashSet<>(builder.problems());
        problems.stream().filter(problem -> !knownProblems.contains(problem)).sorted()
            .forEach(problem -> LOG.warn("Not served: {}", problem));
        knownProblems = problems;
    }

    @Deactivate
    @Override
    public void close() {
        registration.close();
        executor.shutdownNow();
    }
}

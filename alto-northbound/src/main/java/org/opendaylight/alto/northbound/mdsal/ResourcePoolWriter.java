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

import com.google.common.collect.Sets;
import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.SettableFuture;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.core.service.ResourceDirectory;
import org.opendaylight.alto.core.service.ResourceInfo;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.common.api.CommitInfo;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.mdsal.singleton.api.ClusterSingletonService;
import org.opendaylight.mdsal.singleton.api.ClusterSingletonServiceProvider;
import org.opendaylight.mdsal.singleton.api.ServiceGroupIdentifier;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.ResourcePool;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.ResourcePoolBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resource.pool.Resource;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resource.pool.ResourceBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resource.pool.ResourceKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resource.pool.resource.CostTypeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMetric;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.ResourceId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.ResourceName;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.Tag;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.opendaylight.yangtools.yang.common.Empty;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.common.Uint64;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what the server serves to {@code alto-resources:resource-pool} in the operational datastore, for those who
 * manage it. Every cluster member has the same to write, so only one of them does.
 */
@Component(service = { })
@SuppressFBWarnings(value = { "NP_NONNULL_FIELD_NOT_INITIALIZED_IN_CONSTRUCTOR", "NP_STORE_INTO_NONNULL_FIELD" },
    justification = "SpotBugs does not see @Nullable, which is a type annotation")
public final class ResourcePoolWriter implements ClusterSingletonService, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ResourcePoolWriter.class);
    private static final ServiceGroupIdentifier GROUP = new ServiceGroupIdentifier("alto-resource-pool");
    private static final DataObjectIdentifier<ResourcePool> PATH =
        DataObjectIdentifier.builder(ResourcePool.class).build();

    private final DataBroker broker;
    private final ResourceDirectory directory;
    // what comes after the end is dropped
    private final ExecutorService executor = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(), new ThreadFactoryBuilder()
            .setNameFormat("alto-resource-pool-%d")
            .setDaemon(true)
            .setUncaughtExceptionHandler((thread, failure) -> LOG.error("The resource pool was not written", failure))
            .build(), new ThreadPoolExecutor.DiscardPolicy());
    private final org.opendaylight.yangtools.concepts.Registration singleton;

    // the rest is used on the executor's thread only
    private @Nullable Registration listening;
    /** Null as long as it is not known what is there. */
    private @Nullable Map<String, ResourceInfo> written;
    private boolean committing;

    /**
     * Waits to be the one that writes.
     *
     * @param broker the datastore
     * @param directory what is served
     * @param singletons decides which cluster member writes
     */
    @Activate
    public ResourcePoolWriter(@Reference final DataBroker broker, @Reference final ResourceDirectory directory,
            @Reference final ClusterSingletonServiceProvider singletons) {
        this.broker = broker;
        this.directory = directory;
        singleton = singletons.registerClusterSingletonService(this);
    }

    @Override
    public ServiceGroupIdentifier getIdentifier() {
        return GROUP;
    }

    @Override
    public void instantiateServiceInstance() {
        executor.execute(() -> {
            // what another member wrote is not known, so all of it is replaced
            written = null;
            listening = directory.onChange(() -> executor.execute(this::write));
            write();
        });
    }

    @Override
    public ListenableFuture<?> closeServiceInstance() {
        final var closed = SettableFuture.<Empty>create();
        executor.execute(() -> {
            final var registration = listening;
            if (registration != null) {
                registration.close();
                listening = null;
            }
            closed.set(Empty.value());
        });
        return closed;
    }

    private void write() {
        if (committing || listening == null) {
            return;
        }
        final var wanted = directory.resources().stream()
            .collect(Collectors.toMap(resource -> resource.id().value(), resource -> resource, (one, other) -> one));
        if (wanted.equals(written)) {
            return;
        }
        final var tx = broker.newWriteOnlyTransaction();
        final var before = written;
        if (before == null) {
            // one put: a deletion with entries written after it is not taken by the datastore if there was nothing
            tx.put(LogicalDatastoreType.OPERATIONAL, PATH, new ResourcePoolBuilder()
                .setResource(wanted.values().stream().map(ResourcePoolWriter::toResource).collect(BindingMap.toMap()))
                .build());
        } else {
            Sets.difference(before.keySet(), wanted.keySet())
                .forEach(id -> tx.delete(LogicalDatastoreType.OPERATIONAL, pathOf(id)));
            wanted.forEach((id, resource) -> {
                if (!resource.equals(before.get(id))) {
                    tx.put(LogicalDatastoreType.OPERATIONAL, pathOf(id), toResource(resource));
                }
            });
        }
        committing = true;
        tx.commit().addCallback(new FutureCallback<CommitInfo>() {
            @Override
            public void onSuccess(final CommitInfo result) {
                executor.execute(() -> {
                    committing = false;
                    written = wanted;
                    write();
                });
            }

            @Override
            public void onFailure(final Throwable cause) {
                // the next change of a resource writes this one too
                LOG.warn("{} cannot be written", PATH, cause);
                executor.execute(() -> {
                    committing = false;
                    written = null;
                });
            }
        }, MoreExecutors.directExecutor());
    }

    private static DataObjectIdentifier<Resource> pathOf(final String id) {
        return PATH.toBuilder().child(Resource.class, new ResourceKey(new ResourceId(id))).build();
    }

    private static Resource toResource(final ResourceInfo resource) {
        return new ResourceBuilder()
            .setResourceId(new ResourceId(resource.id().value()))
            .setMediaType(resource.mediaType())
            .setAccepts(resource.accepts().orElse(null))
            .setUri(resource.path())
            .setPublisher(resource.publisher())
            .setTag(resource.tag().map(Tag::new).orElse(null))
            .setDependency(resource.uses().stream().map(id -> new ResourceId(id.value())).collect(Collectors.toSet()))
            .setCostType(resource.costTypes().stream().map(ResourcePoolWriter::toCostType)
                .collect(BindingMap.toMap()))
            .setPropType(resource.propertyTypes().stream().map(ResourceName::new).collect(Collectors.toSet()))
            .setEntries(Uint32.valueOf(resource.entries()))
            .setResEncSize(Uint64.valueOf(resource.encodedBytes()))
            .setProblem(resource.problem().orElse(null))
            .build();
    }

    private static org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resource.pool.resource
            .CostType toCostType(final CostType type) {
        return new CostTypeBuilder()
            .setCostMetric(new CostMetric(type.metric().value()))
            .setCostMode(new CostMode(type.mode().value()))
            .build();
    }

    @Deactivate
    @Override
    public void close() {
        singleton.close();
        executor.shutdown();
    }
}

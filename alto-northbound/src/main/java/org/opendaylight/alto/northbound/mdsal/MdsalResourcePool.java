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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.Versioned;
import org.opendaylight.alto.core.service.ChangeListeners;
import org.opendaylight.alto.core.service.EndpointCostService;
import org.opendaylight.alto.core.service.ResourceDirectory;
import org.opendaylight.alto.core.service.ResourceInfo;
import org.opendaylight.alto.northbound.catalog.CatalogBuilder;
import org.opendaylight.alto.northbound.catalog.EndpointCostTypes;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.catalog.ResourcePool;
import org.opendaylight.alto.northbound.catalog.RouteRegistry;
import org.opendaylight.alto.northbound.json.EncodingListener;
import org.opendaylight.alto.northbound.observe.Observations;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.mdsal.dom.api.DOMDataBroker;
import org.opendaylight.mdsal.dom.api.DOMDataTreeChangeListener;
import org.opendaylight.mdsal.dom.api.DOMDataTreeIdentifier;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.Resources;
import org.opendaylight.yangtools.concepts.Registration;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.ContainerNode;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the catalogue up to date with both datastores and with the routes of other bundles.
 *
 * <p>Each change is read and published on one thread of its own; changes that come meanwhile are taken together.
 */
@SuppressFBWarnings(value = { "NP_NONNULL_FIELD_NOT_INITIALIZED_IN_CONSTRUCTOR", "NP_STORE_INTO_NONNULL_FIELD" },
    justification = "SpotBugs does not see @Nullable, which is a type annotation")
@Component(service = { ResourcePool.class, ResourceDirectory.class, MdsalResourcePool.class })
public final class MdsalResourcePool implements ResourcePool, ResourceDirectory, AutoCloseable {
    /** The place of all resources in either datastore. */
    static final YangInstanceIdentifier PATH = YangInstanceIdentifier.of(Resources.QNAME);

    private static final Logger LOG = LoggerFactory.getLogger(MdsalResourcePool.class);

    // what comes after the end is dropped: the references go when this has been closed
    private final ExecutorService executor = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(), new ThreadFactoryBuilder()
            .setNameFormat("alto-catalog-%d")
            .setDaemon(true)
            .setUncaughtExceptionHandler((thread, failure) -> LOG.error("The catalogue could not be renewed", failure))
            .build(), new ThreadPoolExecutor.DiscardPolicy());
    private final ChangeListeners listeners = new ChangeListeners();
    private final RouteRegistry routes;
    private final Observations observations;
    private final AtomicReference<@Nullable EndpointCostService> endpointCosts = new AtomicReference<>();
    private final ResourcesReader configuredReader = new ResourcesReader(Optional.of(ResourceCatalog.OPERATOR));
    private final ResourcesReader computedReader = new ResourcesReader(Optional.empty());
    private final Source configured = new Source(configuredReader);
    private final Source computed = new Source(computedReader);
    private final List<Runnable> registrations = new ArrayList<>();
    // when the oldest change that is not in the catalogue was told
    private final Deque<Long> pending = new ArrayDeque<>();

    private volatile ResourceCatalog catalog = ResourceCatalog.EMPTY;
    private volatile boolean read;
    // only the executor's thread uses it: what was told to the operator already
    private Set<String> knownProblems = Set.of();

    /** One datastore: its tree as last told, and what was read from it. */
    private final class Source implements DOMDataTreeChangeListener {
        private final ResourcesReader reader;
        private volatile @Nullable ContainerNode tree;
        private volatile boolean told;
        private volatile DatastoreResources resources = DatastoreResources.EMPTY;

        Source(final ResourcesReader reader) {
            this.reader = reader;
        }

        @Override
        public void onDataTreeChanged(final List<DataTreeCandidate> changes) {
            tree = (ContainerNode) changes.getLast().getRootNode().dataAfter();
            told = true;
            changed();
        }

        @Override
        public void onInitialData() {
            // there is none
            told = true;
            changed();
        }

        /** Called on the executor's thread only. */
        DatastoreResources read() {
            resources = reader.read(tree);
            return resources;
        }
    }

    /**
     * Starts listening.
     *
     * @param broker the datastores
     * @param routes the routes of other bundles
     * @param observer counts versions and encodings
     */
    @Activate
    public MdsalResourcePool(@Reference final DOMDataBroker broker, @Reference final RouteRegistry routes,
            @Reference final Observer observer) {
        this.routes = routes;
        observations = observer.observations();
        final var extension = broker.extension(DOMDataBroker.DataTreeChangeExtension.class);
        if (extension == null) {
            throw new IllegalStateException("The datastore does not tell of changes");
        }
        registrations.add(routes.onChange(this::changed)::close);
        registrations.add(register(extension, LogicalDatastoreType.CONFIGURATION, configured)::close);
        registrations.add(register(extension, LogicalDatastoreType.OPERATIONAL, computed)::close);
        changed();
    }

    private static Registration register(final DOMDataBroker.DataTreeChangeExtension extension,
            final LogicalDatastoreType store, final Source source) {
        return extension.registerTreeChangeListener(DOMDataTreeIdentifier.of(store, PATH), source);
    }

    /**
     * Starts listing endpoint costs.
     *
     * @param service who computes them
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
        policyOption = ReferencePolicyOption.GREEDY)
    void bindEndpointCosts(final EndpointCostService service) {
        endpointCosts.set(service);
        changed();
    }

    /**
     * Stops listing endpoint costs, unless somebody else computes them already.
     *
     * @param service who does not compute them any more
     */
    void unbindEndpointCosts(final EndpointCostService service) {
        if (endpointCosts.compareAndSet(service, null)) {
            changed();
        }
    }

    @Override
    public ResourceCatalog catalog() {
        return catalog;
    }

    @Override
    public List<ResourceInfo> resources() {
        return catalog.resources(endpointCostTypes());
    }

    @Override
    public Optional<ResourceId> defaultNetworkMap() {
        return catalog.defaultNetworkMap();
    }

    @Override
    public Optional<Versioned<NetworkMap>> networkMap(final ResourceId id) {
        return catalog.networkMap(id.value()).map(found -> new Versioned<>(found.vtag(), found.map()));
    }

    @Override
    public Optional<Versioned<CostMap>> costMap(final ResourceId id) {
        return catalog.costMap(id.value()).map(found -> new Versioned<>(found.vtag(), found.map()));
    }

    @Override
    public org.opendaylight.alto.core.service.Registration onChange(final Runnable listener) {
        return listeners.add(listener);
    }

    /**
     * Makes the catalogue that there would be with another content of the configuration datastore. May be called from
     * any thread.
     *
     * @param tree the container {@code resources}; null if there is none
     * @return the catalogue
     * @throws IllegalArgumentException if entries that are no resources are wrong
     */
    ResourceCatalog catalogWith(final @Nullable ContainerNode tree) {
        final var resources = configuredReader.read(tree);
        if (!resources.problems().isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", resources.problems()));
        }
        return build(resources, computed.resources, EncodingListener.NONE);
    }

    private ResourceCatalog build(final DatastoreResources config, final DatastoreResources operational,
            final EncodingListener encodings) {
        final var builder = new CatalogBuilder(catalog, encodings);
        // who comes first wins an id
        config.offers().forEach(offer -> offer.addTo(builder));
        operational.offers().forEach(offer -> offer.addTo(builder));
        builder.setProperties(config.properties());
        routes.addTo(builder);
        config.defaultNetworkMap().or(operational::defaultNetworkMap).ifPresent(builder::setDefaultNetworkMap);
        return builder.build();
    }

    /**
     * Tells whether the catalogue has what was in both datastores when the server started.
     *
     * @return true for good once it is so
     */
    boolean isRead() {
        return read;
    }

    private EndpointCostTypes endpointCostTypes() {
        final var service = endpointCosts.get();
        return service == null ? EndpointCostTypes.NONE : EndpointCostTypes.of(service);
    }

    private void changed() {
        synchronized (pending) {
            pending.add(System.nanoTime());
            if (pending.size() > 1) {
                return;
            }
        }
        executor.execute(this::renew);
    }

    private void renew() {
        final long since;
        synchronized (pending) {
            since = pending.remove();
            pending.clear();
        }
        final var config = configured.read();
        final boolean complete = configured.told && computed.told;
        final var renewed = build(config, computed.read(), observations);
        // encodes what changed, so that no request has to
        renewed.directory(endpointCostTypes());
        observations.published(renewed.resources(endpointCostTypes()),
            id -> renewed.networkMap(id.value()).map(map -> map.map().pids().size()).orElse(0),
            renewed.properties().size());
        catalog = renewed;
        read |= complete;
        LOG.debug("Serving {}, {} microseconds after the change", renewed,
            TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - since));
        warn(renewed, config.problems());
        listeners.fire();
    }

    private void warn(final ResourceCatalog renewed, final List<String> others) {
        final var problems = new HashSet<>(others);
        renewed.leftOut().forEach(resource -> resource.problem().ifPresent(problem ->
            problems.add(resource.id() + ": " + problem)));
        problems.stream().filter(problem -> !knownProblems.contains(problem)).sorted()
            .forEach(problem -> LOG.warn("Not served: {}", problem));
        knownProblems = problems;
    }

    @Deactivate
    @Override
    public void close() {
        registrations.forEach(Runnable::run);
        executor.shutdownNow();
    }
}

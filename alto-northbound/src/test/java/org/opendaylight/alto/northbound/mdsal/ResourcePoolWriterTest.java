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

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableSortedSet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.Versioned;
import org.opendaylight.alto.core.service.ChangeListeners;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.core.service.ResourceDirectory;
import org.opendaylight.alto.core.service.ResourceInfo;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.mdsal.singleton.api.ClusterSingletonService;
import org.opendaylight.mdsal.singleton.api.ClusterSingletonServiceProvider;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.ResourcePool;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resource.pool.Resource;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;

class ResourcePoolWriterTest extends AbstractConcurrentDataBrokerTest {
    private static final DataObjectIdentifier<ResourcePool> POOL =
        DataObjectIdentifier.builder(ResourcePool.class).build();

    private final Listed directory = new Listed();

    /** A directory that the test fills. */
    private static final class Listed implements ResourceDirectory {
        private final ChangeListeners listeners = new ChangeListeners();
        private volatile List<ResourceInfo> resources = List.of();

        void set(final ResourceInfo... now) {
            resources = List.of(now);
            listeners.fire();
        }

        @Override
        public List<ResourceInfo> resources() {
            return resources;
        }

        @Override
        public Optional<ResourceId> defaultNetworkMap() {
            return Optional.empty();
        }

        @Override
        public Optional<Versioned<NetworkMap>> networkMap(final ResourceId id) {
            return Optional.empty();
        }

        @Override
        public Optional<Versioned<CostMap>> costMap(final ResourceId id) {
            return Optional.empty();
        }

        @Override
        public Registration onChange(final Runnable listener) {
            return listeners.add(listener);
        }
    }

    /** A cluster of this member alone. */
    private static final class Alone implements ClusterSingletonServiceProvider {
        @Override
        public org.opendaylight.yangtools.concepts.Registration registerClusterSingletonService(
                final ClusterSingletonService service) {
            service.instantiateServiceInstance();
            return service::closeServiceInstance;
        }
    }

    @BeforeEach
    void start() throws Exception {
        setup();
    }

    private static ResourceInfo resource(final String id, final String tag, final Optional<String> problem) {
        return new ResourceInfo(new ResourceId(id), "application/alto-costmap+json", Optional.empty(),
            "/alto/costmap/" + id, "operator", Optional.of(tag), ImmutableSortedSet.of(new ResourceId("n")),
            ImmutableSortedSet.of(CostType.numerical(CostMetric.HOPCOUNT)), ImmutableSortedSet.of("n.pid"), 3, 99,
            problem);
    }

    private Set<Resource> await(final Predicate<Set<Resource>> condition) {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> getDataBroker()
            .newReadOnlyTransaction().read(LogicalDatastoreType.OPERATIONAL, POOL).get()
            .map(pool -> Set.copyOf(pool.nonnullResource().values())).orElse(Set.of()), condition);
    }

    private static Set<String> tags(final Set<Resource> resources) {
        return resources.stream().map(resource -> resource.getTag().getValue()).collect(Collectors.toSet());
    }

    @Test
    void writesWhatIsListedAndFollowsIt() {
        directory.set(resource("c", "1", Optional.empty()));
        try (var writer = new ResourcePoolWriter(getDataBroker(), directory, new Alone())) {
            final var written = await(resources -> resources.size() == 1).iterator().next();
            assertEquals("/alto/costmap/c", written.getUri());
            assertEquals("operator", written.getPublisher());
            assertEquals(99, written.getResEncSize().intValue());
            assertEquals(Set.of("n"), written.getDependency().stream().map(id -> id.getValue())
                .collect(Collectors.toSet()));
            assertEquals("hopcount",
                written.nonnullCostType().values().iterator().next().getCostMetric().getValue());

            directory.set(resource("c", "2", Optional.empty()), resource("d", "3", Optional.of("it is wrong")));
            final var both = await(resources -> tags(resources).equals(Set.of("2", "3")));
            assertEquals(Set.of("it is wrong"), both.stream().map(Resource::getProblem)
                .filter(problem -> problem != null).collect(Collectors.toSet()));

            directory.set();
            await(Set::isEmpty);
        }
    }
}

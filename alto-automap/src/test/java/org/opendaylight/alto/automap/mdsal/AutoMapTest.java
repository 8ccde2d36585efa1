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

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.opendaylight.alto.core.testlib.Hosts.host;

import com.google.common.util.concurrent.FluentFuture;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.testlib.FakeHostDirectory;
import org.opendaylight.alto.core.testlib.FakePathService;
import org.opendaylight.alto.core.testlib.FakeTopologyService;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.WriteTransaction;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.mdsal.common.api.TransactionCommitFailedException;
import org.opendaylight.mdsal.singleton.api.ClusterSingletonService;
import org.opendaylight.mdsal.singleton.api.ClusterSingletonServiceProvider;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.Resources;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.ResourcesBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.CostMapKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.NetworkMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.NetworkMapKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.ResourceId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.Tag;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.opendaylight.yangtools.concepts.Registration;

class AutoMapTest extends AbstractConcurrentDataBrokerTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final DataObjectIdentifier<Resources> PATH = DataObjectIdentifier.builder(Resources.class).build();
    private static final Host A = host("00:00:00:00:00:0a", "openflow:1:1", "10.0.0.1", "2001:db8::1");
    private static final Host B = host("00:00:00:00:00:0b", "openflow:2:1", "10.0.0.2");

    private final FakeHostDirectory hosts = new FakeHostDirectory();
    private final FakeTopologyService topology = new FakeTopologyService();
    private final FakePathService paths = new FakePathService();
    private final FakeSingletons singletons = new FakeSingletons();
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    private @Nullable AutoMap autoMap;

    /** A cluster in which this member owns what it registers until the registration is closed. */
    private static final class FakeSingletons implements ClusterSingletonServiceProvider {
        private @Nullable ListenableFuture<?> closed;

        @Override
        public Registration registerClusterSingletonService(final ClusterSingletonService service) {
            service.instantiateServiceInstance();
            return () -> closed = service.closeServiceInstance();
        }
    }

    @BeforeEach
    void before() throws Exception {
        setup();
    }

    @AfterEach
    void after() throws Exception {
        stop();
    }

    private void stop() throws Exception {
        if (autoMap != null) {
            autoMap.close();
            singletons.closed.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
            autoMap = null;
        }
    }

    private static AutoMap.Configuration configuration(final int idleGap, final int maxAge, final int maxPairs) {
        final var configuration = mock(AutoMap.Configuration.class);
        doReturn(idleGap).when(configuration).idle$_$gap$_$milliseconds();
        doReturn(maxAge).when(configuration).max$_$age$_$milliseconds();
        doReturn(maxPairs).when(configuration).max$_$host$_$pairs();
        return configuration;
    }

    private void start() {
        autoMap = new AutoMap(counting(getDataBroker()), singletons, hosts, topology, paths,
            configuration(1, 10, 100));
    }

    /** The real broker, with commits counted, of which the first ones fail if the test says so. */
    private DataBroker counting(final DataBroker broker) {
        final var counted = mock(DataBroker.class);
        doAnswer(any -> {
            final var real = broker.newWriteOnlyTransaction();
            final var tx = mock(WriteTransaction.class, invocation -> {
                if (!invocation.getMethod().getName().equals("commit")) {
                    return invocation.getMethod().invoke(real, invocation.getArguments());
                }
                commits.incrementAndGet();
                if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    real.cancel();
                    return FluentFuture.from(Futures.immediateFailedFuture(
                        new TransactionCommitFailedException("on purpose")));
                }
                return real.commit();
            });
            return tx;
        }).when(counted).newWriteOnlyTransaction();
        return counted;
    }

    private @Nullable Resources read() throws Exception {
        try (var tx = getDataBroker().newReadOnlyTransaction()) {
            return tx.read(LogicalDatastoreType.OPERATIONAL, PATH).get().orElse(null);
        }
    }

    /** Network map as PID name to sorted prefixes, empty if there is none. */
    private Map<String, Set<String>> pids() throws Exception {
        final var resources = read();
        if (resources == null) {
            return Map.of();
        }
        final var map = resources.nonnullNetworkMap().get(new NetworkMapKey(new ResourceId("default-network-map")));
        return map == null ? Map.of() : map.nonnullPid().values().stream().collect(Collectors.toMap(
            pid -> pid.getName().getValue(),
            pid -> pid.getPrefix() == null ? Set.of() : pid.getPrefix().stream()
                .map(prefix -> prefix.stringValue()).collect(Collectors.toCollection(TreeSet::new))));
    }

    private Map<String, String> costs(final String id) throws Exception {
        final var costs = new TreeMap<String, String>();
        final var map = read().nonnullCostMap().get(new CostMapKey(new ResourceId(id)));
        map.nonnullSource().values().forEach(row -> row.nonnullDestination().values().forEach(cell ->
            costs.put(row.getPid().getValue() + ">" + cell.getPid().getValue(),
                cell.getNumericalCost().getValue().toString())));
        return costs;
    }

    private static Topology switches(final long... ids) {
        return Topology.of(Arrays.stream(ids).boxed().collect(Collectors.toMap(SwitchId::new, id -> Set.of())),
            Map.of());
    }

    private void awaitPids(final String... names) {
        await().atMost(DEADLINE).until(() -> pids().keySet().equals(Set.of(names)));
    }

    @Test
    void emptyNetworkIsPublishedAtStart() throws Exception {
        start();
        awaitPids("default");
        assertEquals(Map.of("default", Set.of("0.0.0.0/0", "::/0")), pids());
        assertEquals("default-network-map", read().getDefaultNetworkMap().getValue());
        assertEquals(Map.of(), costs("default-hopcount-map"));
        assertEquals(Map.of(), costs("default-routingcost-map"));
    }

    @Test
    void mapsFollowHostsSwitchesAndPaths() throws Exception {
        start();
        awaitPids("default");

        topology.set(switches(1, 2, 3));
        awaitPids("default", "openflow:1", "openflow:2", "openflow:3");

        paths.set(query -> FakePathService.hops(2));
        hosts.set(A, B);
        await().atMost(DEADLINE).until(() -> pids().get("openflow:2").equals(Set.of("10.0.0.2/32")));
        assertEquals(
            Map.of("default", Set.of("0.0.0.0/0", "::/0"), "openflow:1", Set.of("10.0.0.1/32", "2001:db8::1/128"),
                "openflow:2", Set.of("10.0.0.2/32"), "openflow:3", Set.of()),
            pids());
        final var expected = Map.of("openflow:1>openflow:1", "0.0", "openflow:1>openflow:2", "2.0",
            "openflow:2>openflow:1", "2.0", "openflow:2>openflow:2", "0.0");
        assertEquals(expected, costs("default-hopcount-map"));
        assertEquals(expected, costs("default-routingcost-map"));

        paths.set(query -> FakePathService.noPath());
        await().atMost(DEADLINE).until(() -> costs("default-hopcount-map").size() == 2);

        hosts.set();
        topology.set(Topology.EMPTY);
        awaitPids("default");
    }

    @Test
    void costMapsNameTheNetworkMapTheyWereReadWith() throws Exception {
        topology.set(switches(1, 2));
        hosts.set(A, B);
        start();
        awaitPids("default", "openflow:1", "openflow:2");
        final var resources = read();
        final var tag = resources.nonnullNetworkMap().values().iterator().next().getTag();
        assertEquals(2, resources.nonnullCostMap().size());
        resources.nonnullCostMap().values().forEach(map -> {
            assertEquals(tag, map.getNetworkMap().getTag());
            assertEquals("default-network-map", map.getNetworkMap().getResourceId().getValue());
            assertEquals("numerical", map.getCostType().getCostMode().getValue());
        });
    }

    @Test
    void restartPublishesTheSameTags() throws Exception {
        topology.set(switches(1, 2));
        hosts.set(A, B);
        start();
        awaitPids("default", "openflow:1", "openflow:2");
        final var before = read();
        stop();
        final var tx = getDataBroker().newWriteOnlyTransaction();
        tx.delete(LogicalDatastoreType.OPERATIONAL, PATH);
        tx.commit().get();
        start();
        awaitPids("default", "openflow:1", "openflow:2");
        assertEquals(before, read());
    }

    @Test
    void whatIsNoLongerMadeIsRemoved() throws Exception {
        final var tx = getDataBroker().newWriteOnlyTransaction();
        tx.put(LogicalDatastoreType.OPERATIONAL, PATH, new ResourcesBuilder()
            .setNetworkMap(BindingMap.of(new NetworkMapBuilder()
                .setResourceId(new ResourceId("left-over")).setTag(new Tag("1")).build()))
            .build());
        tx.commit().get();
        start();
        awaitPids("default");
        assertEquals(1, read().nonnullNetworkMap().size());
    }

    @Test
    void sameContentIsNotWrittenAgain() throws Exception {
        topology.set(switches(1, 2));
        hosts.set(A, B);
        paths.set(query -> FakePathService.hops(2));
        start();
        await().atMost(DEADLINE).until(() -> commits.get() == 1);
        final int asked = paths.queries();

        // paths may have changed, so they are followed again, but did not
        paths.set(query -> FakePathService.hops(2));
        await().atMost(DEADLINE).until(() -> paths.queries() == 2 * asked);
        // merely seen again, so paths are not followed; the change after it shows that this was processed
        hosts.set(A, new Host(B.mac(), B.vlan(), B.addresses(), B.attachment(), B.firstSeen(), Instant.MAX));
        topology.set(switches(1, 2, 3));
        awaitPids("default", "openflow:1", "openflow:2", "openflow:3");
        assertEquals(2, commits.get());
    }

    @Test
    void failedCommitIsRepeatedUntilItWorks() throws Exception {
        failures.set(2);
        topology.set(switches(1));
        start();
        awaitPids("default", "openflow:1");
        assertEquals(3, commits.get());
    }

    @Test
    void afterCloseNothingIsWritten() throws Exception {
        start();
        awaitPids("default");
        stop();
        final int before = commits.get();
        topology.set(switches(1));
        hosts.set(A);
        paths.set(query -> FakePathService.hops(1));
        assertEquals(before, commits.get());
        assertEquals(Set.of("default"), pids().keySet(), "what was published stays");
    }

    @Test
    void mistakeInTheConfigurationIsNamed() {
        final var refused = assertThrows(IllegalArgumentException.class,
            () -> new AutoMap(getDataBroker(), singletons, hosts, topology, paths, configuration(50, 49, 1)));
        assertEquals("org.opendaylight.alto.automap: max-age-milliseconds is 49, must be 50 or more",
            refused.getMessage());
        assertTrue(singletons.closed == null);
    }
}

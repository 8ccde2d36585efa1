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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.opendaylight.alto.core.testlib.Hosts.host;

import com.google.common.util.concurrent.ListenableFuture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.testlib.FakeHostDirectory;
import org.opendaylight.alto.core.testlib.FakeTopologyService;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.mdsal.singleton.api.ClusterSingletonService;
import org.opendaylight.mdsal.singleton.api.ClusterSingletonServiceProvider;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.Resources;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.ResourcesBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.CostMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.CostMapKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.NetworkMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.NetworkMapKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.CostTypeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.source.form.Row;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMetric;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.ResourceId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.Tag;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.opendaylight.yangtools.concepts.Registration;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.ComponentConstants;

class AutoMapTest extends AbstractConcurrentDataBrokerTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final DataObjectIdentifier<Resources> PATH = DataObjectIdentifier.builder(Resources.class).build();
    private static final Host A = host("00:00:00:00:00:0a", "openflow:1:1", "10.0.0.1", "2001:db8::1");
    private static final Host B = host("00:00:00:00:00:0b", "openflow:2:1", "10.0.0.2");

    private final FakeHostDirectory hosts = new FakeHostDirectory();
    private final FakeTopologyService topology = new FakeTopologyService();
    private final FakeHostCostService costs = new FakeHostCostService(hosts, topology);
    private final FakeSingletons singletons = new FakeSingletons();

    @TempDir
    private Path folder;
    private RecordingBroker recording;
    private MapSpecSource wanted;
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
        recording = new RecordingBroker(getDomBroker());
        for (var name : List.of("network-map", "hopcount-map", "routingcost-map")) {
            Files.copy(Path.of("src", "main", "config", "default-" + name + ".json"),
                folder.resolve("default-" + name + ".json"));
        }
        wanted = new MapSpecSource(getDataBroker(), folder, Executors.newSingleThreadScheduledExecutor());
    }

    @AfterEach
    void after() throws Exception {
        stop();
        wanted.close();
    }

    private void stop() throws Exception {
        if (autoMap != null) {
            autoMap.close();
            awaitClosed();
        }
    }

    /** What the OSGi framework does. */
    private void deactivate(final int reason, final int systemState) throws Exception {
        final var system = mock(Bundle.class);
        doReturn(systemState).when(system).getState();
        final var context = mock(BundleContext.class);
        doReturn(system).when(context).getBundle(Constants.SYSTEM_BUNDLE_ID);
        autoMap.deactivate(context, reason);
        awaitClosed();
    }

    private void awaitClosed() throws Exception {
        singletons.closed.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        autoMap = null;
    }

    private static AutoMap.Configuration configuration(final int idleGap, final int maxAge) {
        final var configuration = mock(AutoMap.Configuration.class);
        doReturn(idleGap).when(configuration).idle$_$gap$_$milliseconds();
        doReturn(maxAge).when(configuration).max$_$age$_$milliseconds();
        return configuration;
    }

    private void start() {
        autoMap = new AutoMap(getDataBroker(), recording.broker(), singletons, hosts, topology, costs,
            wanted, configuration(1, 10));
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

    private Map<String, String> rows(final String id) throws Exception {
        return read().nonnullCostMap().get(new CostMapKey(new ResourceId(id))).nonnullSource().values().stream()
            .collect(Collectors.toMap(source -> source.getPid().getValue(),
                source -> ((Row) source.getForm()).getRow().getValue()));
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
        assertEquals(Map.of(), rows("default-hopcount-map"));
        assertEquals(Map.of(), rows("default-routingcost-map"));
    }

    @Test
    void mapsFollowHostsSwitchesAndPaths() throws Exception {
        start();
        awaitPids("default");

        topology.set(switches(1, 2, 3));
        awaitPids("default", "openflow:1", "openflow:2", "openflow:3");

        costs.setByPath(2);
        hosts.set(A, B);
        await().atMost(DEADLINE).until(() -> pids().get("openflow:2").equals(Set.of("10.0.0.2/32")));
        assertEquals(
            Map.of("default", Set.of("0.0.0.0/0", "::/0"), "openflow:1", Set.of("10.0.0.1/32", "2001:db8::1/128"),
                "openflow:2", Set.of("10.0.0.2/32"), "openflow:3", Set.of()),
            pids());
        final var expected = Map.of("openflow:1", "{\"openflow:1\":0,\"openflow:2\":2}",
            "openflow:2", "{\"openflow:1\":2,\"openflow:2\":0}");
        assertEquals(expected, rows("default-hopcount-map"));
        assertEquals(expected, rows("default-routingcost-map"));

        costs.setByPath(Double.NaN);
        await().atMost(DEADLINE).until(() -> rows("default-hopcount-map").equals(
            Map.of("openflow:1", "{\"openflow:1\":0}", "openflow:2", "{\"openflow:2\":0}")));

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
            assertEquals(tag, map.getNetworkMapTag());
            assertEquals("default-network-map", map.getNetworkMap().getValue());
            assertEquals("auto-map", map.getPublisher());
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
    void entriesOfOthersSurvive() throws Exception {
        final var other = others();
        final var tx = getDataBroker().newWriteOnlyTransaction();
        tx.put(LogicalDatastoreType.OPERATIONAL, PATH, other);
        tx.commit().get();
        start();
        awaitPids("default");
        topology.set(switches(1));
        awaitPids("default", "openflow:1");
        final var networkMap = other.nonnullNetworkMap().values().iterator().next();
        final var costMap = other.nonnullCostMap().values().iterator().next();
        assertEquals(networkMap, read().nonnullNetworkMap().get(networkMap.key()));
        assertEquals(costMap, read().nonnullCostMap().get(costMap.key()));
        assertEquals(3, read().nonnullCostMap().size());

        deactivate(ComponentConstants.DEACTIVATION_REASON_BUNDLE_STOPPED, Bundle.ACTIVE);
        assertEquals(other, read());
    }

    private static Resources others() {
        return new ResourcesBuilder()
            .setNetworkMap(BindingMap.of(new NetworkMapBuilder()
                .setResourceId(new ResourceId("my-map")).setPublisher("me").setTag(new Tag("1")).build()))
            .setCostMap(BindingMap.of(new CostMapBuilder()
                .setResourceId(new ResourceId("my-costs")).setPublisher("me").setTag(new Tag("2"))
                .setNetworkMap(new ResourceId("my-map")).setNetworkMapTag(new Tag("1"))
                .setCostType(new CostTypeBuilder()
                    .setCostMetric(new CostMetric("routingcost")).setCostMode(new CostMode("ordinal")).build())
                .build()))
            .build();
    }

    @Test
    void stoppedBundleTakesItsMapsAlong() throws Exception {
        topology.set(switches(1, 2));
        hosts.set(A, B);
        start();
        awaitPids("default", "openflow:1", "openflow:2");
        deactivate(ComponentConstants.DEACTIVATION_REASON_BUNDLE_STOPPED, Bundle.ACTIVE);
        assertNull(read());
    }

    @Test
    void mapsGoWhenAServiceTheyNeedGoes() throws Exception {
        start();
        awaitPids("default");
        deactivate(ComponentConstants.DEACTIVATION_REASON_REFERENCE, Bundle.ACTIVE);
        assertNull(read());
    }

    @Test
    void mapsOfAPredecessorGoEvenIfNoneWereWrittenSince() throws Exception {
        start();
        awaitPids("default");
        stop();
        recording.failNext(Integer.MAX_VALUE);
        start();
        await().atMost(DEADLINE).until(() -> recording.commits().size() == 2);
        deactivate(ComponentConstants.DEACTIVATION_REASON_BUNDLE_STOPPED, Bundle.ACTIVE);
        assertNull(read());
    }

    @Test
    void memberThatDoesNotOwnTheMapsLeavesThem() throws Exception {
        start();
        awaitPids("default");
        final var published = read();
        autoMap.closeServiceInstance().get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        deactivate(ComponentConstants.DEACTIVATION_REASON_BUNDLE_STOPPED, Bundle.ACTIVE);
        assertEquals(published, read());
    }

    @Test
    void memberThatLeavesDoesNotBeginAnew() throws Exception {
        start();
        awaitPids("default");
        final var leaving = autoMap;
        deactivate(ComponentConstants.DEACTIVATION_REASON_BUNDLE_STOPPED, Bundle.ACTIVE);
        final int before = recording.commits().size();
        leaving.instantiateServiceInstance();
        leaving.closeServiceInstance().get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        assertEquals(before, recording.commits().size());
        assertNull(read());
    }

    @ParameterizedTest
    @CsvSource({
        ComponentConstants.DEACTIVATION_REASON_CONFIGURATION_MODIFIED + "," + Bundle.ACTIVE,
        ComponentConstants.DEACTIVATION_REASON_CONFIGURATION_DELETED + "," + Bundle.ACTIVE,
        ComponentConstants.DEACTIVATION_REASON_BUNDLE_STOPPED + "," + Bundle.STOPPING,
        ComponentConstants.DEACTIVATION_REASON_REFERENCE + "," + Bundle.STOPPING,
        ComponentConstants.DEACTIVATION_REASON_DISPOSED + "," + Bundle.STOPPING
    })
    void mapsStayForWhoGoesOn(final int reason, final int systemState) throws Exception {
        topology.set(switches(1));
        start();
        awaitPids("default", "openflow:1");
        final var published = read();
        deactivate(reason, systemState);
        assertEquals(published, read());
    }

    @Test
    void changeOfPathsWritesNoNetworkMap() throws Exception {
        topology.set(switches(1, 2));
        hosts.set(A, B);
        start();
        awaitPids("default", "openflow:1", "openflow:2");
        costs.setByPath(2);
        await().atMost(DEADLINE).until(() -> rows("default-hopcount-map").containsValue(
            "{\"openflow:1\":0,\"openflow:2\":2}"));
        assertTrue(recording.commits().getLast().stream().noneMatch(step -> step.contains("network")),
            () -> recording.commits().toString());
    }

    @Test
    void mapsFollowTheValuesOfMetrics() throws Exception {
        topology.set(switches(1, 2));
        hosts.set(A, B);
        start();
        awaitPids("default", "openflow:1", "openflow:2");
        costs.setByMetric(3);
        await().atMost(DEADLINE).until(() -> rows("default-hopcount-map").containsValue(
            "{\"openflow:1\":0,\"openflow:2\":3}"));
    }

    @Test
    void mapsComeAndGoWithTheirDefinitions() throws Exception {
        start();
        awaitPids("default");
        final var file = folder.resolve("more.json");
        Files.writeString(file, Files.readString(folder.resolve("default-hopcount-map.json"))
            .replace("default-hopcount-map", "more"));
        await().atMost(DEADLINE).until(() -> read().nonnullCostMap().size() == 3);
        Files.delete(file);
        await().atMost(DEADLINE).until(() -> read().nonnullCostMap().size() == 2);
    }

    @Test
    void sameContentIsNotWrittenAgain() throws Exception {
        topology.set(switches(1, 2));
        hosts.set(A, B);
        costs.setByPath(2);
        start();
        await().atMost(DEADLINE).until(() -> recording.commits().size() == 1);
        final int asked = costs.asked();

        // paths may have changed, so they are followed again, but did not
        costs.setByPath(2);
        await().atMost(DEADLINE).until(() -> costs.asked() == 2 * asked);
        // merely seen again, so paths are not followed; the change after it shows that this was processed
        hosts.set(A, new Host(B.mac(), B.vlan(), B.addresses(), B.attachment(), B.firstSeen(), Instant.MAX));
        topology.set(switches(1, 2, 3));
        awaitPids("default", "openflow:1", "openflow:2", "openflow:3");
        assertEquals(2, recording.commits().size());
    }

    @Test
    void failedCommitIsRepeatedUntilItWorks() throws Exception {
        recording.failNext(2);
        topology.set(switches(1));
        start();
        awaitPids("default", "openflow:1");
        assertEquals(3, recording.commits().size());
    }

    @Test
    void afterCloseNothingIsWritten() throws Exception {
        start();
        awaitPids("default");
        stop();
        final int before = recording.commits().size();
        topology.set(switches(1));
        hosts.set(A);
        costs.setByPath(1);
        assertEquals(before, recording.commits().size());
        assertEquals(Set.of("default"), pids().keySet(), "what was published stays");
    }

    @Test
    void mistakeInTheConfigurationIsNamed() {
        final var refused = assertThrows(IllegalArgumentException.class,
            () -> new AutoMap(getDataBroker(), getDomBroker(), singletons, hosts, topology, costs,
                wanted, configuration(50, 49)));
        assertEquals("org.opendaylight.alto.automap: max-age-milliseconds is 49, must be 50 or more",
            refused.getMessage());
        assertTrue(singletons.closed == null);
    }
}

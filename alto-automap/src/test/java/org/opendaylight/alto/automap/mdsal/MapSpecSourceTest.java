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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opendaylight.alto.automap.compute.MapReport;
import org.opendaylight.alto.automap.compute.MapReport.Cause;
import org.opendaylight.alto.automap.compute.SamplingError;
import org.opendaylight.alto.automap.config.Definitions;
import org.opendaylight.alto.automap.json.DefinitionReader;
import org.opendaylight.alto.automap.spec.Grouping;
import org.opendaylight.alto.automap.spec.NetworkMapSpec;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.AutoMaps;
import org.opendaylight.alto.core.service.AutoMaps.Kind;
import org.opendaylight.alto.core.service.AutoMaps.Status;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.AutoMapState;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.CostMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.cost.map.CostTypeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMetric;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMode;

/** Files and datastore together, and what the shell sees and does of them. */
class MapSpecSourceTest extends AbstractConcurrentDataBrokerTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final ResourceId NETWORK = new ResourceId("n");
    private static final ResourceId COSTS = new ResourceId("c");

    @TempDir
    private Path folder = Path.of("");
    private MapSpecSource source;
    private MdsalAutoMaps maps;

    /** Looks at the files as often as it can. */
    private static final class Eager extends ScheduledThreadPoolExecutor {
        Eager() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(final Runnable task, final long first, final long delay,
                final TimeUnit unit) {
            return super.scheduleWithFixedDelay(task, 1, 1, TimeUnit.MILLISECONDS);
        }
    }

    @BeforeEach
    void before() throws Exception {
        setup();
    }

    @AfterEach
    void after() {
        maps.close();
        source.close();
    }

    private void start() {
        source = new MapSpecSource(getDataBroker(), folder, new Eager());
        maps = new MdsalAutoMaps(getDataBroker(), source);
        awaitTrue(() -> source.definitions().isPresent());
    }

    private static void awaitTrue(final Callable<Boolean> condition) {
        await().atMost(DEADLINE).pollInterval(Duration.ofMillis(5)).until(condition);
    }

    private void file(final String name, final String json) throws IOException {
        Files.writeString(folder.resolve(name), json.replace('\'', '"'));
    }

    private static String network(final String algorithm) {
        return "{\"net-map-id\": \"n\", \"net-map-grp-alg\": \"" + algorithm + "\"}";
    }

    private static String costs(final String networkMap) {
        return "{\"cost-map-id\": \"c\", \"uses\": [\"" + networkMap + "\"], "
            + "\"cost-type\": {\"cost-mode\": \"numerical\", \"cost-metric\": \"hopcount\"}}";
    }

    private Definitions definitions() {
        return source.definitions().orElseThrow();
    }

    /** Each map with its algorithm or its network map, and its origin. */
    private Map<String, String> wanted() {
        final var wanted = new TreeMap<String, String>();
        maps.maps().forEach(map -> wanted.put(map.id().value(), map.summary() + ", " + map.origin()));
        return wanted;
    }

    private Map<String, String> complaints() {
        return definitions().complaints();
    }

    @Test
    void filesAreThereFromTheBeginning() throws Exception {
        file("a.json", network("vlan-alg"));
        file("b.json", "{}");
        start();
        assertEquals(Map.of("n", "vlan-alg, a.json"), wanted());
        assertEquals(Map.of("b.json", "neither 'net-map-id' nor 'cost-map-id' is there; one of them names the map"),
            maps.problems());
        assertEquals(DefinitionReader.read(network("vlan-alg")), DefinitionReader.read(maps.maps().getFirst().json()));
        assertEquals(Kind.NETWORK_MAP, maps.maps().getFirst().kind());
    }

    @Test
    void listenersHearOfChangesOfFilesAndDatastore() throws Exception {
        start();
        assertEquals(Map.of(), wanted());
        final var changes = new AtomicInteger();
        source.listeners().add(changes::incrementAndGet);
        file("a.json", network("vlan-alg"));
        awaitTrue(() -> changes.get() == 1);
        assertEquals(Map.of("n", "vlan-alg, a.json"), wanted());
        maps.put(costs("n"), false);
        awaitTrue(() -> changes.get() == 2);
        assertEquals(Map.of("n", "vlan-alg, a.json", "c", "hopcount on n, avg of all pairs, datastore"), wanted());
        file("a.json", "{}");
        awaitTrue(() -> changes.get() == 3);
        assertEquals(Map.of("a.json", "neither 'net-map-id' nor 'cost-map-id' is there; one of them names the map; its "
            + "last good state is in use"), complaints());
        assertEquals("vlan-alg, a.json", wanted().get("n"));
        Files.delete(folder.resolve("a.json"));
        awaitTrue(() -> changes.get() == 4);
        assertEquals(Set.of("c"), wanted().keySet());
        assertTrue(maps.maps().getFirst().problem().orElseThrow().startsWith("uses: no network map n is defined"));
    }

    @Test
    void datastoreWinsUntilItsDefinitionIsRemoved() throws Exception {
        file("a.json", network("vlan-alg"));
        start();
        assertEquals(new AutoMaps.Stored(NETWORK, Kind.NETWORK_MAP, false, true,
            List.of("It takes the place of the map of this name in the file a.json.")),
            maps.put(network("switch-alg"), false));
        awaitTrue(() -> wanted().equals(Map.of("n", "switch-alg, datastore")));
        assertTrue(maps.problems().get("a.json").startsWith("it has no effect, as auto-map/network-map=n defines"));
        assertEquals(Kind.NETWORK_MAP, maps.remove(NETWORK));
        awaitTrue(() -> wanted().equals(Map.of("n", "vlan-alg, a.json")));
        assertEquals(Map.of(), maps.problems());
        assertEquals("The file a.json defines map n; delete that file to remove the map",
            assertThrows(IllegalArgumentException.class, () -> maps.remove(NETWORK)).getMessage());
        assertEquals("There is no definition of a map c",
            assertThrows(IllegalArgumentException.class, () -> maps.remove(COSTS)).getMessage());
    }

    @Test
    void storingSaysWhatItDid() throws Exception {
        start();
        final var lonely = List.of("There is no definition of its network map n yet; the costs are computed when there "
            + "is one.");
        assertEquals(new AutoMaps.Stored(COSTS, Kind.COST_MAP, false, true, lonely), maps.put(costs("n"), true));
        assertEquals(new AutoMaps.Stored(COSTS, Kind.COST_MAP, false, true, lonely), maps.put(costs("n"), false));
        assertEquals(new AutoMaps.Stored(COSTS, Kind.COST_MAP, true, false, lonely), maps.put(costs("n"), false));
        maps.put(network("switch-alg"), false);
        awaitTrue(() -> wanted().size() == 2);
        assertEquals(new AutoMaps.Stored(COSTS, Kind.COST_MAP, true, false, List.of()), maps.put(costs("n"), false));
        assertEquals(new AutoMaps.Stored(NETWORK, Kind.NETWORK_MAP, true, true, List.of()),
            maps.put(network("vlan-alg"), false));
        assertEquals("net-map-id: the datastore has a cost map of the name c; remove it first, or take another name",
            assertThrows(InvalidMapException.class,
                () -> maps.put(network("vlan-alg").replace("\"n\"", "\"c\""), false)).getMessage());
        assertEquals("cost-map-id: the datastore has a network map of the name n; remove it first, or take another "
            + "name", assertThrows(InvalidMapException.class,
                () -> maps.put(costs("x").replace("\"c\"", "\"n\""), false))
                .getMessage());
        assertEquals("net-map-grp-alg: the field is missing", assertThrows(InvalidMapException.class,
            () -> maps.put("{\"net-map-id\": \"n\"}", false)).getMessage());
        assertEquals(Kind.COST_MAP, maps.remove(COSTS));
        awaitTrue(() -> wanted().equals(Map.of("n", "vlan-alg, datastore")));
    }

    @Test
    void checkingChangesNothing() throws Exception {
        start();
        maps.put(network("vlan-alg"), true);
        maps.put(costs("n"), false);
        awaitTrue(() -> wanted().containsKey("c"));
        assertFalse(wanted().containsKey("n"));
    }

    @Test
    void mistakeInTheDatastoreKeepsTheLastGoodState() throws Exception {
        start();
        maps.put(costs("n"), false);
        maps.put(network("vlan-alg"), false);
        awaitTrue(() -> wanted().size() == 2);
        putCosts("c", "ordinal");
        putCosts("d", "ordinal");
        awaitTrue(() -> complaints().size() == 2);
        final var why = "cost-type/cost-mode: 'ordinal' is not a mode in which costs can be computed; expected "
            + "numerical";
        assertEquals(Map.of("auto-map/cost-map=c", why + "; its last good state is in use", "auto-map/cost-map=d", why),
            complaints());
        assertEquals("hopcount on n, avg of all pairs, datastore", wanted().get("c"));
        putCosts("c", "numerical");
        putCosts("d", "numerical");
        awaitTrue(() -> complaints().isEmpty());
        assertEquals("delay-ow on n, avg of all pairs, datastore", wanted().get("c"));
        assertEquals("delay-ow on n, avg of all pairs, datastore", wanted().get("d"));
    }

    @Test
    void networkMapWinsOverACostMapOfItsName() throws Exception {
        start();
        putCosts("m", "numerical");
        awaitTrue(() -> wanted().containsKey("m"));
        final var tx = getDataBroker().newWriteOnlyTransaction();
        final var id = new ResourceId("m");
        tx.put(LogicalDatastoreType.CONFIGURATION, AutoMapPaths.networkMap(id),
            DefinitionTranslator.toData(new NetworkMapSpec(id, new Grouping.ByVlan())));
        tx.commit().get();
        awaitTrue(() -> wanted().equals(Map.of("m", "vlan-alg, datastore")));
        assertEquals(Set.of("auto-map/cost-map=m"), complaints().keySet());
    }

    private void putCosts(final String id, final String mode) throws Exception {
        final var tx = getDataBroker().newWriteOnlyTransaction();
        tx.put(LogicalDatastoreType.CONFIGURATION, AutoMapPaths.costMap(new ResourceId(id)), new CostMapBuilder()
            .setResourceId(AutoMapPaths.toId(new ResourceId(id)))
            .setNetworkMap(AutoMapPaths.toId(NETWORK))
            .setCostType(new CostTypeBuilder()
                .setCostMetric(new CostMetric("delay-ow")).setCostMode(new CostMode(mode)).build())
            .build());
        tx.commit().get();
    }

    private @Nullable AutoMapState state() throws Exception {
        try (var tx = getDataBroker().newReadOnlyTransaction()) {
            return tx.read(LogicalDatastoreType.OPERATIONAL, AutoMapPaths.STATE).get().orElse(null);
        }
    }

    @Test
    void howMapsAreIsToldToShellAndDatastore() throws Exception {
        file("a.json", network("vlan-alg"));
        file("b.json", "{}");
        start();
        maps.put(costs("x").replace("}}",
            "}, \"cost-map-group-alg\": {\"alg\": \"random-sampling\", \"count\": 10000}}"), false);
        awaitTrue(() -> wanted().size() == 2);
        final var executor = Executors.newSingleThreadExecutor();
        try {
            final var told = new RenewalStatus(getDataBroker(), executor);
            final var network = new MapReport(NETWORK, MapReport.Outcome.RENEWED,
                Set.of(Cause.HOSTS, Cause.TOPOLOGY), 2, 3, 56_789_000, Optional.empty(), Optional.empty());
            final var costs = new MapReport(COSTS, MapReport.Outcome.SAME, Set.of(Cause.NETWORK_MAP), 0, 9, 1_000_000,
                Optional.of(new SamplingError(0.25, SamplingError.Unit.COST)), Optional.empty());
            executor.submit(() -> {
                told.wanted(definitions());
                told.report(List.of(network, costs), Instant.ofEpochMilli(1234), Duration.ofMillis(60));
                told.report(List.of(network, untouched(costs)), Instant.ofEpochMilli(1235), Duration.ofMillis(40));
                told.report(List.of(untouched(network)), Instant.ofEpochMilli(1236), Duration.ofMillis(1));
            }).get();
            awaitTrue(() -> maps.maps().stream().allMatch(map -> map.status().isPresent()));
            awaitTrue(() -> state().getRenewals().getRuns().getValue().longValue() == 2);
            awaitTrue(() -> maps.maps().getLast().status().orElseThrow().computed().toEpochMilli() == 1235);
            assertEquals(List.of(
                new Status(Instant.ofEpochMilli(1234), Duration.ofMillis(1), "network map; as before", 0, 9,
                    OptionalDouble.of(0.25), 10_000),
                new Status(Instant.ofEpochMilli(1235), Duration.ofNanos(56_789_000), "hosts, topology", 2, 3,
                    OptionalDouble.empty(), 0)),
                maps.maps().stream().map(map -> map.status().orElseThrow()).toList());
            awaitTrue(() -> state().getRenewals().getRuns().getValue().longValue() == 2);
            final var state = state();
            assertEquals(3, state.getRenewals().getComputedMaps().getValue().longValue());
            assertEquals(2, state.getRenewals().getChangedMaps().getValue().longValue());
            assertEquals(100_000, state.getRenewals().getDuration().getValue().longValue());
            assertEquals(Map.of("n", "a.json null", "c", "datastore uses: no network map x is defined, so the costs "
                + "are not computed; define it, or name another one"), state.nonnullMap().values().stream().collect(
                    Collectors.toMap(map -> map.getResourceId().getValue(),
                        map -> map.getOrigin() + " " + map.getProblem())));
            assertEquals(List.of("b.json"),
                state.nonnullProblem().values().stream().map(one -> one.getPlace()).toList());

            Files.delete(folder.resolve("a.json"));
            awaitTrue(() -> !wanted().containsKey("n"));
            executor.submit(() -> told.wanted(definitions())).get();
            awaitTrue(() -> state().nonnullMap().size() == 1);
            executor.submit(() -> told.close(true)).get().get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
            assertNull(state());
            awaitTrue(() -> maps.maps().getFirst().status().isEmpty());
        } finally {
            executor.shutdownNow();
        }
    }

    private static MapReport untouched(final MapReport report) {
        return new MapReport(report.id(), MapReport.Outcome.UNTOUCHED, Set.of(), 0, report.size(), 0,
            report.samplingError(), Optional.empty());
    }

    private static MapReport report(final String problem) {
        return new MapReport(NETWORK, MapReport.Outcome.NOT_MADE, Set.of(Cause.WISH), 0, 0, 0, Optional.empty(),
            Optional.of(problem));
    }

    @Test
    void mapThatCannotBeMadeSaysWhyUntilItCan() throws Exception {
        file("a.json", network("vlan-alg"));
        start();
        final var executor = Executors.newSingleThreadExecutor();
        try {
            final var told = new RenewalStatus(getDataBroker(), executor);
            executor.submit(() -> {
                told.wanted(definitions());
                told.report(List.of(report("nobody measures it")), Instant.EPOCH, Duration.ofMillis(1));
            }).get();
            awaitTrue(() -> maps.maps().getFirst().problem().equals(Optional.of("nobody measures it")));
            assertEquals(Optional.empty(), maps.maps().getFirst().status());
            executor.submit(() -> told.report(List.of(new MapReport(NETWORK, MapReport.Outcome.RENEWED,
                Set.of(Cause.METRICS), 1, 1, 1, Optional.empty(), Optional.empty())), Instant.EPOCH,
                Duration.ofMillis(1))).get();
            awaitTrue(() -> maps.maps().getFirst().problem().isEmpty());
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void whatNobodyRemovesStays() throws Exception {
        start();
        final var executor = Executors.newSingleThreadExecutor();
        try {
            final var told = new RenewalStatus(getDataBroker(), executor);
            executor.submit(() -> told.report(List.of(report("n")), Instant.EPOCH, Duration.ofMillis(1))).get();
            awaitTrue(() -> state() != null);
            executor.submit(() -> told.close(false)).get().get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
            executor.submit(() -> told.report(List.of(report("n")), Instant.EPOCH, Duration.ofMillis(1))).get();
            assertEquals(1, state().getRenewals().getRuns().getValue().longValue());
        } finally {
            executor.shutdownNow();
        }
    }
}

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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.automap.compute.MapSet;
import org.opendaylight.alto.core.map.ContentTag;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.map.Versioned;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.Resources;

class ResourcesWriterTest extends AbstractConcurrentDataBrokerTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Pid P1 = new Pid("p1");
    private static final Pid P2 = new Pid("p2");
    private static final String HOPS = "default-hopcount-map";
    private static final String ROUTING = "default-routingcost-map";

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
    private RecordingBroker recording;
    private ResourcesWriter writer;

    @BeforeEach
    void before() throws Exception {
        setup();
        recording = new RecordingBroker(getDataBroker());
        writer = new ResourcesWriter(recording.broker(), getDomBroker(), executor, new ExecutorTimer(executor));
    }

    @AfterEach
    void after() {
        executor.shutdownNow();
    }

    /** Maps with two PIDs, of which the second is always the same, and the cost of the first one to itself. */
    private static MapSet maps(final String prefix, final Map<String, Double> costs) {
        final var networkMap = NetworkMap.of(
            Map.of(P1, List.of(IpPrefix.parse(prefix)), P2, List.of(IpPrefix.parse("192.168.0.0/16"))));
        final var tag = new VersionTag(ResourcesWriter.DEFAULT_NETWORK_MAP, ContentTag.of(networkMap));
        final var costMaps = new TreeMap<ResourceId, Versioned<CostMap>>();
        costs.forEach((id, cost) -> {
            final var map = CostMap.ofNumbers(tag, CostType.numerical(CostMetric.HOPCOUNT),
                Map.of(P1, Map.of(P1, cost)));
            costMaps.put(new ResourceId(id),
                new Versioned<>(new VersionTag(new ResourceId(id), ContentTag.of(map)), map));
        });
        return new MapSet(new TreeMap<>(Map.of(tag.resourceId(), new Versioned<>(tag, networkMap))), costMaps);
    }

    private void publish(final MapSet maps) {
        executor.execute(() -> writer.publish(maps, Duration.ZERO));
    }

    private void awaitTags(final MapSet maps) {
        final var expected = maps.tags().entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
        await().atMost(DEADLINE).until(() -> expected.equals(tags()));
    }

    private Map<String, String> tags() throws Exception {
        final var tags = new TreeMap<String, String>();
        final var resources = read();
        if (resources != null) {
            resources.nonnullNetworkMap().values().forEach(
                map -> tags.put(map.getResourceId().getValue(), map.getTag().getValue()));
            resources.nonnullCostMap().values().forEach(
                map -> tags.put(map.getResourceId().getValue(), map.getTag().getValue()));
        }
        return tags;
    }

    private @Nullable Resources read() throws Exception {
        try (var tx = getDataBroker().newReadOnlyTransaction()) {
            return tx.read(LogicalDatastoreType.OPERATIONAL, ResourcePaths.RESOURCES).get().orElse(null);
        }
    }

    private void close(final boolean remove) throws Exception {
        executor.submit(() -> writer.close(remove)).get(DEADLINE.toSeconds(), TimeUnit.SECONDS)
            .get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void onlyTheRowThatChangedIsWritten() {
        publish(maps("10.0.0.0/8", Map.of(HOPS, 1.0, ROUTING, 1.0)));
        final var next = maps("10.0.0.0/8", Map.of(HOPS, 1.0, ROUTING, 2.0));
        awaitTags(maps("10.0.0.0/8", Map.of(HOPS, 1.0, ROUTING, 1.0)));
        publish(next);
        awaitTags(next);
        assertEquals(Set.of("merge " + ROUTING, "put " + ROUTING + "/p1"), recording.commits().get(1));
    }

    @Test
    void networkMapAndItsCostMapsAreWrittenTogether() throws Exception {
        final var first = maps("10.0.0.0/8", Map.of(HOPS, 1.0, ROUTING, 1.0));
        publish(first);
        awaitTags(first);
        final var next = maps("10.0.0.0/9", Map.of(HOPS, 1.0, ROUTING, 1.0));
        publish(next);
        awaitTags(next);
        assertEquals(List.of(Set.of("put default-network-map", "put " + HOPS, "put " + ROUTING),
            Set.of("merge default-network-map", "put default-network-map/p1", "merge " + HOPS, "merge " + ROUTING)),
            recording.commits());
        final var written = read();
        assertEquals(ResourcesTranslator.toNetworkMap(next.networkMaps().values().iterator().next()),
            written.nonnullNetworkMap().values().iterator().next());
        next.costMaps().values().forEach(map -> assertEquals(ResourcesTranslator.toCostMap(map),
            written.nonnullCostMap().get(ResourcesTranslator.toCostMap(map).key())));
    }

    @Test
    void mapThatIsNoLongerMadeIsRemoved() {
        final var first = maps("10.0.0.0/8", Map.of(HOPS, 1.0, ROUTING, 1.0, "third", 1.0));
        publish(first);
        awaitTags(first);
        final var next = maps("10.0.0.0/8", Map.of(HOPS, 1.0, ROUTING, 1.0));
        publish(next);
        awaitTags(next);
        assertEquals(Set.of("delete third"), recording.commits().get(1));
    }

    @Test
    void afterAFailureEverythingIsWritten() {
        final var first = maps("10.0.0.0/8", Map.of(HOPS, 1.0, ROUTING, 1.0));
        publish(first);
        awaitTags(first);
        recording.failNext(1);
        final var next = maps("10.0.0.0/8", Map.of(HOPS, 1.0, ROUTING, 2.0));
        publish(next);
        awaitTags(next);
        assertEquals(
            List.of(Set.of("merge " + ROUTING, "put " + ROUTING + "/p1"),
                Set.of("put default-network-map", "put " + HOPS, "put " + ROUTING)),
            recording.commits().subList(1, 3));
    }

    @Test
    void mapOfAFailedCommitIsRemovedWhenItIsNoLongerMade() {
        recording.failNext(1);
        publish(maps("10.0.0.0/8", Map.of(HOPS, 1.0, ROUTING, 1.0, "third", 1.0)));
        final var next = maps("10.0.0.0/8", Map.of(HOPS, 1.0, ROUTING, 1.0));
        await().atMost(DEADLINE).until(() -> recording.commits().size() == 1);
        publish(next);
        awaitTags(next);
        assertEquals(
            Set.of("delete third", "put default-network-map", "put " + HOPS, "put " + ROUTING),
            recording.commits().get(1));
    }

    @Test
    void closeRemovesAllThatWasPublished() throws Exception {
        final var maps = maps("10.0.0.0/8", Map.of(HOPS, 1.0, ROUTING, 1.0, "third", 1.0));
        publish(maps);
        await().atMost(DEADLINE).until(() -> recording.commits().size() == 1);
        close(true);
        assertNull(read());
        publish(maps("10.0.0.0/9", Map.of(HOPS, 1.0, ROUTING, 1.0)));
        executor.submit(() -> { }).get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        assertEquals(1, recording.commits().size());
    }

    @Test
    void closeWithoutRemovalWaitsForTheCommitAndLeavesTheMaps() throws Exception {
        final var maps = maps("10.0.0.0/8", Map.of(HOPS, 1.0, ROUTING, 1.0));
        publish(maps);
        await().atMost(DEADLINE).until(() -> recording.commits().size() == 1);
        close(false);
        assertEquals(Set.of("default-network-map", HOPS, ROUTING), tags().keySet());
        assertEquals("default-network-map", read().getDefaultNetworkMap().getValue());
    }

    /** Other PIDs, and no costs. */
    private static MapSet otherMaps(final String networkMapId) {
        final var networkMap = NetworkMap.of(Map.of(P2, List.of(IpPrefix.parse("192.168.0.0/16"))));
        final var tag = new VersionTag(new ResourceId(networkMapId), ContentTag.of(networkMap));
        final var costs = CostMap.ofNumbers(tag, CostType.numerical(CostMetric.HOPCOUNT), Map.of());
        final var costTag = new VersionTag(new ResourceId(HOPS), ContentTag.of(costs));
        return new MapSet(new TreeMap<>(Map.of(tag.resourceId(), new Versioned<>(tag, networkMap))),
            new TreeMap<>(Map.of(costTag.resourceId(), new Versioned<>(costTag, costs))));
    }

    @Test
    void pidsAndRowsThatAreGoneAreRemoved() {
        final var first = maps("10.0.0.0/8", Map.of(HOPS, 1.0));
        publish(first);
        awaitTags(first);
        publish(otherMaps("default-network-map"));
        awaitTags(otherMaps("default-network-map"));
        assertEquals(Set.of("merge default-network-map", "delete default-network-map/p1", "merge " + HOPS,
            "delete " + HOPS + "/p1"), recording.commits().get(1));
    }

    @Test
    void mapsThatAnotherMemberHasMadeAreRemovedUnlessTheyAreMadeAgain() throws Exception {
        final var first = maps("10.0.0.0/8", Map.of(HOPS, 1.0, "of-the-other", 1.0));
        publish(first);
        awaitTags(first);
        close(false);
        writer = new ResourcesWriter(recording.broker(), getDomBroker(), executor, new ExecutorTimer(executor));
        final var next = maps("10.0.0.0/8", Map.of(HOPS, 1.0));
        publish(next);
        awaitTags(next);
        assertEquals(Set.of("put default-network-map", "put " + HOPS, "delete of-the-other"),
            recording.commits().get(1));
    }

    private @Nullable String defaultNetworkMap() throws Exception {
        final var resources = read();
        final var id = resources == null ? null : resources.getDefaultNetworkMap();
        return id == null ? null : id.getValue();
    }

    @Test
    void defaultNetworkMapIsThatOfTheNameOrTheFirstOrNone() throws Exception {
        publish(otherMaps("a-map"));
        awaitTags(otherMaps("a-map"));
        assertEquals("a-map", defaultNetworkMap());
        final var named = maps("10.0.0.0/8", Map.of());
        publish(named);
        awaitTags(named);
        assertEquals("default-network-map", defaultNetworkMap());
        publish(MapSet.EMPTY);
        await().atMost(DEADLINE).until(() -> defaultNetworkMap() == null);
    }
}

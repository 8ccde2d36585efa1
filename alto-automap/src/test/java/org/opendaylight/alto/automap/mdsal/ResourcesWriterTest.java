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
import org.opendaylight.alto.automap.before.MapSet;
import org.opendaylight.alto.automap.before.MapSet.TaggedCostMap;
import org.opendaylight.alto.core.map.ContentTag;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.Resources;

class ResourcesWriterTest extends AbstractConcurrentDataBrokerTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Pid P1 = new Pid("p1");
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

    /** Maps with one PID and the cost to itself. */
    private static MapSet maps(final String prefix, final Map<String, Double> costs) {
        final var networkMap = NetworkMap.of(Map.of(P1, List.of(IpPrefix.parse(prefix))));
        final var tag = new VersionTag(MapSet.NETWORK_MAP, ContentTag.of(networkMap));
        final var costMaps = new TreeMap<ResourceId, TaggedCostMap>();
        costs.forEach((id, cost) -> {
            final var map = CostMap.ofNumbers(tag, CostType.numerical(CostMetric.HOPCOUNT),
                Map.of(P1, Map.of(P1, cost)));
            costMaps.put(new ResourceId(id), new TaggedCostMap(ContentTag.of(map), map));
        });
        return new MapSet(tag, networkMap, costMaps);
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
    void onlyTheCostMapThatChangedIsWritten() {
        publish(maps("10.0.0.0/8", Map.of(HOPS, 1.0, ROUTING, 1.0)));
        final var next = maps("10.0.0.0/8", Map.of(HOPS, 1.0, ROUTING, 2.0));
        awaitTags(maps("10.0.0.0/8", Map.of(HOPS, 1.0, ROUTING, 1.0)));
        publish(next);
        awaitTags(next);
        assertEquals(Set.of("put " + ROUTING), recording.commits().get(1));
    }

    @Test
    void networkMapAndItsCostMapsAreWrittenTogether() {
        final var first = maps("10.0.0.0/8", Map.of(HOPS, 1.0, ROUTING, 1.0));
        publish(first);
        awaitTags(first);
        final var next = maps("10.0.0.0/9", Map.of(HOPS, 1.0, ROUTING, 1.0));
        publish(next);
        awaitTags(next);
        final var all = Set.of("put default-network-map", "put " + HOPS, "put " + ROUTING);
        assertEquals(List.of(all, all), recording.commits());
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
            List.of(Set.of("put " + ROUTING), Set.of("put default-network-map", "put " + HOPS, "put " + ROUTING)),
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
        close(false);
        assertEquals(Set.of("default-network-map", HOPS, ROUTING), tags().keySet());
        assertEquals("default-network-map", read().getDefaultNetworkMap().getValue());
    }
}

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

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
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
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.IetfInetUtil;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.Resources;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.ResourcesBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.CostMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.NetworkMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.CostTypeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.SourceBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.source.form.RowBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.network.map.PidBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.JsonObject;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.PidName;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.Tag;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.binding.util.BindingMap;

class ResourcesWriterTest extends AbstractConcurrentDataBrokerTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final DataObjectIdentifier<Resources> RESOURCES =
        DataObjectIdentifier.builder(Resources.class).build();
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
        recording = new RecordingBroker(getDomBroker());
        writer = new ResourcesWriter(recording.broker(), executor, new ExecutorTimer(executor));
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
            return tx.read(LogicalDatastoreType.OPERATIONAL, RESOURCES).get().orElse(null);
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
    }

    private static MapSet mapOf(final Collection<IpPrefix> prefixes) {
        final var networkMap = NetworkMap.of(Map.of(P1, prefixes));
        final var tag = new VersionTag(ResourcesWriter.DEFAULT_NETWORK_MAP, ContentTag.of(networkMap));
        return new MapSet(new TreeMap<>(Map.of(tag.resourceId(), new Versioned<>(tag, networkMap))), new TreeMap<>());
    }

    private static IpPrefix prefix(final int number) {
        return IpPrefix.parse(number % 3 == 0 ? "2001:db8:" + number + "::/48" : "10." + number + ".0.0/16");
    }

    /** However many prefixes of a PID come and go, those in the datastore are those of the map. */
    @RepeatedTest(10)
    void prefixesAreThoseOfTheMap(final RepetitionInfo repetition) throws Exception {
        final long seed = 7285_100L + repetition.getCurrentRepetition();
        final var random = new Random(seed);
        final var there = new TreeSet<IpPrefix>();
        for (int step = 0; step < 20; step++) {
            final int most = random.nextInt(4) == 0 ? 40 : 3;
            for (int i = 1 + random.nextInt(most); i > 0; i--) {
                final var prefix = prefix(random.nextInt(60));
                if (!there.remove(prefix)) {
                    there.add(prefix);
                }
            }
            if (random.nextInt(8) == 0) {
                there.clear();
            }
            final var maps = mapOf(there);
            publish(maps);
            awaitTags(maps);
            final var found = new TreeSet<IpPrefix>();
            requireNonNull(read()).nonnullNetworkMap().values().iterator().next().nonnullPid().values()
                .forEach(pid -> Optional.ofNullable(pid.getPrefix())
                    .ifPresent(all -> all.forEach(each -> found.add(IpPrefix.parse(each.stringValue())))));
            assertEquals(there, found, "seed " + seed + " step " + step);
        }
    }

    @Test
    void onlyThePrefixThatComesOrGoesIsWrittenToALargePid() {
        final var prefixes = IntStream.range(0, 60).mapToObj(ResourcesWriterTest::prefix)
            .collect(Collectors.toCollection(TreeSet::new));
        final var first = mapOf(prefixes);
        publish(first);
        awaitTags(first);
        prefixes.remove(prefix(7));
        final var second = mapOf(prefixes);
        publish(second);
        awaitTags(second);
        prefixes.add(prefix(7));
        final var third = mapOf(prefixes);
        publish(third);
        awaitTags(third);
        assertEquals(List.of(Set.of("merge default-network-map", "delete default-network-map/p1/10.7.0.0/16"),
            Set.of("merge default-network-map", "put default-network-map/p1/10.7.0.0/16")),
            recording.commits().subList(1, 3));
    }

    /** Who reads by the generated classes sees what was meant, and nothing else. */
    @Test
    void whatIsWrittenIsOfTheModel() throws Exception {
        final var networkMap = NetworkMap.of(Map.of(P1, List.of(IpPrefix.parse("10.0.0.0/8"),
            IpPrefix.parse("2001:db8::/32")), P2, List.of()));
        final var id = ResourcesWriter.DEFAULT_NETWORK_MAP;
        final var tag = new VersionTag(id, ContentTag.of(networkMap));
        final var costs = CostMap.ofNumbers(tag, CostType.numerical(CostMetric.HOPCOUNT),
            Map.of(P1, Map.of(P1, 1.0, P2, 2.5)));
        final var costTag = new VersionTag(new ResourceId(HOPS), ContentTag.of(costs));
        final var maps = new MapSet(new TreeMap<>(Map.of(id, new Versioned<>(tag, networkMap))),
            new TreeMap<>(Map.of(costTag.resourceId(), new Versioned<>(costTag, costs))));
        publish(maps);
        awaitTags(maps);
        assertEquals(new ResourcesBuilder()
            .setDefaultNetworkMap(AutoMapPaths.toId(id))
            .setNetworkMap(BindingMap.of(new NetworkMapBuilder().setResourceId(AutoMapPaths.toId(id))
                .setPublisher("auto-map").setTag(new Tag(tag.tag()))
                .setPid(BindingMap.of(
                    new PidBuilder().setName(new PidName("p1")).setPrefix(Set.of(
                        IetfInetUtil.ipPrefixFor("10.0.0.0/8"), IetfInetUtil.ipPrefixFor("2001:db8::/32"))).build(),
                    new PidBuilder().setName(new PidName("p2")).build())).build()))
            .setCostMap(BindingMap.of(new CostMapBuilder().setResourceId(AutoMapPaths.toId(costTag.resourceId()))
                .setPublisher("auto-map").setTag(new Tag(costTag.tag()))
                .setNetworkMap(AutoMapPaths.toId(id)).setNetworkMapTag(new Tag(tag.tag()))
                .setCostType(new CostTypeBuilder().setCostMode(new CostMode("numerical"))
                    .setCostMetric(new org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMetric(
                        "hopcount")).build())
                .setSource(BindingMap.of(new SourceBuilder().setPid(new PidName("p1"))
                    .setForm(new RowBuilder().setRow(new JsonObject("{\"p1\":1,\"p2\":2.5}")).build()).build()))
                .build()))
            .build(), read());
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
        assertEquals(List.of(Set.of("delete default-network-map", "delete " + HOPS, "delete " + ROUTING,
            "delete third")), recording.commits().subList(1, recording.commits().size()));
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
        writer = new ResourcesWriter(recording.broker(), executor, new ExecutorTimer(executor));
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

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

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSortedSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.northbound.Fixtures;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.IpPrefix;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv4Prefix;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv6Prefix;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.Resources;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.ResourcesBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.CostMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.CostMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.NetworkMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.NetworkMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.NetworkMapKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.cost.map.CostTypeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.cost.map.SourceBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.cost.map.source.Destination;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.cost.map.source.DestinationBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.network.map.Pid;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.network.map.PidBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMetric;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.NumericalCost;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.PidName;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.ResourceId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.Tag;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.opendaylight.yangtools.yang.common.Decimal64;

class MdsalResourcePoolTest extends AbstractConcurrentDataBrokerTest {
    private static final DataObjectIdentifier<Resources> RESOURCES =
        DataObjectIdentifier.builder(Resources.class).build();

    private MdsalResourcePool pool;

    @BeforeEach
    void start() throws Exception {
        setup();
        pool = new MdsalResourcePool(getDataBroker());
    }

    @AfterEach
    void stop() {
        pool.close();
    }

    private static Pid pid(final String name, final String... prefixes) {
        return new PidBuilder().setName(new PidName(name)).setPrefix(Arrays.stream(prefixes)
            .map(prefix -> prefix.indexOf(':') < 0 ? new IpPrefix(new Ipv4Prefix(prefix))
                : new IpPrefix(new Ipv6Prefix(prefix)))
            .collect(Collectors.toSet())).build();
    }

    private static NetworkMap networkMap(final String id, final String tag, final Pid... pids) {
        return new NetworkMapBuilder().setResourceId(new ResourceId(id)).setTag(new Tag(tag))
            .setPid(BindingMap.of(pids)).build();
    }

    private static Destination cost(final String pid, final String cost) {
        return new DestinationBuilder().setPid(new PidName(pid))
            .setNumericalCost(new NumericalCost(Decimal64.valueOf(cost).scaleTo(6))).build();
    }

    private static CostMap costMap(final String id, final String networkMapTag, final String metric,
            final Destination... fromA) {
        return new CostMapBuilder().setResourceId(new ResourceId(id)).setTag(new Tag("c"))
            .setNetworkMap(new org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.cost.map
                .NetworkMapBuilder().setResourceId(new ResourceId("n")).setTag(new Tag(networkMapTag)).build())
            .setCostType(new CostTypeBuilder().setCostMetric(new CostMetric(metric))
                .setCostMode(new CostMode("numerical")).build())
            .setSource(BindingMap.of(
                new SourceBuilder().setPid(new PidName("a")).setDestination(BindingMap.of(fromA)).build()))
            .build();
    }

    private void write(final Map<NetworkMapKey, NetworkMap> networkMaps, final CostMap... costMaps) throws Exception {
        final var tx = getDataBroker().newWriteOnlyTransaction();
        tx.put(LogicalDatastoreType.OPERATIONAL, RESOURCES, new ResourcesBuilder()
            .setDefaultNetworkMap(new ResourceId("n")).setNetworkMap(networkMaps)
            .setCostMap(BindingMap.of(costMaps)).build());
        tx.commit().get();
    }

    private ResourceCatalog awaitCatalog(final Predicate<ResourceCatalog> condition) {
        return await().atMost(Duration.ofSeconds(30)).until(pool::catalog, condition);
    }

    @Test
    void servesWhatTheDatastoreHolds() throws Exception {
        write(BindingMap.of(networkMap("n", "t1", pid("a", "192.0.2.0/24", "2001:db8::/32"),
            pid("b", "0.0.0.0/0", "::/0"))),
            costMap("c", "t1", "hopcount", cost("a", "0"), cost("b", "2.500001")));
        final var catalog = awaitCatalog(known -> known.costMap("c").isPresent());
        assertEquals(Fixtures.json("""
            {"meta":{"vtag":{"resource-id":"n","tag":"t1"}},"network-map":{
             "a":{"ipv4":["192.0.2.0/24"],"ipv6":["2001:db8::/32"]},"b":{"ipv4":["0.0.0.0/0"],"ipv6":["::/0"]}}}"""),
            Fixtures.json(catalog.networkMap("n").orElseThrow().body().toString()));
        assertEquals(Fixtures.json("""
            {"meta":{"dependent-vtags":[{"resource-id":"n","tag":"t1"}],
             "cost-type":{"cost-mode":"numerical","cost-metric":"hopcount"}},
             "cost-map":{"a":{"a":0,"b":2.500001}}}"""),
            Fixtures.json(catalog.costMap("c").orElseThrow().body().toString()));
        assertEquals("n", Fixtures.json(catalog.directory(ImmutableSortedSet.of()).toString())
            .at("/meta/default-alto-network-map").textValue());
    }

    @Test
    void readsWhatWasWrittenBeforeItStarted() throws Exception {
        write(BindingMap.of(networkMap("n", "t1", pid("a", "0.0.0.0/0"))));
        try (var late = new MdsalResourcePool(getDataBroker())) {
            await().atMost(Duration.ofSeconds(30)).until(() -> late.catalog().networkMap("n").isPresent());
        }
    }

    @Test
    void everyCatalogueIsOfOneVersion() throws Exception {
        for (int i = 1; i <= 20; i++) {
            final var tag = "t" + i;
            write(BindingMap.of(networkMap("n", tag, pid("a", "0.0.0.0/0"))),
                costMap("c", tag, "hopcount", cost("a", Integer.toString(i))));
            final var catalog = pool.catalog();
            catalog.costMap("c").ifPresent(map -> assertEquals(map.map().networkMap(),
                catalog.networkMap("n").orElseThrow().vtag()));
        }
        awaitCatalog(known -> known.networkMap("n").map(map -> map.vtag().tag().equals("t20")).orElse(false)
            && known.costMap("c").isPresent());
    }

    @Test
    void followsRemovals() throws Exception {
        write(BindingMap.of(networkMap("n", "t1", pid("a", "0.0.0.0/0"))),
            costMap("c", "t1", "hopcount", cost("a", "1")));
        awaitCatalog(known -> known.costMap("c").isPresent());
        write(BindingMap.of(networkMap("n", "t1", pid("a", "0.0.0.0/0"))));
        awaitCatalog(known -> known.costMap("c").isEmpty() && known.networkMap("n").isPresent());
        final var tx = getDataBroker().newWriteOnlyTransaction();
        tx.delete(LogicalDatastoreType.OPERATIONAL, RESOURCES);
        tx.commit().get();
        awaitCatalog(known -> known.networkMap("n").isEmpty());
    }

    @Test
    void leavesOutBadMapsAndServesTheOthers() throws Exception {
        write(BindingMap.of(
            networkMap("twice", "t", pid("a", "0.0.0.0/0"), pid("b", "0.0.0.0/0")),
            networkMap("hole", "t", pid("a", "10.0.0.0/8")),
            networkMap("n", "t1", pid("a", "0.0.0.0/0"))),
            costMap("bad-metric", "t1", "a.b", cost("a", "1")),
            costMap("stale", "t0", "routingcost", cost("a", "1")),
            new CostMapBuilder().setResourceId(new ResourceId("bare")).setTag(new Tag("c")).build(),
            costMap("c", "t1", "hopcount", cost("a", "1")));
        final var catalog = awaitCatalog(known -> known.costMap("c").isPresent());
        assertTrue(catalog.networkMap("n").isPresent());
        for (var id : Set.of("twice", "hole")) {
            assertFalse(catalog.networkMap(id).isPresent(), id);
        }
        for (var id : Set.of("bad-metric", "stale", "bare")) {
            assertFalse(catalog.costMap(id).isPresent(), id);
        }
    }
}

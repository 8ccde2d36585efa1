/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.ContentTag;
import org.opendaylight.alto.core.map.CostContext;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.EndpointAddrGroup;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.ResourceInfo;
import org.opendaylight.alto.northbound.Fixtures;
import org.opendaylight.alto.northbound.json.MediaTypes;
import org.opendaylight.alto.northbound.spi.RouteEntry;

class CatalogBuilderTest {
    private static final String AUTO = "auto-map";
    private static final ResourceId NET = new ResourceId("n");

    private final CatalogBuilder builder = new CatalogBuilder(ResourceCatalog.EMPTY);

    private static ResourceId id(final String text) {
        return new ResourceId(text);
    }

    private void addCosts(final String id, final String networkMap, final CostType type) {
        builder.addCostMap(id(id), ResourceCatalog.OPERATOR, id(networkMap), Optional.empty(), type, Fixtures.rows());
    }

    private static RouteEntry route(final String id, final String... uses) {
        return new RouteEntry(id(id), "/" + id, "application/json", Optional.empty(), ImmutableSortedSet.of(), "{}",
            ImmutableSortedSet.copyOf(List.of(uses).stream().map(ResourceId::new).toList()));
    }

    /** The problems, as {@code id: problem}. */
    private static List<String> problems(final ResourceCatalog catalog) {
        return catalog.resources(offered(Fixtures.ROUTINGCOST)).stream()
            .filter(resource -> resource.problem().isPresent())
            .map(resource -> resource.id() + ": " + resource.problem().orElseThrow()).toList();
    }

    private static String defaultOf(final ResourceCatalog catalog) {
        return Fixtures.json(catalog.directory(EndpointCostTypes.NONE).toString())
            .at("/meta/default-alto-network-map").asText();
    }

    @Test
    @DisplayName("M-7285-46: no computed cost map without its network map in the very version")
    void leavesOutCostMapsOfOtherVersions() {
        builder.addNetworkMap(NET, AUTO, Fixtures.NETWORK_MAP);
        builder.addCostMap(id("old"), AUTO, NET, Optional.of("0"), Fixtures.HOPCOUNT, Fixtures.rows());
        builder.addCostMap(id("new"), AUTO, NET, Optional.of(Fixtures.TAG), Fixtures.ROUTINGCOST, Fixtures.rows());
        final var catalog = builder.build();
        assertEquals(Fixtures.TAG, catalog.costMap("new").orElseThrow().map().networkMap().tag());
        assertFalse(catalog.costMap("old").isPresent());
        assertEquals(List.of("old: meta/dependent-vtags: the costs were computed for version 0 of network map 'n', "
            + "which is at version " + Fixtures.TAG + "; compute them again"), problems(catalog));
    }

    @Test
    void anOperatorsCostsAreOnWhateverVersionThereIs() {
        builder.addNetworkMap(NET, AUTO, Fixtures.NETWORK_MAP);
        addCosts("c", "n", Fixtures.ROUTINGCOST);
        assertEquals(Fixtures.TAG, builder.build().costMap("c").orElseThrow().map().networkMap().tag());
    }

    @Test
    void tellsWhyThereIsNoNetworkMap() {
        builder.addNetworkMap(id("hole"), ResourceCatalog.OPERATOR,
            NetworkMap.of(Map.of(new Pid("a"), Fixtures.prefixes("10.0.0.0/8"))));
        addCosts("c1", "m", Fixtures.ROUTINGCOST);
        addCosts("c2", "c1", Fixtures.ROUTINGCOST);
        addCosts("c3", "hole", Fixtures.ROUTINGCOST);
        assertEquals(List.of(
            "c1: meta/dependent-vtags: there is no network map 'm'; load it, or name another one",
            "c2: meta/dependent-vtags: 'c1' is not a network map but of type application/alto-costmap+json; name a "
                + "network map",
            "c3: meta/dependent-vtags: network map 'hole' is not served; its own problem says why"),
            problems(builder.build()).subList(0, 3));
    }

    @Test
    void orderOfAddingDoesNotMatter() {
        addCosts("c", "n", Fixtures.ROUTINGCOST);
        builder.addNetworkMap(NET, AUTO, Fixtures.NETWORK_MAP);
        assertEquals(List.of(), problems(builder.build()));
    }

    @Test
    @DisplayName("M-7285-32: a network map is complete for each address type that it has")
    void leavesOutNetworkMapsThatAreNotComplete() {
        builder.addNetworkMap(NET, AUTO, NetworkMap.of(Map.of(
            new Pid("a"), Fixtures.prefixes("0.0.0.0/0", "::/1", "8000::/2", "e000::/3"))));
        builder.addNetworkMap(id("v4"), AUTO, NetworkMap.of(Map.of(new Pid("a"), Fixtures.prefixes("0.0.0.0/1"))));
        builder.addNetworkMap(id("good"), AUTO, NetworkMap.of(Map.of(new Pid("a"), Fixtures.prefixes("::/0"))));
        builder.addNetworkMap(id("none"), AUTO, NetworkMap.of(Map.of()));
        final var catalog = builder.build();
        assertEquals(Set.of("good", "none"), catalog.networkMaps().keySet());
        assertEquals(List.of(
            "n: network-map: no PID has the address c000::, but a map with ipv6 prefixes needs a PID for every ipv6 "
                + "address (RFC 7285, section 11.2.2); the prefix ::/0 in a PID such as 'default' completes the map, "
                + "which the option --add-default-pid of alto:network-map-load does",
            "v4: network-map: no PID has the address 128.0.0.0, but a map with ipv4 prefixes needs a PID for every "
                + "ipv4 address (RFC 7285, section 11.2.2); the prefix 0.0.0.0/0 in a PID such as 'default' completes "
                + "the map, which the option --add-default-pid of alto:network-map-load does"), problems(catalog));
    }

    @Test
    @DisplayName("M-7285-41: one cost map for a cost type and a network map")
    void leavesOutASecondCostMapOfTheSameKind() {
        builder.addNetworkMap(NET, AUTO, Fixtures.NETWORK_MAP);
        addCosts("b", "n", Fixtures.ROUTINGCOST);
        addCosts("a", "n", Fixtures.ROUTINGCOST);
        final var catalog = builder.build();
        assertEquals(Set.of("b"), catalog.costMaps().keySet());
        assertEquals(List.of("a: meta/cost-type: cost map 'b' has the cost type 'routingcost-numerical' of network map "
            + "'n' already, and there may be one only (RFC 7285, section 11.2.3.4); delete one of the two"),
            problems(catalog));
    }

    @Test
    @DisplayName("M-7285-21: resource ids are unique; the first who claims one has it")
    void leavesOutASecondResourceOfTheSameId() {
        builder.addNetworkMap(NET, ResourceCatalog.OPERATOR, Fixtures.NETWORK_MAP);
        builder.addNetworkMap(NET, AUTO, NetworkMap.of(Map.of(new Pid("a"), Fixtures.prefixes("::/0"))));
        builder.addNetworkMap(id("endpoint-cost"), AUTO, Fixtures.NETWORK_MAP);
        addCosts("endpoint-property", "n", Fixtures.ROUTINGCOST);
        builder.addEndpointCost(NET, AUTO, EndpointCostOffer.ALL);
        builder.addRoute(route("n"), "x");
        final var catalog = builder.build();
        assertEquals(Fixtures.NETWORK_MAP, catalog.networkMap("n").orElseThrow().map());
        final var network = " of type application/alto-networkmap+json; publish one of the two under another id, or "
            + "delete it";
        assertEquals(List.of(
            "endpoint-cost: another resource has the id 'endpoint-cost', of type application/alto-endpointcost+json; "
                + "publish one of the two under another id, or delete it",
            "endpoint-property: another resource has the id 'endpoint-property', of type "
                + "application/alto-endpointprop+json; publish one of the two under another id, or delete it",
            "n: another resource has the id 'n'," + network, "n: another resource has the id 'n'," + network,
            "n: another resource has the id 'n'," + network), problems(catalog));
    }

    @Test
    void aResourceThatIsLeftOutKeepsItsId() {
        builder.leaveOut(NET, MediaTypes.NETWORK_MAP, ResourceCatalog.OPERATOR, "network-map/a: wrong");
        builder.addNetworkMap(NET, AUTO, Fixtures.NETWORK_MAP);
        final var catalog = builder.build();
        assertFalse(catalog.networkMap("n").isPresent());
        assertEquals("n: network-map/a: wrong", problems(catalog).getFirst());
        assertEquals(2, problems(catalog).size());
    }

    @Test
    void leavesOutCostMapsWithPidsThatAreNotThere() {
        builder.addNetworkMap(NET, AUTO, Fixtures.NETWORK_MAP);
        builder.addCostMap(id("c1"), ResourceCatalog.OPERATOR, NET, Optional.empty(), Fixtures.ROUTINGCOST,
            new TreeMap<>(Map.of(new Pid("PID1"), CostRow.ofNumbers(Map.of(new Pid("PID1"), 1.0, new Pid("x"), 1.0)))));
        builder.addCostMap(id("c2"), ResourceCatalog.OPERATOR, NET, Optional.empty(), Fixtures.HOPCOUNT,
            new TreeMap<>(Map.of(new Pid("x"), CostRow.ofNumbers(Map.of(new Pid("PID1"), 1.0)))));
        assertEquals(List.of(
            "c1: cost-map/PID1/x: network map 'n' has no PID 'x'; add it there, or take its costs away",
            "c2: cost-map/x: network map 'n' has no PID 'x'; add it there, or take its costs away"),
            problems(builder.build()));
    }

    @Test
    void costsAreCheckedAgainWhenAPidGoes() {
        builder.addNetworkMap(NET, AUTO, Fixtures.NETWORK_MAP);
        addCosts("c", "n", Fixtures.ROUTINGCOST);
        final var before = builder.build();
        final var next = new CatalogBuilder(before);
        next.addNetworkMap(NET, AUTO, Fixtures.NETWORK_MAP.with(Map.of(), Set.of(new Pid("PID2"))));
        next.addCostMap(id("c"), ResourceCatalog.OPERATOR, NET, Optional.empty(), Fixtures.ROUTINGCOST,
            before.costMap("c").orElseThrow().map().rows());
        assertEquals(
            List.of("c: cost-map/PID1/PID2: network map 'n' has no PID 'PID2'; add it there, or take its costs away"),
            problems(next.build()));
    }

    @Test
    void costsAreCheckedAgainOnAnotherNetworkMap() {
        builder.addNetworkMap(NET, AUTO, Fixtures.NETWORK_MAP);
        builder.addNetworkMap(id("m"), AUTO, NetworkMap.of(Map.of(new Pid("PID1"), Fixtures.prefixes("::/0"))));
        addCosts("c", "n", Fixtures.ROUTINGCOST);
        final var before = builder.build();
        final var next = new CatalogBuilder(before);
        next.addNetworkMap(NET, AUTO, Fixtures.NETWORK_MAP);
        next.addNetworkMap(id("m"), AUTO, before.networkMap("m").orElseThrow().map());
        next.addCostMap(id("c"), ResourceCatalog.OPERATOR, id("m"), Optional.empty(), Fixtures.ROUTINGCOST,
            before.costMap("c").orElseThrow().map().rows());
        assertEquals(
            List.of("c: cost-map/PID1/PID2: network map 'm' has no PID 'PID2'; add it there, or take its costs away"),
            problems(next.build()));
    }

    @Test
    @DisplayName("RFC 7285, section 9.2.4: a directory may point to those of other servers")
    void pointsToOtherDirectories() {
        builder.addDirectory(id("other"), ResourceCatalog.OPERATOR, "https://alto.example.com:8443/a%20b?c");
        builder.addDirectory(id("other"), ResourceCatalog.OPERATOR, "https://alto.example.com/");
        for (var wrong : List.of("ftp://alto.example.com/", "/alto", "http:///alto", "http://a b/")) {
            builder.addDirectory(id("x" + wrong.hashCode()), ResourceCatalog.OPERATOR, wrong);
        }
        final var catalog = builder.build();
        final var resources = Fixtures.json(catalog.directory(EndpointCostTypes.NONE).toString()).path("resources");
        assertEquals(Fixtures.json("""
            {"other":{"uri":"https://alto.example.com:8443/a%20b?c","media-type":"application/alto-directory+json"}}"""),
            resources);
        assertEquals(5, problems(catalog).size(), () -> problems(catalog).toString());
        assertEquals(4, problems(catalog).stream().filter(problem -> problem.contains("uri: ")).count());
    }

    @Test
    @DisplayName("RFC 7285, section 9.2.2: what a resource uses is there, and there is no cycle")
    void leavesOutRoutesThatUseWhatIsNotThere() {
        builder.addNetworkMap(NET, AUTO, Fixtures.NETWORK_MAP);
        for (var entry : List.of(route("a", "b"), route("b", "c", "n"), route("c", "a"), route("d", "a"),
                route("self", "self"), route("good", "n", "endpoint-cost", "endpoint-property"), route("too", "good"),
                route("lost", "x"))) {
            builder.addRoute(entry, "sample");
        }
        final var catalog = builder.build();
        final var cycle =
            "uses: a cycle, which RFC 7285, section 9.2.2, does not know: %s; take one of these uses away";
        assertEquals(List.of(
            "a: " + cycle.formatted("a -> b -> c -> a"),
            "b: " + cycle.formatted("b -> c -> a -> b"),
            "c: " + cycle.formatted("c -> a -> b -> c"),
            "d: uses: 'a' is not served; its own problem says why",
            "lost: uses: there is no resource 'x'; publish it, or take it away from what 'lost' uses",
            "self: " + cycle.formatted("self -> self")), problems(catalog));
        assertEquals(Fixtures.json("{\"uri\":\"/alto/too\",\"media-type\":\"application/json\",\"uses\":[\"good\"]}"),
            Fixtures.json(catalog.directory(offered(Fixtures.ROUTINGCOST)).toString())
                .at("/resources/too"));
        final var without = Fixtures.json(catalog.directory(EndpointCostTypes.NONE).toString());
        assertTrue(without.at("/resources/too").isMissingNode(), "uses what is not there while nobody computes costs");
    }

    @Test
    void routesHaveCapabilities() {
        builder.addRoute(new RouteEntry(id("r"), "/r", "application/json", Optional.of("text/plain"),
            ImmutableSortedSet.of(Fixtures.HOPCOUNT), "{\"x\":{\"y\":[1]}}", ImmutableSortedSet.of()), "sample");
        for (var wrong : List.of("{", "[]", "{\"cost-type-names\":[\"a\"]}")) {
            builder.addRoute(new RouteEntry(id("wrong"), "/w", "application/json", Optional.empty(),
                ImmutableSortedSet.of(), wrong, ImmutableSortedSet.of()), "sample");
        }
        final var catalog = builder.build();
        final var directory = Fixtures.json(catalog.directory(EndpointCostTypes.NONE).toString());
        assertEquals(Fixtures.json("""
            {"uri":"/alto/r","media-type":"application/json","accepts":"text/plain",
             "capabilities":{"cost-type-names":["num-hopcount"],"x":{"y":[1]}}}"""), directory.at("/resources/r"));
        assertEquals("hopcount", directory.at("/meta/cost-types/num-hopcount/cost-metric").textValue());
        assertEquals(3, problems(catalog).size());
        assertTrue(problems(catalog).getFirst().startsWith("wrong: capabilities: not JSON: "),
            () -> problems(catalog).getFirst());
    }

    @Test
    @DisplayName("M-7285-20: there is a default network map as soon as there is a network map")
    void choosesADefaultNetworkMap() {
        builder.addNetworkMap(NET, AUTO, Fixtures.NETWORK_MAP);
        builder.addNetworkMap(id("a"), AUTO, Fixtures.NETWORK_MAP);
        assertEquals("a", defaultOf(builder.build()));
        builder.setDefaultNetworkMap(id("x"));
        assertEquals("a", defaultOf(builder.build()));
        builder.setDefaultNetworkMap(NET);
        assertEquals("n", defaultOf(builder.build()));
        assertEquals("", defaultOf(ResourceCatalog.EMPTY));
    }

    @Test
    void whatDidNotChangeIsNotEncodedAgain() {
        final var before = Fixtures.catalog();
        final var next = new CatalogBuilder(before);
        final var id = Fixtures.NETWORK_VTAG.resourceId();
        final var changed = Fixtures.NETWORK_MAP.with(Map.of(new Pid("PID2"),
            EndpointAddrGroup.of(Fixtures.prefixes("198.51.100.128/26"))), Set.of());
        next.addNetworkMap(id, ResourceCatalog.OPERATOR, changed);
        final var rows = new TreeMap<>(before.costMap("numerical-routing-cost-map").orElseThrow().map().rows());
        rows.put(new Pid("PID3"), CostRow.ofNumbers(Map.of(new Pid("PID1"), 7.0)));
        next.addCostMap(id("numerical-routing-cost-map"), ResourceCatalog.OPERATOR, id, Optional.empty(),
            Fixtures.ROUTINGCOST, rows);
        final var after = next.build();

        final var oldPids = before.networkMap(id.value()).orElseThrow().body().parts();
        final var newPids = after.networkMap(id.value()).orElseThrow().body().parts();
        assertSame(oldPids.get(0), newPids.get(0));
        assertNotSame(oldPids.get(1), newPids.get(1));
        assertSame(oldPids.get(2), newPids.get(2));
        final var oldRows = before.costMap("numerical-routing-cost-map").orElseThrow().body().parts();
        final var newRows = after.costMap("numerical-routing-cost-map").orElseThrow().body().parts();
        assertSame(oldRows.get(0), newRows.get(0));
        assertSame(oldRows.get(1), newRows.get(1));
        assertNotSame(oldRows.get(2), newRows.get(2));
        assertEquals(ContentTag.of(changed), after.networkMap(id.value()).orElseThrow().vtag().tag());
    }

    @Test
    void aMapThatDidNotChangeIsTheSame() {
        builder.addNetworkMap(NET, AUTO, Fixtures.NETWORK_MAP);
        addCosts("c", "n", Fixtures.ROUTINGCOST);
        final var before = builder.build();
        final var next = new CatalogBuilder(before);
        next.addNetworkMap(NET, AUTO, Fixtures.NETWORK_MAP);
        next.addCostMap(id("c"), ResourceCatalog.OPERATOR, NET, Optional.empty(), Fixtures.ROUTINGCOST,
            Fixtures.rows());
        final var after = next.build();
        assertSame(before.networkMap("n").orElseThrow(), after.networkMap("n").orElseThrow());
        assertSame(before.costMap("c").orElseThrow(), after.costMap("c").orElseThrow());
    }

    @Test
    void listsWhatOperatorsWantToKnow() {
        final var catalog = Fixtures.catalog();
        final var type = ImmutableSortedSet.of(Fixtures.ROUTINGCOST);
        final var resources = catalog.resources(offered(Fixtures.ROUTINGCOST));
        assertEquals(List.of("endpoint-cost", "endpoint-property", "my-default-network-map",
            "my-default-network-map-filtered", "my-default-network-map-filtered-costs",
            "numerical-hopcount-cost-map", "numerical-routing-cost-map"),
            resources.stream().map(resource -> resource.id().value()).toList());
        final var networkMap = catalog.networkMap("my-default-network-map").orElseThrow();
        assertEquals(new ResourceInfo(id("my-default-network-map"), MediaTypes.NETWORK_MAP, Optional.empty(),
            "/alto/networkmap/my-default-network-map", "operator", Optional.of(Fixtures.TAG), ImmutableSortedSet.of(),
            ImmutableSortedSet.of(), ImmutableSortedSet.of(), 5, networkMap.body().toString().length(),
            Optional.empty()), resources.get(2));
        assertEquals(new ResourceInfo(id("my-default-network-map-filtered"), MediaTypes.NETWORK_MAP,
            Optional.of(MediaTypes.NETWORK_MAP_FILTER), "/alto/networkmap/my-default-network-map/filtered",
            "northbound", Optional.empty(), ImmutableSortedSet.of(id("my-default-network-map")),
            ImmutableSortedSet.of(), ImmutableSortedSet.of(), 0, 0, Optional.empty()), resources.get(3));
        final var costMap = catalog.costMap("numerical-hopcount-cost-map").orElseThrow();
        assertEquals(new ResourceInfo(id("numerical-hopcount-cost-map"), MediaTypes.COST_MAP, Optional.empty(),
            "/alto/costmap/numerical-hopcount-cost-map", "auto-map", Optional.of(costMap.vtag().tag()),
            ImmutableSortedSet.of(id("my-default-network-map")), ImmutableSortedSet.of(Fixtures.HOPCOUNT),
            ImmutableSortedSet.of(), 8, costMap.body().toString().length(), Optional.empty()), resources.get(5));
        assertEquals(EndpointCostOffer.ALL.offered(type), resources.getFirst().costTypes());
        assertEquals(ImmutableSortedSet.of("my-default-network-map.pid", "priv:ietf-example-prop"),
            resources.get(1).propertyTypes());
        assertTrue(catalog.resources().getFirst().problem().orElseThrow().startsWith("nobody computes"));
    }

    @Test
    @DisplayName("M-7285-21: a filter gives way to whoever publishes a resource of its id")
    void filtersGiveWay() {
        builder.addNetworkMap(NET, AUTO, Fixtures.NETWORK_MAP);
        addCosts("n-filtered", "n", Fixtures.ROUTINGCOST);
        builder.addRoute(route("x", "n-filtered-costs"), AUTO);
        final var catalog = builder.build();
        assertEquals(List.of("n-filtered: another resource has the id 'n-filtered', of type " + MediaTypes.COST_MAP
            + "; publish one of the two under another id, or delete it"), problems(catalog));
        assertTrue(catalog.costMap("n-filtered").isPresent());
        assertTrue(catalog.filteredNetworkMap("n").isEmpty());
        assertEquals(ImmutableSortedSet.of(Fixtures.ROUTINGCOST), catalog.filteredCostMaps("n").keySet());
    }

    @Test
    @DisplayName("M-7285-45: there is a filter for costs where there are costs, if its id is not too long")
    void filtersForWhatThereIs() {
        final var exact = id("n".repeat(64 - "-filtered".length()));
        final var tooLong = id("m".repeat(65 - "-filtered".length()));
        for (var map : List.of(NET, exact, tooLong)) {
            builder.addNetworkMap(map, AUTO, Fixtures.NETWORK_MAP);
        }
        addCosts("c", exact.value(), Fixtures.ROUTINGCOST);
        final var catalog = builder.build();
        assertEquals(List.of(), problems(catalog));
        assertEquals(List.of("n-filtered", exact + "-filtered"), catalog.resources().stream()
            .filter(resource -> resource.publisher().equals("northbound") && !resource.uses().isEmpty())
            .map(resource -> resource.id().value()).toList());
        assertTrue(catalog.filteredNetworkMap(exact.value()).isPresent());
        assertTrue(catalog.filteredNetworkMap(tooLong.value()).isEmpty());
        assertTrue(catalog.filteredCostMaps(NET.value()).isEmpty());
        assertTrue(catalog.filteredCostMaps(exact.value()).isEmpty());
    }

    private static EndpointCostTypes offered(final CostType... types) {
        return new EndpointCostTypes(ImmutableSortedSet.copyOf(types), ImmutableSortedMap.of());
    }

    @Test
    void theDirectoryIsEncodedOnceForEachSetOfCostTypes() {
        final var catalog = Fixtures.catalog();
        final var body = catalog.directory(offered(Fixtures.ROUTINGCOST));
        assertSame(body, catalog.directory(offered(Fixtures.ROUTINGCOST)));
        assertNotSame(body, catalog.directory(EndpointCostTypes.NONE));
    }

    @Test
    @DisplayName("M-9439-01: RFC 9439, section 3.1: no two announced cost types have the same metric, mode and context")
    void metricOfAnotherContextIsAnotherCostType() {
        final var sla = new CostContext(CostContext.Source.SLA, Map.of("link", "https://example.com/sla"));
        final var directory = Fixtures.json(Fixtures.catalog().directory(new EndpointCostTypes(
            ImmutableSortedSet.of(Fixtures.HOPCOUNT), ImmutableSortedMap.of(CostMetric.HOPCOUNT, sla))).toString());
        final var types = directory.path("meta").path("cost-types");
        assertEquals(Fixtures.json("{\"cost-mode\":\"numerical\",\"cost-metric\":\"hopcount\"}"),
            types.path("num-hopcount"));
        assertEquals(Fixtures.json("{\"cost-mode\":\"numerical\",\"cost-metric\":\"hopcount\",\"cost-context\":"
            + "{\"cost-source\":\"sla\",\"parameters\":{\"link\":\"https://example.com/sla\"}}}"),
            types.path("num-hopcount-sla"));
        final var resources = directory.path("resources");
        assertEquals("num-hopcount", resources.path("numerical-hopcount-cost-map").path("capabilities")
            .path("cost-type-names").path(0).textValue());
        assertEquals(Fixtures.json("[\"num-hopcount-sla\",\"ord-hopcount-sla\"]"), resources.path("endpoint-cost")
            .path("capabilities").path("cost-type-names"));
    }
}

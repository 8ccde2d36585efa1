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

import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.northbound.Fixtures;

class CatalogBuilderTest {
    private static final VersionTag NETWORK = Fixtures.vtag("n", "1");

    private final CatalogBuilder builder = new CatalogBuilder(ResourceCatalog.EMPTY);

    private static CostMap costMap(final VersionTag networkMap) {
        return Fixtures.costMap(networkMap, Fixtures.ROUTINGCOST);
    }

    private static String defaultOf(final ResourceCatalog catalog) {
        return Fixtures.json(catalog.directory(ImmutableSortedSet.of()).toString())
            .at("/meta/default-alto-network-map").asText();
    }

    @Test
    @DisplayName("M-7285-46: no cost map without its network map in the very version")
    void leavesOutCostMapsOfOtherVersions() {
        builder.add(NETWORK, Fixtures.NETWORK_MAP);
        builder.add(Fixtures.vtag("old", "c"), costMap(Fixtures.vtag("n", "0")));
        builder.add(Fixtures.vtag("orphan", "c"), costMap(Fixtures.vtag("m", "1")));
        builder.add(Fixtures.vtag("good", "c"), costMap(NETWORK));
        final var catalog = builder.build(Optional.empty());
        assertTrue(catalog.costMap("good").isPresent());
        assertFalse(catalog.costMap("old").isPresent());
        assertFalse(catalog.costMap("orphan").isPresent());
        assertEquals(List.of("cost map old: it is for version 0 of network map n, which is at version 1",
            "cost map orphan: there is no network map m"), builder.problems());
    }

    @Test
    void orderOfAddingDoesNotMatter() {
        builder.add(Fixtures.vtag("good", "c"), costMap(NETWORK));
        builder.add(NETWORK, Fixtures.NETWORK_MAP);
        assertTrue(builder.build(Optional.empty()).costMap("good").isPresent());
        assertEquals(List.of(), builder.problems());
    }

    @Test
    @DisplayName("M-7285-32: a network map is complete for each address type that it has")
    void leavesOutNetworkMapsThatAreNotComplete() {
        builder.add(NETWORK, NetworkMap.of(Map.of(new Pid("a"), Fixtures.prefixes("0.0.0.0/0", "2001:db8::/32"))));
        builder.add(Fixtures.vtag("v4", "1"), NetworkMap.of(Map.of(new Pid("a"), Fixtures.prefixes("0.0.0.0/0"))));
        builder.add(Fixtures.vtag("none", "1"), NetworkMap.of(Map.of()));
        builder.add(Fixtures.vtag("c", "c"), costMap(NETWORK));
        final var catalog = builder.build(Optional.empty());
        assertFalse(catalog.networkMap("n").isPresent());
        assertFalse(catalog.costMap("c").isPresent());
        assertTrue(catalog.networkMap("v4").isPresent());
        assertTrue(catalog.networkMap("none").isPresent());
        assertEquals(List.of("network map n: not every ipv6 address has a PID",
            "cost map c: there is no network map n"), builder.problems());
    }

    @Test
    @DisplayName("M-7285-41: one cost map for a cost type and a network map")
    void leavesOutASecondCostMapOfTheSameKind() {
        builder.add(NETWORK, Fixtures.NETWORK_MAP);
        builder.add(Fixtures.vtag("a", "c"), costMap(NETWORK));
        builder.add(Fixtures.vtag("b", "c"), costMap(NETWORK));
        final var catalog = builder.build(Optional.empty());
        assertTrue(catalog.costMap("a").isPresent());
        assertFalse(catalog.costMap("b").isPresent());
    }

    @Test
    @DisplayName("M-7285-21: resource ids are unique")
    void leavesOutASecondResourceOfTheSameId() {
        builder.add(NETWORK, Fixtures.NETWORK_MAP);
        builder.add(Fixtures.vtag("endpoint-cost", "1"), Fixtures.NETWORK_MAP);
        builder.add(Fixtures.vtag("n", "c"), costMap(NETWORK));
        final var catalog = builder.build(Optional.empty());
        assertFalse(catalog.networkMap("endpoint-cost").isPresent());
        assertFalse(catalog.costMap("n").isPresent());
        assertEquals(2, builder.problems().size());
    }

    @Test
    void leavesOutCostMapsWithPidsThatAreNotThere() {
        builder.add(NETWORK, NetworkMap.of(Map.of(new Pid("PID1"), Fixtures.prefixes("0.0.0.0/0"))));
        builder.add(Fixtures.vtag("c", "c"), costMap(NETWORK));
        assertFalse(builder.build(Optional.empty()).costMap("c").isPresent());
        assertEquals(List.of("cost map c: network map n has no PID PID2"), builder.problems());
    }

    @Test
    @DisplayName("M-7285-20: there is a default network map as soon as there is a network map")
    void choosesADefaultNetworkMap() {
        builder.add(NETWORK, Fixtures.NETWORK_MAP);
        builder.add(Fixtures.vtag("a", "1"), Fixtures.NETWORK_MAP);
        assertEquals("n", defaultOf(builder.build(Optional.of(new ResourceId("n")))));
        assertEquals("a", defaultOf(builder.build(Optional.of(new ResourceId("x")))));
        assertEquals("a", defaultOf(builder.build(Optional.empty())));
        assertEquals("", defaultOf(ResourceCatalog.EMPTY));
    }

    @Test
    void whatDidNotChangeIsNotEncodedAgain() {
        builder.add(NETWORK, Fixtures.NETWORK_MAP);
        builder.add(Fixtures.vtag("c", "1"), costMap(NETWORK));
        final var before = builder.build(Optional.empty());
        final var next = new CatalogBuilder(before);
        next.add(NETWORK, NetworkMap.of(Fixtures.NETWORK_MAP.pids()));
        next.add(Fixtures.vtag("c", "2"), costMap(NETWORK));
        final var after = next.build(Optional.empty());
        assertSame(before.networkMap("n").orElseThrow().body(), after.networkMap("n").orElseThrow().body());
        assertNotSame(before.costMap("c").orElseThrow().body(), after.costMap("c").orElseThrow().body());
    }

    @Test
    void otherContentUnderTheSameTagIsNotMistakenForTheOld() {
        builder.add(NETWORK, Fixtures.NETWORK_MAP);
        final var next = new CatalogBuilder(builder.build(Optional.empty()));
        final var other = NetworkMap.of(Map.of(new Pid("x"), Fixtures.prefixes("0.0.0.0/0")));
        next.add(NETWORK, other);
        assertEquals(other, next.build(Optional.empty()).networkMap("n").orElseThrow().map());
    }

    @Test
    void theDirectoryIsEncodedOnceForEachSetOfCostTypes() {
        final var catalog = Fixtures.catalog();
        final var types = ImmutableSortedSet.of(Fixtures.ROUTINGCOST);
        final var body = catalog.directory(types);
        assertSame(body, catalog.directory(ImmutableSortedSet.copyOf(types)));
        assertNotSame(body, catalog.directory(ImmutableSortedSet.of()));
    }
}

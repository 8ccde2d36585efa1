/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CostMapTest {
    private static final VersionTag VERSION = new VersionTag(new ResourceId("net"), "abc");
    private static final CostType HOPS = CostType.numerical(CostMetric.HOPCOUNT);
    private static final Pid A = new Pid("a");
    private static final Pid B = new Pid("b");

    private static CostMap map(final Map<Pid, Map<Pid, Double>> costs) {
        return CostMap.ofNumbers(VERSION, HOPS, costs);
    }

    @Test
    void pairWithoutCostIsAbsent() {
        final var map = map(Map.of(A, Map.of(B, 2.0)));
        assertEquals(Optional.of(new CostValue.Number(2)), map.cost(A, B));
        assertEquals(Optional.empty(), map.cost(A, A));
        assertEquals(Optional.empty(), map.cost(B, A));
    }

    @Test
    void sourceWithoutCostsIsNoRow() {
        assertEquals(map(Map.of()), map(Map.of(A, Map.of())));
    }

    @Test
    void valuesThatAreNoCostAreRefused() {
        for (var value : new double[] { Double.NaN, Double.POSITIVE_INFINITY, -1 }) {
            assertThrows(IllegalArgumentException.class, () -> map(Map.of(A, Map.of(B, value))));
        }
    }

    @Test
    void tagIsOfCostsTypeAndNetworkMapVersion() {
        final var map = map(Map.of(A, Map.of(A, 0.0, B, 2.0)));
        final var tag = ContentTag.of(map);
        assertEquals(tag, ContentTag.of(map(Map.of(A, Map.of(B, 2.0, A, -0.0)))));
        assertNotEquals(tag, ContentTag.of(map(Map.of(A, Map.of(A, 0.0, B, 2.5)))));
        assertNotEquals(tag, ContentTag.of(map(Map.of(A, Map.of(A, 0.0), B, Map.of(A, 2.0)))));
        final var newer = new VersionTag(VERSION.resourceId(), "abd");
        assertNotEquals(tag, ContentTag.of(map.on(newer)));
        assertNotEquals(tag,
            ContentTag.of(new CostMap(VERSION, CostType.numerical(CostMetric.ROUTINGCOST), map.rows())));
    }

    @Test
    void textOfACostIsItsJson() {
        assertEquals("5", new CostValue.Number(5).toString());
        assertEquals("0", new CostValue.Number(-0.0).toString());
        assertEquals("0.1", new CostValue.Number(0.1).toString());
        assertEquals("9007199254740991", new CostValue.Number(9007199254740991.0).toString());
        assertEquals("[1,2]", new CostValue.Json("[1,2]").toString());
        assertThrows(IllegalArgumentException.class, () -> new CostValue.Json("-1"));
    }

    @Test
    void modeDecidesWhatACostMayBe() {
        final Map<Pid, CostRow> array = Map.of(A, CostRow.of(Map.of(B, new CostValue.Json("[1]"))));
        final var rank = Map.of(A, CostRow.ofNumbers(Map.of(B, 1.5)));
        assertEquals("cost-map/a/b: cost [1] is not a number, which the cost mode 'numerical' demands",
            assertThrows(InvalidMapException.class, () -> new CostMap(VERSION, HOPS, new TreeMap<>(array)))
                .getMessage());
        final var ordinal = new CostType(CostMetric.HOPCOUNT, CostMode.ORDINAL);
        assertEquals("cost-map/a/b: cost 1.5 is not an integer, which the cost mode 'ordinal' demands",
            assertThrows(InvalidMapException.class, () -> new CostMap(VERSION, ordinal, new TreeMap<>(rank)))
                .getMessage());
        final var map = new CostMap(VERSION, new CostType(CostMetric.HOPCOUNT, new CostMode("array")),
            new TreeMap<>(array));
        assertEquals(Optional.of(new CostValue.Json("[1]")), map.cost(A, B));
        assertNotEquals(ContentTag.of(map), ContentTag.of(new CostMap(VERSION, map.type(),
            new TreeMap<>(Map.of(A, CostRow.of(Map.of(B, new CostValue.Json("[2]"))))))));
    }

    @Test
    void rowsThatAreNotSortedAreRefused() {
        assertEquals(CostRow.ofNumbers(Map.of(A, 1.0, B, 2.0)),
            CostRow.ofSorted(new Pid[] { A, B }, new double[] { 1, 2 }));
        assertThrows(IllegalArgumentException.class,
            () -> CostRow.ofSorted(new Pid[] { B, A }, new double[] { 1, 2 }));
        assertThrows(IllegalArgumentException.class,
            () -> CostRow.ofSorted(new Pid[] { A, A }, new double[] { 1, 2 }));
        assertThrows(IllegalArgumentException.class, () -> CostRow.ofSorted(new Pid[] { A }, new double[] { -1 }));
        assertEquals("{\"a\":1,\"b\":2.5}", CostRow.ofNumbers(Map.of(B, 2.5, A, 1.0)).toString());
        assertEquals("{\"a\":2147483648,\"b\":0}", CostRow.ofNumbers(Map.of(A, 2147483648.0, B, -0.0)).toString());
    }
}

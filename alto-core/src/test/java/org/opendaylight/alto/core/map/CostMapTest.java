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
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CostMapTest {
    private static final VersionTag VERSION = new VersionTag(new ResourceId("net"), "abc");
    private static final CostType HOPS = CostType.numerical(CostMetric.HOPCOUNT);
    private static final Pid A = new Pid("a");
    private static final Pid B = new Pid("b");

    private static CostMap map(final Map<Pid, Map<Pid, Double>> costs) {
        return new CostMap(VERSION, HOPS, CostMap.sorted(costs));
    }

    @Test
    void pairWithoutCostIsAbsent() {
        final var map = map(Map.of(A, Map.of(B, 2.0)));
        assertEquals(OptionalDouble.of(2), map.cost(A, B));
        assertEquals(OptionalDouble.empty(), map.cost(A, A));
        assertEquals(OptionalDouble.empty(), map.cost(B, A));
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
        assertNotEquals(tag, ContentTag.of(new CostMap(newer, HOPS, map.costs())));
        assertNotEquals(tag,
            ContentTag.of(new CostMap(VERSION, CostType.numerical(CostMetric.ROUTINGCOST), map.costs())));
    }
}

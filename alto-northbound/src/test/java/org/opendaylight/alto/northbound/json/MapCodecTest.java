/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.CostValue;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.northbound.Fixtures;

class MapCodecTest {
    @Test
    @DisplayName("M-7285-30: RFC 7285, section 11.2.1.7")
    void encodesTheNetworkMapOfTheRfc() {
        assertEquals(Fixtures.json(Fixtures.example("networkmap.json")),
            Fixtures.json(Fixtures.encode(Fixtures.NETWORK_VTAG, Fixtures.NETWORK_MAP)));
    }

    @Test
    @DisplayName("M-7285-40: RFC 7285, section 11.2.3.7")
    void encodesTheCostMapOfTheRfc() {
        assertEquals(Fixtures.json(Fixtures.example("costmap.json")),
            Fixtures.json(Fixtures.encode(Fixtures.costMap(Fixtures.NETWORK_VTAG, Fixtures.ROUTINGCOST))));
    }

    @Test
    void writesPidsAndPrefixesInOrder() {
        assertEquals("""
            {"meta":{"vtag":{"resource-id":"n","tag":"t"}},"network-map":{"a":{"ipv4":["10.0.0.0/8","10.0.0.0/24",\
            "192.0.2.0/24"],"ipv6":["2001:db8::/32"]},"b":{}}}""",
            Fixtures.encode(Fixtures.vtag("n", "t"), NetworkMap.of(Map.of(
                new Pid("b"), Fixtures.prefixes(),
                new Pid("a"), Fixtures.prefixes("192.0.2.0/24", "2001:db8::/32", "10.0.0.0/24", "10.0.0.0/8")))));
    }

    @Test
    @DisplayName("M-7285-16: costs are doubles; a whole number has no fraction")
    void writesCostsAsNumbers() {
        final var pid = new Pid("p");
        final var row = CostRow.ofNumbers(Map.of(
            new Pid("a"), 0.0, new Pid("b"), -0.0, new Pid("c"), 3.0, new Pid("d"), 2.5, new Pid("e"), 0.000001,
            new Pid("f"), 9007199254740991.0, new Pid("g"), 1e300, new Pid("h"), 0.1));
        assertEquals(
            "{\"p\":{\"a\":0,\"b\":0,\"c\":3,\"d\":2.5,\"e\":1.0E-6,\"f\":9007199254740991,\"g\":1.0E300,\"h\":0.1}}",
            costs(new CostMap(Fixtures.NETWORK_VTAG, Fixtures.ROUTINGCOST, new TreeMap<>(Map.of(new Pid("p"), row)))));
    }

    @Test
    @DisplayName("RFC 7285, section 11.2.3.6: a cost may be any JSON value, and is written as it is")
    void writesOtherCostsVerbatim() {
        final var row = CostRow.of(Map.of(new Pid("a"), new CostValue.Json("[1,{\"x\":\"y\"}]"),
            new Pid("b"), new CostValue.Number(2), new Pid("c"), new CostValue.Json("null")));
        final var type = new CostType(new CostMetric("priv:x"), new CostMode("array"));
        assertEquals("{\"p\":{\"a\":[1,{\"x\":\"y\"}],\"b\":2,\"c\":null}}",
            costs(new CostMap(Fixtures.NETWORK_VTAG, type, new TreeMap<>(Map.of(new Pid("p"), row)))));
    }

    @Test
    void emptyMapsAreObjects() {
        assertEquals("{\"meta\":{\"vtag\":{\"resource-id\":\"n\",\"tag\":\"t\"}},\"network-map\":{}}",
            Fixtures.encode(Fixtures.vtag("n", "t"), NetworkMap.of(Map.of())));
        assertEquals("{}", costs(new CostMap(Fixtures.NETWORK_VTAG, Fixtures.ROUTINGCOST, new TreeMap<>())));
    }

    private static String costs(final CostMap map) {
        return Fixtures.encode(map).replaceFirst(".*\"cost-map\":(.*)}", "$1");
    }
}

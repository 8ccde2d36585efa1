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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.MapDiff.CostChange;
import org.opendaylight.alto.core.map.MapDiff.PidChange;
import org.opendaylight.alto.core.map.MapDiff.PrefixChange;
import org.opendaylight.alto.core.net.IpPrefix;

class MapDiffTest {
    private static final Pid A = new Pid("a");
    private static final Pid B = new Pid("b");
    private static final Pid C = new Pid("c");

    @Test
    void prefixesThatMoveComeAndGo() {
        final var one = NetworkMapTest.map(Map.of("a", List.of("10.0.0.0/8", "11.0.0.0/8"), "b", List.of("::/0")));
        final var other = NetworkMapTest.map(Map.of("a", List.of("11.0.0.0/8", "12.0.0.0/8"), "c",
            List.of("10.0.0.0/8")));
        final var diff = MapDiff.between(one, other);
        assertEquals(List.of(new PidChange(B, false), new PidChange(C, true)), diff.pids());
        assertEquals(List.of(
            new PrefixChange(IpPrefix.parse("10.0.0.0/8"), Optional.of(A), Optional.of(C)),
            new PrefixChange(IpPrefix.parse("12.0.0.0/8"), Optional.empty(), Optional.of(A)),
            new PrefixChange(IpPrefix.parse("::/0"), Optional.of(B), Optional.empty())), diff.prefixes());
        assertTrue(MapDiff.between(one, one).isEmpty());
    }

    @Test
    void costsThatChangeComeAndGo() {
        final var version = new VersionTag(new ResourceId("net"), "1");
        final var type = CostType.numerical(CostMetric.HOPCOUNT);
        final var one = CostMap.ofNumbers(version, type, Map.of(A, Map.of(A, 0.0, B, 1.0), B, Map.of(A, 2.0)));
        final var other = CostMap.ofNumbers(version, type, Map.of(A, Map.of(A, 0.0, B, 3.0, C, 4.0)));
        assertEquals(List.of(
            new CostChange(A, B, cost(1), cost(3)),
            new CostChange(A, C, Optional.empty(), cost(4)),
            new CostChange(B, A, cost(2), Optional.empty())), MapDiff.between(one, other));
        assertTrue(MapDiff.between(one, one).isEmpty());
    }

    private static Optional<CostValue> cost(final double value) {
        return Optional.of(new CostValue.Number(value));
    }
}

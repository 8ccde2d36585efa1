/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("M-7285-44: constraints gt, ge, lt, le, eq, connected by AND")
class CostRangeTest {
    private static final Map<String, BiPredicate<Double, Double>> OPERATORS = Map.of(
        "gt", (cost, bound) -> cost > bound, "ge", (cost, bound) -> cost >= bound,
        "lt", (cost, bound) -> cost < bound, "le", (cost, bound) -> cost <= bound,
        "eq", (cost, bound) -> cost.doubleValue() == bound.doubleValue());

    @Test
    void noConstraintAllowsEveryCost() {
        assertTrue(CostRange.parse(List.of()).contains(0));
        assertTrue(CostRange.parse(List.of()).contains(Double.MAX_VALUE));
        assertTrue(CostRange.parse(List.of()).contains(-Double.MAX_VALUE));
    }

    @Test
    void boundsBelongToTheRangeWithOrEqualOnly() {
        assertFalse(CostRange.parse(List.of("gt 5")).contains(5));
        assertTrue(CostRange.parse(List.of("ge 5")).contains(5));
        assertFalse(CostRange.parse(List.of("lt 5")).contains(5));
        assertTrue(CostRange.parse(List.of("le 5")).contains(5));
        assertTrue(CostRange.parse(List.of("eq 5")).contains(5));
        assertFalse(CostRange.parse(List.of("eq 5")).contains(5.5));
    }

    @Test
    void constraintsThatExcludeEachOtherAllowNothing() {
        final var range = CostRange.parse(List.of("eq 1", "eq 2"));
        assertFalse(range.contains(1));
        assertFalse(range.contains(1.5));
        assertFalse(range.contains(2));
    }

    @Test
    void agreesWithTestingOneConstraintAfterTheOther() {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        final var names = List.of("gt", "ge", "lt", "le", "eq");
        for (int i = 0; i < 20_000; i++) {
            final var constraints = new ArrayList<String>();
            final double cost = random.nextInt(7) - 3;
            boolean expected = true;
            for (int count = random.nextInt(5); count > 0; count--) {
                final var name = names.get(random.nextInt(names.size()));
                final double bound = random.nextInt(7) - 3;
                constraints.add(name + " " + bound);
                expected &= OPERATORS.get(name).test(cost, bound);
            }
            assertEquals(expected, CostRange.parse(constraints).contains(cost),
                "cost " + cost + " under " + constraints + ", seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "eq 20", "eq 20.0", "eq 20.", "eq 2e1", "eq 2.0E+1", "eq 200e-1", "eq +20", "eq   20",
        "eq\t20", " eq 20 " })
    void takesNumbersInEveryForm(final String constraint) {
        assertTrue(CostRange.parse(List.of(constraint)).contains(20));
    }

    @Test
    void takesFractionsAndSigns() {
        assertTrue(CostRange.parse(List.of("ge -0.5", "le .5")).contains(0.25));
        assertFalse(CostRange.parse(List.of("ge -0.5", "le .5")).contains(-0.75));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "eq", "eq ", "20", "eq20", "ne 20", "EQ 20", "eq 20 20", "eq NaN", "eq Infinity",
        "eq 0x10", "eq 1e999", "eq -1e999", "eq 1,5", "eq .", "eq 1e", "eq 20d", "eq ١", "[0] eq 20" })
    void refusesEverythingElse(final String constraint) {
        final var failure =
            assertThrows(IllegalArgumentException.class, () -> CostRange.parse(List.of("ge 1", constraint)));
        assertEquals(constraint, failure.getMessage());
    }

    @Test
    void refusesLongNumbersAtOnce() {
        final var constraint = "eq " + "1".repeat(1_000_000) + "x";
        assertTimeoutPreemptively(Duration.ofSeconds(10),
            () -> assertThrows(IllegalArgumentException.class, () -> CostRange.parse(List.of(constraint))));
    }
}

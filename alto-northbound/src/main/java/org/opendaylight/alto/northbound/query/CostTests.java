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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * What the costs of a pair have to pass (RFC 8189, section 3.6.2): all ranges of one alternative at least.
 *
 * @param alternatives each has the ranges of some of the tested cost types, by their index; empty if every pair passes
 */
public record CostTests(List<Map<Integer, CostRange>> alternatives) {
    /** What every pair passes. */
    public static final CostTests NONE = new CostTests(List.of());

    public CostTests {
        alternatives = alternatives.stream().map(Map::copyOf).toList();
    }

    /**
     * Connects tests.
     *
     * @param alternatives lists of tests: the tests of a list are connected by AND, and the lists by OR
     * @return the tests together
     */
    public static CostTests of(final List<List<CostTest>> alternatives) {
        return new CostTests(alternatives.stream().map(CostTests::and).toList());
    }

    private static Map<Integer, CostRange> and(final List<CostTest> tests) {
        final var ranges = new HashMap<Integer, CostRange>();
        tests.forEach(test -> ranges.merge(test.index(), test.range(), CostRange::and));
        return ranges;
    }

    /**
     * Tests a pair.
     *
     * @param costs the cost of each tested cost type, by its index; {@code NaN} if the pair has none, which does not
     *     pass any test
     * @return true if the pair passes
     */
    public boolean pass(final IntToDoubleFunction costs) {
        return alternatives.isEmpty() || alternatives.stream().anyMatch(ranges -> ranges.entrySet().stream()
            .allMatch(range -> range.getValue().contains(costs.applyAsDouble(range.getKey()))));
    }
}

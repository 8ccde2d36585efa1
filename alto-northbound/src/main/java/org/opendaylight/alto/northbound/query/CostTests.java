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

import java.util.List;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/**
 * What the costs of a pair have to pass (RFC 8189, section 3.6.2): all tests of one alternative at least.
 *
 * @param alternatives each has at most one test of each of the tested cost types; empty if every pair passes
 */
public record CostTests(List<List<CostTest>> alternatives) {
    /** What every pair passes. */
    public static final CostTests NONE = new CostTests(List.of());

    public CostTests {
        alternatives = alternatives.stream().map(List::copyOf).toList();
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

    private static List<CostTest> and(final List<CostTest> tests) {
        final var ranges = new TreeMap<Integer, CostRange>();
        tests.forEach(test -> ranges.merge(test.index(), test.range(), CostRange::and));
        return ranges.entrySet().stream().map(range -> new CostTest(range.getKey(), range.getValue())).toList();
    }

    /**
     * Tests a pair.
     *
     * @param costs the cost of each tested cost type, by its index; {@code NaN} if the pair has none, which does not
     *     pass any test
     * @return true if the pair passes
     */
    public boolean pass(final IntToDoubleFunction costs) {
        // loops, since there may be millions of pairs
        for (var tests : alternatives) {
            if (passAll(tests, costs)) {
                return true;
            }
        }
        return alternatives.isEmpty();
    }

    private static boolean passAll(final List<CostTest> tests, final IntToDoubleFunction costs) {
        for (var test : tests) {
            if (!test.range().contains(costs.applyAsDouble(test.index()))) {
                return false;
            }
        }
        return true;
    }
}

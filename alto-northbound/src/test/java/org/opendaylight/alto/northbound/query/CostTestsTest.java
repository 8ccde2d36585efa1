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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostTestsTest {
    private static boolean pass(final CostTests tests, final double... costs) {
        return tests.pass(index -> costs[index]);
    }

    /** Lists are separated by bars and tests by commas. */
    private static CostTests parse(final String texts) {
        return CostTests.of(Arrays.stream(texts.split("\\|")).map(list -> Arrays.stream(list.split(","))
            .map(text -> CostTest.tryParse(text).orElseThrow()).toList()).toList());
    }

    @ParameterizedTest
    @DisplayName("M-8189-05: an index in brackets and white space may be before an operator; without it, it is 0")
    @CsvSource({ "le 5,0", "[0] le 5,0", "[1]  le 5,1", "' [12] le 5 ',12", "[00] le 5,0" })
    void readsTests(final String text, final int index) {
        assertEquals(new CostTest(index, CostRange.parse(List.of("le 5"))), CostTest.tryParse(text).orElseThrow());
    }

    @ParameterizedTest
    @DisplayName("M-8189-05: other texts are no tests")
    @ValueSource(strings = { "", "[0]", "[0]le 5", "[] le 5", "[x] le 5", "[-1] le 5", "[0 le 5", "0 le 5",
        "[0] [1] le 5", "[9999999999] le 5", "[1.0] le 5", "[١] le 5" })
    void refusesOtherTexts(final String text) {
        assertEquals(Optional.empty(), CostTest.tryParse(text));
    }

    @Test
    @DisplayName("M-8189-07: a pair passes if it passes all tests of one list")
    void listsAreConnectedByOr() {
        final var tests = parse("[0] le 10,[1] le 2|[0] le 3,[1] le 6");
        assertTrue(pass(tests, 10, 2));
        assertTrue(pass(tests, 3, 6));
        assertFalse(pass(tests, 4, 3));
        assertFalse(pass(tests, 11, 0));
        assertFalse(pass(tests, 0, 7));
    }

    @Test
    @DisplayName("M-8189-03: a cost that is not there passes no test, and does not matter where none is about it")
    void costsThatAreNotThere() {
        assertFalse(pass(parse("ge 0"), Double.NaN));
        assertFalse(pass(parse("[0] ge 0,[1] ge 0"), 1, Double.NaN));
        assertTrue(pass(parse("[0] ge 0,[1] ge 0|[0] eq 1"), 1, Double.NaN));
        assertTrue(pass(CostTests.NONE, Double.NaN));
    }
}

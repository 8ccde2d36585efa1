/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFilterTest {
    private static int[] hashes(final long seed, final int count) {
        return new Random(seed).ints(count).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 16, 100, 3000, 100_000 })
    void neverDeniesWhatItHas(final int count) {
        final var hashes = hashes(count, count);
        var grown = KeyFilter.of(IntStream.empty(), 0);
        for (int i = 0; i < Math.min(count, 3000); i++) {
            grown = grown.with(hashes[i]);
        }
        final var made = KeyFilter.of(IntStream.of(hashes), count);
        for (int i = 0; i < count; i++) {
            assertTrue(KeyFilter.mayHave(made.bits(), hashes[i]));
            assertTrue(i >= 3000 || KeyFilter.mayHave(grown.bits(), hashes[i]));
        }
    }

    /** One in eight at most is what the size is for; with these seeds it is about one in sixteen. */
    @ParameterizedTest
    @ValueSource(ints = { 20, 100, 1000, 2000 })
    void deniesMostOfTheRest(final int count) {
        final var filter = KeyFilter.of(IntStream.of(hashes(1, count)), count);
        assertFalse(filter.isWorn());
        final long wrong = IntStream.of(hashes(2, 10_000))
            .filter(hash -> KeyFilter.mayHave(filter.bits(), hash)).count();
        assertTrue(wrong < 10_000 / 8, () -> wrong + " of 10000");
    }

    @Test
    void wearsWhenItHasMoreThanItIsFor() {
        var filter = KeyFilter.of(IntStream.empty(), 0);
        for (final int hash : hashes(1, 40)) {
            filter = filter.with(hash);
        }
        assertTrue(filter.isWorn());
        assertFalse(KeyFilter.of(IntStream.of(hashes(1, 40)), 40).isWorn());
    }

    @Test
    void wearsWhenMostOfItHasGone() {
        var filter = KeyFilter.of(IntStream.of(hashes(1, 100)), 100);
        int removals = 0;
        while (!filter.isWorn()) {
            filter = filter.withoutOne();
            removals++;
        }
        assertTrue(removals > 40 && removals < 60, "after " + removals);
    }

    /** However large the set is, a change does not copy more than this. */
    @Test
    void staysSmall() {
        final var filter = KeyFilter.of(IntStream.of(hashes(1, 100_000)), 100_000);
        assertEquals(KeyFilter.MAX_WORDS, filter.bits().length);
        assertFalse(filter.isWorn(), "or each change would make it anew");
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.counters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortHistoryTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long ALL = Long.MIN_VALUE / 2;

    private final PortHistory history = new PortHistory(100);

    private static PortCounters bytes(final double seconds, final long bytes) {
        return new PortCounters((long) (seconds * SECOND), OptionalLong.empty(), Map.of(Counter.TX_BYTES, bytes));
    }

    private static PortCounters aged(final double seconds, final double age, final long bytes) {
        return new PortCounters((long) (seconds * SECOND), OptionalLong.of((long) (age * SECOND)),
            Map.of(Counter.TX_BYTES, bytes));
    }

    private double rate() {
        return history.since(ALL).rate(Counter.TX_BYTES);
    }

    @Test
    void rateNeedsTwoReadings() {
        assertEquals(Double.NaN, rate());
        history.add(bytes(0, 1000));
        assertEquals(Double.NaN, rate());
        history.add(bytes(3, 4000));
        assertEquals(1000, rate());
    }

    @ParameterizedTest
    @CsvSource({ "4294967290, 94, 100", "-6, 94, 100", "9223372036854775800, -9223372036854775716, 100" })
    void counterThatWrapsGoesOn(final long before, final long after, final long grown) {
        history.add(bytes(0, before));
        history.add(bytes(1, after));
        assertEquals(grown, rate());
    }

    @Test
    void counterThatJumpsBackStartsAnew() {
        history.add(bytes(0, 3_000_000));
        history.add(bytes(1, 4_000_000));
        history.add(bytes(2, 10));
        assertEquals(Double.NaN, rate());
        history.add(bytes(3, 510));
        assertEquals(500, rate());
    }

    @Test
    void severalCountersThatGoBackAtOnceAreAReset() {
        final var before = Map.of(Counter.TX_BYTES, 4_294_967_290L, Counter.RX_BYTES, 4_294_967_290L);
        history.add(new PortCounters(0, OptionalLong.empty(), before));
        history.add(new PortCounters(SECOND, OptionalLong.empty(), Map.of(Counter.TX_BYTES, 5L, Counter.RX_BYTES, 5L)));
        assertEquals(Double.NaN, rate());
    }

    @Test
    void ageTellsAResetThatLooksLikeGrowth() {
        history.add(aged(0, 1000, 100));
        history.add(aged(3, 1003, 400));
        assertEquals(100, rate());
        // restarted, and busier since then than in all the time before
        history.add(aged(13, 6, 9_000));
        assertEquals(Double.NaN, rate());
        // restarted again while nobody looked, and as old by now
        history.add(aged(73, 10, 90_000));
        assertEquals(Double.NaN, rate());
    }

    @Test
    void ageTellsAWrapOfSeveralCountersFromAReset() {
        history.add(new PortCounters(0, OptionalLong.of(SECOND),
            Map.of(Counter.TX_BYTES, 4_294_967_290L, Counter.RX_BYTES, 4_294_967_290L)));
        history.add(new PortCounters(SECOND, OptionalLong.of(2 * SECOND),
            Map.of(Counter.TX_BYTES, 94L, Counter.RX_BYTES, 94L)));
        assertEquals(100, rate());
    }

    @Test
    void reportThatWasUnderWayForLongCountsAtTheTimeOfReading() {
        history.add(aged(100.1, 10, 0));
        history.add(aged(104.0, 13, 3_000));
        history.add(aged(106.1, 16, 6_000));
        assertArrayEquals(new double[] { 1000, 1000 }, history.since(ALL).rates(Counter.TX_BYTES), 1e-6);
    }

    @Test
    void missingReadingLeavesALongerInterval() {
        history.add(bytes(0, 0));
        history.add(bytes(3, 3000));
        history.add(bytes(9, 9000));
        assertArrayEquals(new double[] { 1000, 1000 }, history.since(ALL).rates(Counter.TX_BYTES), 1e-9);
    }

    @Test
    void counterThatTheSwitchDoesNotHaveIsUnknown() {
        history.add(bytes(0, -1));
        history.add(bytes(1, -1));
        assertEquals(Double.NaN, rate());
        assertEquals(0, history.since(ALL).rates(Counter.TX_BYTES).length);
    }

    @Test
    void windowBeginsWithTheLastReadingBeforeIt() {
        for (int second = 0; second < 10; second++) {
            history.add(bytes(second, second * (long) second));
        }
        assertArrayEquals(new double[] { 13, 15, 17 }, history.since(6 * SECOND).rates(Counter.TX_BYTES), 1e-9);
    }

    @Test
    void onlySoManyReadingsAreKept() {
        history.keep(3);
        for (int second = 0; second < 10; second++) {
            history.add(bytes(second, second));
        }
        assertEquals(2, history.since(ALL).rates(Counter.TX_BYTES).length);
        history.keep(2);
        assertEquals(1, history.since(ALL).rates(Counter.TX_BYTES).length);
        assertThrows(IllegalArgumentException.class, () -> history.keep(1));
    }

    /** What a counter of 32 or 64 bits shows, with lost readings and restarts, against one without end. */
    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 })
    void ratesAreThoseOfAnEndlessCounter(final long seed) {
        final var random = new Random(seed);
        final long mask = random.nextBoolean() ? 0xFFFF_FFFFL : -1L;
        long counter = random.nextLong() & mask;
        double now = 100;
        double age = 50;
        double begin = now;
        long grown = 0;
        history.add(aged(now, age, counter));
        for (int i = 0; i < 90; i++) {
            final long more = random.nextLong(1L << 28);
            final double passed = 1 + random.nextInt(5);
            counter = counter + more & mask;
            grown += more;
            now += passed;
            age += passed;
            if (random.nextInt(20) == 0) {
                // restarts
                now += 20;
                age = 1;
                counter = random.nextInt(1000);
                begin = now;
                grown = 0;
            } else if (random.nextInt(5) == 0) {
                // the reading is lost
                continue;
            }
            history.add(aged(now, age, counter));
            assertEquals(grown == 0 ? Double.NaN : grown / (now - begin), rate(), 1, "seed " + seed);
        }
    }
}

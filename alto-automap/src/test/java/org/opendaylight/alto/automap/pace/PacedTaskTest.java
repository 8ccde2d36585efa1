/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacedTaskTest {
    private final FakeTimer timer = new FakeTimer();
    private int runs;
    private final PacedTask task =
        new PacedTask(timer, Duration.ofMillis(50), Duration.ofMillis(500), () -> runs++);

    @Test
    void withoutChangeNothingRuns() {
        timer.passMillis(10_000);
        assertEquals(0, runs);
        assertEquals(0, timer.scheduled());
    }

    @Test
    void firstChangeRunsAtOnceAndOnce() {
        task.changed();
        timer.passMillis(0);
        assertEquals(1, runs);
        timer.passMillis(10_000);
        assertEquals(1, runs);
    }

    @Test
    void changesWithAQuietTimeBetweenThemRunAtOnce() {
        for (int i = 1; i <= 5; i++) {
            task.changed();
            timer.passMillis(0);
            assertEquals(i, runs);
            timer.passMillis(50);
        }
        assertEquals(5, runs);
    }

    @Test
    void changeTooSoonAfterAnotherWaitsForTheIdleGap() {
        task.changed();
        timer.passMillis(49);
        task.changed();
        timer.passMillis(49);
        assertEquals(1, runs, "49 ms after the second change");
        timer.passMillis(1);
        assertEquals(2, runs, "50 ms after the second change");
    }

    @Test
    void burstMakesARunAtItsStartAndOneAfterItsEnd() {
        for (int i = 0; i < 5; i++) {
            task.changed();
            timer.passMillis(30);
        }
        assertEquals(1, runs, "30 ms after the last change");
        timer.passMillis(19);
        assertEquals(1, runs, "49 ms after the last change");
        timer.passMillis(1);
        assertEquals(2, runs, "50 ms after the last change");
        timer.passMillis(10_000);
        assertEquals(2, runs);
    }

    @Test
    void steadyChangeIsNotHeldOffLongerThanTheMaximumAge() {
        task.changed();
        timer.passMillis(10);
        for (int run = 1; run <= 3; run++) {
            for (int millis = 0; millis < 500; millis += 10) {
                task.changed();
                assertEquals(run, runs, millis + " ms after the first change that waits");
                timer.passMillis(10);
            }
        }
        assertEquals(4, runs);
    }

    @Test
    void manyChangesKeepOneTimer() {
        for (int i = 0; i < 1000; i++) {
            task.changed();
        }
        assertEquals(1, timer.scheduled());
    }

    @Test
    void changeDuringTheWorkMakesAnotherRunAfterTheIdleGap() {
        final var self = new PacedTask[1];
        self[0] = new PacedTask(timer, Duration.ofMillis(50), Duration.ofMillis(500), () -> {
            if (++runs == 1) {
                timer.spendMillis(200);
                self[0].changed();
                timer.spendMillis(20);
            }
        });
        self[0].changed();
        timer.passMillis(0);
        assertEquals(1, runs);
        timer.passMillis(49);
        assertEquals(1, runs, "49 ms after the end of the work");
        timer.passMillis(1);
        assertEquals(2, runs, "50 ms after the end of the work");
        timer.passMillis(10_000);
        assertEquals(2, runs);
    }

    @Test
    void changeTooSoonAfterTheWorkWaits() {
        final var slow = new PacedTask(timer, Duration.ofMillis(50), Duration.ofMillis(500), () -> {
            runs++;
            timer.spendMillis(200);
        });
        slow.changed();
        timer.passMillis(0);
        timer.passMillis(20);
        slow.changed();
        timer.passMillis(49);
        assertEquals(1, runs);
        timer.passMillis(1);
        assertEquals(2, runs);
    }

    @Test
    void workThatThrowsDoesNotStopLaterRuns() {
        final var failing = new PacedTask(timer, Duration.ZERO, Duration.ZERO, () -> {
            runs++;
            throw new IllegalStateException("on purpose");
        });
        failing.changed();
        assertThrows(IllegalStateException.class, () -> timer.passMillis(0));
        failing.changed();
        assertThrows(IllegalStateException.class, () -> timer.passMillis(0));
        assertEquals(2, runs);
    }

    @Test
    void maximumAgeBelowTheIdleGapIsRefused() {
        assertThrows(IllegalArgumentException.class,
            () -> new PacedTask(timer, Duration.ofMillis(50), Duration.ofMillis(49), () -> { }));
    }
}

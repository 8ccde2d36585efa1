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
    void oneChangeRunsOnceAfterTheIdleGap() {
        task.changed();
        timer.passMillis(49);
        assertEquals(0, runs);
        timer.passMillis(1);
        assertEquals(1, runs);
        timer.passMillis(10_000);
        assertEquals(1, runs);
    }

    @Test
    void burstMakesOneRunAfterItsLastChange() {
        for (int i = 0; i < 5; i++) {
            task.changed();
            timer.passMillis(30);
        }
        assertEquals(0, runs, "30 ms after the last change");
        timer.passMillis(19);
        assertEquals(0, runs, "49 ms after the last change");
        timer.passMillis(1);
        assertEquals(1, runs, "50 ms after the last change");
    }

    @Test
    void steadyChangeIsNotHeldOffLongerThanTheMaximumAge() {
        for (int millis = 0; millis < 500; millis += 10) {
            task.changed();
            assertEquals(0, runs, "after " + millis + " ms");
            timer.passMillis(10);
        }
        assertEquals(1, runs);
        for (int millis = 0; millis < 500; millis += 10) {
            task.changed();
            assertEquals(1, runs, "after 500 and " + millis + " ms");
            timer.passMillis(10);
        }
        assertEquals(2, runs);
    }

    @Test
    void manyChangesKeepOneTimer() {
        for (int i = 0; i < 1000; i++) {
            task.changed();
        }
        assertEquals(1, timer.scheduled());
    }

    @Test
    void changeDuringTheWorkMakesAnotherRun() {
        final var self = new PacedTask[1];
        self[0] = new PacedTask(timer, Duration.ofMillis(50), Duration.ofMillis(500), () -> {
            if (++runs == 1) {
                self[0].changed();
            }
        });
        self[0].changed();
        timer.passMillis(50);
        assertEquals(1, runs);
        timer.passMillis(50);
        assertEquals(2, runs);
        timer.passMillis(10_000);
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

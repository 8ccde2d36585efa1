/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opendaylight.alto.hosttracker.Net.port;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.SwitchPort;

class PortRateLimiterTest {
    private static final SwitchPort A = port(1, 1);
    private static final SwitchPort B = port(1, 2);

    private final PortRateLimiter limiter = new PortRateLimiter(100);

    private int passed(final SwitchPort port, final int packets, final long millis) {
        int passed = 0;
        for (int i = 0; i < packets; i++) {
            if (limiter.mayPass(port, TimeUnit.MILLISECONDS.toNanos(millis))) {
                passed++;
            }
        }
        return passed;
    }

    @Test
    void floodAtOnePortIsCutAndAnotherPortIsNot() {
        assertEquals(100, passed(A, 1000, 0));
        assertEquals(100, passed(B, 100, 0));
        assertEquals(Map.of(A, 900L), limiter.dropped());
    }

    @Test
    void whatIsLetThroughComesBackWithTime() {
        passed(A, 1000, 0);
        assertEquals(50, passed(A, 1000, 500));
        assertEquals(100, passed(A, 1000, 60_000));
        // a clock that was read by another thread may be a little behind
        assertEquals(0, passed(A, 10, 59_999));
    }

    @Test
    void steadyRateBelowTheLimitLosesNothing() {
        for (int i = 0; i < 10_000; i++) {
            assertTrue(limiter.mayPass(A, TimeUnit.MILLISECONDS.toNanos(11L * i)));
        }
    }
}

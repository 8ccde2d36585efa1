/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.mdsal;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.opendaylight.alto.automap.pace.Timer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time of this machine and the thread of an executor.
 *
 * @param executor has one thread, and discards what it gets after its shutdown
 */
record ExecutorTimer(ScheduledExecutorService executor) implements Timer {
    private static final Logger LOG = LoggerFactory.getLogger(ExecutorTimer.class);

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void after(final Duration delay, final Runnable task) {
        executor.schedule(() -> runLogged(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @SuppressWarnings("checkstyle:illegalCatch")
    private static void runLogged(final Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            // outermost loop of the thread: a scheduled task that throws would be dropped without a word
            LOG.error("Maps cannot be computed; this is a defect; the next change of the network will try again", e);
        }
    }
}

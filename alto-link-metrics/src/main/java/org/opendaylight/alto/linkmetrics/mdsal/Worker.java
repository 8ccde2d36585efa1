/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.mdsal;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread for all state of the link metrics. A task that fails is logged and the next one goes on; a task that comes
 * after the end is dropped.
 */
final class Worker implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final ScheduledExecutorService thread;

    /** Takes over an executor that has one thread. */
    Worker(final ScheduledExecutorService thread) {
        this.thread = thread;
    }

    @Override
    public void execute(final Runnable task) {
        schedule(task, Duration.ZERO);
    }

    void schedule(final Runnable task, final Duration delay) {
        try {
            thread.schedule(guarded(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.trace("Closed", e);
        }
    }

    void repeat(final Runnable task, final Duration interval) {
        thread.scheduleWithFixedDelay(guarded(task), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does what was handed in for now, then ends; what waits for its time is dropped when that comes. */
    void shutdown() {
        thread.shutdown();
    }

    // Outermost frame of the thread: without this, a failed task would end the repetition and go unseen.
    @SuppressWarnings("checkstyle:IllegalCatch")
    private static Runnable guarded(final Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("Measuring links failed at one step and goes on with the next", e);
            }
        };
    }
}

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

import java.time.Duration;

/**
 * Work that follows changes at a measured pace. It is quiet when nothing changed and nothing was done for an idle gap.
 * A change that comes when it is quiet starts the work at once. Others wait until it is quiet, so that a burst makes
 * few runs, but not longer than a maximum age after the first of them, so that steady change does not hold it off.
 *
 * <p>{@link #changed()} may be called from any thread and never blocks for long; the work runs on the timer's thread.
 */
public final class PacedTask {
    private final Timer timer;
    private final long idleGapNanos;
    private final long maxAgeNanos;
    private final Runnable work;

    // guarded by this
    private boolean waiting;
    private boolean working;
    /** When the first change came that waits. */
    private long first;
    /** When the last change came or the work last ended, whichever is later. */
    private long active;

    /**
     * Creates a task that has nothing to do.
     *
     * @param timer time
     * @param idleGap how long nothing must happen until it is quiet
     * @param maxAge how long after the first change the work starts at the latest; not less than the idle gap
     * @param work what to do
     */
    public PacedTask(final Timer timer, final Duration idleGap, final Duration maxAge, final Runnable work) {
        if (idleGap.isNegative() || maxAge.compareTo(idleGap) < 0) {
            throw new IllegalArgumentException(
                "Idle gap " + idleGap + " is not between 0 and the maximum age " + maxAge);
        }
        this.timer = timer;
        idleGapNanos = idleGap.toNanos();
        maxAgeNanos = maxAge.toNanos();
        this.work = work;
        // it is quiet at first
        active = timer.nanoTime() - idleGapNanos;
    }

    /** Notes that something changed. The work starts at once if it was quiet, else when it will be. */
    public void changed() {
        final boolean quiet;
        synchronized (this) {
            final long now = timer.nanoTime();
            quiet = !working && now - active >= idleGapNanos;
            active = now;
            if (waiting) {
                return;
            }
            waiting = true;
            first = now;
        }
        if (quiet) {
            timer.after(Duration.ZERO, this::run);
        } else {
            timer.after(Duration.ofNanos(idleGapNanos), this::wake);
        }
    }

    private void wake() {
        final long left;
        synchronized (this) {
            final long now = timer.nanoTime();
            left = Math.min(active + idleGapNanos - now, first + maxAgeNanos - now);
        }
        if (left <= 0) {
            run();
        } else {
            timer.after(Duration.ofNanos(left), this::wake);
        }
    }

    private void run() {
        synchronized (this) {
            // before the work, so that a change that comes while it runs makes another run
            waiting = false;
            working = true;
        }
        try {
            work.run();
        } finally {
            synchronized (this) {
                working = false;
                active = timer.nanoTime();
            }
        }
    }
}

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
 * Work that follows changes at a measured pace: it waits until no change came for an idle gap, so that a burst makes
 * one run, but not longer than a maximum age after the first change, so that steady change does not hold it off.
 *
 * <p>{@link #changed()} may be called from any thread and never blocks for long; the work runs on the timer's thread.
 */
public final class PacedTask {
    private final Timer timer;
    private final long idleGapNanos;
    private final Duration idleGap;
    private final long maxAgeNanos;
    private final Runnable work;

    // guarded by this
    private boolean waiting;
    private long first;
    private long last;

    /**
     * Creates a task that has nothing to do.
     *
     * @param timer time
     * @param idleGap how long no change must come before the work starts
     * @param maxAge how long after the first change the work starts at the latest; not less than the idle gap
     * @param work what to do
     */
    public PacedTask(final Timer timer, final Duration idleGap, final Duration maxAge, final Runnable work) {
        if (idleGap.isNegative() || maxAge.compareTo(idleGap) < 0) {
            throw new IllegalArgumentException(
                "Idle gap " + idleGap + " is not between 0 and the maximum age " + maxAge);
        }
        this.timer = timer;
        this.idleGap = idleGap;
        idleGapNanos = idleGap.toNanos();
        maxAgeNanos = maxAge.toNanos();
        this.work = work;
    }

    /** Notes that something changed. The work starts after the idle gap, unless more changes come. */
    public void changed() {
        synchronized (this) {
            last = timer.nanoTime();
            if (waiting) {
                return;
            }
            waiting = true;
            first = last;
        }
        timer.after(idleGap, this::wake);
    }

    private void wake() {
        final long left;
        synchronized (this) {
            final long now = timer.nanoTime();
            left = Math.min(last + idleGapNanos - now, first + maxAgeNanos - now);
            if (left <= 0) {
                // before the work, so that a change that comes while it runs makes another run
                waiting = false;
            }
        }
        if (left <= 0) {
            work.run();
        } else {
            timer.after(Duration.ofNanos(left), this::wake);
        }
    }
}

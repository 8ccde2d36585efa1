/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.probe;

import java.util.ArrayList;
import java.util.List;

/**
 * Says what to probe when: each target once in an interval, one after the other and evenly spread, and never more than
 * so many in a second. Not for several threads.
 */
public final class ProbeSchedule {
    private static final double NANOS = 1e9;
    /** What came due in so many seconds is sent at once if a call is late; the rest is not made up for. */
    private static final double MOST_AT_ONCE = 0.1;

    private List<Prober.Target> targets = List.of();
    private double perSecond;
    private double credit;
    private int next;
    private long last;

    /**
     * Sets what is probed from now on.
     *
     * @param wanted the targets, in any order
     * @param intervalSeconds how often each; 0 for never
     * @param maxPerSecond the most in a second
     */
    public void set(final List<Prober.Target> wanted, final double intervalSeconds, final int maxPerSecond) {
        targets = List.copyOf(wanted);
        next = targets.isEmpty() ? 0 : next % targets.size();
        perSecond = intervalSeconds > 0 ? Math.min(targets.size() / intervalSeconds, maxPerSecond) : 0;
    }

    /**
     * Returns how many probes are sent in a second.
     *
     * @return a number
     */
    public double perSecond() {
        return perSecond;
    }

    /**
     * Returns whose turn it is.
     *
     * @param now the time in nanoseconds, not before that of the call before
     * @return what to probe now; not more than fits in a tenth of a second, however late the call is
     */
    public List<Prober.Target> due(final long now) {
        credit = Math.min(credit + (now - last) / NANOS * perSecond, Math.max(1, perSecond * MOST_AT_ONCE));
        last = now;
        final var due = new ArrayList<Prober.Target>();
        while (credit >= 1 && due.size() < targets.size()) {
            credit--;
            due.add(targets.get(next));
            next = (next + 1) % targets.size();
        }
        return due;
    }
}

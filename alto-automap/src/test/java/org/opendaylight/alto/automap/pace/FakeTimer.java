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
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes when the test says so. Starts just before the value wraps around, as real values may. */
final class FakeTimer implements Timer {
    private final PriorityQueue<Entry> queue = new PriorityQueue<>(Comparator.comparing(Entry::at));

    private long origin = Long.MAX_VALUE - 1_000_000;
    private long elapsed;

    private record Entry(long at, Runnable task) {
    }

    @Override
    public long nanoTime() {
        return origin + elapsed;
    }

    @Override
    public void after(final Duration delay, final Runnable task) {
        queue.add(new Entry(elapsed + delay.toNanos(), task));
    }

    int scheduled() {
        return queue.size();
    }

    void passMillis(final long millis) {
        final long end = elapsed + millis * 1_000_000;
        while (!queue.isEmpty() && queue.peek().at <= end) {
            final var next = queue.remove();
            elapsed = Math.max(elapsed, next.at);
            next.task.run();
        }
        elapsed = Math.max(elapsed, end);
    }

    /** What a task calls while it runs: time passes, and nothing else runs meanwhile. */
    void spendMillis(final long millis) {
        elapsed += millis * 1_000_000;
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.measure;

import java.util.ArrayDeque;

/** What was observed of one thing, the newest so many values with their times. Not for several threads. */
final class Observations {
    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    private final ArrayDeque<Observation> all = new ArrayDeque<>();

    private record Observation(long nanos, double value) {
    }

    void add(final long nanos, final double value, final int kept) {
        all.addLast(new Observation(nanos, value));
        while (all.size() > kept) {
            all.removeFirst();
        }
    }

    /** Returns what was observed after a time, the oldest first. */
    double[] since(final long from) {
        return all.stream().filter(each -> each.nanos > from).mapToDouble(Observation::value).toArray();
    }

    long newestNanos() {
        return all.isEmpty() ? LONG_AGO : all.getLast().nanos;
    }

    /** Returns the newest value. There must be one. */
    double newest() {
        return all.getLast().value;
    }
}

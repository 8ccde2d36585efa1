/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.benchmarks;

import java.util.Arrays;

/** What several benchmarks do with what they measured. */
final class Figures {
    private Figures() {
    }

    /** Returns the live heap in bytes. */
    static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Returns the value that a share of all, from 0 to 1, does not exceed. */
    static double quantile(final double[] values, final double share) {
        final var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    /** Returns the median, and the smallest and largest value in brackets. */
    static String spread(final double[] values, final String format) {
        return String.format(format + " (" + format + "-" + format + ")", quantile(values, 0.5), quantile(values, 0),
            quantile(values, 1));
    }
}

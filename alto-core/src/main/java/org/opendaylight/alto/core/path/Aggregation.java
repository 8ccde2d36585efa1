/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.path;

import java.util.Locale;

/**
 * What one cost stands for a pair of hosts whose packets take several paths. Packets that do not arrive do not count.
 */
public enum Aggregation {
    /** The cost of the worst path that some packets take, so that no application is promised more than it gets. */
    WORST,
    /** The cost of the best path that some packets take. */
    BEST,
    /**
     * The mean over the paths, each weighted by its {@linkplain PathTrace#share() share}: the weights of a SELECT group
     * count, and classes that differ in header fields count alike, since nobody knows how much traffic each has.
     */
    WEIGHTED;

    /**
     * Reads what {@link #toString()} writes.
     *
     * @param text {@code worst}, {@code best} or {@code weighted}
     * @return the aggregation
     * @throws IllegalArgumentException if it is something else; says what it may be
     */
    public static Aggregation parse(final String text) {
        for (final var each : values()) {
            if (each.toString().equals(text)) {
                return each;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not 'worst', 'best' or 'weighted'");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

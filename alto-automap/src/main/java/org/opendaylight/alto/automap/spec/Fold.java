/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.spec;

/** How several costs become one. */
public sealed interface Fold {
    /** The arithmetic mean. */
    record Mean() implements Fold {
    }

    /** The lowest cost. */
    record Min() implements Fold {
    }

    /** The highest cost. */
    record Max() implements Fold {
    }

    /**
     * The cost at a place in their order: the smallest one that is not less than a part of them (nearest rank).
     *
     * @param percent the part, more than 0 and at most 100; the median is 50
     */
    record Percentile(double percent) implements Fold {
        public Percentile {
            if (!(percent > 0 && percent <= 100)) {
                throw new IllegalArgumentException(
                    "The percentile is " + percent + ", must be more than 0, at most 100");
            }
        }
    }
}

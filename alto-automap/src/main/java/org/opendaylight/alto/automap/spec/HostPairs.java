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

/** Which pairs of hosts count for the cost between two PIDs. */
public sealed interface HostPairs {
    /** Each pair. */
    record All() implements HostPairs {
    }

    /**
     * Pairs that are drawn at random, with replacement; all pairs if there are not more than are to be drawn.
     *
     * @param count how many pairs are drawn for each pair of PIDs, 1 or more
     * @param seed what the draws depend on, so that they can be done again
     */
    record Sample(int count, long seed) implements HostPairs {
        public Sample {
            if (count < 1) {
                throw new IllegalArgumentException("The number of pairs is " + count + ", must be 1 or more");
            }
        }
    }
}

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

/** How the values of the parts of a path become the path's (RFC 9439, sections 4 and 5). {@code NaN} stays. */
enum Algebra {
    /** Delays add up. */
    SUM(0) {
        @Override
        double combine(final double first, final double second) {
            return first + second;
        }
    },
    /** Of what the first part lets through, the second loses its part; in percent. */
    SURVIVAL(0) {
        @Override
        double combine(final double first, final double second) {
            return first + second - first * second / 100;
        }
    },
    /** The narrowest part decides. */
    MINIMUM(Double.NaN) {
        @Override
        double combine(final double first, final double second) {
            return Math.min(first, second);
        }

        @Override
        double limitedTo(final double value, final double bytesPerSecond) {
            return Math.min(value, bytesPerSecond);
        }
    };

    private final double ofNoPath;

    Algebra(final double ofNoPath) {
        this.ofNoPath = ofNoPath;
    }

    abstract double combine(double first, double second);

    /** Bounds a path's value by the rate of a meter, if it is a bandwidth. */
    double limitedTo(final double value, final double bytesPerSecond) {
        return value;
    }

    /** Tells whether the path with the highest value is the best one; only bandwidths are put together so. */
    boolean isHigherBetter() {
        return this == MINIMUM;
    }

    /** Returns the value from a host to itself. */
    double ofNoPath() {
        return ofNoPath;
    }
}

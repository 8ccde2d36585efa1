/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.map;

import java.math.BigDecimal;

/**
 * One cost as it stands in a message (RFC 7285, section 11.2.3.6: any JSON value). Immutable; its text is the JSON
 * value itself.
 */
public sealed interface CostValue {
    /**
     * A cost in mode {@code numerical} or a rank in mode {@code ordinal}.
     *
     * @param value a finite number, 0 or more; in no unit of its own, the metric says which
     */
    record Number(double value) implements CostValue {
        // from here on not every integer is a double
        private static final double EXACT_INTEGERS = 1L << 53;

        public Number {
            if (!Double.isFinite(value) || value < 0) {
                throw new IllegalArgumentException("cost " + value + " is not a finite number of 0 or more");
            }
            // -0.0 and 0.0 are the same cost
            value += 0.0;
        }

        /** Returns the shortest decimal that denotes the number; a whole number has no fraction. */
        @Override
        public String toString() {
            return value < EXACT_INTEGERS && Double.compare(value, Math.rint(value)) == 0 ? Long.toString((long) value)
                : BigDecimal.valueOf(value).toString();
        }
    }

    /**
     * A cost in another mode, such as an array or an object.
     *
     * @param text a JSON value without white space between its tokens; not a number
     */
    record Json(String text) implements CostValue {
        public Json {
            if (text.isBlank() || text.charAt(0) == '-' || Character.isDigit(text.charAt(0))) {
                throw new IllegalArgumentException("'" + text + "' is not a JSON value other than a number");
            }
        }

        @Override
        public String toString() {
            return text;
        }
    }
}

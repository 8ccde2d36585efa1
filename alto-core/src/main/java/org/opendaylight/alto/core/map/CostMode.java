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

/**
 * How to read a cost value (RFC 7285, section 10.5, as replaced by RFC 9274).
 *
 * @param value a registered name, or {@code priv:} and more
 */
public record CostMode(String value) implements Comparable<CostMode> {
    /** Values can be computed with. */
    public static final CostMode NUMERICAL = new CostMode("numerical");
    /** Values are ranks. */
    public static final CostMode ORDINAL = new CostMode("ordinal");

    public CostMode {
        Names.requireCostWord("Cost mode", value);
    }

    @Override
    public int compareTo(final CostMode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

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
 * What a cost measures (RFC 7285, section 10.6).
 *
 * @param value a registered name, or {@code priv:} and more
 */
public record CostMetric(String value) implements Comparable<CostMetric> {
    /** The provider's generic preference; a lower value is better (RFC 7285, section 6.1.1.1). */
    public static final CostMetric ROUTINGCOST = new CostMetric("routingcost");
    /** Number of switches on the path (RFC 9439, section 4.5). */
    public static final CostMetric HOPCOUNT = new CostMetric("hopcount");

    public CostMetric {
        Names.requireCostWord("Cost metric", value);
    }

    @Override
    public int compareTo(final CostMetric other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

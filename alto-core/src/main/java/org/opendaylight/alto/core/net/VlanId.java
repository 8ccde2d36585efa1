/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.net;

/**
 * An IEEE 802.1Q VLAN identifier.
 *
 * @param value 1 to 4094
 */
public record VlanId(int value) implements Comparable<VlanId> {
    public VlanId {
        if (value < 1 || value > 4094) {
            throw new IllegalArgumentException("VLAN id " + value + " is not in 1..4094");
        }
    }

    @Override
    public int compareTo(final VlanId other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}

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
 * A provider-defined identifier, the name of a group of endpoints (RFC 7285, section 5.1).
 *
 * @param value 1 to 64 characters of the grammar of RFC 7285, section 10.1
 */
public record Pid(String value) implements Comparable<Pid> {
    public Pid {
        Names.requireName("PID name", value);
    }

    @Override
    public int compareTo(final Pid other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

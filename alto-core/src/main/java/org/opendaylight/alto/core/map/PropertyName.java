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
 * The name of a global endpoint property (RFC 7285, section 10.8.2), thus not of one that belongs to a resource, such
 * as {@code my-map.pid}.
 *
 * @param value 1 to 32 characters out of letters, digits, '-', ':' and '_'
 */
public record PropertyName(String value) implements Comparable<PropertyName> {
    public PropertyName {
        Names.requireCostWord("Endpoint property", value);
    }

    @Override
    public int compareTo(final PropertyName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

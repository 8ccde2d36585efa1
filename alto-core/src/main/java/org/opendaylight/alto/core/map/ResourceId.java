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
 * The name of an information resource in the directory (RFC 7285, section 9.1.1).
 *
 * @param value 1 to 64 characters of the grammar of RFC 7285, section 10.2
 */
public record ResourceId(String value) implements Comparable<ResourceId> {
    public ResourceId {
        Names.requireName("Resource id", value);
    }

    @Override
    public int compareTo(final ResourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

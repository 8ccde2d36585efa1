/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.host;

import java.util.Optional;

/**
 * What became of one host.
 *
 * @param before the host as it was, or empty if it is new
 * @param after the host as it is, or empty if it is gone
 */
public record HostChange(Optional<Host> before, Optional<Host> after) {
    public HostChange {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("A change has a host before it or after it");
        }
        if (before.isPresent() && after.isPresent()
                && !before.orElseThrow().key().equals(after.orElseThrow().key())) {
            throw new IllegalArgumentException(before + " and " + after + " are two hosts");
        }
    }

    /**
     * Tells whether only the time of the last observation is new.
     *
     * @return true if neither the place nor the addresses changed
     */
    public boolean isOnlySeen() {
        return before.isPresent() && after.isPresent()
            && before.orElseThrow().attachment().equals(after.orElseThrow().attachment())
            && before.orElseThrow().addresses().equals(after.orElseThrow().addresses());
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.verification;

/**
 * A VLAN tag.
 *
 * @param id VLAN id, 0 to 4095
 * @param priority priority code point, 0 to 7
 */
record Tag(int id, int priority) {
    @Override
    public String toString() {
        return "vlan " + id + " pcp " + priority;
    }
}

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
 * An MPLS label.
 *
 * @param value the label, 0 to 1048575
 * @param trafficClass 0 to 7
 * @param ttl time to live, 0 to 255
 */
record Label(int value, int trafficClass, int ttl) {
    @Override
    public String toString() {
        return "label " + value + " tc " + trafficClass + " ttl " + ttl;
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.cost;

import org.opendaylight.alto.core.net.SwitchPort;

/** Counts the switches that packets pass (RFC 9439, section 4.5). */
public final class HopCosting implements PathCosting {
    @Override
    public double of(final SwitchPort entering, final Way way) {
        return way.length();
    }

    @Override
    public double ofNoPath() {
        return 0;
    }

    @Override
    public boolean isHigherBetter() {
        return false;
    }
}

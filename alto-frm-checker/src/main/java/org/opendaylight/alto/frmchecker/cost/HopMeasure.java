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
import org.opendaylight.alto.core.path.LinkMeasure;

/** Counts the switches that packets pass (RFC 9439, section 4.5), by the ports by which they leave them. */
public final class HopMeasure implements LinkMeasure {
    @Override
    public double entering(final SwitchPort port) {
        return 0;
    }

    @Override
    public double leaving(final SwitchPort port) {
        return 1;
    }

    @Override
    public double combine(final double first, final double second) {
        return first + second;
    }

    @Override
    public boolean isHigherBetter() {
        return false;
    }

    @Override
    public double ofNoPath() {
        return 0;
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.compute;

import java.util.Map;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.LinkMeasure;

/**
 * Values of ports, as given. Values that are better if lower add up; of others the lowest one counts.
 *
 * @param values the value of each port; 1 if it is not here
 * @param isHigherBetter whether the values are bandwidths
 */
record FakeMeasure(Map<SwitchPort, Double> values, boolean isHigherBetter) implements LinkMeasure {
    /** The number of ports that leave a switch. */
    static final FakeMeasure HOPS = new FakeMeasure(Map.of(), false);

    @Override
    public double entering(final SwitchPort port) {
        return isHigherBetter ? Double.POSITIVE_INFINITY : 0;
    }

    @Override
    public double leaving(final SwitchPort port) {
        return values.getOrDefault(port, 1.0);
    }

    @Override
    public double combine(final double first, final double second) {
        return isHigherBetter ? Math.min(first, second) : first + second;
    }

    @Override
    public double ofNoPath() {
        return isHigherBetter ? Double.NaN : 0;
    }
}

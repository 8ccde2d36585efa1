/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.measure;

import java.util.Map;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.LinkMeasure;

/**
 * A metric whose values were computed before. A port that has none is unknown.
 *
 * @param entering the values of ports by which packets come from hosts
 * @param leaving the values of ports by which packets leave switches
 * @param algebra how they are put together
 */
record PathMeasure(Map<SwitchPort, Double> entering, Map<SwitchPort, Double> leaving, Algebra algebra)
        implements LinkMeasure {
    PathMeasure {
        entering = Map.copyOf(entering);
        leaving = Map.copyOf(leaving);
    }

    @Override
    public double entering(final SwitchPort port) {
        return entering.getOrDefault(port, Double.NaN);
    }

    @Override
    public double leaving(final SwitchPort port) {
        return leaving.getOrDefault(port, Double.NaN);
    }

    @Override
    public double combine(final double first, final double second) {
        return algebra.combine(first, second);
    }

    @Override
    public double limitedTo(final double value, final double bytesPerSecond) {
        return algebra.limitedTo(value, bytesPerSecond);
    }

    @Override
    public boolean isHigherBetter() {
        return algebra.isHigherBetter();
    }

    @Override
    public double ofNoPath() {
        return algebra.ofNoPath();
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.tracking;

import java.time.Duration;
import org.opendaylight.alto.hosttracker.table.TableLimits;

/**
 * The times and limits that an operator may set.
 *
 * @param limits how far the table may grow
 * @param holdOff how long a port that came up is watched for a link before hosts are learnt there
 * @param switchGrace how long hosts are kept after their switch disconnected
 * @param rememberFor how long hosts of before a restart are kept while their port is not up
 * @param probes how often a host of before a restart is asked whether it is there
 * @param probeInterval time between two such questions
 */
public record TrackerSettings(TableLimits limits, Duration holdOff, Duration switchGrace, Duration rememberFor,
        int probes, Duration probeInterval) {
    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if a time is negative or there is no probe
     */
    public TrackerSettings {
        if (holdOff.isNegative() || switchGrace.isNegative() || rememberFor.isNegative() || probes < 1
                || probeInterval.isNegative()) {
            throw new IllegalArgumentException("Times must not be negative and there must be a probe: hold-off "
                + holdOff + ", switch grace " + switchGrace + ", remember " + rememberFor + ", " + probes
                + " probes each " + probeInterval);
        }
    }
}

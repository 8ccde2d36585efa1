/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.table;

import java.time.Duration;

/**
 * How far the table may grow and how often it notes that a host is still there.
 *
 * @param hosts most hosts in the table
 * @param addressesPerHost most addresses of one host
 * @param seenEvery how old the time of the last observation may become before it is renewed
 */
public record TableLimits(int hosts, int addressesPerHost, Duration seenEvery) {
    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one is not positive
     */
    public TableLimits {
        if (hosts < 1 || addressesPerHost < 1 || seenEvery.isNegative()) {
            throw new IllegalArgumentException("Limits " + hosts + ", " + addressesPerHost + " and " + seenEvery
                + " must be positive");
        }
    }
}

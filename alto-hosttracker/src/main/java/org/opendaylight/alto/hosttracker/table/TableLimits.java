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
 * How far the table may grow, how often it notes that a host is still there, and how it settles contradictions.
 *
 * @param hosts most hosts in the table
 * @param hostsPerPort most hosts behind one port, so that a flood at one port leaves room for the others
 * @param addressesPerHost most addresses of one host
 * @param seenEvery how old the time of the last observation may become before it is renewed
 * @param contest how long the holder of an address has to say that it still has it, when another host claims it
 * @param moveWindow in what time {@code moves} are counted
 * @param moves how often a host may change its port in that time; further changes are not believed
 */
public record TableLimits(int hosts, int hostsPerPort, int addressesPerHost, Duration seenEvery, Duration contest,
        Duration moveWindow, int moves) {
    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one is not positive
     */
    public TableLimits {
        if (hosts < 1 || hostsPerPort < 1 || addressesPerHost < 1 || moves < 1 || seenEvery.isNegative()
                || contest.isNegative() || moveWindow.isNegative()) {
            throw new IllegalArgumentException("Limits must be positive: " + hosts + " hosts, " + hostsPerPort
                + " at a port, " + addressesPerHost + " addresses, " + moves + " moves in " + moveWindow + ", contest "
                + contest + ", seen every " + seenEvery);
        }
    }
}

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
import java.util.List;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.hosttracker.table.TableLimits;

/**
 * What an operator may set.
 *
 * @param limits how far the table may grow, and how contradictions are settled
 * @param times when hosts are learnt and forgotten
 * @param isObserveOnly whether nothing may be sent into the network
 * @param learnsFromDhcp whether the answers of DHCP servers come to the controller and bind addresses
 * @param ipPrefixes source addresses of IP packets that bind the address to the frame's source; empty for none
 */
public record TrackerSettings(TableLimits limits, Times times, boolean isObserveOnly, boolean learnsFromDhcp,
        List<IpPrefix> ipPrefixes) {
    /** Copies the list. */
    public TrackerSettings {
        ipPrefixes = List.copyOf(ipPrefixes);
    }

    /**
     * When hosts are learnt and forgotten.
     *
     * @param holdOff how long a port that came up is watched for a link before hosts are learnt there
     * @param switchGrace how long hosts are kept after their switch disconnected
     * @param rememberFor how long hosts of before a restart are kept while their port is not up
     * @param idle how long a host, or one of its addresses, may be silent before it is asked for
     * @param silent how long a host, or one of its addresses, may be silent that cannot be asked for
     * @param probes how often a host is asked before it is given up
     * @param probeInterval time between two such questions
     */
    public record Times(Duration holdOff, Duration switchGrace, Duration rememberFor, Duration idle, Duration silent,
            int probes, Duration probeInterval) {
        /**
         * Checks the settings.
         *
         * @throws IllegalArgumentException if a time is negative or there is no probe
         */
        public Times {
            if (holdOff.isNegative() || switchGrace.isNegative() || rememberFor.isNegative() || idle.isNegative()
                    || silent.isNegative() || probes < 1 || probeInterval.isNegative()) {
                throw new IllegalArgumentException("Times must not be negative and there must be a probe: hold-off "
                    + holdOff + ", switch grace " + switchGrace + ", remember " + rememberFor + ", idle " + idle
                    + ", silent " + silent + ", " + probes + " probes each " + probeInterval);
            }
        }
    }
}

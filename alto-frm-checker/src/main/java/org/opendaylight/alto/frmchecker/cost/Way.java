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

import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.SwitchPort;

/**
 * The ports by which packets leave the switches on their way, from some switch to the destination host, as a linked
 * list, so that ways to one host share their ends.
 *
 * @param leaving the first of these ports
 * @param rest the ports after it; null if it is the destination host's
 * @param length how many ports these are, and so how many switches are passed
 * @param bytesPerSecond what the meters on the way let pass, infinity if none bounds it
 */
public record Way(SwitchPort leaving, @Nullable Way rest, int length, double bytesPerSecond) {
    /**
     * Puts a port before a way, of a switch without meters.
     *
     * @param leaving the port
     * @param rest the ports after it; null if it is the destination host's
     * @return the longer way
     */
    public static Way of(final SwitchPort leaving, final @Nullable Way rest) {
        return rest == null ? new Way(leaving, null, 1, Double.POSITIVE_INFINITY)
            : new Way(leaving, rest, rest.length + 1, rest.bytesPerSecond);
    }

    /**
     * Returns this way with meters in its first switch.
     *
     * @param rate bytes per second, infinity for none
     * @return the way
     */
    public Way limitedTo(final double rate) {
        return rate < bytesPerSecond ? new Way(leaving, rest, length, rate) : this;
    }
}

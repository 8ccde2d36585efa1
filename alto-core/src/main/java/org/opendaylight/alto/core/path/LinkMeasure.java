/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.path;

import org.opendaylight.alto.core.net.SwitchPort;

/**
 * One metric of a path, made of the values of what the path crosses: where it enters the first switch, and each port by
 * which it leaves a switch, the one to the destination host included. All values are of one moment. May be used by
 * several threads.
 *
 * <p>Values are numbers in the unit of the metric, not negative; {@code NaN} is a value that nobody knows, and makes
 * the
 * path's value unknown.
 */
public interface LinkMeasure {
    /**
     * Returns the value for packets that come from a host.
     *
     * @param port the port by which they enter the network
     * @return the value; one that changes nothing if the metric has none for hosts' ports
     */
    double entering(SwitchPort port);

    /**
     * Returns the value for packets that leave a switch, to another switch or to a host.
     *
     * @param port the port by which they leave
     * @return the value
     */
    double leaving(SwitchPort port);

    /**
     * Puts two parts of a path together. It does not matter which two parts are put together first.
     *
     * @param first the value of the part that is crossed first
     * @param second the value of the part that is crossed then
     * @return the value of both; {@code NaN} if one of them is
     */
    double combine(double first, double second);

    /**
     * Bounds the value of a path by the meters on it. A meter bounds what all its packets together may use, so a
     * bandwidth is at most its rate; how much of that others use is not known.
     *
     * @param value the value of all that the path crosses
     * @param bytesPerSecond the lowest rate of the meters
     * @return the value of the path, by this method the same: only a bandwidth is bounded; {@code NaN} if the value is
     */
    default double limitedTo(final double value, final double bytesPerSecond) {
        return value;
    }

    /**
     * Tells which of two paths is better.
     *
     * @return true if that with the higher value, such as of a bandwidth; false if that with the lower one
     */
    boolean isHigherBetter();

    /**
     * Returns the value for packets that a host sends to itself.
     *
     * @return the value; {@code NaN} if there is none
     */
    double ofNoPath();
}

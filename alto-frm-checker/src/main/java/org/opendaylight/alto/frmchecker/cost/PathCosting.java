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

import java.util.List;
import java.util.OptionalLong;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.MeterRef;

/** Makes a cost of a path that packets take. May be used by several threads. */
public interface PathCosting {
    /** Knows no cost. */
    PathCosting UNKNOWN = new PathCosting() {
        @Override
        public double of(final SwitchPort entering, final Way way) {
            return Double.NaN;
        }

        @Override
        public double ofNoPath() {
            return Double.NaN;
        }

        @Override
        public boolean isHigherBetter() {
            return false;
        }
    };

    /**
     * Returns the cost of a path.
     *
     * @param entering the port by which the packets enter the network
     * @param way the ports by which they leave the switches, and the meters
     * @return the cost; {@code NaN} if it is not known
     */
    double of(SwitchPort entering, Way way);

    /**
     * Returns the cost of a path that is told for a person.
     *
     * @param hops the switches passed, in order
     * @return the cost; {@code NaN} if it is not known, or if the last switch is not left
     */
    default double of(final List<Hop> hops) {
        if (hops.isEmpty()) {
            return ofNoPath();
        }
        @Nullable Way way = null;
        for (final var hop : hops.reversed()) {
            final OptionalLong out = hop.outPort();
            if (out.isEmpty()) {
                return Double.NaN;
            }
            way = Way.of(new SwitchPort(hop.switchId(), out.getAsLong()), way)
                .limitedTo(MeterRef.lowestRate(hop.meters()));
        }
        return of(new SwitchPort(hops.getFirst().switchId(), hops.getFirst().inPort()), way);
    }

    /**
     * Returns the cost for packets that a host sends to itself.
     *
     * @return the cost; {@code NaN} if there is none
     */
    double ofNoPath();

    /**
     * Tells which of two paths is better.
     *
     * @return true if that with the higher cost; false if that with the lower one
     */
    boolean isHigherBetter();
}

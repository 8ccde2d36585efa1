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

import java.util.List;

/**
 * The walk of one class of packets.
 *
 * @param condition which packets these are, in the words of OpenFlow, beyond what the query says, such as
 *     {@code ip_proto=6,tcp_dst=22}; empty if all packets of the query
 * @param hops the switches passed, in order
 * @param outcome how the walk ended
 * @param reason what a person should know of the outcome, such as the name of the host or rule; may be empty
 * @param origin where the path comes from; if it has parts of several origins, the least sure of them
 * @param share which part of the packets of the class a switch sends this way where it chooses by itself (a group of
 *     type SELECT): more than 0, and 1 if no switch chooses
 */
public record PathTrace(String condition, List<Hop> hops, Outcome outcome, String reason, Origin origin, double share) {
    public PathTrace {
        hops = List.copyOf(hops);
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("Share " + share + " is not more than 0 and at most 1");
        }
    }

    /**
     * Makes the trace of all packets of a class, by installed rules.
     *
     * @param condition which packets these are
     * @param hops the switches passed, in order
     * @param outcome how the walk ended
     * @param reason what a person should know of the outcome; may be empty
     * @return the trace
     */
    public static PathTrace installed(final String condition, final List<Hop> hops, final Outcome outcome,
            final String reason) {
        return new PathTrace(condition, hops, outcome, reason, Origin.INSTALLED, 1);
    }

    /**
     * Tells whether the packet arrived.
     *
     * @return true if the outcome is {@link Outcome#DELIVERED}
     */
    public boolean isDelivered() {
        return outcome == Outcome.DELIVERED;
    }
}

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
 */
public record PathTrace(String condition, List<Hop> hops, Outcome outcome, String reason) {
    public PathTrace {
        hops = List.copyOf(hops);
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

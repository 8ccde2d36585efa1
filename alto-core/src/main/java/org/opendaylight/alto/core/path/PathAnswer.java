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

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * Every path that the packets of a query take.
 *
 * @param traces one for each class of packets, most specific condition first; the classes do not overlap and together
 *     are all packets of the query, unless {@code truncated}
 * @param truncated true if there are more classes than the walk was allowed to follow
 * @param asOf when the newest part of the network state that was walked came in
 */
public record PathAnswer(List<PathTrace> traces, boolean truncated, Instant asOf) {
    public PathAnswer {
        traces = List.copyOf(traces);
    }

    /**
     * Returns the hop count of the pair: the number of switches on the longest path that arrives.
     *
     * @return 0 if source and destination are the same host; empty if no packet arrives
     */
    public OptionalInt hopCount() {
        return traces.stream().filter(PathTrace::isDelivered).mapToInt(trace -> trace.hops().size()).max();
    }
}

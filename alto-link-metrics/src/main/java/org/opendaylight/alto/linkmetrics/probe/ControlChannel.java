/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.probe;

import java.util.ArrayDeque;
import java.util.OptionalLong;

/**
 * How long packets take from the controller to one switch and back. The value in use is the median of the last
 * {@value #KEPT}, so that a packet that had to wait for the controller spoils nothing. Not for several threads.
 */
final class ControlChannel {
    private static final int KEPT = 9;

    private final ArrayDeque<RoundTrip> trips = new ArrayDeque<>();

    private record RoundTrip(long ended, long nanos) {
    }

    void add(final long ended, final long nanos) {
        trips.addLast(new RoundTrip(ended, nanos));
        if (trips.size() > KEPT) {
            trips.removeFirst();
        }
    }

    /** Returns the round-trip time in nanoseconds, made of what ended after a time; empty if nothing did. */
    OptionalLong since(final long from) {
        final var recent = trips.stream().filter(trip -> trip.ended >= from).mapToLong(RoundTrip::nanos).sorted()
            .toArray();
        return recent.length == 0 ? OptionalLong.empty() : OptionalLong.of(recent[recent.length / 2]);
    }
}

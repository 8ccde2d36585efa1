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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers what was sent to many ports a moment ago. A loop outside of our switches, or a link that is not discovered
 * yet, brings such packets back; sent on again they would never stop. Hosts repeat a request after a second or so.
 */
final class EchoGuard {
    static final Duration WINDOW = Duration.ofMillis(500);
    /** In a flood of different packets the oldest are forgotten first. */
    static final int MAX = 10_000;

    private final Map<Frame, Instant> sent = new LinkedHashMap<>();

    /** Notes that a packet goes to many ports. */
    void sent(final Frame packet, final Instant now) {
        sent.remove(packet);
        sent.put(packet, now);
        if (sent.size() > MAX) {
            final var eldest = sent.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }

    /** Tells whether this packet went to many ports a moment ago. */
    boolean isEcho(final Frame packet, final Instant now) {
        final var at = sent.get(packet);
        return at != null && now.isBefore(at.plus(WINDOW));
    }

    void advance(final Instant now) {
        // oldest first, so that this ends at the first one that is still fresh
        final var entries = sent.values().iterator();
        while (entries.hasNext() && !now.isBefore(entries.next().plus(WINDOW))) {
            entries.remove();
        }
    }
}

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

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.opendaylight.alto.core.net.SwitchPort;

/**
 * Lets through a number of packets a second from each port, and that number at once after silence (a token bucket). The
 * rest is counted. So a host that floods harms those behind its own port only. May be used from any thread.
 */
public final class PortRateLimiter {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<SwitchPort, Bucket> buckets = new ConcurrentHashMap<>();
    private final int packetsPerSecond;

    /** Locked while it is used. */
    private static final class Bucket {
        private double tokens;
        private long filled;
        private long dropped;

        Bucket(final double tokens, final long now) {
            this.tokens = tokens;
            filled = now;
        }

        synchronized boolean take(final int perSecond, final long now) {
            tokens = Math.min(perSecond, tokens + Math.max(0, now - filled) * perSecond / NANOS_PER_SECOND);
            filled = now;
            if (tokens < 1) {
                dropped++;
                return false;
            }
            tokens--;
            return true;
        }

        synchronized long dropped() {
            return dropped;
        }
    }

    /**
     * Starts with all buckets full.
     *
     * @param packetsPerSecond how many packets a port may send in a second
     */
    public PortRateLimiter(final int packetsPerSecond) {
        this.packetsPerSecond = packetsPerSecond;
    }

    /**
     * Decides about a packet.
     *
     * @param port where it came in
     * @param nanoTime the time in nanoseconds, from any start
     * @return true if it may pass
     */
    public boolean mayPass(final SwitchPort port, final long nanoTime) {
        return buckets.computeIfAbsent(port, key -> new Bucket(packetsPerSecond, nanoTime))
            .take(packetsPerSecond, nanoTime);
    }

    /**
     * Returns the ports from which something was dropped.
     *
     * @return port to number of packets, more than 0
     */
    public Map<SwitchPort, Long> dropped() {
        final var dropped = new TreeMap<SwitchPort, Long>();
        buckets.forEach((port, bucket) -> {
            final long count = bucket.dropped();
            if (count > 0) {
                dropped.put(port, count);
            }
        });
        return dropped;
    }
}

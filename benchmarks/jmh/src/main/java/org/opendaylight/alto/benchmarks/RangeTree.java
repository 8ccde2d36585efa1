/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.benchmarks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.Ipv6Addr;

/**
 * Longest-prefix match as one writes it with the JDK's own collections: each family is cut into ranges with one owner,
 * and the range of an address is the last one that starts at it or before it. Only for maps that are complete.
 */
final class RangeTree {
    private final TreeMap<IpAddr, Pid> owners = new TreeMap<>();

    RangeTree(final Map<Pid, List<IpPrefix>> pids) {
        final var sorted = new TreeMap<IpPrefix, Pid>();
        pids.forEach((pid, prefixes) -> prefixes.forEach(prefix -> sorted.put(prefix, pid)));
        final Deque<IpPrefix> open = new ArrayDeque<>();
        sorted.forEach((prefix, pid) -> {
            while (!open.isEmpty() && !open.peek().contains(prefix)) {
                close(open, sorted);
            }
            owners.put(prefix.network(), pid);
            open.push(prefix);
        });
        while (!open.isEmpty()) {
            close(open, sorted);
        }
    }

    private void close(final Deque<IpPrefix> open, final Map<IpPrefix, Pid> sorted) {
        final var last = open.pop();
        final var outer = open.peek();
        if (outer != null) {
            final var next = after(last);
            // otherwise the outer prefix ends here too, or the family does
            if (outer.contains(next) && next.compareTo(last.network()) > 0) {
                owners.put(next, sorted.get(outer));
            }
        }
    }

    /** Returns the address after the last one of a prefix; the first of the family after the very last. */
    private static IpAddr after(final IpPrefix prefix) {
        final int length = prefix.length();
        final var network = prefix.network();
        if (network.family() == AddressFamily.IPV4) {
            return new Ipv4Addr((int) (network.low() + (1L << 32 - length)));
        }
        if (length <= 64) {
            return new Ipv6Addr(network.high() + (length == 0 ? 0 : 1L << 64 - length), network.low());
        }
        final long low = network.low() + (1L << 128 - length);
        return new Ipv6Addr(network.high() + (low == 0 ? 1 : 0), low);
    }

    Pid find(final IpAddr address) {
        return owners.floorEntry(address).getValue();
    }

    int size() {
        return owners.size();
    }
}

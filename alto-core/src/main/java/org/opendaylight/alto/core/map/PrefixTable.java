/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.map;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.Ipv6Addr;

/**
 * Longest-prefix match by binary search. Nested prefixes are cut into ranges that do not overlap, each with the PID of
 * the longest prefix that covers it, so one look-up is one search over sorted numbers: O(log prefixes).
 */
final class PrefixTable {
    private final long[] high;
    private final long[] low;
    private final @Nullable Pid[] owner;

    private PrefixTable(final List<Range> ranges) {
        final int size = ranges.size();
        high = new long[size];
        low = new long[size];
        owner = new Pid[size];
        for (int i = 0; i < size; i++) {
            high[i] = ranges.get(i).first.high();
            low[i] = ranges.get(i).first.low();
            owner[i] = ranges.get(i).owner;
        }
    }

    /** From this address on, up to the next range, addresses belong to the owner, or to nobody. */
    private record Range(IpAddr first, @Nullable Pid owner) {
    }

    /**
     * Cuts prefixes into ranges.
     *
     * @param prefixes prefixes of one family, in their natural order, with their PIDs
     * @param family that family
     * @return the table
     */
    static PrefixTable of(final SortedMap<IpPrefix, Pid> prefixes, final AddressFamily family) {
        final var ranges = new ArrayList<Range>(2 * prefixes.size() + 1);
        // the prefixes that cover the place we are at, longest on top
        final Deque<Map.Entry<IpPrefix, Pid>> open = new ArrayDeque<>();
        for (var entry : prefixes.entrySet()) {
            while (!open.isEmpty() && !open.peek().getKey().contains(entry.getKey())) {
                close(open, family, ranges);
            }
            start(ranges, entry.getKey().network(), entry.getValue());
            open.push(entry);
        }
        while (!open.isEmpty()) {
            close(open, family, ranges);
        }
        return new PrefixTable(ranges);
    }

    private static void close(final Deque<Map.Entry<IpPrefix, Pid>> open, final AddressFamily family,
            final List<Range> ranges) {
        final var next = afterLast(open.pop().getKey(), family);
        if (next != null) {
            final var outer = open.peek();
            start(ranges, next, outer == null ? null : outer.getValue());
        }
    }

    private static void start(final List<Range> ranges, final IpAddr first, final @Nullable Pid owner) {
        // a longer prefix with the same first address, or one that ends where its parent ends, replaces the range
        if (!ranges.isEmpty() && ranges.getLast().first.equals(first)) {
            ranges.removeLast();
        }
        ranges.add(new Range(first, owner));
    }

    private static @Nullable IpAddr afterLast(final IpPrefix prefix, final AddressFamily family) {
        return switch (family) {
            case IPV4 -> {
                final long next = prefix.network().low() + (1L << 32 - prefix.length());
                yield next > 0xFFFF_FFFFL ? null : new Ipv4Addr((int) next);
            }
            case IPV6 -> {
                final var network = prefix.network();
                final int hostBits = 128 - prefix.length();
                long nextHigh = network.high();
                final long nextLow;
                if (hostBits >= 64) {
                    nextLow = 0;
                    nextHigh += hostBits == 128 ? 0 : 1L << hostBits - 64;
                } else {
                    nextLow = network.low() + (1L << hostBits);
                    nextHigh += nextLow == 0 ? 1 : 0;
                }
                yield nextHigh == 0 && nextLow == 0 ? null
                    : new Ipv6Addr(nextHigh, nextLow);
            }
        };
    }

    Optional<Pid> find(final IpAddr address) {
        int from = 0;
        int to = owner.length;
        while (from < to) {
            final int middle = from + to >>> 1;
            int order = Long.compareUnsigned(high[middle], address.high());
            if (order == 0) {
                order = Long.compareUnsigned(low[middle], address.low());
            }
            if (order <= 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from == 0 ? Optional.empty() : Optional.ofNullable(owner[from - 1]);
    }

    /** Tells whether every address of the family has an owner. */
    boolean coversAll() {
        if (owner.length == 0 || high[0] != 0 || low[0] != 0) {
            return false;
        }
        for (var pid : owner) {
            if (pid == null) {
                return false;
            }
        }
        return true;
    }
}

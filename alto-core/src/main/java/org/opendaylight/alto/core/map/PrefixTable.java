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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.Ipv6Addr;

/**
 * Longest-prefix match for one address family. Immutable.
 *
 * <p>The prefixes, which nest or are apart, cut the address space into ranges with one owner each. A look-up finds the
 * range by binary search; an index over equal slots of the address space leaves few ranges to search. All addresses are
 * left-aligned in 128 bits here, so that the two families share the code.
 */
final class PrefixTable {
    static final PrefixTable EMPTY = new PrefixTable(new Entry[0]);

    private static final int MAX_INDEX_BITS = 18;

    /** The prefixes in the order of their first addresses, then shorter ones first. */
    private final Entry[] entries;
    // the first address of each range, and who owns it
    private final long[] high;
    private final long[] low;
    private final @Nullable Pid[] owner;
    /** For each slot of the address space, the first range that starts in it or after it; and one more at the end. */
    private final int[] index;
    // slots are 2^shift of the upper halves wide, and the first one starts here
    private final long base;
    private final int shift;

    private record Entry(IpPrefix prefix, long high, long low, Pid owner) {
        static Entry of(final IpPrefix prefix, final Pid owner) {
            final var network = prefix.network();
            return new Entry(prefix, alignedHigh(network), alignedLow(network), owner);
        }

        static int compare(final Entry one, final Entry other) {
            int order = Long.compareUnsigned(one.high, other.high);
            if (order == 0) {
                order = Long.compareUnsigned(one.low, other.low);
            }
            return order != 0 ? order : one.prefix.length() - other.prefix.length();
        }

        /** Tells whether another prefix, which does not start before this one, lies in it. */
        boolean contains(final Entry other) {
            final int length = prefix.length();
            return length <= other.prefix.length()
                && (length == 0 || (high ^ other.high) >>> 64 - Math.min(length, 64) == 0)
                && (length <= 64 || (low ^ other.low) >>> 128 - length == 0);
        }
    }

    private PrefixTable(final Entry[] entries) {
        this.entries = entries;
        final var ranges = new Ranges(2 * entries.length + 1);
        for (var entry : entries) {
            ranges.add(entry);
        }
        ranges.end();
        high = Arrays.copyOf(ranges.high, ranges.size);
        low = Arrays.copyOf(ranges.low, ranges.size);
        owner = Arrays.copyOf(ranges.owner, ranges.size);

        // the slots lie between the first and the last start of a range; of IPv6 they skip what is not allocated
        final int bits = Math.clamp(32 - Integer.numberOfLeadingZeros(ranges.size), 1, MAX_INDEX_BITS);
        base = ranges.size < 2 ? 0 : high[1];
        final long span = ranges.size < 2 ? 0 : high[ranges.size - 1] - base;
        shift = Math.max(0, 64 - Long.numberOfLeadingZeros(span) - bits);
        index = new int[(1 << bits) + 1];
        int range = 0;
        for (int slot = 0; slot < index.length - 1; slot++) {
            while (range < high.length && slotOf(high[range]) < slot) {
                range++;
            }
            index[slot] = range;
        }
        index[index.length - 1] = high.length;
    }

    /** Returns where to look for an address. Grows with the address, whatever the ranges are. */
    private int slotOf(final long addressHigh) {
        if (Long.compareUnsigned(addressHigh, base) < 0) {
            return 0;
        }
        final long slot = addressHigh - base >>> shift;
        // compared as unsigned, because shift may be 0
        return Long.compareUnsigned(slot, index.length - 2) < 0 ? (int) slot : index.length - 2;
    }

    /** The ranges that are being cut. */
    private static final class Ranges {
        // prefixes nest at most as deep as an address has bits, and one more for length 0
        private static final int MAX_DEPTH = 129;

        /** The prefixes that cover the place we are at, the longest one last. */
        private final Entry[] open = new Entry[MAX_DEPTH];
        private int depth;
        private final long[] high;
        private final long[] low;
        private final @Nullable Pid[] owner;
        private int size;

        Ranges(final int capacity) {
            high = new long[capacity];
            low = new long[capacity];
            owner = new Pid[capacity];
        }

        void add(final Entry entry) {
            while (depth > 0 && !open[depth - 1].contains(entry)) {
                close();
            }
            start(entry.high, entry.low, entry.owner);
            open[depth++] = entry;
        }

        void end() {
            while (depth > 0) {
                close();
            }
        }

        private void close() {
            final var last = open[--depth];
            final int length = last.prefix.length();
            long nextHigh = last.high;
            long nextLow = last.low;
            if (length <= 64) {
                nextHigh += length == 0 ? 0 : 1L << 64 - length;
            } else {
                nextLow += 1L << 128 - length;
                nextHigh += nextLow == 0 ? 1 : 0;
            }
            // at the end of the address space the number is zero again
            if (nextHigh != 0 || nextLow != 0) {
                start(nextHigh, nextLow, depth == 0 ? null : open[depth - 1].owner);
            }
        }

        private void start(final long startHigh, final long startLow, final @Nullable Pid newOwner) {
            // a longer prefix with the same first address, or one that ends where its parent ends, replaces the range
            if (size > 0 && high[size - 1] == startHigh && low[size - 1] == startLow) {
                size--;
            }
            high[size] = startHigh;
            low[size] = startLow;
            owner[size++] = newOwner;
        }
    }

    /**
     * Makes the table that this one becomes. Takes O(n + m log m) for n prefixes of which m change.
     *
     * @param family the family of this table
     * @param removed address groups that are in this table and go; other families are passed over
     * @param added address groups that come; other families are passed over
     * @return the table
     * @throws InvalidMapException if a prefix is in two PIDs then
     */
    PrefixTable with(final AddressFamily family, final Map<Pid, EndpointAddrGroup> removed,
            final Map<Pid, EndpointAddrGroup> added) {
        final var gone = entries(family, removed);
        final var coming = entries(family, added);
        if (gone.length == 0 && coming.length == 0) {
            return this;
        }
        final var merged = new Entry[entries.length - gone.length + coming.length];
        int size = 0;
        int next = 0;
        int nextGone = 0;
        for (var entry : entries) {
            if (nextGone < gone.length && Entry.compare(gone[nextGone], entry) == 0) {
                nextGone++;
                continue;
            }
            while (next < coming.length && Entry.compare(coming[next], entry) < 0) {
                size = append(merged, size, coming[next++]);
            }
            size = append(merged, size, entry);
        }
        while (next < coming.length) {
            size = append(merged, size, coming[next++]);
        }
        return new PrefixTable(merged);
    }

    private static Entry[] entries(final AddressFamily family, final Map<Pid, EndpointAddrGroup> groups) {
        final var entries = new ArrayList<Entry>();
        groups.forEach((pid, group) ->
            group.prefixes(family).forEach(prefix -> entries.add(Entry.of(prefix, pid))));
        final var sorted = entries.toArray(new Entry[0]);
        Arrays.sort(sorted, Entry::compare);
        return sorted;
    }

    private static int append(final Entry[] merged, final int size, final Entry entry) {
        if (size > 0 && Entry.compare(merged[size - 1], entry) == 0) {
            final var before = merged[size - 1];
            final boolean inOrder = before.owner.compareTo(entry.owner) < 0;
            final var first = inOrder ? before.owner : entry.owner;
            final var second = inOrder ? entry.owner : before.owner;
            // RFC 7285, section 11.2.2: a prefix must not be in two PIDs
            throw new InvalidMapException("network-map/" + second + "/" + entry.prefix.family().wireName(),
                "prefix " + entry.prefix + " is in PID " + first + " as well; a prefix must be in one PID only");
        }
        merged[size] = entry;
        return size + 1;
    }

    boolean isEmpty() {
        return entries.length == 0;
    }

    @Nullable Pid find(final IpAddr address) {
        final long addressHigh = alignedHigh(address);
        final long addressLow = alignedLow(address);
        final int slot = slotOf(addressHigh);
        int from = index[slot];
        int to = index[slot + 1];
        while (from < to) {
            final int middle = from + to >>> 1;
            int order = Long.compareUnsigned(high[middle], addressHigh);
            if (order == 0) {
                order = Long.compareUnsigned(low[middle], addressLow);
            }
            if (order <= 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from == 0 ? null : owner[from - 1];
    }

    /** Returns the lowest address without an owner. */
    Optional<IpAddr> firstGap(final AddressFamily family) {
        if (owner.length == 0 || high[0] != 0 || low[0] != 0) {
            return Optional.of(address(family, 0, 0));
        }
        for (int i = 0; i < owner.length; i++) {
            if (owner[i] == null) {
                return Optional.of(address(family, high[i], low[i]));
            }
        }
        return Optional.empty();
    }

    private static IpAddr address(final AddressFamily family, final long high, final long low) {
        return switch (family) {
            case IPV4 -> new Ipv4Addr((int) (high >>> 32));
            case IPV6 -> new Ipv6Addr(high, low);
        };
    }

    private static long alignedHigh(final IpAddr address) {
        return address instanceof Ipv4Addr v4 ? (long) v4.value() << 32 : address.high();
    }

    private static long alignedLow(final IpAddr address) {
        return address instanceof Ipv4Addr ? 0 : address.low();
    }
}

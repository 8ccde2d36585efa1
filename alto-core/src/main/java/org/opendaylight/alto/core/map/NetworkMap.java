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

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.IpPrefix;

/**
 * A partition of the endpoints into PIDs (RFC 7285, section 11.2.1). Immutable; equal if the PIDs and their prefixes
 * are.
 */
public final class NetworkMap {
    private final ImmutableSortedMap<Pid, SortedSet<IpPrefix>> pids;
    private final Map<AddressFamily, PrefixTable> tables = new EnumMap<>(AddressFamily.class);

    private NetworkMap(final ImmutableSortedMap<Pid, SortedSet<IpPrefix>> pids) {
        this.pids = pids;
        final var owners = new EnumMap<AddressFamily, SortedMap<IpPrefix, Pid>>(AddressFamily.class);
        pids.forEach((pid, prefixes) -> prefixes.forEach(prefix -> {
            final var before =
                owners.computeIfAbsent(prefix.family(), key -> new TreeMap<>()).putIfAbsent(prefix, pid);
            if (before != null) {
                // RFC 7285, section 11.2.2: a prefix must not be in two PIDs
                throw new IllegalArgumentException("Prefix " + prefix + " is in PID " + before + " and in PID " + pid);
            }
        }));
        owners.forEach((family, prefixes) -> tables.put(family, PrefixTable.of(prefixes, family)));
    }

    /**
     * Makes a map.
     *
     * @param pids the prefixes of each PID; a PID may have none
     * @return the map
     * @throws IllegalArgumentException if a prefix is in two PIDs; the message names the three
     */
    public static NetworkMap of(final Map<Pid, ? extends Collection<IpPrefix>> pids) {
        final var sorted = ImmutableSortedMap.<Pid, SortedSet<IpPrefix>>naturalOrder();
        pids.forEach((pid, prefixes) -> sorted.put(pid, ImmutableSortedSet.copyOf(prefixes)));
        return new NetworkMap(sorted.build());
    }

    /**
     * Returns the prefixes of each PID.
     *
     * @return an immutable map in the order of PID names, its sets in the order of prefixes
     */
    public SortedMap<Pid, SortedSet<IpPrefix>> pids() {
        return pids;
    }

    /**
     * Maps an address to the PID that contains it, by longest-prefix match over all PIDs of this map (RFC 7285,
     * section 11.2.2).
     *
     * <p>Takes O(log prefixes) and may be called from any thread.
     *
     * @param address IPv4 or IPv6 address; IPv4-mapped IPv6 addresses are not converted
     * @return the PID, or empty if no prefix of that address family covers the address, which happens only for maps
     *     that are not complete
     */
    public Optional<Pid> pidOf(final IpAddr address) {
        final var table = tables.get(address.family());
        return table == null ? Optional.empty() : table.find(address);
    }

    /**
     * Tells whether every address of a family has a PID. A map must be complete for each family that it uses (RFC 7285,
     * section 11.2.2).
     *
     * @param family an address type
     * @return false if some address has no PID, thus always if no prefix is of that family
     */
    public boolean isCompleteFor(final AddressFamily family) {
        final var table = tables.get(family);
        return table != null && table.coversAll();
    }

    @Override
    public boolean equals(final @Nullable Object obj) {
        return obj instanceof NetworkMap other && pids.equals(other.pids);
    }

    @Override
    public int hashCode() {
        return pids.hashCode();
    }

    @Override
    public String toString() {
        return pids.toString();
    }
}

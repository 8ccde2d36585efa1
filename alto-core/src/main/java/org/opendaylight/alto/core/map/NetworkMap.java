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
import com.google.common.collect.Maps;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.IpPrefix;

/**
 * A partition of endpoints into PIDs (RFC 7285, section 5). Immutable.
 *
 * <p>A prefix is in at most one PID. Prefixes of different PIDs may contain each other; the longest one that contains
 * an address decides.
 */
public final class NetworkMap {
    private final ImmutableSortedMap<Pid, EndpointAddrGroup> pids;
    private final Map<AddressFamily, PrefixTable> tables;

    private NetworkMap(final ImmutableSortedMap<Pid, EndpointAddrGroup> pids,
            final Map<AddressFamily, PrefixTable> tables) {
        this.pids = pids;
        this.tables = tables;
    }

    /**
     * Makes a map.
     *
     * @param pids the prefixes of each PID; a PID may have none
     * @return the map
     * @throws InvalidMapException if a prefix is in two PIDs; the message names the three
     */
    public static NetworkMap of(final Map<Pid, ? extends Collection<IpPrefix>> pids) {
        return ofGroups(Maps.transformValues(pids, EndpointAddrGroup::of));
    }

    /**
     * Makes a map. Takes O(n log n) for n prefixes.
     *
     * @param pids the address group of each PID
     * @return the map
     * @throws InvalidMapException if a prefix is in two PIDs; the message names the three
     */
    public static NetworkMap ofGroups(final Map<Pid, EndpointAddrGroup> pids) {
        final var sorted = ImmutableSortedMap.copyOf(pids);
        final var tables = new EnumMap<AddressFamily, PrefixTable>(AddressFamily.class);
        for (var family : AddressFamily.values()) {
            tables.put(family, PrefixTable.EMPTY.with(family, Map.of(), sorted));
        }
        return new NetworkMap(sorted, tables);
    }

    /**
     * Makes the map that this one becomes when some PIDs change. Takes O(n) for n prefixes, and shares all that did not
     * change.
     *
     * @param changed the new address groups of the PIDs that change or come
     * @param removed the PIDs that go
     * @return the map; this one if nothing changes
     * @throws InvalidMapException if a prefix is in two PIDs; the message names the three
     */
    public NetworkMap with(final Map<Pid, EndpointAddrGroup> changed, final Set<Pid> removed) {
        final var next = new TreeMap<>(pids);
        final var before = new TreeMap<Pid, EndpointAddrGroup>();
        final var after = new TreeMap<Pid, EndpointAddrGroup>();
        removed.forEach(pid -> {
            final var group = next.remove(pid);
            if (group != null) {
                before.put(pid, group);
            }
        });
        changed.forEach((pid, group) -> {
            final var old = next.get(pid);
            if (!group.equals(old)) {
                next.put(pid, group);
                after.put(pid, group);
                if (old != null) {
                    before.put(pid, old);
                }
            }
        });
        if (before.isEmpty() && after.isEmpty()) {
            return this;
        }
        final var nextTables = new EnumMap<>(tables);
        nextTables.replaceAll((family, table) -> table.with(family, before, after));
        return new NetworkMap(ImmutableSortedMap.copyOfSorted(next), nextTables);
    }

    /**
     * Returns the address group of each PID.
     *
     * @return an immutable map in the order of PID names
     */
    public SortedMap<Pid, EndpointAddrGroup> pids() {
        return pids;
    }

    /**
     * Returns how many prefixes there are.
     *
     * @return a number of prefixes, of all families and PIDs together
     */
    public int prefixCount() {
        return pids.values().stream().mapToInt(EndpointAddrGroup::size).sum();
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
        return Optional.ofNullable(table(address.family()).find(address));
    }

    /**
     * Tells whether some PID has a prefix of a family.
     *
     * @param family an address type
     * @return whether the map uses it
     */
    public boolean uses(final AddressFamily family) {
        return !table(family).isEmpty();
    }

    /**
     * Tells whether every address of a family has a PID. A map must be complete for each family that it uses (RFC 7285,
     * section 11.2.2).
     *
     * @param family an address type
     * @return false if some address has no PID, thus always if no prefix is of that family
     */
    public boolean isCompleteFor(final AddressFamily family) {
        return firstGap(family).isEmpty();
    }

    /**
     * Finds an address without a PID.
     *
     * @param family an address type
     * @return the lowest such address, or empty if every address of the family has a PID
     */
    public Optional<IpAddr> firstGap(final AddressFamily family) {
        return table(family).firstGap(family);
    }

    private PrefixTable table(final AddressFamily family) {
        return Objects.requireNonNull(tables.get(family));
    }

    @Override
    public boolean equals(final @Nullable Object obj) {
        return this == obj || obj instanceof NetworkMap other && pids.equals(other.pids);
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

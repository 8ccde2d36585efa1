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
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.IpPrefix;

/** What tells one map from another of the same kind. Pure functions; the results are in the order of names. */
public final class MapDiff {
    private MapDiff() {
    }

    /**
     * A PID that only one of two network maps has. A PID may come without any prefix, so prefixes do not tell.
     *
     * @param pid the PID
     * @param added true if the second map has it, false if the first has
     */
    public record PidChange(Pid pid, boolean added) {
    }

    /**
     * A prefix whose PID changes.
     *
     * @param prefix the prefix
     * @param before its PID in the first map, or empty if that has no such prefix
     * @param after its PID in the second map, or empty if that has no such prefix
     */
    public record PrefixChange(IpPrefix prefix, Optional<Pid> before, Optional<Pid> after) {
    }

    /**
     * A cost that changes.
     *
     * @param source the source PID
     * @param destination the destination PID
     * @param before the cost in the first map, or empty if that has none
     * @param after the cost in the second map, or empty if that has none
     */
    public record CostChange(Pid source, Pid destination, Optional<CostValue> before, Optional<CostValue> after) {
    }

    /**
     * The difference of two network maps.
     *
     * @param pids PIDs that come or go
     * @param prefixes prefixes that come, go or move to another PID
     */
    public record NetworkMapDiff(List<PidChange> pids, List<PrefixChange> prefixes) {
        /**
         * Tells whether the maps are equal.
         *
         * @return whether nothing changes
         */
        public boolean isEmpty() {
            return pids.isEmpty() && prefixes.isEmpty();
        }
    }

    /**
     * Compares two network maps. Takes O(n log n) for the n prefixes of the PIDs that differ.
     *
     * @param one the first map
     * @param other the second map
     * @return how the first becomes the second
     */
    public static NetworkMapDiff between(final NetworkMap one, final NetworkMap other) {
        final var names = new TreeSet<>(one.pids().keySet());
        names.addAll(other.pids().keySet());
        final var pids = new ArrayList<PidChange>();
        final var before = new HashMap<IpPrefix, Pid>();
        final var after = new HashMap<IpPrefix, Pid>();
        for (var pid : names) {
            final var old = one.pids().get(pid);
            final var now = other.pids().get(pid);
            if (old == null || now == null) {
                pids.add(new PidChange(pid, old == null));
            }
            if (old == null || !old.equals(now)) {
                (old == null ? EndpointAddrGroup.EMPTY : old).prefixes().forEach(prefix -> before.put(prefix, pid));
                (now == null ? EndpointAddrGroup.EMPTY : now).prefixes().forEach(prefix -> after.put(prefix, pid));
            }
        }
        final var prefixes = new TreeSet<>(before.keySet());
        prefixes.addAll(after.keySet());
        return new NetworkMapDiff(List.copyOf(pids), prefixes.stream()
            .map(prefix -> new PrefixChange(prefix, Optional.ofNullable(before.get(prefix)),
                Optional.ofNullable(after.get(prefix))))
            .filter(change -> !change.before.equals(change.after))
            .toList());
    }

    /**
     * Compares the costs of two cost maps, whatever their types are. Takes O(n) for the n costs of the rows that
     * differ.
     *
     * @param one the first map
     * @param other the second map
     * @return the costs that change
     */
    public static List<CostChange> between(final CostMap one, final CostMap other) {
        final var sources = new TreeSet<>(one.rows().keySet());
        sources.addAll(other.rows().keySet());
        final var changes = new ArrayList<CostChange>();
        for (var source : sources) {
            final var old = one.rows().get(source);
            final var now = other.rows().get(source);
            if (old == null || !old.equals(now)) {
                final var before = values(old);
                final var after = values(now);
                final var destinations = new TreeSet<>(before.keySet());
                destinations.addAll(after.keySet());
                for (var destination : destinations) {
                    final var change = new CostChange(source, destination,
                        Optional.ofNullable(before.get(destination)), Optional.ofNullable(after.get(destination)));
                    if (!change.before.equals(change.after)) {
                        changes.add(change);
                    }
                }
            }
        }
        return List.copyOf(changes);
    }

    private static TreeMap<Pid, CostValue> values(final @Nullable CostRow row) {
        final var values = new TreeMap<Pid, CostValue>();
        for (int i = 0; row != null && i < row.size(); i++) {
            values.put(row.destination(i), row.value(i));
        }
        return values;
    }
}

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
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Costs between PIDs (RFC 7285, section 11.2.3). A pair that has no cost is absent; there is no value for "unknown".
 *
 * @param networkMap the version of the network map whose PIDs these are
 * @param type what the values mean
 * @param costs source PID to destination PID to cost; finite numbers, not negative, in the order of PID names
 */
public record CostMap(VersionTag networkMap, CostType type, SortedMap<Pid, SortedMap<Pid, Double>> costs) {
    public CostMap {
        final var rows = ImmutableSortedMap.<Pid, SortedMap<Pid, Double>>naturalOrder();
        costs.forEach((source, row) -> {
            row.forEach((destination, cost) -> {
                if (!Double.isFinite(cost) || cost < 0) {
                    throw new IllegalArgumentException(
                        "Cost " + cost + " from " + source + " to " + destination + " is not a finite number >= 0");
                }
            });
            if (!row.isEmpty()) {
                rows.put(source, ImmutableSortedMap.copyOfSorted(row));
            }
        });
        costs = rows.build();
    }

    /**
     * Returns one cost.
     *
     * @param source a PID
     * @param destination a PID
     * @return the cost, or empty if the pair has none
     */
    public OptionalDouble cost(final Pid source, final Pid destination) {
        final var cost = costs.getOrDefault(source, new TreeMap<>()).get(destination);
        return cost == null ? OptionalDouble.empty() : OptionalDouble.of(cost);
    }

    /**
     * Sorts the rows of a map that is built up in any order.
     *
     * @param costs source PID to destination PID to cost
     * @return the same, in the order of PID names
     */
    public static SortedMap<Pid, SortedMap<Pid, Double>> sorted(final Map<Pid, ? extends Map<Pid, Double>> costs) {
        final var sorted = new TreeMap<Pid, SortedMap<Pid, Double>>();
        costs.forEach((source, row) -> sorted.put(source, new TreeMap<>(row)));
        return sorted;
    }
}

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
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Costs between the PIDs of a network map (RFC 7285, section 11.2.3). A pair without a cost is undefined, which is not
 * the same as a cost of 0.
 *
 * @param networkMap the version of the network map on which the costs are defined
 * @param type what the costs mean
 * @param rows the costs from each source PID; no row is empty
 */
public record CostMap(VersionTag networkMap, CostType type, SortedMap<Pid, CostRow> rows) {
    public CostMap {
        final var kept = ImmutableSortedMap.<Pid, CostRow>naturalOrder();
        for (var entry : rows.entrySet()) {
            if (entry.getValue().size() > 0) {
                requireOfMode(type.mode(), entry.getKey(), entry.getValue());
                kept.put(entry);
            }
        }
        rows = kept.build();
    }

    /**
     * Makes a map of numbers.
     *
     * @param networkMap the version of the network map on which the costs are defined
     * @param type what the costs mean
     * @param costs source PID to destination PID to cost, finite and 0 or more
     * @return the map
     */
    public static CostMap ofNumbers(final VersionTag networkMap, final CostType type,
            final Map<Pid, ? extends Map<Pid, Double>> costs) {
        final var rows = new TreeMap<Pid, CostRow>();
        costs.forEach((source, row) -> rows.put(source, CostRow.ofNumbers(row)));
        return new CostMap(networkMap, type, rows);
    }

    private static void requireOfMode(final CostMode mode, final Pid source, final CostRow row) {
        final boolean ordinal = mode.equals(CostMode.ORDINAL);
        if (!ordinal && (!mode.equals(CostMode.NUMERICAL) || row.hasNumbersOnly())) {
            return;
        }
        for (int i = 0; i < row.size(); i++) {
            final double number = row.number(i);
            if (Double.isNaN(number)) {
                throw new InvalidMapException("cost-map/" + source + "/" + row.destination(i), "cost " + row.value(i)
                    + " is not a number, which the cost mode '" + mode + "' demands");
            }
            if (ordinal && Double.compare(number, Math.rint(number)) != 0) {
                throw new InvalidMapException("cost-map/" + source + "/" + row.destination(i), "cost " + row.value(i)
                    + " is not an integer, which the cost mode 'ordinal' demands");
            }
        }
    }

    /**
     * Returns one cost.
     *
     * @param source a PID
     * @param destination a PID
     * @return the cost, or empty if the pair has none
     */
    public Optional<CostValue> cost(final Pid source, final Pid destination) {
        return Optional.ofNullable(rows.get(source)).flatMap(row -> row.find(destination));
    }

    /**
     * Returns how many pairs have a cost.
     *
     * @return a number of ordered pairs
     */
    public int costCount() {
        return rows.values().stream().mapToInt(CostRow::size).sum();
    }

    /**
     * Returns the same costs on another version of the network map.
     *
     * @param newNetworkMap the version
     * @return the map, sharing its rows with this one
     */
    public CostMap on(final VersionTag newNetworkMap) {
        return newNetworkMap.equals(networkMap) ? this : new CostMap(newNetworkMap, type, rows);
    }
}

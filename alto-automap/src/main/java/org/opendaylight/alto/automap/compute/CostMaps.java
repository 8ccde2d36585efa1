/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.compute;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.Pid;

/** Makes cost maps of costs between PIDs, and compares them. Pure functions. */
final class CostMaps {
    /** How many rows are made together. */
    private static final int BLOCK = 16;

    private CostMaps() {
    }

    /**
     * Makes the rows of a map. Those that are as before are the same objects.
     *
     * @param pids the PIDs
     * @param costs the costs between them, by their places
     * @param before the map as it was, which was made of the costs that {@code costs} were made from, if of any; empty
     *     if there was none
     * @return the rows of the PIDs that have costs
     */
    static SortedMap<Pid, CostRow> rows(final List<Pid> pids, final PidCosts costs, final Optional<CostMap> before) {
        final var changed = before.isPresent() ? costs.changed() : Optional.<BitSet>empty();
        if (changed.filter(BitSet::isEmpty).isPresent()) {
            return before.orElseThrow().rows();
        }
        final @Nullable CostRow[] rows = new CostRow[pids.size()];
        final int[] renewed = IntStream.range(0, rows.length)
            .filter(source -> changed.isEmpty() || changed.orElseThrow().get(source)).toArray();
        // several rows together, as costs to one PID stand together
        IntStream.range(0, (renewed.length + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            final int[] sources =
                Arrays.copyOfRange(renewed, block * BLOCK, Math.min(renewed.length, (block + 1) * BLOCK));
            final var numbers = new double[sources.length][rows.length];
            for (int destination = 0; destination < rows.length; destination++) {
                for (int i = 0; i < sources.length; i++) {
                    numbers[i][destination] = costs.cost(sources[i], destination);
                }
            }
            for (int i = 0; i < sources.length; i++) {
                final var source = pids.get(sources[i]);
                rows[sources[i]] = row(pids, numbers[i], before.map(map -> map.rows().get(source)));
            }
        });
        final var bySource = ImmutableSortedMap.<Pid, CostRow>naturalOrder();
        for (int source = 0; source < rows.length; source++) {
            final var row = rows[source] != null ? rows[source] : before.orElseThrow().rows().get(pids.get(source));
            if (row != null) {
                bySource.put(pids.get(source), row);
            }
        }
        return bySource.build();
    }

    private static CostRow row(final List<Pid> pids, final double[] costs, final Optional<CostRow> before) {
        final var destinations = new Pid[costs.length];
        final var numbers = new double[costs.length];
        int size = 0;
        for (int i = 0; i < costs.length; i++) {
            if (!Double.isNaN(costs[i])) {
                destinations[size] = pids.get(i);
                numbers[size++] = costs[i];
            }
        }
        final int count = size;
        return before.filter(row -> isSame(row, destinations, numbers, count)).orElseGet(() ->
            CostRow.ofSorted(Arrays.copyOf(destinations, count), Arrays.copyOf(numbers, count)));
    }

    private static boolean isSame(final CostRow row, final Pid[] destinations, final double[] numbers,
            final int count) {
        if (row.size() != count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (Double.compare(row.number(i), numbers[i]) != 0
                    || row.destination(i) != destinations[i] && !row.destination(i).equals(destinations[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells whether the same pairs have costs in two maps, and each cost of the one is near that of the other.
     *
     * @param one a map of numbers
     * @param other a map of numbers
     * @param percent how far apart costs may be, in percent of that of the other
     * @return whether no cost is farther
     */
    static boolean areNear(final CostMap one, final CostMap other, final double percent) {
        return one.rows().keySet().equals(other.rows().keySet()) && one.rows().entrySet().stream()
            .allMatch(entry -> areNear(entry.getValue(), other.rows().get(entry.getKey()), percent / 100));
    }

    private static boolean areNear(final CostRow one, final @Nullable CostRow other, final double part) {
        if (one == other) {
            return true;
        }
        if (other == null || one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!(Math.abs(one.number(i) - other.number(i)) <= part * other.number(i))
                    || !one.destination(i).equals(other.destination(i))) {
                return false;
            }
        }
        return true;
    }
}

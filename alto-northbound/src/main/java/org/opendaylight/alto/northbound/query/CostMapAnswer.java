/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.query;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.CostValue;
import org.opendaylight.alto.core.map.Pid;

/**
 * The costs that a client gets for a request for parts of cost maps. Immutable. Takes memory and time for the pairs
 * that are wanted, not for those of the whole maps.
 */
public final class CostMapAnswer {
    private final List<Pid> sources;
    private final List<Pid> destinations;
    /** The costs of each cost type of the answer, by pair; those of one source are together. */
    private final List<@Nullable CostValue[]> costs;
    private final BitSet kept;

    private CostMapAnswer(final CostMapFilter filter, final List<@Nullable CostValue[]> costs, final BitSet kept) {
        sources = List.copyOf(filter.sources());
        destinations = List.copyOf(filter.destinations());
        this.costs = costs;
        this.kept = kept;
    }

    /**
     * Answers a request.
     *
     * <p>Costs in mode {@code ordinal} for which there is no map are the ranks of numerical ones among all pairs of the
     * request. Tests are about the costs that the client gets, hence about ranks.
     *
     * @param filter the request, for fewer than 2<sup>31</sup> pairs
     * @param maps the cost maps; if a cost type in mode {@code ordinal} is not there, the same metric is there in mode
     *     {@code numerical}
     * @return the answer
     */
    public static CostMapAnswer of(final CostMapFilter filter, final Map<CostType, CostMap> maps) {
        final var choice = filter.choice();
        final var costs = new HashMap<CostType, @Nullable CostValue[]>();
        choice.needed().forEach(type -> costs.put(type, costs(filter, type, maps)));
        final var wanted = choice.types().stream().map(costs::get).toList();
        final var tested = choice.tested().stream().map(costs::get).toList();
        final var kept = new BitSet();
        final int pairs = filter.sources().size() * filter.destinations().size();
        for (int pair = 0; pair < pairs; pair++) {
            final int index = pair;
            if (hasCost(wanted, pair) && choice.tests().pass(type -> number(tested.get(type)[index]))) {
                kept.set(pair);
            }
        }
        return new CostMapAnswer(filter, wanted, kept);
    }

    private static boolean hasCost(final List<@Nullable CostValue[]> costs, final int pair) {
        for (var values : costs) {
            if (values[pair] != null) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable CostValue[] costs(final CostMapFilter filter, final CostType type,
            final Map<CostType, CostMap> maps) {
        final var map = maps.get(type);
        if (map != null) {
            return find(filter, map);
        }
        final var numerical = CostType.numerical(type.metric());
        final var costs = find(filter, maps.get(numerical));
        final var numbers = Arrays.stream(costs).mapToDouble(CostMapAnswer::number).toArray();
        final var rank = Ranks.of(numerical, numbers);
        return IntStream.range(0, costs.length)
            .mapToObj(pair -> costs[pair] == null ? null : new CostValue.Number(rank.applyAsDouble(numbers[pair])))
            .toArray(CostValue[]::new);
    }

    private static @Nullable CostValue[] find(final CostMapFilter filter, final CostMap map) {
        final var destinations = filter.destinations().toArray(new Pid[0]);
        final var found = new @Nullable CostValue[filter.sources().size() * destinations.length];
        // where each destination was in the row before
        final var places = new int[destinations.length];
        int first = 0;
        for (var source : filter.sources()) {
            final var row = map.rows().get(source);
            if (row != null) {
                int next = 0;
                for (int i = 0; i < destinations.length; i++) {
                    final int place = isAt(row, places[i], destinations[i]) ? places[i]
                        : search(row, destinations[i], next);
                    if (place >= 0) {
                        places[i] = place;
                        found[first + i] = row.value(place);
                    }
                    next = place >= 0 ? place + 1 : -1 - place;
                }
            }
            first += destinations.length;
        }
        return found;
    }

    private static boolean isAt(final CostRow row, final int place, final Pid destination) {
        return place < row.size() && row.destination(place).equals(destination);
    }

    /**
     * Finds a destination that is not before a place; the sooner, the nearer to that it is.
     *
     * @return its place; or where it would be, subtracted from -1
     */
    private static int search(final CostRow row, final Pid destination, final int start) {
        int from = start;
        int to = start;
        for (int step = 1; to < row.size() && row.destination(to).compareTo(destination) < 0; step *= 2) {
            from = to + 1;
            to += step;
        }
        // it is not after the place 'to', if there is one
        to = Math.min(to, row.size() - 1);
        while (from <= to) {
            final int middle = (from + to) >>> 1;
            final int order = row.destination(middle).compareTo(destination);
            if (order == 0) {
                return middle;
            }
            from = order < 0 ? middle + 1 : from;
            to = order < 0 ? to : middle - 1;
        }
        return -1 - from;
    }

    /** Returns a cost that can be tested; NaN if it cannot. */
    private static double number(final @Nullable CostValue cost) {
        return cost instanceof CostValue.Number number ? number.value() : Double.NaN;
    }

    /**
     * Returns the sources that were asked for.
     *
     * @return PIDs in order
     */
    public List<Pid> sources() {
        return sources;
    }

    /**
     * Returns the destinations that were asked for.
     *
     * @return PIDs in order
     */
    public List<Pid> destinations() {
        return destinations;
    }

    /**
     * Finds the destinations to which the client gets costs.
     *
     * @param source an index in {@link #sources()}
     * @return indexes in {@link #destinations()}, in order
     */
    public int[] destinationsFrom(final int source) {
        final int first = source * destinations.size();
        final var row = kept.get(first, first + destinations.size());
        return row.stream().toArray();
    }

    /**
     * Returns a cost.
     *
     * @param type the place of its cost type among those that were asked for
     * @param source an index in {@link #sources()}
     * @param destination one of {@link #destinationsFrom(int)}
     * @return the cost; empty if there is none, which happens only if several cost types were asked for
     */
    public Optional<CostValue> cost(final int type, final int source, final int destination) {
        return Optional.ofNullable(costs.get(type)[source * destinations.size() + destination]);
    }
}

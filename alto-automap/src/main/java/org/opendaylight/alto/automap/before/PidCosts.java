/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.before;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;

/**
 * Hop counts between PIDs, out of hop counts between hosts.
 *
 * <p>The cost from one PID to another is the mean over the ordered pairs of a host in the one and another host in the
 * other. Pairs between which no packet arrives are left out; PIDs without any other pair have no cost. The cost of a
 * PID to itself is that between its hosts, or 0 if it has exactly one host, which reaches itself without a switch. The
 * default PID has no costs, as no host is in it.
 *
 * <p>A mean is rounded to 6 decimals. More digits of it say nothing, but take half the bytes of a large map:
 * 2.3333333333333335 instead of 2.333333. And the model's type of a single numerical cost, which has 6 fraction digits,
 * holds it, so that an operator can set what was computed.
 */
public final class PidCosts {
    private static final double SCALE = 1e6;

    private PidCosts() {
    }

    /** The queries whose answers make one cost. */
    private record Cell(SwitchId source, SwitchId destination, int pairs) {
    }

    /**
     * Computes all costs on one state of the network.
     *
     * <p>The number of path queries grows with the square of the number of PIDs, and, up to {@code maxPairs}, with the
     * square of the number of hosts of each. If a pair of PIDs has more host pairs than {@code maxPairs}, that many of
     * them are taken at even distances in their order, and the cost is the mean over these.
     *
     * @param state switches and hosts
     * @param maxPairs the largest number of host pairs to look at for each ordered pair of PIDs, at least 1
     * @param paths answers several queries on one state of the network, in their order
     * @return source PID to destination PID to cost, rounded to 6 decimals
     */
    public static SortedMap<Pid, SortedMap<Pid, Double>> hopCounts(final NetworkState state, final int maxPairs,
            final Function<List<PathQuery>, List<PathAnswer>> paths) {
        final var cells = new ArrayList<Cell>();
        final var queries = new ArrayList<PathQuery>();
        state.hosts().forEach((source, senders) -> state.hosts().forEach((destination, receivers) -> {
            final int before = queries.size();
            addQueries(queries, senders, receivers, source.equals(destination), maxPairs);
            cells.add(new Cell(source, destination, queries.size() - before));
        }));

        final var answers = paths.apply(queries).iterator();
        final var costs = new TreeMap<Pid, SortedMap<Pid, Double>>();
        for (var cell : cells) {
            long sum = 0;
            int arrived = 0;
            for (int i = 0; i < cell.pairs; i++) {
                final var hops = answers.next().hopCount();
                if (hops.isPresent()) {
                    sum += hops.getAsInt();
                    arrived++;
                }
            }
            if (arrived > 0 || isOneHost(state, cell)) {
                costs.computeIfAbsent(SwitchPids.pidOf(cell.source), key -> new TreeMap<>())
                    .put(SwitchPids.pidOf(cell.destination), arrived == 0 ? 0 : round((double) sum / arrived));
            }
        }
        return costs;
    }

    private static boolean isOneHost(final NetworkState state, final Cell cell) {
        final var hosts = state.hosts().get(cell.source);
        return cell.source.equals(cell.destination) && hosts != null && hosts.size() == 1;
    }

    private static void addQueries(final List<PathQuery> queries, final SortedSet<MappedHost> senders,
            final SortedSet<MappedHost> receivers, final boolean same, final int maxPairs) {
        final var from = List.copyOf(senders);
        final var to = List.copyOf(receivers);
        // within one PID a host is left out of its own row
        final long row = same ? to.size() - 1L : to.size();
        final long all = from.size() * row;
        final long taken = Math.min(all, maxPairs);
        for (long i = 0; i < taken; i++) {
            final long pair = i * all / taken;
            final int sender = (int) (pair / row);
            final int place = (int) (pair % row);
            final int receiver = same && place >= sender ? place + 1 : place;
            from.get(sender).pathTo(to.get(receiver)).ifPresent(queries::add);
        }
    }

    private static double round(final double cost) {
        return Math.round(cost * SCALE) / SCALE;
    }
}

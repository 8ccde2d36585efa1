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

import java.util.Arrays;
import java.util.stream.IntStream;

/** Makes the costs to one PID after the other. Used by one thread. */
final class ColumnMaker {
    /** In place of an error bound, if no pairs were drawn. */
    static final double NOT_DRAWN = -1;

    private static final double SCALE = 1e6;
    /** From here on a double has no more than 6 decimals. */
    private static final double MAX_ROUNDED = 1e9;

    private final PairFolding all;
    private final ColumnFold fold;
    /** For each cell of senders, how many of its hosts are receivers too: they do not send to themselves. */
    private final int[] apart;
    private final boolean[] drawn;
    private double error;
    /** The last cell of receivers to which costs are others than before, and these costs, which may be dear. */
    private int otherCell = -1;
    private double[] otherCosts = { };

    /**
     * Prepares to make columns.
     *
     * @param all what they are made from
     */
    ColumnMaker(final PairFolding all) {
        this.all = all;
        fold = ColumnFold.of(all.fold(), all.hosts().pids().size());
        apart = new int[all.senders().count()];
        drawn = new boolean[all.hosts().pids().size()];
    }

    private static double round(final double cost) {
        return cost < MAX_ROUNDED ? Math.round(cost * SCALE) / SCALE : cost;
    }

    /** Returns how far the costs of the last column may be from those of all pairs, or {@link #NOT_DRAWN}. */
    double error() {
        return error;
    }

    /**
     * Tells whether a PID's receivers are as many as they were and cost the same, senders' number aside.
     *
     * @param pid place of the PID
     * @param before what the column was made from before, in which the senders are in the same cells
     */
    boolean hasSameReceivers(final int pid, final PairFolding before) {
        final var now = all.receivers();
        final int from = now.first(pid);
        final int shift = before.receivers().first(pid) - from;
        boolean isSame = all.hosts().size(pid) == before.hosts().size(pid)
            && now.first(pid + 1) + shift == before.receivers().first(pid + 1);
        for (int cell = from; isSame && cell < now.first(pid + 1); cell++) {
            isSame = sendAlike(cell, before, cell + shift);
            if (isSame) {
                final var costs = all.costsTo(cell);
                if (!before.saw(cell + shift, costs)) {
                    otherCell = cell;
                    otherCosts = costs;
                    isSame = false;
                }
            }
        }
        return isSame;
    }

    /** Tells whether the hosts of a cell of receivers are in the cells of senders in which those of another are. */
    private boolean sendAlike(final int cell, final PairFolding before, final int cellBefore) {
        final var now = all.receivers();
        final var then = before.receivers();
        boolean isSame = now.size(cell) == then.size(cellBefore);
        for (int i = 0; isSame && i < now.size(cell); i++) {
            isSame = all.senders().ofHost(now.host(cell, i)) == before.senders().ofHost(then.host(cellBefore, i));
        }
        return isSame;
    }

    /** Folds the costs to a PID from all. */
    double[] column(final int destination) {
        error = NOT_DRAWN;
        all.sampler().ifPresent(sampler -> addDrawn(sampler, destination));
        addAll(destination, 0, apart.length);
        final var column = new double[drawn.length];
        Arrays.setAll(column, source -> round(fold.take(source)));
        if (all.hosts().size(destination) == 1) {
            column[destination] = round(all.ofNoPath());
        }
        return column;
    }

    /** Folds the costs from some PIDs, and takes the others of before; the same column if none is another one. */
    double[] renewed(final int destination, final int[] sources, final double[] before) {
        error = NOT_DRAWN;
        double[] column = before;
        for (final int source : sources) {
            addAll(destination, all.senders().first(source), all.senders().first(source + 1));
            final double folded = round(fold.take(source));
            final double cost = source == destination && all.hosts().size(destination) == 1 ? round(all.ofNoPath())
                : folded;
            if (Double.compare(cost, before[source]) != 0) {
                column = column == before ? before.clone() : column;
                column[source] = cost;
            }
        }
        return column;
    }

    private void addDrawn(final PairSampler sampler, final int destination) {
        final var sources = IntStream.range(0, drawn.length)
            .filter(source -> drawn[source] = sampler.draws(source, destination)).toArray();
        final var costs = sampler.draw(sources, destination);
        for (int i = 0; i < sources.length; i++) {
            for (double cost : costs[i]) {
                fold.add(sources[i], cost, 1);
            }
            error = Math.max(error, SamplingError.bound(all.fold(), costs[i]));
        }
    }

    /** Adds the costs to a PID from some cells of senders. */
    private void addAll(final int destination, final int from, final int to) {
        for (int cell = all.receivers().first(destination); cell < all.receivers().first(destination + 1); cell++) {
            addCell(cell, from, to);
        }
    }

    private void addCell(final int receiver, final int from, final int to) {
        final var senders = all.senders();
        final int size = all.receivers().size(receiver);
        for (int i = 0; i < size; i++) {
            final int self = senders.ofHost(all.receivers().host(receiver, i));
            if (self >= from && self < to) {
                apart[self]++;
            }
        }
        final var costs = receiver == otherCell ? otherCosts : all.costsTo(receiver);
        for (int cell = from; cell < to;) {
            final int source = senders.pid(cell);
            final int end = Math.min(to, senders.first(source + 1));
            if (!drawn[source]) {
                fold.add(source, costs, senders, cell, end, size, apart);
            }
            cell = end;
        }
        for (int i = 0; i < size; i++) {
            final int self = senders.ofHost(all.receivers().host(receiver, i));
            if (self >= 0) {
                apart[self] = 0;
            }
        }
    }
}

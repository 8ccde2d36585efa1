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
import java.util.Optional;
import java.util.stream.IntStream;
import org.opendaylight.alto.automap.spec.Fold;
import org.opendaylight.alto.automap.spec.HostPairs;
import org.opendaylight.alto.core.service.HostCosts;

/**
 * The costs between PIDs, out of those between hosts. Immutable.
 *
 * <p>The cost from one PID to another is made of those of the ordered pairs of a host in the one and another host in
 * the other. Pairs between which no packet arrives are left out; PIDs without any other pair have no cost. The cost of
 * a PID to itself is that between its hosts; if it has exactly one host, it is that of packets that a host sends to
 * itself. The default PID has no costs.
 *
 * <p>A cost is rounded to 6 decimals. More digits of a mean say nothing, but take half the bytes of a large map:
 * 2.3333333333333335 instead of 2.333333. And the model's type of a single numerical cost, which has 6 fraction digits,
 * holds it, so that an operator can set what was computed.
 */
final class PidCosts {
    private static final double SCALE = 1e6;
    /** From here on a double has no more than 6 decimals. */
    private static final double MAX_ROUNDED = 1e9;
    /** Enough for the processors that share the work, with few that wait for the last one. */
    private static final int MAX_TASKS = 16;

    /** In place of an error bound, if no pairs were drawn. */
    private static final double NOT_DRAWN = -1;

    private final double[][] columns;
    private final Optional<SamplingError> samplingError;

    private PidCosts(final double[][] columns, final Optional<SamplingError> samplingError) {
        this.columns = columns;
        this.samplingError = samplingError;
    }

    /**
     * Folds costs. If all pairs count, this takes O(cells of senders ∙ cells of receivers), with a cell for each group
     * and PID that have hosts in common, but not more for more hosts.
     *
     * @param costs the costs between hosts
     * @param hosts the PIDs of hosts
     * @param fold how costs become one
     * @param pairs which pairs count
     * @param ofNoPath the cost of packets that a host sends to itself; {@code NaN} if there is none
     * @return the costs between PIDs
     */
    static PidCosts of(final HostCosts costs, final HostPids hosts, final Fold fold, final HostPairs pairs,
            final double ofNoPath) {
        final int count = hosts.pids().size();
        final var folding = new Folding(costs, hosts, fold, pairs, ofNoPath);
        final var columns = new double[count][];
        final var errors = new double[count];
        final int tasks = Math.min(count, MAX_TASKS);
        IntStream.range(0, tasks).parallel().forEach(task -> {
            final var worker = folding.worker();
            for (int i = task * count / tasks; i < (task + 1) * count / tasks; i++) {
                columns[i] = worker.column(i);
                errors[i] = worker.error;
            }
        });
        final double error = Arrays.stream(errors).max().orElse(NOT_DRAWN);
        return new PidCosts(columns, error == NOT_DRAWN ? Optional.empty()
            : Optional.of(new SamplingError(error, SamplingError.unit(fold))));
    }

    /**
     * Returns a cost.
     *
     * @param source place of a PID
     * @param destination place of a PID
     * @return the cost; {@code NaN} if there is none
     */
    double cost(final int source, final int destination) {
        return columns[destination][source];
    }

    /**
     * Returns how far costs may be from those of all pairs.
     *
     * @return the bound; empty if all costs are exact
     */
    Optional<SamplingError> samplingError() {
        return samplingError;
    }

    private static double round(final double cost) {
        return cost < MAX_ROUNDED ? Math.round(cost * SCALE) / SCALE : cost;
    }

    /** What all columns are made from. */
    private static final class Folding {
        private final HostCosts costs;
        private final HostPids hosts;
        private final Fold fold;
        private final double ofNoPath;
        private final HostCells senders;
        private final HostCells receivers;
        private final int[] firstReceivers;
        private final Optional<PairSampler> sampler;

        Folding(final HostCosts costs, final HostPids hosts, final Fold fold, final HostPairs pairs,
                final double ofNoPath) {
            this.costs = costs;
            this.hosts = hosts;
            this.fold = fold;
            this.ofNoPath = ofNoPath;
            senders = HostCells.of(costs::sourceGroup, costs.sourceGroupCount(), hosts);
            receivers = HostCells.of(costs::destinationGroup, costs.destinationGroupCount(), hosts);
            firstReceivers = new int[hosts.pids().size() + 1];
            for (int cell = 0; cell < receivers.count(); cell++) {
                firstReceivers[receivers.pid(cell) + 1] = cell + 1;
            }
            for (int pid = 1; pid < firstReceivers.length; pid++) {
                firstReceivers[pid] = Math.max(firstReceivers[pid], firstReceivers[pid - 1]);
            }
            sampler = switch (pairs) {
                case HostPairs.All all -> Optional.empty();
                case HostPairs.Sample sample -> Optional.of(new PairSampler(costs, hosts, sample));
            };
        }

        Worker worker() {
            return new Worker(this);
        }
    }

    /** Makes one column after the other. */
    private static final class Worker {
        private final Folding all;
        private final ColumnFold fold;
        /** For each cell of senders, how many of its hosts are receivers too: they do not send to themselves. */
        private final int[] apart;
        private final boolean[] drawn;
        private double error;

        Worker(final Folding all) {
            this.all = all;
            fold = ColumnFold.of(all.fold, all.hosts.pids().size());
            apart = new int[all.senders.count()];
            drawn = new boolean[all.hosts.pids().size()];
        }

        double[] column(final int destination) {
            error = NOT_DRAWN;
            all.sampler.ifPresent(sampler -> addDrawn(sampler, destination));
            for (int cell = all.firstReceivers[destination]; cell < all.firstReceivers[destination + 1]; cell++) {
                addAll(cell);
            }
            final var column = new double[drawn.length];
            Arrays.setAll(column, source -> round(fold.take(source)));
            if (all.hosts.size(destination) == 1) {
                column[destination] = round(all.ofNoPath);
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
                error = Math.max(error, SamplingError.bound(all.fold, costs[i]));
            }
        }

        private void addAll(final int receiver) {
            final var senders = all.senders;
            final int size = all.receivers.size(receiver);
            for (int i = 0; i < size; i++) {
                final int self = senders.ofHost(all.receivers.host(receiver, i));
                if (self >= 0) {
                    apart[self]++;
                }
            }
            final var costs = all.costs.costsTo(all.receivers.group(receiver));
            for (int sender = 0; sender < apart.length; sender++) {
                add(senders.pid(sender), costs[senders.group(sender)],
                    (long) senders.size(sender) * size - apart[sender]);
                apart[sender] = 0;
            }
        }

        private void add(final int source, final double cost, final long pairs) {
            if (pairs > 0 && !Double.isNaN(cost) && !drawn[source]) {
                fold.add(source, cost, pairs);
            }
        }
    }
}

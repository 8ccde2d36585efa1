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
import java.util.BitSet;
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
    /** Enough for the processors that share the work, with few that wait for the last one. */
    private static final int MAX_TASKS = 16;

    private final double[][] columns;
    private final Optional<SamplingError> samplingError;
    private final PairFolding folding;
    private final Optional<BitSet> changed;

    private PidCosts(final double[][] columns, final Optional<SamplingError> samplingError,
            final PairFolding folding, final Optional<BitSet> changed) {
        this.columns = columns;
        this.samplingError = samplingError;
        this.folding = folding;
        this.changed = changed;
    }

    /**
     * Folds costs. If all pairs count, this takes O(cells of senders ∙ cells of receivers), with a cell for each group
     * and PID that have hosts in common, but not more for more hosts; and less where costs to a group, which are the
     * same object then, and the hosts of PIDs are those of before.
     *
     * @param costs the costs between hosts
     * @param hosts the PIDs of hosts
     * @param fold how costs become one
     * @param pairs which pairs count
     * @param ofNoPath the cost of packets that a host sends to itself; {@code NaN} if there is none
     * @param before earlier costs, of which is taken over what must be the same; empty if there are none
     * @return the costs between PIDs
     */
    static PidCosts of(final HostCosts costs, final HostPids hosts, final Fold fold, final HostPairs pairs,
            final double ofNoPath, final Optional<PidCosts> before) {
        final int count = hosts.pids().size();
        final var folding = new PairFolding(costs, hosts, fold, pairs, ofNoPath);
        final var known = before.filter(earlier -> earlier.folding.isComparable(folding));
        final var sources = known.map(earlier -> folding.senders().pidsOfOtherSizes(earlier.folding.senders()))
            .orElseGet(() -> new int[0]);
        final var columns = new double[count][];
        final var errors = new double[count];
        final int tasks = Math.min(count, MAX_TASKS);
        IntStream.range(0, tasks).parallel().forEach(task -> {
            final var worker = new ColumnMaker(folding);
            for (int i = task * count / tasks; i < (task + 1) * count / tasks; i++) {
                final int destination = i;
                columns[i] = known.filter(earlier -> worker.hasSameReceivers(destination, earlier.folding))
                    .map(earlier -> worker.renewed(destination, sources, earlier.columns[destination]))
                    .orElseGet(() -> worker.column(destination));
                errors[i] = worker.error();
            }
        });
        final double error = Arrays.stream(errors).max().orElse(ColumnMaker.NOT_DRAWN);
        return new PidCosts(columns, error == ColumnMaker.NOT_DRAWN ? Optional.empty()
            : Optional.of(new SamplingError(error, SamplingError.unit(fold))), folding,
            known.map(earlier -> changed(columns, earlier.columns)));
    }

    private static BitSet changed(final double[][] columns, final double[][] before) {
        final var changed = new BitSet();
        for (int i = 0; i < columns.length; i++) {
            for (int source = 0; columns[i] != before[i] && source < columns.length; source++) {
                if (Double.compare(columns[i][source], before[i][source]) != 0) {
                    changed.set(source);
                }
            }
        }
        return changed;
    }

    /**
     * Returns what is not as it was in the earlier costs.
     *
     * @return places of the PIDs from which some cost is another one; empty if that is not known
     */
    Optional<BitSet> changed() {
        return changed;
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
}

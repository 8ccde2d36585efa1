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

import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.opendaylight.alto.automap.spec.Fold;
import org.opendaylight.alto.automap.spec.HostPairs;
import org.opendaylight.alto.core.service.HostCosts;

/** What the columns of costs between PIDs are made from. May be used by several threads. */
final class PairFolding {
    private final HostCosts costs;
    private final HostPids hosts;
    private final Fold fold;
    private final double ofNoPath;
    private final HostCells senders;
    private final HostCells receivers;
    /** The costs to each cell of receivers; who keeps them for the next time keeps the objects. */
    private final AtomicReferenceArray<WeakReference<double[]>> seen;
    private final Optional<PairSampler> sampler;

    /**
     * Puts the hosts into cells.
     *
     * @param costs the costs between hosts
     * @param hosts the PIDs of hosts
     * @param fold how costs become one
     * @param pairs which pairs count
     * @param ofNoPath the cost of packets that a host sends to itself; {@code NaN} if there is none
     */
    PairFolding(final HostCosts costs, final HostPids hosts, final Fold fold, final HostPairs pairs,
            final double ofNoPath) {
        this.costs = costs;
        this.hosts = hosts;
        this.fold = fold;
        this.ofNoPath = ofNoPath;
        senders = HostCells.of(costs::sourceGroup, costs.sourceGroupCount(), hosts);
        // most often packets from and to a host are told apart in the same way
        receivers = areInSameGroups(costs, hosts.tableSize()) ? senders
            : HostCells.of(costs::destinationGroup, costs.destinationGroupCount(), hosts);
        seen = new AtomicReferenceArray<>(receivers.count());
        sampler = switch (pairs) {
            case HostPairs.All all -> Optional.empty();
            case HostPairs.Sample sample -> Optional.of(new PairSampler(costs, hosts, sample));
        };
    }

    private static boolean areInSameGroups(final HostCosts costs, final int hostCount) {
        boolean areSame = costs.sourceGroupCount() == costs.destinationGroupCount();
        for (int host = 0; areSame && host < hostCount; host++) {
            areSame = costs.sourceGroup(host) == costs.destinationGroup(host);
        }
        return areSame;
    }

    /** Tells whether costs can be compared with later ones: no pairs are drawn, and senders are in the same cells. */
    boolean isComparable(final PairFolding later) {
        return sampler.isEmpty() && later.sampler.isEmpty() && fold.equals(later.fold)
            && Double.compare(ofNoPath, later.ofNoPath) == 0 && hosts.pids().equals(later.hosts.pids())
            && senders.areThose(later.senders);
    }

    /** Returns how costs become one. */
    Fold fold() {
        return fold;
    }

    /** Returns the PIDs of hosts. */
    HostPids hosts() {
        return hosts;
    }

    /** Returns the cells of hosts as senders. */
    HostCells senders() {
        return senders;
    }

    /** Returns the cells of hosts as receivers. */
    HostCells receivers() {
        return receivers;
    }

    /** Returns what draws pairs; empty if all count. */
    Optional<PairSampler> sampler() {
        return sampler;
    }

    /** Returns the cost of packets that a host sends to itself; {@code NaN} if there is none. */
    double ofNoPath() {
        return ofNoPath;
    }

    /** Returns the costs to a cell of receivers, from each group. */
    double[] costsTo(final int receiver) {
        final var to = costs.costsTo(receivers.group(receiver));
        seen.set(receiver, new WeakReference<>(to));
        return to;
    }

    /** Tells whether costs to a cell of receivers were the same object. */
    boolean saw(final int receiver, final double[] to) {
        final var reference = seen.get(receiver);
        return reference != null && reference.refersTo(to);
    }
}

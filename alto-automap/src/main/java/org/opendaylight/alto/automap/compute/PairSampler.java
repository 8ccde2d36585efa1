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
import java.util.SplittableRandom;
import org.opendaylight.alto.automap.spec.HostPairs;
import org.opendaylight.alto.core.service.HostCosts;

/**
 * Draws pairs of hosts. What is drawn for a pair of PIDs depends on the seed, on their names and on how many hosts they
 * have, so not on the order of work and not on other PIDs. May be used by several threads.
 */
final class PairSampler {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final HostCosts costs;
    private final HostPids hosts;
    private final HostPairs.Sample wanted;

    /**
     * Prepares the draws.
     *
     * @param costs the costs between hosts
     * @param hosts the PIDs of hosts
     * @param wanted what is to be drawn
     */
    PairSampler(final HostCosts costs, final HostPids hosts, final HostPairs.Sample wanted) {
        this.costs = costs;
        this.hosts = hosts;
        this.wanted = wanted;
    }

    /**
     * Tells whether pairs of hosts are drawn for a pair of PIDs.
     *
     * @param source place of a PID
     * @param destination place of a PID
     * @return false if there are not more pairs than are to be drawn
     */
    boolean draws(final int source, final int destination) {
        final long senders = hosts.size(source);
        final long receivers = source == destination ? senders - 1 : hosts.size(destination);
        return senders * receivers > wanted.count();
    }

    /**
     * Draws pairs with one destination, with replacement.
     *
     * @param sources places of PIDs for which pairs are drawn
     * @param destination place of the PID that all pairs go to
     * @return for each of the sources, the costs of those of the drawn pairs that have one
     */
    double[][] draw(final int[] sources, final int destination) {
        final int count = wanted.count();
        final var senders = new int[sources.length * count];
        final var receivers = new int[senders.length];
        // in the order of groups of receivers, so that the costs to each are looked up once
        final var order = new long[senders.length];
        for (int i = 0; i < sources.length; i++) {
            final var random = random(sources[i], destination);
            for (int draw = i * count; draw < (i + 1) * count; draw++) {
                final int sender = random.nextInt(hosts.size(sources[i]));
                senders[draw] = hosts.host(sources[i], sender);
                receivers[draw] = hosts.host(destination, sources[i] == destination
                    ? other(sender, random.nextInt(hosts.size(destination) - 1))
                    : random.nextInt(hosts.size(destination)));
                order[draw] = (long) costs.destinationGroup(receivers[draw]) << 32 | draw;
            }
        }
        Arrays.sort(order);

        final var drawn = new double[senders.length];
        Arrays.fill(drawn, Double.NaN);
        int known = HostCosts.NO_GROUP;
        double[] costsTo = { };
        for (long key : order) {
            final int group = (int) (key >> 32);
            final int draw = (int) key;
            if (group != HostCosts.NO_GROUP) {
                if (group != known) {
                    known = group;
                    costsTo = costs.costsTo(group);
                }
                final int from = costs.sourceGroup(senders[draw]);
                drawn[draw] = from == HostCosts.NO_GROUP ? Double.NaN : costsTo[from];
            }
        }
        final var ofSources = new double[sources.length][];
        Arrays.setAll(ofSources, i -> Arrays.stream(drawn, i * count, (i + 1) * count)
            .filter(cost -> !Double.isNaN(cost)).toArray());
        return ofSources;
    }

    /** Leaves a host out of those that it can be paired with. */
    private static int other(final int host, final int place) {
        return place < host ? place : place + 1;
    }

    private SplittableRandom random(final int source, final int destination) {
        final long mixed = (wanted.seed() ^ hosts.pids().get(source).value().hashCode()) * MIX;
        return new SplittableRandom((mixed ^ hosts.pids().get(destination).value().hashCode()) * MIX);
    }
}

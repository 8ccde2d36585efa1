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

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Queue;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.path.LinkMeasure;
import org.opendaylight.alto.core.topology.Topology;

/**
 * How far switches are from each other: the value of the best path of links by one metric. A link whose value is not
 * known is not there. A switch is known by its place in {@link #switches()}. Immutable; may be used from any thread.
 *
 * <p>A distance is the value of the path if a lower value is better, and else its negative, so that the lower one of
 * two distances always is the nearer one. It is {@link #HERE} from a switch to itself and {@link #UNREACHABLE} if there
 * is no path.
 */
final class SwitchDistances {
    /** From a switch to itself. */
    static final double HERE = Double.NEGATIVE_INFINITY;
    /** Between switches without a path. */
    static final double UNREACHABLE = Double.POSITIVE_INFINITY;

    private final List<SwitchId> switches;
    private final Map<SwitchId, Integer> places = new HashMap<>();
    private final LinkMeasure measure;
    private final double sign;
    // the links that arrive at switch i are those from start[i] to start[i + 1]
    private final int[] start;
    private final int[] from;
    private final double[] values;
    private final boolean alike;

    /**
     * Prepares the links.
     *
     * @param topology switches and links
     * @param measure the values of the links
     */
    SwitchDistances(final Topology topology, final LinkMeasure measure) {
        this.measure = measure;
        sign = measure.isHigherBetter() ? -1 : 1;
        switches = ImmutableList.copyOf(topology.ports().keySet());
        switches.forEach(id -> places.put(id, places.size()));
        final int count = topology.links().size();
        final var senders = new int[count];
        final var receivers = new int[count];
        final var known = new double[count];
        start = new int[switches.size() + 1];
        int size = 0;
        for (var link : topology.links().entrySet()) {
            final double value = measure.leaving(link.getKey());
            if (!Double.isNaN(value)) {
                senders[size] = places.get(link.getKey().switchId());
                receivers[size] = places.get(link.getValue().switchId());
                known[size++] = value;
                start[receivers[size - 1] + 1]++;
            }
        }
        for (int i = 0; i < switches.size(); i++) {
            start[i + 1] += start[i];
        }
        from = new int[size];
        values = new double[size];
        final var next = start.clone();
        for (int i = 0; i < size; i++) {
            final int position = next[receivers[i]]++;
            from[position] = senders[i];
            values[position] = known[i];
        }
        alike = Arrays.stream(values).distinct().count() <= 1;
    }

    /**
     * Returns the switches.
     *
     * @return the connected ones, in order
     */
    List<SwitchId> switches() {
        return switches;
    }

    /**
     * Finds a switch.
     *
     * @param id a switch
     * @return its place; empty if it is not connected
     */
    OptionalInt place(final SwitchId id) {
        final var place = places.get(id);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** A switch on the way, with its distance. */
    private record Reached(int place, double distance) implements Comparable<Reached> {
        @Override
        public int compareTo(final Reached other) {
            return Double.compare(distance, other.distance);
        }
    }

    /**
     * Computes the distances from all switches to the nearest one of some. Takes O(links log links).
     *
     * @param targets places of switches
     * @return the distance of each switch by its place
     */
    double[] to(final Collection<Integer> targets) {
        final var distances = new double[switches.size()];
        Arrays.fill(distances, UNREACHABLE);
        // if links are alike, who is reached first is nearest
        final Queue<Reached> queue = alike ? new ArrayDeque<>() : new PriorityQueue<>();
        targets.forEach(target -> {
            distances[target] = HERE;
            queue.add(new Reached(target, HERE));
        });
        while (true) {
            final var reached = queue.poll();
            if (reached == null) {
                return distances;
            }
            final int at = reached.place;
            // else it was reached by a better way since
            if (reached.distance <= distances[at]) {
                for (int i = start[at]; i < start[at + 1]; i++) {
                    final double distance = reached.distance == HERE ? sign * values[i]
                        : sign * measure.combine(values[i], sign * reached.distance);
                    if (distance < distances[from[i]]) {
                        distances[from[i]] = distance;
                        queue.add(new Reached(from[i], distance));
                    }
                }
            }
        }
    }

    /**
     * Tells whether a distance is far beyond another one.
     *
     * @param distance a distance
     * @param other another one
     * @param factor how many times, more than 1
     * @return whether the value of the first is worse by more than the factor
     */
    boolean isBeyond(final double distance, final double other, final double factor) {
        return sign > 0 ? distance > factor * other : factor * distance > other;
    }
}

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
import java.util.HashMap;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.topology.Topology;

/** Sets that become one, pair by pair. Used by one thread. */
final class Components {
    private final int[] parents;

    /**
     * Starts with sets of one.
     *
     * @param count how many
     */
    Components(final int count) {
        parents = new int[count];
        Arrays.setAll(parents, i -> i);
    }

    /**
     * Finds the switches that are connected by links, in whatever direction.
     *
     * @param topology switches and links
     * @return a number for the component of each switch, in the order of switches
     */
    static int[] of(final Topology topology) {
        final var places = new HashMap<SwitchId, Integer>();
        topology.ports().keySet().forEach(id -> places.put(id, places.size()));
        final var components = new Components(places.size());
        topology.links().forEach((from, to) ->
            components.join(places.get(from.switchId()), places.get(to.switchId())));
        return components.toArray();
    }

    /**
     * Joins the sets of two.
     *
     * @param one a place
     * @param other a place
     */
    void join(final int one, final int other) {
        final int first = first(one);
        final int second = first(other);
        parents[Math.max(first, second)] = Math.min(first, second);
    }

    private int first(final int place) {
        int first = place;
        while (parents[first] != first) {
            parents[first] = parents[parents[first]];
            first = parents[first];
        }
        return first;
    }

    /**
     * Returns the sets.
     *
     * @return for each place the lowest one of its set
     */
    int[] toArray() {
        final var sets = new int[parents.length];
        Arrays.setAll(sets, this::first);
        return sets;
    }
}

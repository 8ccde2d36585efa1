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

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opendaylight.alto.core.path.PathQuery;

/**
 * The pairs of a request, each once: by source, and those of one source by destination, both in the order in which the
 * request names them first. A pair is known by its place in that order. Immutable.
 */
public final class EndpointPairs {
    private static final int HALF = 32;

    private final List<FlowEndpoint> sources;
    private final List<FlowEndpoint> destinations;
    private final List<String> sourceNames;
    private final List<String> destinationNames;
    /** Source and destination of each pair, as indexes in the upper and the lower half; in ascending order. */
    private final long[] pairs;

    private EndpointPairs(final Numbering sources, final Numbering destinations, final long[] pairs) {
        this.sources = List.copyOf(sources.ends);
        this.destinations = List.copyOf(destinations.ends);
        sourceNames = List.copyOf(sources.names);
        destinationNames = List.copyOf(destinations.names);
        this.pairs = pairs;
    }

    /** Gives each end a number, and the text by which it was named first. */
    private static final class Numbering {
        private final Map<FlowEndpoint, Integer> numbers = new HashMap<>();
        private final List<FlowEndpoint> ends = new ArrayList<>();
        private final List<String> names = new ArrayList<>();

        int[] add(final Map<FlowEndpoint, String> named) {
            return named.entrySet().stream().mapToInt(entry -> numbers.computeIfAbsent(entry.getKey(), end -> {
                ends.add(end);
                names.add(entry.getValue());
                return numbers.size();
            })).toArray();
        }
    }

    /**
     * Lists the pairs of meshes.
     *
     * @param meshes the meshes, with fewer than 2<sup>31</sup> pairs together
     * @return the pairs
     */
    public static EndpointPairs of(final List<EndpointMesh> meshes) {
        final var pairs = new long[Math.toIntExact(meshes.stream().mapToLong(EndpointMesh::pairs).sum())];
        final var sources = new Numbering();
        final var destinations = new Numbering();
        int count = 0;
        for (var mesh : meshes) {
            final var columns = destinations.add(mesh.destinations());
            for (int row : sources.add(mesh.sources())) {
                for (int column : columns) {
                    pairs[count++] = (long) row << HALF | column;
                }
            }
        }
        return new EndpointPairs(sources, destinations, sortedOnce(pairs));
    }

    private static long[] sortedOnce(final long[] pairs) {
        Arrays.sort(pairs);
        int count = 0;
        for (long pair : pairs) {
            if (count == 0 || pairs[count - 1] != pair) {
                pairs[count++] = pair;
            }
        }
        return Arrays.copyOf(pairs, count);
    }

    /**
     * Returns how many pairs there are.
     *
     * @return a number of pairs
     */
    public int count() {
        return pairs.length;
    }

    /**
     * Returns the sources.
     *
     * @return each source as the client named it first
     */
    public List<String> sourceNames() {
        return sourceNames;
    }

    /**
     * Returns the destinations.
     *
     * @return each destination as the client named it first
     */
    public List<String> destinationNames() {
        return destinationNames;
    }

    /**
     * Returns the place of the first pair of a source.
     *
     * @param source an index in {@link #sourceNames()}, or their number
     * @return the place; the pairs of the source are from there up to the first pair of the next source
     */
    public int firstOf(final int source) {
        final int place = Arrays.binarySearch(pairs, (long) source << HALF);
        return place < 0 ? -place - 1 : place;
    }

    /**
     * Returns the destination of a pair.
     *
     * @param pair the place of the pair
     * @return an index in {@link #destinationNames()}
     */
    public int destinationOf(final int pair) {
        return (int) pairs[pair];
    }

    List<FlowEndpoint> sources() {
        return sources;
    }

    List<FlowEndpoint> destinations() {
        return destinations;
    }

    /** Returns a view of the pairs as flows. */
    List<PathQuery> flows() {
        return new AbstractList<>() {
            @Override
            public PathQuery get(final int pair) {
                return sources.get((int) (pairs[pair] >>> HALF)).to(destinations.get(destinationOf(pair)));
            }

            @Override
            public int size() {
                return count();
            }
        };
    }
}

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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Clusters switches by joining again and again the two clusters that are nearest to each other, by the mean over the
 * pairs of a switch in the one and a switch in the other. The distance of a pair is the mean of both directions.
 * Clusters of which some pair has no path are not joined.
 *
 * <p>Takes O(n²) after the distances are known, as it follows chains of nearest neighbours (F. Murtagh, 1983): clusters
 * that are nearest to each other can be joined at once, since no later cluster is nearer to them. Of equal neighbours
 * the one that the chain comes from is taken, else the first.
 */
final class AverageLinkage {
    private final double[][] distances;
    private final int[] sizes;
    private final double[] heights;
    private final boolean[] live;
    private final List<Join> joins = new ArrayList<>();

    /** Two clusters, by one switch of each, that are joined at a distance. */
    private record Join(int one, int other, double height) {
    }

    private AverageLinkage(final double[][] distances) {
        this.distances = distances;
        final int count = distances.length;
        sizes = new int[count];
        Arrays.fill(sizes, 1);
        heights = new double[count];
        Arrays.fill(heights, Double.NEGATIVE_INFINITY);
        live = new boolean[count];
        Arrays.fill(live, true);
    }

    /**
     * Clusters all switches.
     *
     * @param switches the switches and their distances
     * @param count how many clusters there should be, 1 or more; there are fewer if there are fewer switches, and more
     *     if these cannot be joined
     * @return a number for the cluster of each switch, by its place
     */
    static int[] clusters(final SwitchDistances switches, final int count) {
        final int size = switches.switches().size();
        final var to = IntStream.range(0, size).parallel()
            .mapToObj(place -> switches.to(List.of(place))).toArray(double[][]::new);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                to[i][j] = (to[i][j] + to[j][i]) / 2;
                to[j][i] = to[i][j];
            }
        }
        final var linkage = new AverageLinkage(to);
        linkage.joinAll();
        final var clusters = new Components(size);
        // joins of equal height stay in the order in which they were made, parts before the whole
        linkage.joins.stream().sorted(Comparator.comparingDouble(Join::height)).limit(Math.max(0, size - count))
            .forEach(join -> clusters.join(join.one, join.other));
        return clusters.toArray();
    }

    private void joinAll() {
        final var chain = new int[distances.length + 1];
        for (int first = 0; first < distances.length; first++) {
            int length = 0;
            while (live[first] || length > 0) {
                if (length == 0) {
                    chain[length++] = first;
                }
                final int top = chain[length - 1];
                final int from = length > 1 ? chain[length - 2] : -1;
                final int nearest = nearest(top, from);
                if (nearest < 0) {
                    // nobody can be reached any more
                    live[top] = false;
                    length--;
                } else if (nearest == from) {
                    join(Math.min(top, from), Math.max(top, from));
                    length -= 2;
                } else {
                    chain[length++] = nearest;
                }
            }
        }
    }

    private int nearest(final int cluster, final int preferred) {
        final var row = distances[cluster];
        int nearest = preferred;
        double least = preferred < 0 ? SwitchDistances.UNREACHABLE : row[preferred];
        for (int i = 0; i < row.length; i++) {
            if (row[i] < least && live[i] && i != cluster) {
                least = row[i];
                nearest = i;
            }
        }
        return nearest;
    }

    private void join(final int one, final int other) {
        // rounding must not make the whole lower than its parts
        heights[one] = Math.max(distances[one][other], Math.max(heights[one], heights[other]));
        joins.add(new Join(one, other, heights[one]));
        live[other] = false;
        final int size = sizes[one] + sizes[other];
        for (int i = 0; i < live.length; i++) {
            if (live[i] && i != one) {
                distances[one][i] = (sizes[one] * distances[one][i] + sizes[other] * distances[other][i]) / size;
                distances[i][one] = distances[one][i];
            }
        }
        sizes[one] = size;
    }
}

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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.opendaylight.alto.automap.compute.Networks.port;
import static org.opendaylight.alto.automap.compute.Networks.topology;
import static org.opendaylight.alto.automap.compute.SwitchDistances.HERE;
import static org.opendaylight.alto.automap.compute.SwitchDistances.UNREACHABLE;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.path.LinkMeasure;
import org.opendaylight.alto.core.topology.Topology;

class SwitchDistancesTest {
    @Test
    void distanceIsThatToTheTarget() {
        final var distances = new SwitchDistances(topology(3, "1>2", "2>3"), FakeMeasure.HOPS);
        assertArrayEquals(new double[] { 2, 1, HERE }, distances.to(List.of(2)));
        assertArrayEquals(new double[] { HERE, UNREACHABLE, UNREACHABLE }, distances.to(List.of(0)));
    }

    @Test
    void nearestOfSeveralTargetsCounts() {
        final var distances = new SwitchDistances(topology(5, "1-2", "2-3", "3-4", "4-5"), FakeMeasure.HOPS);
        assertArrayEquals(new double[] { HERE, 1, 2, 1, HERE }, distances.to(List.of(0, 4)));
    }

    @Test
    void detourThatCostsLessIsTaken() {
        final var measure = new FakeMeasure(Map.of(port(1, 3), 5.0), false);
        assertEquals(2, new SwitchDistances(topology(3, "1-2", "2-3", "1-3"), measure).to(List.of(2))[0]);
    }

    @Test
    void linkOfUnknownValueIsNotThere() {
        final var measure = new FakeMeasure(Map.of(port(1, 2), Double.NaN), false);
        assertArrayEquals(new double[] { UNREACHABLE, HERE },
            new SwitchDistances(topology(2, "1-2"), measure).to(List.of(1)));
    }

    @Test
    void widestPathIsNearest() {
        final var measure = new FakeMeasure(Map.of(port(1, 2), 9.0, port(2, 3), 7.0, port(1, 3), 3.0), true);
        assertArrayEquals(new double[] { -7, -7, HERE },
            new SwitchDistances(topology(3, "1-2", "2-3", "1-3"), measure).to(List.of(2)));
    }

    @Test
    void farBeyondDependsOnWhatIsBetter() {
        final var low = new SwitchDistances(Topology.EMPTY, FakeMeasure.HOPS);
        assertEquals(List.of(false, true), List.of(low.isBeyond(3, 2, 1.5), low.isBeyond(3.1, 2, 1.5)));
        final var high = new SwitchDistances(Topology.EMPTY, new FakeMeasure(Map.of(), true));
        assertEquals(List.of(false, true), List.of(high.isBeyond(-2, -3, 1.5), high.isBeyond(-1.9, -3, 1.5)));
    }

    @RepeatedTest(100)
    void distancesAreThoseOfAllPaths(final RepetitionInfo repetition) {
        final long seed = 2000 + repetition.getCurrentRepetition();
        final var random = new Random(seed);
        final var topology = Networks.randomTopology(random, 8);
        for (var measure : List.of(FakeMeasure.HOPS, new FakeMeasure(Networks.randomValues(random, topology), false),
                new FakeMeasure(Networks.randomValues(random, topology), true))) {
            final var expected = allPaths(topology, measure);
            final var distances = new SwitchDistances(topology, measure);
            for (int target = 0; target < expected.length; target++) {
                assertArrayEquals(expected[target], distances.to(List.of(target)),
                    "seed " + seed + ": " + topology + measure);
            }
        }
    }

    /** Returns the distances to each switch, computed in another way. */
    static double[][] allPaths(final Topology topology, final LinkMeasure measure) {
        final var switches = List.copyOf(topology.ports().keySet());
        final int count = switches.size();
        final double sign = measure.isHigherBetter() ? -1 : 1;
        final var to = new double[count][count];
        Arrays.stream(to).forEach(row -> Arrays.fill(row, UNREACHABLE));
        topology.links().forEach((from, peer) -> {
            final var row = to[switches.indexOf(peer.switchId())];
            final int source = switches.indexOf(from.switchId());
            final double value = measure.leaving(from);
            row[source] = Double.isNaN(value) ? row[source] : Math.min(row[source], sign * value);
        });
        for (int via = 0; via < count; via++) {
            for (int target = 0; target < count; target++) {
                for (int source = 0; source < count; source++) {
                    if (to[via][source] != UNREACHABLE && to[target][via] != UNREACHABLE) {
                        to[target][source] = Math.min(to[target][source],
                            sign * measure.combine(sign * to[via][source], sign * to[target][via]));
                    }
                }
            }
        }
        for (int i = 0; i < count; i++) {
            to[i][i] = HERE;
        }
        return to;
    }
}

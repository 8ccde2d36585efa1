/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchId;

class PathAnswerTest {
    private static final IpAddr A = IpAddr.parse("10.0.0.1");
    private static final IpAddr B = IpAddr.parse("10.0.0.2");

    private static PathTrace trace(final int hops, final Outcome outcome) {
        return PathTrace.installed("", Collections.nCopies(hops,
            new Hop(new SwitchId(1), 1, OptionalLong.of(2), List.of(), List.of())), outcome, "");
    }

    private static OptionalInt hopCount(final PathTrace... traces) {
        return new PathAnswer(List.of(traces), false, Instant.EPOCH).hopCount();
    }

    @Test
    void hopCountIsThatOfTheLongestPathThatArrives() {
        assertEquals(OptionalInt.of(3), hopCount(trace(2, Outcome.DELIVERED), trace(3, Outcome.DELIVERED),
            trace(9, Outcome.LOOP)));
    }

    @Test
    void aggregationSaysWhichPathCounts() {
        final var paths = List.of(new Aggregation.PathCost(2, 0.75), new Aggregation.PathCost(6, 0.25));
        assertEquals(OptionalDouble.of(6), Aggregation.WORST.of(paths, false));
        assertEquals(OptionalDouble.of(2), Aggregation.WORST.of(paths, true));
        assertEquals(OptionalDouble.of(2), Aggregation.BEST.of(paths, false));
        assertEquals(OptionalDouble.of(6), Aggregation.BEST.of(paths, true));
        assertEquals(OptionalDouble.of(3), Aggregation.WEIGHTED.of(paths, false));
    }

    @Test
    void pathOfUnknownCostMakesThePairsCostUnknown() {
        final var paths = List.of(new Aggregation.PathCost(2, 1), new Aggregation.PathCost(Double.NaN, 1));
        for (final var each : Aggregation.values()) {
            assertEquals(OptionalDouble.empty(), each.of(paths, false));
            assertEquals(OptionalDouble.empty(), each.of(List.of(), false));
        }
    }

    @Test
    void aggregationsAreReadAsTheyAreWritten() {
        for (final var each : Aggregation.values()) {
            assertEquals(each, Aggregation.parse(each.toString()));
        }
        assertEquals("'mean' is not 'worst', 'best' or 'weighted'",
            assertThrows(IllegalArgumentException.class, () -> Aggregation.parse("mean")).getMessage());
    }

    @Test
    void onlyPredictionsNameTheirPredictor() {
        assertEquals("predicted by shortest-path", Origin.predicted("shortest-path").toString());
        assertThrows(IllegalArgumentException.class, () -> Origin.predicted(""));
        assertThrows(IllegalArgumentException.class, () -> new Origin(Origin.Kind.INSTALLED, "somebody"));
    }

    @Test
    void withoutAPathThatArrivesThereIsNoHopCount() {
        assertEquals(OptionalInt.empty(), hopCount(trace(1, Outcome.DROPPED), trace(0, Outcome.UNKNOWN_HOST)));
    }

    @Test
    void hostReachesItselfInNoHops() {
        assertEquals(OptionalInt.of(0), hopCount(trace(0, Outcome.DELIVERED)));
    }

    @Test
    void queriesThatMakeNoSenseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> PathQuery.between(A, IpAddr.parse("::1")));
        final var none = OptionalInt.empty();
        final var port = OptionalInt.of(22);
        assertThrows(IllegalArgumentException.class, () -> new PathQuery(A, B, none, none, port));
        assertThrows(IllegalArgumentException.class, () -> new PathQuery(A, B, OptionalInt.of(1), port, none));
        assertThrows(IllegalArgumentException.class, () -> new PathQuery(A, B, OptionalInt.of(256), none, none));
        assertThrows(IllegalArgumentException.class,
            () -> new PathQuery(A, B, OptionalInt.of(6), OptionalInt.of(65536), none));
        assertEquals(port, new PathQuery(A, B, OptionalInt.of(6), none, port).destinationPort());
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.Outcome;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.path.PathTrace;

class PathDrawingTest {
    private static final PathQuery QUERY = PathQuery.between(IpAddr.parse("10.0.0.1"), IpAddr.parse("10.0.0.3"));

    /** Makes a trace of hops such as {@code 1:1>4}. */
    private static PathTrace trace(final Outcome outcome, final String... hops) {
        return PathTrace.installed("", Arrays.stream(hops).map(hop -> {
            final var parts = hop.split("[:>]");
            return new Hop(new SwitchId(Long.parseLong(parts[0])), Long.parseLong(parts[1]), parts.length == 2
                ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(parts[2])), List.of(), List.of());
        }).toList(), outcome, "");
    }

    /** Returns the drawing without the margin that all its lines have. */
    private static String drawing(final PathTrace... traces) {
        return String.join("\n", PathDrawing.lines(QUERY, List.of(traces))).stripIndent();
    }

    @Test
    void onePathGoesDown() {
        assertEquals("""
                10.0.0.1
                    |
                    1
              [openflow:1]
                    3
                    |
                    3
              [openflow:2]
                    1
                    |
                10.0.0.3""", drawing(trace(Outcome.DELIVERED, "1:1>3", "2:3>1")));
    }

    @Test
    void figure3PartsAtThePort() {
        assertEquals("""
                10.0.0.1
                    |
                    1
              [openflow:1]
                    4-------------3
                    |             |
                    3             3
              [openflow:3]  [openflow:2]
                    4             1
                    |             |
                    4         10.0.0.3
              [openflow:2]     path 2
                    1
                    |
                10.0.0.3
                 path 1""", drawing(trace(Outcome.DELIVERED, "1:1>4", "3:3>4", "2:4>1"),
                     trace(Outcome.DELIVERED, "1:1>3", "2:3>1")));
    }

    @Test
    void pathsThatHaveMoreInCommonAreSideBySideAndKeepTheirNumbers() {
        assertEquals("""
                10.0.0.1
                    |
                    1
              [openflow:1]
                    4---------------------------3
                    |                           |
                    3                           3
              [openflow:3]                [openflow:2]
                    X-------------4             1
                 path 1           |             |
                                  X         10.0.0.3
                               path 3        path 2""", drawing(trace(Outcome.DROPPED, "1:1>4", "3:3"),
                trace(Outcome.DELIVERED, "1:1>3", "2:3>1"), trace(Outcome.LEFT_NETWORK, "1:1>4", "3:3>4")));
    }

    @Test
    void pathsThatEndAlikePartAtTheEnd() {
        assertEquals("""
                10.0.0.1
                    |
                    1
              [openflow:1]
                    X-------------X
                 path 1        path 2""", drawing(trace(Outcome.DROPPED, "1:1"), trace(Outcome.NO_RULE, "1:1")));
    }

    @Test
    void pathWithoutSwitchIsNotDrawn() {
        assertEquals("", drawing(trace(Outcome.UNKNOWN_HOST)));
    }

    @Test
    void drawingIsNoWiderThanATerminal() {
        final var many = new ArrayList<PathTrace>();
        IntStream.rangeClosed(2, 20).forEach(port -> many.add(trace(Outcome.LEFT_NETWORK, "1:1>" + port)));
        final var lines = PathDrawing.lines(QUERY, many);
        assertTrue(lines.stream().allMatch(line -> line.length() <= 80), () -> String.join("\n", lines));
        assertEquals("  (15 paths are not drawn)", lines.getLast());
    }
}

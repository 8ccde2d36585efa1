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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SparklineTest {
    private final Sparkline blocks = Sparkline.in(StandardCharsets.UTF_8);
    private final Sparkline ascii = Sparkline.in(StandardCharsets.US_ASCII);

    @Test
    void greatestValueIsAtTheTopAndZeroAtTheBottom() {
        assertEquals("▁▅█", blocks.draw(List.of(0.0, 4.0, 7.0)));
        assertEquals("_=#", ascii.draw(List.of(0.0, 4.0, 7.0)));
    }

    @Test
    void valuesThatAreAllAlikeAreALine() {
        assertEquals("###", ascii.draw(List.of(5.0, 5.0, 5.0)));
        assertEquals("___", ascii.draw(List.of(0.0, 0.0, 0.0)));
    }

    @Test
    void nothingIsNothing() {
        assertEquals("", ascii.draw(List.of()));
    }

    @Test
    void manyValuesAreDrawnAsMeansOfNeighbours() {
        final var rising = DoubleStream.iterate(0, value -> value + 1).limit(120).boxed().toList();
        assertEquals("_..-::=++**#", ascii.draw(rising));
    }
}

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

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A graph of values over time, one line high and as wide as its points. */
public final class Sparkline {
    private static final int WIDTH = 12;
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final String ASCII = "_.-:=+*#";

    private final String levels;

    private Sparkline(final String levels) {
        this.levels = levels;
    }

    /**
     * Chooses what the graph is drawn with.
     *
     * @param charset what the terminal takes; {@code ▁▂▃▄▅▆▇█} if it has that, {@value #ASCII} otherwise
     * @return what draws
     */
    public static Sparkline in(final Charset charset) {
        return new Sparkline(charset.newEncoder().canEncode(BLOCKS) ? BLOCKS : ASCII);
    }

    /**
     * Draws values.
     *
     * @param values not negative, the oldest first; if there are more than {@value #WIDTH}, the mean of neighbours
     * @return a level for each, from 0 to the greatest; empty if there are none
     */
    public String draw(final List<Double> values) {
        final int width = Math.min(WIDTH, values.size());
        final var points = IntStream.range(0, width)
            .mapToDouble(i -> values.subList(i * values.size() / width, (i + 1) * values.size() / width).stream()
                .mapToDouble(Double::doubleValue).average().orElseThrow()).toArray();
        final double greatest = IntStream.range(0, width).mapToDouble(i -> points[i]).max().orElse(0);
        return IntStream.range(0, width).mapToObj(i -> String.valueOf(levels.charAt(
            greatest == 0 ? 0 : (int) Math.round(points[i] / greatest * (levels.length() - 1)))))
            .collect(Collectors.joining());
    }
}

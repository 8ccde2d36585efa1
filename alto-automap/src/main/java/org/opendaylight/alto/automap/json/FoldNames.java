/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.json;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.opendaylight.alto.automap.spec.Fold;

/** The words of {@code cost-map-group-metric}. */
public final class FoldNames {
    private static final Pattern PERCENTILE = Pattern.compile("([0-9]{1,20}(?:\\.[0-9]{1,20})?)-percentile");
    private static final Fold.Percentile MEDIAN = new Fold.Percentile(50);

    private FoldNames() {
    }

    /**
     * Understands a word.
     *
     * @param text such as {@code avg} or {@code 95-percentile}
     * @return how several costs become one
     * @throws IllegalArgumentException if it is another word; says which there are
     */
    public static Fold parse(final String text) {
        return switch (text) {
            case "avg" -> new Fold.Mean();
            case "median" -> MEDIAN;
            case "min" -> new Fold.Min();
            case "max" -> new Fold.Max();
            default -> percentile(text);
        };
    }

    private static Fold percentile(final String text) {
        final var matcher = PERCENTILE.matcher(text);
        final double percent = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("'" + text + "' is not avg, median, min, max, or a number more than 0 "
                + "and at most 100 and -percentile, like 95-percentile");
        }
        return new Fold.Percentile(percent);
    }

    /**
     * Finds the word.
     *
     * @param fold how several costs become one
     * @return what {@link #parse} understands as this
     */
    public static String nameOf(final Fold fold) {
        return switch (fold) {
            case Fold.Mean mean -> "avg";
            case Fold.Min min -> "min";
            case Fold.Max max -> "max";
            case Fold.Percentile part when part.equals(MEDIAN) -> "median";
            case Fold.Percentile part ->
                BigDecimal.valueOf(part.percent()).stripTrailingZeros().toPlainString() + "-percentile";
        };
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.cost;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.parser.ParseException;
import com.google.common.collect.ImmutableSortedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.opendaylight.alto.core.map.CostMetric;

/**
 * An operator's formula for {@code routingcost} out of other metrics, such as {@code 1e9 / bw_available} or
 * {@code hopcount + delay_ow_p95 / 1000}: the name of a metric with {@code _} in the place of {@code -}, {@code :} and
 * {@code .} stands for its value. Immutable; two formulas are equal if they are written alike.
 *
 * @param text the formula
 */
public record Formula(String text) {
    /** Every switch costs the same. */
    public static final Formula DEFAULT = new Formula(CostMetric.HOPCOUNT.value());

    /** How a metric is called in formulas. */
    private static String nameOf(final CostMetric metric) {
        return metric.value().replaceAll("[-:.]", "_");
    }

    /**
     * Finds the metrics that the formula needs.
     *
     * @param available the metrics that there are
     * @return the metrics, by their name in the formula
     * @throws IllegalArgumentException if the formula cannot be read, or names what is not available; says what
     */
    public SortedMap<String, CostMetric> metrics(final SortedSet<CostMetric> available) {
        final var names = new TreeMap<String, CostMetric>(String.CASE_INSENSITIVE_ORDER);
        available.forEach(metric -> names.put(nameOf(metric), metric));
        final var used = ImmutableSortedMap.<String, CostMetric>naturalOrder();
        try {
            for (final var name : new Expression(text).getUsedVariables()) {
                final var metric = names.get(name);
                if (metric == null) {
                    throw new IllegalArgumentException("'" + text + "': there is no metric '" + name + "'; there are "
                        + String.join(", ", names.keySet()));
                }
                used.put(name, metric);
            }
        } catch (ParseException e) {
            throw new IllegalArgumentException("'" + text + "': " + e.getMessage() + " at character "
                + e.getStartPosition(), e);
        }
        return used.build();
    }

    /**
     * Computes the formula.
     *
     * @param values the value of each metric that it needs, by its name in the formula
     * @return the result; {@code NaN} if there is none, such as after a division by zero, if it is not a number, or if
     *     it is negative, which no cost is (RFC 7285, section 6.1.2.1)
     */
    double of(final SortedMap<String, Double> values) {
        try {
            final var result = new Expression(text).withValues(values).evaluate();
            final double number = result.isNumberValue() ? result.getNumberValue().doubleValue() : Double.NaN;
            return number >= 0 && Double.isFinite(number) ? number : Double.NaN;
        } catch (EvaluationException | ParseException | ArithmeticException e) {
            return Double.NaN;
        }
    }
}

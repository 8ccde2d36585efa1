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

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.opendaylight.alto.core.net.SwitchPort;

/**
 * Costs by an operator's {@link Formula}. Remembers results, as many paths have the same values; so it is for one
 * moment.
 */
public final class FormulaCosting implements PathCosting {
    private final Formula formula;
    private final SortedMap<String, PathCosting> inputs;
    private final Map<SortedMap<String, Double>, Double> results = new ConcurrentHashMap<>();

    /**
     * Makes the costing.
     *
     * @param formula the formula
     * @param inputs what computes each metric that it needs, by its name in the formula
     */
    public FormulaCosting(final Formula formula, final Map<String, PathCosting> inputs) {
        this.formula = requireNonNull(formula);
        this.inputs = ImmutableSortedMap.copyOf(inputs);
    }

    private double result(final ToDoubleFunction<PathCosting> input) {
        final var values = new TreeMap<String, Double>();
        for (final var each : inputs.entrySet()) {
            final double value = input.applyAsDouble(each.getValue());
            if (Double.isNaN(value)) {
                return Double.NaN;
            }
            values.put(each.getKey(), value);
        }
        return results.computeIfAbsent(values, formula::of);
    }

    @Override
    public double of(final SwitchPort entering, final Way way) {
        return result(input -> input.of(entering, way));
    }

    @Override
    public double ofNoPath() {
        return result(PathCosting::ofNoPath);
    }

    /** A lower {@code routingcost} is better (RFC 7285, section 6.1.1.1). */
    @Override
    public boolean isHigherBetter() {
        return false;
    }
}

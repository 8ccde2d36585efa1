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

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.opendaylight.alto.core.path.LinkMeasure;

/**
 * Costs by an operator's {@link Formula}. Remembers results, as many paths have the same values; so it is for one
 * moment.
 */
public final class FormulaCosting implements PathCosting {
    private final Formula formula;
    private final SortedMap<String, LinkMeasure> inputs;
    private final List<LinkMeasure> measures;
    private final Map<ImmutableDoubleArray, Double> results = new ConcurrentHashMap<>();

    /**
     * Makes the costing.
     *
     * @param formula the formula
     * @param inputs what measures each metric that it needs, by its name in the formula
     */
    public FormulaCosting(final Formula formula, final Map<String, ? extends LinkMeasure> inputs) {
        this.formula = requireNonNull(formula);
        this.inputs = ImmutableSortedMap.copyOf(inputs);
        measures = ImmutableList.copyOf(this.inputs.values());
    }

    @Override
    public List<LinkMeasure> measures() {
        return measures;
    }

    @Override
    public double cost(final double[] values) {
        for (final double value : values) {
            if (Double.isNaN(value)) {
                return Double.NaN;
            }
        }
        return results.computeIfAbsent(ImmutableDoubleArray.copyOf(values), this::compute);
    }

    private double compute(final ImmutableDoubleArray values) {
        final var named = new TreeMap<String, Double>();
        int index = 0;
        for (final var name : inputs.keySet()) {
            named.put(name, values.get(index++));
        }
        return formula.of(named);
    }

    /** A lower {@code routingcost} is better (RFC 7285, section 6.1.1.1). */
    @Override
    public boolean isHigherBetter() {
        return false;
    }
}

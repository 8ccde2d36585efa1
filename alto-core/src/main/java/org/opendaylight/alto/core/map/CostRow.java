/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.map;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The costs from one PID to others (RFC 7285, section 11.2.3.6, DstCosts). Immutable. Numbers take 12 bytes each; what
 * is derived from a row (its hash, its encoded form) can be kept as long as the object lives, because a map that
 * changes in other rows keeps it.
 */
public final class CostRow {
    /** How long the text of a cost with its PID is. */
    private static final int EXPECTED_LENGTH = 20;

    private final Pid[] destinations;
    /** Not a number where the cost is another JSON value. */
    private final double[] numbers;
    /** Null if all costs are numbers. */
    private final @Nullable CostValue @Nullable [] others;
    private final Supplier<Digest> digest = Suppliers.memoize(() -> ContentTag.digest(this));

    private CostRow(final Pid[] destinations, final double[] numbers, final @Nullable CostValue @Nullable [] others) {
        this.destinations = destinations;
        this.numbers = numbers;
        this.others = others;
    }

    /**
     * Makes a row.
     *
     * @param costs the cost of each destination that has one
     * @return the row
     */
    public static CostRow of(final Map<Pid, ? extends CostValue> costs) {
        final var sorted = ImmutableSortedMap.copyOf(costs);
        final int size = sorted.size();
        final var destinations = sorted.keySet().toArray(new Pid[size]);
        final var numbers = new double[size];
        @Nullable CostValue[] others = null;
        int position = 0;
        for (var cost : sorted.values()) {
            switch (cost) {
                case CostValue.Number number -> numbers[position] = number.value();
                case CostValue.Json json -> {
                    if (others == null) {
                        others = new CostValue[size];
                    }
                    numbers[position] = Double.NaN;
                    others[position] = json;
                }
            }
            position++;
        }
        return new CostRow(destinations, numbers, others);
    }

    /**
     * Makes a row of numbers.
     *
     * @param costs the cost of each destination that has one, finite and 0 or more
     * @return the row
     */
    public static CostRow ofNumbers(final Map<Pid, Double> costs) {
        final var sorted = ImmutableSortedMap.copyOf(costs);
        return new CostRow(sorted.keySet().toArray(new Pid[sorted.size()]),
            sorted.values().stream().mapToDouble(cost -> new CostValue.Number(cost).value()).toArray(), null);
    }

    /**
     * Makes a row of numbers without sorting.
     *
     * @param destinations in the order of their names, without duplicates; not copied, so not to be changed any more
     * @param numbers the cost of each; not copied, so not to be changed any more
     * @return the row
     * @throws IllegalArgumentException if the order is wrong or a number is not a cost
     */
    public static CostRow ofSorted(final Pid[] destinations, final double[] numbers) {
        if (destinations.length != numbers.length) {
            throw new IllegalArgumentException(destinations.length + " destinations have " + numbers.length + " costs");
        }
        for (int i = 0; i < numbers.length; i++) {
            if (i > 0 && destinations[i - 1].compareTo(destinations[i]) >= 0) {
                throw new IllegalArgumentException(destinations[i] + " is after " + destinations[i - 1]);
            }
            numbers[i] = new CostValue.Number(numbers[i]).value();
        }
        return new CostRow(destinations, numbers, null);
    }

    /**
     * Returns how many destinations have a cost.
     *
     * @return a number of costs
     */
    public int size() {
        return numbers.length;
    }

    /**
     * Returns a destination.
     *
     * @param position 0 to {@link #size()} - 1
     * @return the PID at this position in the order of PID names
     */
    public Pid destination(final int position) {
        return destinations[position];
    }

    /**
     * Returns a cost.
     *
     * @param position 0 to {@link #size()} - 1
     * @return the cost of {@link #destination(int)}
     */
    public CostValue value(final int position) {
        final var other = others == null ? null : others[position];
        return other != null ? other : new CostValue.Number(numbers[position]);
    }

    /**
     * Returns a cost as a number, without making an object.
     *
     * @param position 0 to {@link #size()} - 1
     * @return the cost of {@link #destination(int)}, or NaN if it is another JSON value
     */
    public double number(final int position) {
        return numbers[position];
    }

    /**
     * Tells whether all costs are numbers.
     *
     * @return false if one is another JSON value
     */
    public boolean hasNumbersOnly() {
        return others == null;
    }

    /**
     * Finds a cost. Takes O(log n).
     *
     * @param destination a PID
     * @return its cost, or empty if it has none
     */
    public Optional<CostValue> find(final Pid destination) {
        final int position = Arrays.binarySearch(destinations, destination);
        return position < 0 ? Optional.empty() : Optional.of(value(position));
    }

    /** Returns the hash of the content, computed once. */
    Digest digest() {
        return digest.get();
    }

    @Override
    public boolean equals(final @Nullable Object obj) {
        return this == obj || obj instanceof CostRow other && Arrays.equals(destinations, other.destinations)
            && Arrays.equals(numbers, other.numbers) && Arrays.equals(others, other.others);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(destinations) + Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        final var text = new StringBuilder(EXPECTED_LENGTH * size() + 2).append('{');
        for (int i = 0; i < size(); i++) {
            text.append(i == 0 ? "\"" : ",\"").append(destinations[i].value()).append("\":");
            final var number = numbers[i];
            // most are small integers, which need no object
            if (number <= Integer.MAX_VALUE && Double.compare(number, (int) number) == 0) {
                text.append((int) number);
            } else {
                text.append(value(i));
            }
        }
        return text.append('}').toString();
    }
}

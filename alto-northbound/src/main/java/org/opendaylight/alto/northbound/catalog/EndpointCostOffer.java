/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.catalog;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import java.util.List;
import java.util.SortedSet;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.northbound.query.CostRange;
import org.opendaylight.alto.northbound.query.CostTest;

/**
 * An endpoint cost resource that offers part of what the endpoint cost service has.
 *
 * @param costTypes the cost types that it offers; empty for all
 * @param costConstraints whether clients may give constraints
 * @param constraints what every cost in an answer satisfies
 */
public record EndpointCostOffer(SortedSet<CostType> costTypes, boolean costConstraints, List<CostRange> constraints) {
    /** All that the service has. */
    public static final EndpointCostOffer ALL = new EndpointCostOffer(ImmutableSortedSet.of(), true, List.of());

    public EndpointCostOffer {
        costTypes = ImmutableSortedSet.copyOf(costTypes);
        constraints = List.copyOf(constraints);
    }

    /**
     * Reads an offer as an operator writes it.
     *
     * @param costTypes the cost types that it offers; empty for all
     * @param costConstraints whether clients may give constraints
     * @param constraints an operator and a number each, such as {@code le 20}, about every cost of an answer; the index
     *     of RFC 8189 may be before them, <code>[0] </code>
     * @return the offer
     * @throws InvalidMapException if a constraint is wrong; names it
     */
    public static EndpointCostOffer parse(final SortedSet<CostType> costTypes, final boolean costConstraints,
            final List<String> constraints) {
        return new EndpointCostOffer(costTypes, costConstraints,
            constraints.stream().map(EndpointCostOffer::constraint).toList());
    }

    private static CostRange constraint(final String text) {
        final var test = CostTest.tryParse(text).orElseThrow(() -> new InvalidMapException("constraint/" + text,
            "not 'gt', 'ge', 'lt', 'le' or 'eq', a blank and a number, such as 'le 20'"));
        if (test.index() != 0) {
            throw new InvalidMapException("constraint/" + text, "it is about every cost of an answer, so its index is "
                + "0, not " + test.index());
        }
        return test.range();
    }

    /**
     * Returns the cost types that clients may ask for. Every metric in mode {@code numerical} can be had in mode
     * {@code ordinal}, too.
     *
     * @param available the cost types that the endpoint cost service has
     * @return those that this resource offers
     */
    public SortedSet<CostType> offered(final SortedSet<CostType> available) {
        final var all = ImmutableSortedSet.<CostType>naturalOrder().addAll(available);
        available.stream().filter(type -> type.mode().equals(CostMode.NUMERICAL))
            .forEach(type -> all.add(new CostType(type.metric(), CostMode.ORDINAL)));
        return costTypes.isEmpty() ? all.build() : ImmutableSortedSet.copyOf(Sets.intersection(costTypes, all.build()));
    }

    /**
     * Returns the constraints together.
     *
     * @return the costs that an answer may have
     */
    public CostRange range() {
        return constraints.stream().reduce(CostRange.ALL, CostRange::and);
    }
}

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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.northbound.Fixtures;

class EndpointCostOfferTest {
    private static EndpointCostOffer offer(final String... constraints) {
        return EndpointCostOffer.parse(ImmutableSortedSet.of(), true, List.of(constraints));
    }

    @ParameterizedTest
    @ValueSource(strings = { "le 5", "le  5.", "le +5", "le 0.5e1", "[0] le 5", "[0]  le 50.e-1", "[00] le 5" })
    void acceptsEveryFormOfTheModel(final String constraint) {
        assertTrue(offer(constraint).range().contains(5));
        assertFalse(offer(constraint).range().contains(5.1));
    }

    @Test
    void constraintsAreConnectedByAnd() {
        final var range = offer("ge 1", "lt 2", "le 3").range();
        assertFalse(range.contains(0.9));
        assertTrue(range.contains(1));
        assertFalse(range.contains(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[1] le 5 | constraint/[1] le 5: it is about every cost of an answer, so its index is 0, not 1",
        "[0]le 5 | constraint/[0]le 5: not 'gt', 'ge', 'lt', 'le' or 'eq', a blank and a number, such as 'le 20'",
        "ne 5 | constraint/ne 5: not 'gt', 'ge', 'lt', 'le' or 'eq', a blank and a number, such as 'le 20'" })
    void namesTheConstraintThatIsWrong(final String constraint, final String message) {
        assertEquals(message,
            assertThrows(InvalidMapException.class, () -> offer("ge 1", constraint)).getMessage());
    }

    @Test
    @DisplayName("M-7285-42: every numerical metric can be had in mode ordinal")
    void offersWhatItNamesOfWhatThereIs() {
        final var both = ImmutableSortedSet.of(Fixtures.HOPCOUNT, Fixtures.ROUTINGCOST);
        final var hops = ImmutableSortedSet.of(Fixtures.HOPCOUNT);
        final var ranks = new CostType(Fixtures.HOPCOUNT.metric(), CostMode.ORDINAL);
        assertEquals(ImmutableSortedSet.of(Fixtures.HOPCOUNT, ranks, Fixtures.ROUTINGCOST,
            new CostType(Fixtures.ROUTINGCOST.metric(), CostMode.ORDINAL)), EndpointCostOffer.ALL.offered(both));
        assertEquals(ImmutableSortedSet.of(ranks),
            EndpointCostOffer.parse(ImmutableSortedSet.of(ranks), true, List.of()).offered(hops));
        assertEquals(ImmutableSortedSet.of(), EndpointCostOffer.ALL.offered(ImmutableSortedSet.of()));
        final var part = EndpointCostOffer.parse(hops, true, List.of());
        assertEquals(hops, part.offered(both));
        assertEquals(ImmutableSortedSet.of(), part.offered(ImmutableSortedSet.of(Fixtures.ROUTINGCOST)));
    }
}

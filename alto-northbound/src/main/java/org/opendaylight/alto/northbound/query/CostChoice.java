/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.query;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;
import org.opendaylight.alto.core.map.CostType;

/**
 * Which costs a client wants, and of which pairs (RFC 7285, section 11.3.2.3; RFC 8189, section 4.1.2).
 *
 * @param types the cost types of the answer, in the client's order; at least one
 * @param multi whether each pair has an array of costs; else there is one cost type
 * @param tested the cost types that the tests are about
 * @param tests what the costs of a pair have to pass
 */
public record CostChoice(List<CostType> types, boolean multi, List<CostType> tested, CostTests tests) {
    public CostChoice {
        types = List.copyOf(types);
        tested = List.copyOf(tested);
    }

    /**
     * Chooses all costs of one cost type.
     *
     * @param type the cost type
     * @return the choice
     */
    public static CostChoice of(final CostType type) {
        return new CostChoice(List.of(type), false, List.of(type), CostTests.NONE);
    }

    /**
     * Returns the cost types of which costs are needed.
     *
     * @return those of the answer and of the tests, each once
     */
    public Set<CostType> needed() {
        final var needed = ImmutableSet.<CostType>builder().addAll(types);
        tests.alternatives().forEach(all -> all.forEach(test -> needed.add(tested.get(test.index()))));
        return needed.build();
    }
}

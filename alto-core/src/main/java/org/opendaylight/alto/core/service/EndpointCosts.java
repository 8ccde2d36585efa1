/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.service;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Costs from each of some sources to each of some destinations, which are known by their place in the request.
 * Immutable.
 */
public final class EndpointCosts {
    /** One row for each source; a pair without a cost has {@code NaN}. */
    private final double[][] rows;

    private EndpointCosts(final double[][] rows) {
        this.rows = rows;
    }

    /**
     * Takes costs that were computed.
     *
     * @param rows one row for each source, all of one length; {@code NaN} where a pair has no cost
     * @return the costs
     */
    public static EndpointCosts ofRows(final double[][] rows) {
        return new EndpointCosts(Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new));
    }

    /**
     * Returns one cost.
     *
     * @param source index of the source
     * @param destination index of the destination
     * @return the cost, or empty if the pair has none
     * @throws IndexOutOfBoundsException if there is no such pair
     */
    public OptionalDouble cost(final int source, final int destination) {
        final double cost = rows[source][destination];
        return Double.isNaN(cost) ? OptionalDouble.empty() : OptionalDouble.of(cost);
    }
}

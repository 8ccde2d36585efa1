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

import java.util.Map;
import java.util.OptionalDouble;
import org.opendaylight.alto.core.net.IpAddr;

/**
 * Costs between endpoints. A pair without a cost is absent.
 *
 * @param costs source to destination to cost
 */
public record EndpointCosts(Map<IpAddr, Map<IpAddr, Double>> costs) {
    public EndpointCosts {
        costs = Map.copyOf(costs);
    }

    /**
     * Returns one cost.
     *
     * @param source a sender
     * @param destination a receiver
     * @return the cost, or empty if the pair has none
     */
    public OptionalDouble cost(final IpAddr source, final IpAddr destination) {
        final var cost = costs.getOrDefault(source, Map.of()).get(destination);
        return cost == null ? OptionalDouble.empty() : OptionalDouble.of(cost);
    }
}

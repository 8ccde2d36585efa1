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

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import org.opendaylight.alto.core.map.CostContext;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.path.PathQuery;

/** Costs between endpoints (RFC 7285, section 11.5). Published by the FRM checker, on every cluster member. */
public interface EndpointCostService {
    /**
     * Returns the cost types that can be asked for.
     *
     * @return cost types in order, {@code routingcost} in mode {@code numerical} among them
     */
    SortedSet<CostType> costTypes();

    /**
     * Returns how the values of a metric are obtained.
     *
     * @param metric the metric of one of {@link #costTypes()}
     * @return the context; empty if there is nothing to say, and for metrics that are not offered
     */
    Optional<CostContext> context(CostMetric metric);

    /**
     * Returns the network as it is now.
     *
     * @return what computes costs on the present state of the network
     */
    Snapshot snapshot();

    /** One state of the network. Immutable; may be used from any thread. It should not be kept for long. */
    interface Snapshot {
        /**
         * Computes the cost from each source to each destination. A pair whose packets take several paths has one cost
         * by the operator's {@link org.opendaylight.alto.core.path.Aggregation}.
         *
         * @param type one of {@link EndpointCostService#costTypes()}
         * @param sources addresses of senders, each once
         * @param destinations addresses of receivers, each once
         * @return the costs; a pair without a path, with an unknown host or of two address families has none
         * @throws IllegalArgumentException if the cost type is not offered
         */
        EndpointCosts costs(CostType type, List<IpAddr> sources, List<IpAddr> destinations);

        /**
         * Computes the cost of each of some flows.
         *
         * @param type one of {@link EndpointCostService#costTypes()}
         * @param flows whose packets
         * @return a cost for each flow, in the same order; empty if its packets have no path or a host is unknown
         * @throws IllegalArgumentException if the cost type is not offered
         */
        List<OptionalDouble> costs(CostType type, List<PathQuery> flows);
    }
}

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

import java.util.Optional;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.path.LinkMeasure;
import org.opendaylight.alto.core.topology.Topology;

/**
 * The network at one moment, with the costs between all its hosts. Immutable; may be used from any thread. It holds
 * what is needed to compute costs, so it should not be kept for long.
 */
public interface CostSnapshot {
    /**
     * Returns the hosts.
     *
     * @return the hosts between which costs are
     */
    HostTable hosts();

    /**
     * Returns the switches and links.
     *
     * @return the topology on which packets are followed
     */
    Topology topology();

    /**
     * Returns what makes a switch near to another one.
     *
     * @param metric a metric
     * @return the values of ports, of {@code hopcount} 1 for each port that leaves a switch; empty if the metric is not
     *     offered, or is not made of values of ports
     */
    Optional<LinkMeasure> measure(CostMetric metric);

    /**
     * Computes the costs between all hosts.
     *
     * @param type one of {@link EndpointCostService#costTypes()}
     * @return the costs
     * @throws IllegalArgumentException if the cost type is not offered
     */
    HostCosts costs(CostType type);
}

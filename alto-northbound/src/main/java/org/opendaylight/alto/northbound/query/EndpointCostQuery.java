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

import java.util.List;
import org.opendaylight.alto.core.map.CostType;

/**
 * A request to the endpoint cost service (RFC 7285, section 11.5.1.3).
 *
 * @param type the cost type, one of those offered
 * @param range the costs that may be in the answer
 * @param meshes the pairs that are asked for; at least one. Only if it is the only one, and without ports, may it have
 *     pairs that {@linkplain FlowEndpoint#canSendTo(FlowEndpoint) cannot send}
 */
public record EndpointCostQuery(CostType type, CostRange range, List<EndpointMesh> meshes) {
    public EndpointCostQuery {
        meshes = List.copyOf(meshes);
    }

    /**
     * Returns how many costs are asked for; a pair that is asked for twice counts twice.
     *
     * @return a number of pairs
     */
    public long pairs() {
        return meshes.stream().mapToLong(EndpointMesh::pairs).sum();
    }

    /**
     * Adds constraints that the client did not give.
     *
     * @param constraint the costs that they allow
     * @return a query for what both allow
     */
    public EndpointCostQuery within(final CostRange constraint) {
        return new EndpointCostQuery(type, range.and(constraint), meshes);
    }
}

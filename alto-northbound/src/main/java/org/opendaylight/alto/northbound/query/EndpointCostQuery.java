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

/**
 * A request to the endpoint cost service (RFC 7285, section 11.5.1.3).
 *
 * @param choice which costs are wanted, of cost types that are offered
 * @param range the costs that the resource has; others are as if they were not there
 * @param meshes the pairs that are asked for; at least one. Only if it is the only one, and without ports, may it have
 *     pairs that {@linkplain FlowEndpoint#canSendTo(FlowEndpoint) cannot send}
 */
public record EndpointCostQuery(CostChoice choice, CostRange range, List<EndpointMesh> meshes) {
    public EndpointCostQuery {
        meshes = List.copyOf(meshes);
    }

    /**
     * Returns how many pairs are asked for; one that is asked for twice counts twice.
     *
     * @return a number of pairs
     */
    public long pairs() {
        return meshes.stream().mapToLong(EndpointMesh::pairs).sum();
    }

    /**
     * Returns how many costs have to be computed.
     *
     * @return a number of pairs, times that of cost types
     */
    public long costs() {
        return pairs() * choice.needed().size();
    }

    /**
     * Adds constraints that the client did not give.
     *
     * @param constraint the costs that they allow
     * @return a query for what both allow
     */
    public EndpointCostQuery within(final CostRange constraint) {
        return new EndpointCostQuery(choice, range.and(constraint), meshes);
    }
}

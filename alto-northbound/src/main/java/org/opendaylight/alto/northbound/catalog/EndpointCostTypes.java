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

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.opendaylight.alto.core.map.CostContext;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.service.EndpointCostService;

/**
 * What the endpoint cost service has.
 *
 * @param types its cost types; empty while there is no such service
 * @param contexts how the values of a metric are obtained; only where that is not just {@code estimation}, which it is
 *     for a client if nothing is said (RFC 9439, section 3.1)
 */
public record EndpointCostTypes(SortedSet<CostType> types, SortedMap<CostMetric, CostContext> contexts) {
    /** While there is no such service. */
    public static final EndpointCostTypes NONE =
        new EndpointCostTypes(ImmutableSortedSet.of(), ImmutableSortedMap.of());

    public EndpointCostTypes {
        types = ImmutableSortedSet.copyOf(types);
        contexts = ImmutableSortedMap.copyOf(contexts);
    }

    /**
     * Asks the service of the moment.
     *
     * @param service the service, if there is one
     * @return what it has now
     */
    public static EndpointCostTypes of(final Optional<EndpointCostService> service) {
        return service.map(present -> of(present)).orElse(NONE);
    }

    /**
     * Asks the service.
     *
     * @param service the service
     * @return what it has now
     */
    public static EndpointCostTypes of(final EndpointCostService service) {
        final var types = service.costTypes();
        final var contexts = new TreeMap<CostMetric, CostContext>();
        types.forEach(type -> service.context(type.metric()).filter(context -> !context.equals(CostContext.ESTIMATION))
            .ifPresent(context -> contexts.put(type.metric(), context)));
        return new EndpointCostTypes(types, contexts);
    }
}

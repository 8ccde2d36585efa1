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

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * Every source with every destination. Each is there once.
 *
 * @param sources each source with the text by which the client named it, in the client's order; at least one
 * @param destinations each destination with the text by which the client named it, in the client's order; at least one
 */
public record EndpointMesh(Map<FlowEndpoint, String> sources, Map<FlowEndpoint, String> destinations) {
    public EndpointMesh {
        sources = ImmutableMap.copyOf(sources);
        destinations = ImmutableMap.copyOf(destinations);
    }

    /**
     * Returns how many costs are asked for.
     *
     * @return a number of pairs
     */
    public long pairs() {
        return (long) sources.size() * destinations.size();
    }

    /** Tells whether this is about whole hosts only. */
    boolean hasNoPorts() {
        return sources.keySet().stream().allMatch(end -> end.port().isEmpty())
            && destinations.keySet().stream().allMatch(end -> end.port().isEmpty());
    }
}

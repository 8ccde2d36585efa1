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
import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.Set;
import org.opendaylight.alto.core.net.IpAddr;

/**
 * A request to the endpoint property service (RFC 7285, section 11.4.1.3). Each property and address is there once.
 *
 * @param properties the properties, which are among those offered, in the client's order; at least one
 * @param endpoints each address with the text by which the client named it, in the client's order; at least one
 */
public record EndpointPropertyQuery(Set<String> properties, Map<IpAddr, String> endpoints) {
    public EndpointPropertyQuery {
        properties = ImmutableSet.copyOf(properties);
        endpoints = ImmutableMap.copyOf(endpoints);
    }

    /**
     * Returns how many values are asked for.
     *
     * @return a number of pairs of a property and an endpoint
     */
    public long pairs() {
        return (long) properties.size() * endpoints.size();
    }
}

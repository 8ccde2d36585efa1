/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.jaxrs;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.ws.rs.core.Application;
import org.opendaylight.alto.core.service.EndpointCostService;
import org.opendaylight.alto.northbound.catalog.ResourcePool;

/** All routes of the server. */
public final class AltoApplication extends Application {
    private final Set<Object> singletons;

    /**
     * Makes the routes.
     *
     * @param pool what the server publishes
     * @param endpointCosts the endpoint cost service of the moment, if there is one
     * @param requests takes in requests
     * @param more the routes of other bundles
     */
    public AltoApplication(final ResourcePool pool, final Supplier<Optional<EndpointCostService>> endpointCosts,
            final Requests requests, final Collection<Object> more) {
        singletons = ImmutableSet.builder().add(
            new DirectoryResource(pool, endpointCosts),
            new NetworkMapResource(pool),
            new FilteredNetworkMapResource(pool, requests),
            new CostMapResource(pool),
            new FilteredCostMapResource(pool, requests),
            new EndpointCostResource(pool, endpointCosts, requests),
            new EndpointPropertyResource(pool, requests),
            new HeaderCheck(),
            new ErrorCodeNote(),
            new ErrorMapper()).addAll(more).build();
    }

    @Override
    public Set<Object> getSingletons() {
        return singletons;
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
            // no description of the routes in a format of Jersey's own
            "jersey.config.server.wadl.disableWadl", true,
            // an error without a body stays without one, instead of becoming a page of HTML
            "jersey.config.server.response.setStatusOverSendError", true);
    }
}

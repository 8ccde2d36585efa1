/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.sample;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.northbound.spi.AltoRoute;
import org.opendaylight.alto.northbound.spi.RouteEntry;
import org.osgi.service.component.annotations.Component;

/** Tells the autonomous system of all endpoints, in the form of a property map (RFC 9240). */
@Component(service = AltoRoute.class)
public final class SampleRoute implements AltoRoute {
    private static final String MEDIA_TYPE = "application/alto-propmap+json";
    private static final RouteEntry ENTRY = new RouteEntry(new ResourceId("sample-property-map"), "/sample/propmap",
        MEDIA_TYPE, Optional.empty(), ImmutableSortedSet.of(), "{\"mappings\":{\"ipv4\":[\"priv:as\"]}}",
        ImmutableSortedSet.of());

    private final PropertyMap resource = new PropertyMap();

    /** What answers. */
    @Path("/sample")
    public static final class PropertyMap {
        /**
         * Answers with the property map.
         *
         * @return the message
         */
        @GET
        @Path("propmap")
        @Produces(MEDIA_TYPE)
        public String get() {
            // an autonomous system for documentation (RFC 5398)
            return "{\"meta\":{},\"property-map\":{\"ipv4:0.0.0.0/0\":{\"priv:as\":\"64496\"}}}";
        }
    }

    @Override
    public Object resource() {
        return resource;
    }

    @Override
    public Collection<RouteEntry> entries() {
        return List.of(ENTRY);
    }

    @Override
    public String publisher() {
        return "sample";
    }

    @Override
    public Registration onChange(final Runnable listener) {
        return () -> { };       // nothing ever changes
    }
}

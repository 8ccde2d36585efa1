/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.spi;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.Registration;

/**
 * A route that a bundle adds to the ALTO server: publish it as an OSGi service of this interface, and the server serves
 * it for as long as the service is there. Nothing else of the server changes.
 *
 * <p>A request that is wrong is answered by throwing
 * {@link org.opendaylight.alto.northbound.error.AltoRequestException}, or any {@code WebApplicationException}; the
 * server makes the body.
 */
public interface AltoRoute {
    /**
     * Returns who answers. May be called more than once, and always returns the same object.
     *
     * @return an object of a class with the annotation {@code javax.ws.rs.Path}, whose value is relative to
     *     {@code /alto} and starts with a segment that no route of the server has, without a template; requests come
     *     from many threads at a time
     */
    Object resource();

    /**
     * Returns what the directory says of this route (RFC 7285, section 9.2.2). Called after each change that
     * {@link #onChange} tells of. Without an own method there are none.
     *
     * @return the information resources of this route, as they are now; may be empty. An entry whose id another
     *     resource has, that uses a resource which is not there, or that makes a cycle of uses, is not listed
     */
    default Collection<RouteEntry> entries() {
        return List.of();
    }

    /**
     * Returns what the directory says of those resources of this route that are about the other resources of the
     * server, whichever there are. Called for each new directory.
     *
     * @param served all other resources that are served, but those of routes: what each answers, a media type, by id
     * @return more information resources
     */
    default Collection<RouteEntry> entriesOver(final SortedMap<ResourceId, String> served) {
        return List.of();
    }

    /**
     * Returns who publishes the route.
     *
     * @return 1 to 64 characters, for operators to read
     */
    String publisher();

    /**
     * Has something run after each change of {@link #entries()}. Without an own method there is none.
     *
     * @param listener what to run; does not block
     * @return closes the registration
     */
    default Registration onChange(final Runnable listener) {
        return () -> { };
    }
}

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

import java.util.Optional;
import java.util.Set;
import javax.ws.rs.Path;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;

/** Checks that a route of another bundle does not get in the way of ours. */
public final class RouteCheck {
    private static final Set<String> OURS = Set.of(segment(ResourceCatalog.NETWORK_MAP_PATH),
        segment(ResourceCatalog.COST_MAP_PATH), segment(ResourceCatalog.ENDPOINT_COST_PATH),
        segment(ResourceCatalog.ENDPOINT_PROPERTY_PATH));

    private RouteCheck() {
    }

    /**
     * Checks where a route is.
     *
     * @param resource what would answer
     * @return why it cannot be served; empty if its path is one that it may have
     */
    public static Optional<String> problem(final Object resource) {
        final var path = resource.getClass().getAnnotation(Path.class);
        if (path == null) {
            return Optional.of("class " + resource.getClass().getName() + " has no annotation @Path");
        }
        final var segment = segment(path.value());
        if (segment.isEmpty() || segment.contains("{")) {
            return Optional.of("path '" + path.value()
                + "' does not start with a segment of its own, without a template");
        }
        return OURS.contains(segment)
            ? Optional.of("path '" + path.value() + "' starts with the segment of another route") : Optional.empty();
    }

    private static String segment(final String path) {
        final var relative = path.startsWith("/") ? path.substring(1) : path;
        final int end = relative.indexOf('/');
        return end < 0 ? relative : relative.substring(0, end);
    }
}

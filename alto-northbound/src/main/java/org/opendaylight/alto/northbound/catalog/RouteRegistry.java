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

import java.util.List;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.northbound.spi.AltoRoute;

/** Knows the routes that other bundles add. May be called from any thread. */
public interface RouteRegistry {
    /**
     * Returns the routes that are to be served.
     *
     * @return an immutable list in the order in which they came
     */
    List<AltoRoute> routes();

    /**
     * Adds the directory entries of all routes to a catalogue. A route that fails adds none.
     *
     * @param builder takes the entries, and those that cannot be served with their problem
     */
    void addTo(CatalogBuilder builder);

    /**
     * Notes that a route cannot be served; it is not among the routes any more, and its entries have this problem.
     *
     * @param route one of {@link #routes()}
     * @param problem why, for the operator
     */
    void refuse(AltoRoute route, String problem);

    /**
     * Has something run after each change of the routes or of the directory entries of one.
     *
     * @param listener what to run; does not block
     * @return closes the registration
     */
    Registration onChange(Runnable listener);
}

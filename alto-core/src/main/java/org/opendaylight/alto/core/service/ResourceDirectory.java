/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.service;

import java.util.List;
import java.util.Optional;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.Versioned;

/**
 * The information resources that this server publishes, as they are served now. Published by the northbound, on every
 * cluster member. No method blocks, and all may be called from any thread.
 */
public interface ResourceDirectory {
    /**
     * Returns all resources, also those that are in the datastore but are not served because something is wrong with
     * them.
     *
     * @return an immutable list in the order of their ids
     */
    List<ResourceInfo> resources();

    /**
     * Returns the network map that clients take when they have no reason to take another.
     *
     * @return its id, or empty if there is no network map
     */
    Optional<ResourceId> defaultNetworkMap();

    /**
     * Finds a network map that is served.
     *
     * @param id its name
     * @return the map, or empty if there is none of this name
     */
    Optional<Versioned<NetworkMap>> networkMap(ResourceId id);

    /**
     * Finds a cost map that is served.
     *
     * @param id its name
     * @return the map, or empty if there is none of this name
     */
    Optional<Versioned<CostMap>> costMap(ResourceId id);

    /**
     * Has something run after each change. Several changes may make one run.
     *
     * @param listener called on a thread of the publisher, so it must not block; never after the registration is closed
     *     and the call under way has returned
     * @return closes the registration
     */
    Registration onChange(Runnable listener);
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.render;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.VersionTag;

/**
 * The maps that clients can get.
 *
 * @param networkMaps network maps in the order of their ids
 * @param costMaps cost maps in the order of their ids
 */
public record PublishedMaps(List<Network> networkMaps, List<Cost> costMaps) {
    public PublishedMaps {
        networkMaps = List.copyOf(networkMaps);
        costMaps = List.copyOf(costMaps);
    }

    /**
     * A network map.
     *
     * @param tag its name and version
     * @param map its content
     */
    public record Network(VersionTag tag, NetworkMap map) {
    }

    /**
     * A cost map.
     *
     * @param tag its name and version
     * @param map its content
     */
    public record Cost(VersionTag tag, CostMap map) {
    }

    /**
     * Returns the names of all maps.
     *
     * @return resource ids, first those of network maps
     */
    public List<String> ids() {
        return Stream.concat(networkMaps.stream().map(Network::tag), costMaps.stream().map(Cost::tag))
            .map(tag -> tag.resourceId().value()).toList();
    }

    /**
     * Finds a network map.
     *
     * @param id a resource id
     * @return the map, or empty if no network map has that id
     */
    public Optional<Network> networkMap(final String id) {
        return networkMaps.stream().filter(map -> map.tag().resourceId().value().equals(id)).findFirst();
    }

    /**
     * Finds a cost map.
     *
     * @param id a resource id
     * @return the map, or empty if no cost map has that id
     */
    public Optional<Cost> costMap(final String id) {
        return costMaps.stream().filter(map -> map.tag().resourceId().value().equals(id)).findFirst();
    }
}

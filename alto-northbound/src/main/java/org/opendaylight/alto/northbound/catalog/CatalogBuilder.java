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

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.net.AddressFamily;

/**
 * Makes a catalogue out of what publishers offer. A map that would break a rule of RFC 7285 is left out, with the
 * reason, and takes nothing with it but the cost maps that depend on it. The order in which maps are added does not
 * matter, except where two claim the same place: the first one has it.
 */
public final class CatalogBuilder {
    private final ResourceCatalog previous;
    private final Map<String, PublishedNetworkMap> networkMaps = new TreeMap<>();
    private final List<PublishedCostMap> offeredCostMaps = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private record Place(ResourceId networkMap, CostType type) {
    }

    /**
     * Starts an empty catalogue.
     *
     * @param previous the catalogue to replace; what did not change is taken from it, with the bytes already encoded
     */
    public CatalogBuilder(final ResourceCatalog previous) {
        this.previous = previous;
    }

    /**
     * Adds a network map.
     *
     * @param vtag its version
     * @param map its content
     */
    public void add(final VersionTag vtag, final NetworkMap map) {
        final var id = vtag.resourceId();
        for (var family : AddressFamily.values()) {
            final boolean used = map.pids().values().stream().flatMap(Collection::stream)
                .anyMatch(prefix -> prefix.family() == family);
            if (used && !map.isCompleteFor(family)) {
                leaveOut("network map", id.value(), "not every " + family.wireName() + " address has a PID");
                return;
            }
        }
        if (id.equals(ResourceCatalog.ENDPOINT_COST)) {
            leaveOut("network map", id.value(), "the id is that of the endpoint cost service");
            return;
        }
        networkMaps.put(id.value(), previous.networkMap(id.value())
            .filter(known -> known.vtag().equals(vtag) && known.map().equals(map))
            .orElseGet(() -> new PublishedNetworkMap(vtag, map)));
    }

    /**
     * Adds a cost map.
     *
     * @param vtag its version
     * @param map its content
     */
    public void add(final VersionTag vtag, final CostMap map) {
        offeredCostMaps.add(previous.costMap(vtag.resourceId().value())
            .filter(known -> known.vtag().equals(vtag) && known.map().equals(map))
            .orElseGet(() -> new PublishedCostMap(vtag, map)));
    }

    /**
     * Notes that a map is left out.
     *
     * @param kind what it is
     * @param id its resource id
     * @param reason why
     */
    public void leaveOut(final String kind, final String id, final String reason) {
        problems.add(kind + " " + id + ": " + reason);
    }

    /**
     * Makes the catalogue.
     *
     * @param defaultNetworkMap the network map that should be the default. If it is not there, another one is, because
     *     RFC 7285, section 9.2.2, demands one
     * @return the catalogue
     */
    public ResourceCatalog build(final Optional<ResourceId> defaultNetworkMap) {
        final var costMaps = new TreeMap<String, PublishedCostMap>();
        final var places = new HashSet<Place>();
        for (var offered : offeredCostMaps) {
            final var id = offered.vtag().resourceId();
            final var reason = reasonToLeaveOut(id, offered.map(), places);
            if (reason.isPresent()) {
                leaveOut("cost map", id.value(), reason.orElseThrow());
            } else {
                places.add(new Place(offered.map().networkMap().resourceId(), offered.map().type()));
                costMaps.put(id.value(), offered);
            }
        }
        return new ResourceCatalog(
            defaultNetworkMap.filter(id -> networkMaps.containsKey(id.value()))
                .or(() -> networkMaps.values().stream().findFirst().map(map -> map.vtag().resourceId())),
            networkMaps, costMaps);
    }

    private Optional<String> reasonToLeaveOut(final ResourceId id, final CostMap map, final Set<Place> places) {
        final var networkMap = networkMaps.get(map.networkMap().resourceId().value());
        if (networkMap == null) {
            return Optional.of("there is no network map " + map.networkMap().resourceId());
        }
        if (!networkMap.vtag().equals(map.networkMap())) {
            return Optional.of("it is for version " + map.networkMap().tag() + " of network map "
                + map.networkMap().resourceId() + ", which is at version " + networkMap.vtag().tag());
        }
        if (networkMaps.containsKey(id.value()) || id.equals(ResourceCatalog.ENDPOINT_COST)) {
            return Optional.of("another resource has this id");
        }
        if (places.contains(new Place(map.networkMap().resourceId(), map.type()))) {
            return Optional.of("another cost map of network map " + map.networkMap().resourceId() + " has cost type "
                + map.type());
        }
        return unknownPid(map, networkMap.map().pids().keySet())
            .map(pid -> "network map " + map.networkMap().resourceId() + " has no PID " + pid);
    }

    private static Optional<Pid> unknownPid(final CostMap map, final Set<Pid> known) {
        for (var row : map.costs().entrySet()) {
            if (!known.contains(row.getKey())) {
                return Optional.of(row.getKey());
            }
            for (var destination : row.getValue().keySet()) {
                if (!known.contains(destination)) {
                    return Optional.of(destination);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Returns why maps were left out.
     *
     * @return a sentence per map
     */
    public List<String> problems() {
        return List.copyOf(problems);
    }
}

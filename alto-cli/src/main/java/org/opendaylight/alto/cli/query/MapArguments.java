/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.query;

import java.util.Collection;
import java.util.TreeMap;
import java.util.TreeSet;
import org.opendaylight.alto.cli.render.Resources;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.EndpointAddrGroup;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.Versioned;
import org.opendaylight.alto.core.service.ResourceInfo;

/** Understands what a person types to name a map, or a part of it. All mistakes are told in one sentence. */
public final class MapArguments {
    private static final String SUFFIX = ".json";

    private MapArguments() {
    }

    /**
     * Tells a file from a resource id.
     *
     * @param text what was typed
     * @return true if it names a file
     */
    public static boolean isFile(final String text) {
        return text.indexOf('/') >= 0 || text.endsWith(SUFFIX);
    }

    /**
     * Makes a resource id out of the name of a file.
     *
     * @param name the name, without folders
     * @return the name without {@code .json}
     * @throws IllegalArgumentException if that is not a resource id; the message is for the person
     */
    public static ResourceId idOfFile(final String name) {
        try {
            return new ResourceId(name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The name of the file cannot be that of the map, give one with --id: "
                + e.getMessage(), e);
        }
    }

    /**
     * Takes some PIDs out of a network map.
     *
     * @param map the map
     * @param names names of PIDs; none for all
     * @return a map with these PIDs only
     * @throws IllegalArgumentException if the map has no such PID; the message is for the person
     */
    public static Versioned<NetworkMap> withPids(final Versioned<NetworkMap> map, final Collection<String> names) {
        if (names.isEmpty()) {
            return map;
        }
        final var groups = new TreeMap<Pid, EndpointAddrGroup>();
        for (var pid : pids(names)) {
            final var group = map.map().pids().get(pid);
            if (group == null) {
                throw new IllegalArgumentException(
                    "Network map " + map.vtag().resourceId() + " has no PID " + pid + ".");
            }
            groups.put(pid, group);
        }
        return new Versioned<>(map.vtag(), NetworkMap.ofGroups(groups));
    }

    /**
     * Takes the costs from some PIDs out of a cost map.
     *
     * @param map the map
     * @param names names of source PIDs; none for all
     * @return a map with the costs from these PIDs only
     * @throws IllegalArgumentException if the map has no cost from such a PID; the message is for the person
     */
    public static Versioned<CostMap> withSources(final Versioned<CostMap> map, final Collection<String> names) {
        if (names.isEmpty()) {
            return map;
        }
        final var rows = new TreeMap<Pid, CostRow>();
        for (var pid : pids(names)) {
            final var row = map.map().rows().get(pid);
            if (row == null) {
                throw new IllegalArgumentException(
                    "Cost map " + map.vtag().resourceId() + " has no cost from PID " + pid + ".");
            }
            rows.put(pid, row);
        }
        return new Versioned<>(map.vtag(), new CostMap(map.map().networkMap(), map.map().type(), rows));
    }

    /**
     * Checks whether maps can be deleted together.
     *
     * @param ids names of maps
     * @param resources all resources
     * @throws IllegalArgumentException if one is not an operator's map, or an operator's map that stays uses one; the
     *     message is for the person
     */
    public static void requireDeletable(final Collection<ResourceId> ids, final Collection<ResourceInfo> resources) {
        final var operators = resources.stream().filter(Resources::isOperatorsMap).toList();
        for (var id : ids) {
            if (operators.stream().noneMatch(info -> info.id().equals(id))) {
                throw new IllegalArgumentException("No operator has loaded a map " + id + "; see alto:map-list.");
            }
            for (var info : operators) {
                if (info.uses().contains(id) && !ids.contains(info.id())) {
                    throw new IllegalArgumentException(
                        "Map " + info.id() + " uses " + id + "; delete it first, or both at once.");
                }
            }
        }
    }

    private static Collection<Pid> pids(final Collection<String> names) {
        final var pids = new TreeSet<Pid>();
        names.forEach(name -> pids.add(new Pid(name)));
        return pids;
    }
}

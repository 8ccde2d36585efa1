/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.config;

import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.opendaylight.alto.automap.spec.CostMapSpec;
import org.opendaylight.alto.automap.spec.MapDefinition;
import org.opendaylight.alto.automap.spec.MapSpecs;
import org.opendaylight.alto.automap.spec.NetworkMapSpec;
import org.opendaylight.alto.core.map.ResourceId;

/**
 * What is wanted, all places taken together.
 *
 * @param maps each map that is wanted, by name
 * @param problems what is wrong at places that make no map, by place
 */
public record Definitions(SortedMap<ResourceId, Defined> maps, SortedMap<String, String> problems) {
    /** Nothing is wanted. */
    public static final Definitions NONE = new Definitions(ImmutableSortedMap.of(), ImmutableSortedMap.of());

    public Definitions {
        maps = ImmutableSortedMap.copyOfSorted(maps);
        problems = ImmutableSortedMap.copyOfSorted(problems);
    }

    /**
     * A map that is wanted.
     *
     * @param definition what is wanted
     * @param origin who says so
     * @param place where it is said, exactly
     * @param problem what an operator should put right; empty if it is fine
     */
    public record Defined(MapDefinition definition, String origin, String place, Optional<String> problem) {
        private Defined with(final String another) {
            return new Defined(definition, origin, place,
                Optional.of(problem.map(first -> first + "; and " + another).orElse(another)));
        }
    }

    /**
     * Takes places together.
     *
     * @param candidates the places; of two that define a map of one name, the first one wins
     * @return what is wanted
     */
    public static Definitions of(final List<Candidate> candidates) {
        final var maps = new TreeMap<ResourceId, Defined>();
        final var problems = new TreeMap<String, String>();
        for (var candidate : candidates) {
            if (candidate.definition().isEmpty()) {
                problems.put(candidate.place(), candidate.problem().orElseThrow());
                continue;
            }
            final var definition = candidate.definition().orElseThrow();
            final var winner = maps.putIfAbsent(definition.id(), new Defined(definition, candidate.origin(),
                candidate.place(), candidate.problem().map(why -> why + "; its last good state is in use")));
            if (winner != null) {
                problems.put(candidate.place(), "it has no effect, as " + winner.place() + " defines a map "
                    + definition.id() + ", too, and goes first; remove one of the two"
                    + candidate.problem().map(why -> "; and " + why).orElse(""));
            }
        }
        maps.replaceAll((id, defined) -> unusable(defined.definition, maps).map(defined::with).orElse(defined));
        return new Definitions(maps, problems);
    }

    private static Optional<String> unusable(final MapDefinition definition,
            final SortedMap<ResourceId, Defined> maps) {
        if (definition instanceof MapDefinition.OfCostMap costs) {
            final var network = costs.spec().networkMap();
            final var used = maps.get(network);
            if (used == null || !(used.definition instanceof MapDefinition.OfNetworkMap)) {
                return Optional.of("uses: no network map " + network + " is defined, so the costs are not computed; "
                    + "define it, or name another one");
            }
        }
        return Optional.empty();
    }

    /**
     * Returns what to compute.
     *
     * @return the maps without where they come from
     */
    public MapSpecs specs() {
        final var networkMaps = new TreeMap<ResourceId, NetworkMapSpec>();
        final var costMaps = new TreeMap<ResourceId, CostMapSpec>();
        maps.values().forEach(defined -> {
            switch (defined.definition) {
                case MapDefinition.OfNetworkMap network -> networkMaps.put(network.id(), network.spec());
                case MapDefinition.OfCostMap costs -> costMaps.put(costs.id(), costs.spec());
            }
        });
        return new MapSpecs(networkMaps, costMaps);
    }

    /**
     * Returns everything that is wrong.
     *
     * @return sentences by place
     */
    public SortedMap<String, String> complaints() {
        final var all = new TreeMap<>(problems);
        maps.values().forEach(defined -> defined.problem.ifPresent(why -> all.put(defined.place, why)));
        return all;
    }
}

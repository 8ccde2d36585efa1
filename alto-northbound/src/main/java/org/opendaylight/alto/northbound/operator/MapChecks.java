/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.operator;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.service.ResourceDirectory;
import org.opendaylight.alto.core.service.ResourceInfo;
import org.opendaylight.alto.northbound.json.MediaTypes;

/** Whether a change of the operator's maps fits to what is stored and to what is served. */
public final class MapChecks {
    /** Who publishes the operator's maps. */
    public static final String OPERATOR = "operator";

    private final StoredMaps stored;
    private final ResourceDirectory directory;

    /**
     * Checks against a state.
     *
     * @param stored the operator's maps
     * @param directory what is served
     */
    public MapChecks(final StoredMaps stored, final ResourceDirectory directory) {
        this.stored = requireNonNull(stored);
        this.directory = requireNonNull(directory);
    }

    /**
     * Checks a network map that is to be stored.
     *
     * @param id its name
     * @param map the map
     * @throws InvalidMapException if it does not fit
     */
    public void requireFits(final ResourceId id, final NetworkMap map) {
        requireComplete(map);
        requireFree(id, MediaTypes.NETWORK_MAP, stored.networkMaps().keySet(), stored.costMaps().keySet());
        final var gone = Sets.difference(stored.networkMaps().getOrDefault(id, Set.of()), map.pids().keySet());
        if (gone.isEmpty()) {
            return;
        }
        new TreeMap<>(stored.costMaps()).forEach((name, costs) -> {
            if (costs.networkMap().equals(id)) {
                new TreeSet<>(Sets.intersection(costs.pids().get(), gone)).stream().findFirst().ifPresent(pid -> {
                    throw new InvalidMapException("network-map", "PID " + pid + " would go, but cost map " + name
                        + " has costs of it; keep the PID, or load or delete the cost map without it first");
                });
            }
        });
    }

    /**
     * Checks a cost map that is to be stored.
     *
     * @param id its name
     * @param map the map
     * @return what the operator should know though the map fits, a sentence each
     * @throws InvalidMapException if it does not fit
     */
    public List<String> requireFits(final ResourceId id, final CostMap map) {
        requireFree(id, MediaTypes.COST_MAP, stored.costMaps().keySet(), stored.networkMaps().keySet());
        final var network = map.networkMap().resourceId();
        final var served = directory.networkMap(network);
        final var pids = Optional.ofNullable(stored.networkMaps().get(network))
            .or(() -> served.map(version -> version.map().pids().keySet()))
            .orElseThrow(() -> new InvalidMapException("meta/dependent-vtags/0/resource-id",
                "there is no network map " + network + "; load it first"));
        requireKnown(map, pids);
        costMapsOf(network)
            .filter(other -> !other.id().equals(id) && other.costTypes().contains(map.type()))
            .map(other -> other.id() + ", published by " + other.publisher() + ",")
            .findFirst()
            .or(() -> stored.costMaps().entrySet().stream()
                .filter(other -> !other.getKey().equals(id) && other.getValue().networkMap().equals(network)
                    && other.getValue().type().equals(Optional.of(map.type())))
                .map(other -> other.getKey().toString()).findFirst())
            .ifPresent(other -> {
                throw new InvalidMapException("meta/cost-type", "cost map " + other + " has the cost type "
                    + map.type() + " of network map " + network + " already");
            });
        final var warnings = new ArrayList<String>();
        served.map(version -> version.vtag().tag()).filter(tag -> !tag.equals(map.networkMap().tag()))
            .ifPresent(tag -> warnings.add("The file's costs are on version " + map.networkMap().tag()
                + " of network map " + network + ", which is at version " + tag
                + " now; they are served as costs on that."));
        return warnings;
    }

    private static void requireComplete(final NetworkMap map) {
        for (var family : AddressFamily.values()) {
            if (map.uses(family)) {
                map.firstGap(family).ifPresent(gap -> {
                    throw new InvalidMapException("network-map", "address " + gap
                        + " has no PID, but a map with " + family.wireName() + " prefixes must have a PID for each "
                        + family.wireName() + " address; the option --add-default-pid puts " + DefaultPid.all(family)
                        + " into a PID '" + DefaultPid.NAME + "'");
                });
            }
        }
    }

    private static void requireKnown(final CostMap map, final Set<Pid> pids) {
        final var network = map.networkMap().resourceId();
        map.rows().forEach((source, row) -> {
            final var place = "cost-map/" + source;
            if (!pids.contains(source)) {
                throw new InvalidMapException(place, "network map " + network + " has no PID " + source);
            }
            for (int i = 0; i < row.size(); i++) {
                if (!pids.contains(row.destination(i))) {
                    throw new InvalidMapException(place + "/" + row.destination(i),
                        "network map " + network + " has no PID " + row.destination(i));
                }
            }
        });
    }

    private void requireFree(final ResourceId id, final String mediaType, final Set<ResourceId> sameKind,
            final Set<ResourceId> otherKind) {
        if (otherKind.contains(id)) {
            throw new InvalidMapException("", "the operator has a map " + id + " of the other kind; take another name");
        }
        if (!sameKind.contains(id)) {
            directory.resources().stream()
                .filter(other -> other.id().equals(id) && !(other.publisher().equals(OPERATOR)
                    && other.mediaType().equals(mediaType) && other.accepts().isEmpty()))
                .findFirst().ifPresent(other -> {
                    throw new InvalidMapException("", "there is a resource " + id + " already, published by "
                        + other.publisher() + "; take another name");
                });
        }
    }

    /**
     * Checks maps that are to be deleted.
     *
     * @param ids their names
     * @throws IllegalArgumentException if one is not an operator's map, or a map that stays uses one; names them
     */
    public void requireDeletable(final Collection<ResourceId> ids) {
        final var foreign = new TreeSet<>(ids).stream()
            .filter(id -> !stored.networkMaps().containsKey(id) && !stored.costMaps().containsKey(id))
            .map(id -> id + " (" + publisher(id).map(name -> "published by " + name).orElse("there is no such resource")
                + ")")
            .collect(Collectors.joining(", "));
        if (!foreign.isEmpty()) {
            throw new IllegalArgumentException("Not an operator's map: " + foreign);
        }
        new TreeSet<>(ids).stream().filter(stored.networkMaps()::containsKey).forEach(id -> {
            final var users = new TreeSet<ResourceId>();
            stored.costMaps().forEach((name, costs) -> {
                if (costs.networkMap().equals(id) && !ids.contains(name)) {
                    users.add(name);
                }
            });
            if (!users.isEmpty()) {
                throw new IllegalArgumentException("Network map " + id + " is used by cost map "
                    + users.stream().map(ResourceId::value).collect(Collectors.joining(", "))
                    + "; delete them together");
            }
            costMapsOf(id).filter(user -> !user.publisher().equals(OPERATOR)).findFirst().ifPresent(user -> {
                throw new IllegalArgumentException("Network map " + id + " is used by cost map " + user.id()
                    + ", published by " + user.publisher() + "; that must go first");
            });
        });
    }

    private Optional<String> publisher(final ResourceId id) {
        return directory.resources().stream().filter(resource -> resource.id().equals(id))
            .map(ResourceInfo::publisher).findFirst();
    }

    /** Returns the cost maps of a network map, without the resources that filter them. */
    private Stream<ResourceInfo> costMapsOf(final ResourceId networkMap) {
        return directory.resources().stream().filter(resource -> resource.mediaType().equals(MediaTypes.COST_MAP)
            && resource.accepts().isEmpty() && resource.uses().contains(networkMap));
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.map.Versioned;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.core.service.ResourceDirectory;
import org.opendaylight.alto.core.service.ResourceInfo;

/** A directory that a test fills. */
final class FakeResourceDirectory implements ResourceDirectory {
    private final List<ResourceInfo> resources = new ArrayList<>();
    private final Map<ResourceId, Versioned<NetworkMap>> networkMaps = new HashMap<>();
    private final Map<ResourceId, Versioned<CostMap>> costMaps = new HashMap<>();

    void add(final ResourceInfo info) {
        resources.add(info);
        resources.sort(Comparator.comparing(ResourceInfo::id));
    }

    void add(final String publisher, final VersionTag tag, final NetworkMap map) {
        networkMaps.put(tag.resourceId(), new Versioned<>(tag, map));
        add(info(publisher, tag, "networkmap", new TreeSet<>(), new TreeSet<>(), map.prefixCount()));
    }

    void add(final String publisher, final VersionTag tag, final CostMap map) {
        costMaps.put(tag.resourceId(), new Versioned<>(tag, map));
        add(info(publisher, tag, "costmap", new TreeSet<>(List.of(map.networkMap().resourceId())),
            new TreeSet<>(List.of(map.type())), map.costCount()));
    }

    private static ResourceInfo info(final String publisher, final VersionTag tag, final String type,
            final SortedSet<ResourceId> uses, final SortedSet<CostType> costTypes, final int entries) {
        return new ResourceInfo(tag.resourceId(), "application/alto-" + type + "+json", Optional.empty(),
            "/alto/" + type + "/" + tag.resourceId(), publisher, Optional.of(tag.tag()), uses, costTypes,
            new TreeSet<>(), entries, 1536, Optional.empty());
    }

    @Override
    public List<ResourceInfo> resources() {
        return List.copyOf(resources);
    }

    @Override
    public Optional<ResourceId> defaultNetworkMap() {
        return networkMaps.keySet().stream().sorted().findFirst();
    }

    @Override
    public Optional<Versioned<NetworkMap>> networkMap(final ResourceId id) {
        return Optional.ofNullable(networkMaps.get(id));
    }

    @Override
    public Optional<Versioned<CostMap>> costMap(final ResourceId id) {
        return Optional.ofNullable(costMaps.get(id));
    }

    @Override
    public Registration onChange(final Runnable listener) {
        return () -> { };
    }
}

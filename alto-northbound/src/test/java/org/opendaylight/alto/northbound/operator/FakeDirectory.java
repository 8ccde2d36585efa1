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

import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opendaylight.alto.core.map.ContentTag;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.map.Versioned;
import org.opendaylight.alto.core.service.ChangeListeners;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.core.service.ResourceDirectory;
import org.opendaylight.alto.core.service.ResourceInfo;
import org.opendaylight.alto.northbound.json.MediaTypes;

/** A directory that has what a test puts there. */
public final class FakeDirectory implements ResourceDirectory {
    private final ChangeListeners listeners = new ChangeListeners();
    private final Map<ResourceId, ResourceInfo> resources = new TreeMap<>();
    private final Map<ResourceId, Versioned<NetworkMap>> networkMaps = new TreeMap<>();
    private final Map<ResourceId, Versioned<CostMap>> costMaps = new TreeMap<>();
    private int registrations;

    public synchronized void serve(final String publisher, final String name, final NetworkMap map) {
        final var id = new ResourceId(name);
        networkMaps.put(id, new Versioned<>(new VersionTag(id, ContentTag.of(map)), map));
        put(new ResourceInfo(id, MediaTypes.NETWORK_MAP, Optional.empty(), "/networkmap/" + id, publisher,
            Optional.of(ContentTag.of(map)), ImmutableSortedSet.of(), ImmutableSortedSet.of(), ImmutableSortedSet.of(),
            map.prefixCount(), 1, Optional.empty()));
    }

    public synchronized void serve(final String publisher, final String name, final CostMap map) {
        final var id = new ResourceId(name);
        costMaps.put(id, new Versioned<>(new VersionTag(id, ContentTag.of(map)), map));
        put(costResource(id, Optional.empty(), publisher, map));
        // the resource that filters it does not count as a cost map
        put(costResource(new ResourceId(name + "-filtered"), Optional.of("application/alto-costmapfilter+json"),
            publisher, map));
    }

    private static ResourceInfo costResource(final ResourceId id, final Optional<String> accepts,
            final String publisher, final CostMap map) {
        return new ResourceInfo(id, MediaTypes.COST_MAP, accepts, "/costmap/" + id, publisher,
            Optional.of(ContentTag.of(map)), ImmutableSortedSet.of(map.networkMap().resourceId()),
            ImmutableSortedSet.of(map.type()), ImmutableSortedSet.of(), map.costCount(), 1, Optional.empty());
    }

    public synchronized void refuse(final String name, final String problem) {
        put(new ResourceInfo(new ResourceId(name), MediaTypes.NETWORK_MAP, Optional.empty(), "/networkmap/" + name,
            MapChecks.OPERATOR, Optional.empty(), ImmutableSortedSet.of(), ImmutableSortedSet.of(),
            ImmutableSortedSet.of(), 0, 0, Optional.of(problem)));
    }

    private void put(final ResourceInfo resource) {
        resources.put(resource.id(), resource);
        listeners.fire();
    }

    /** Tells the listeners of a change that is about another resource. */
    public synchronized void changeElsewhere() {
        listeners.fire();
    }

    public synchronized int registrations() {
        return registrations;
    }

    @Override
    public synchronized List<ResourceInfo> resources() {
        return new ArrayList<>(resources.values());
    }

    @Override
    public synchronized Optional<ResourceId> defaultNetworkMap() {
        return networkMaps.keySet().stream().findFirst();
    }

    @Override
    public synchronized Optional<Versioned<NetworkMap>> networkMap(final ResourceId id) {
        return Optional.ofNullable(networkMaps.get(id));
    }

    @Override
    public synchronized Optional<Versioned<CostMap>> costMap(final ResourceId id) {
        return Optional.ofNullable(costMaps.get(id));
    }

    @Override
    public synchronized Registration onChange(final Runnable listener) {
        registrations++;
        final var registration = listeners.add(listener);
        return () -> {
            synchronized (this) {
                registrations--;
            }
            registration.close();
        };
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.before;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.topology.Topology;

/**
 * What of the network the maps depend on, apart from paths. When a host was last seen is not part of it, so two states
 * are equal unless maps may differ.
 *
 * @param hosts the hosts that have an address, by the switch they are attached to; a switch may have none
 */
public record NetworkState(SortedMap<SwitchId, SortedSet<MappedHost>> hosts) {
    public NetworkState {
        final var copy = ImmutableSortedMap.<SwitchId, SortedSet<MappedHost>>naturalOrder();
        hosts.forEach((switchId, at) -> copy.put(switchId, ImmutableSortedSet.copyOf(at)));
        hosts = copy.build();
    }

    /**
     * Takes what is needed from the snapshots of others.
     *
     * @param topology the switches that are connected
     * @param table the hosts, also those behind a switch that is not connected
     * @return the state
     */
    public static NetworkState of(final Topology topology, final HostTable table) {
        final var hosts = new TreeMap<SwitchId, SortedSet<MappedHost>>();
        topology.ports().keySet().forEach(switchId -> hosts.put(switchId, new TreeSet<>()));
        table.hosts().forEach(host -> {
            final var at = hosts.computeIfAbsent(host.attachment().switchId(), key -> new TreeSet<>());
            if (!host.addresses().isEmpty()) {
                at.add(new MappedHost(host.addresses(), host.attachment()));
            }
        });
        return new NetworkState(hosts);
    }

    /**
     * Counts the hosts.
     *
     * @return number of hosts that have an address
     */
    public int hostCount() {
        return hosts.values().stream().mapToInt(SortedSet::size).sum();
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.host;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.IpAddr;

/**
 * All hosts at one moment. Immutable; may be read from any thread. Each address belongs to one host.
 */
public final class HostTable {
    private static final Comparator<Host> ORDER = Comparator.comparing(Host::mac)
        .thenComparingInt(host -> host.vlan().map(vlan -> vlan.value()).orElse(0));

    /** The table without hosts. */
    public static final HostTable EMPTY = of(List.of());

    private final ImmutableMap<Host.Key, Host> hosts;
    private final Map<IpAddr, Host> byAddress;

    private HostTable(final ImmutableMap<Host.Key, Host> hosts, final Map<IpAddr, Host> byAddress) {
        this.hosts = hosts;
        this.byAddress = byAddress;
    }

    /**
     * Makes a table.
     *
     * @param hosts hosts in any order
     * @return the table
     * @throws IllegalArgumentException if two hosts have the same key or share an address
     */
    public static HostTable of(final Collection<Host> hosts) {
        final var byKey = ImmutableMap.<Host.Key, Host>builder();
        final var byAddress = new LinkedHashMap<IpAddr, Host>();
        hosts.stream().sorted(ORDER).forEach(host -> {
            byKey.put(host.key(), host);
            host.addresses().forEach(address -> {
                final var other = byAddress.putIfAbsent(address, host);
                if (other != null) {
                    throw new IllegalArgumentException(
                        "Address " + address + " is of host " + other.mac() + " and of host " + host.mac());
                }
            });
        });
        return new HostTable(byKey.buildOrThrow(), Map.copyOf(byAddress));
    }

    /**
     * Returns all hosts.
     *
     * @return hosts in the order of MAC address, then VLAN
     */
    public ImmutableList<Host> hosts() {
        return hosts.values().asList();
    }

    /**
     * Finds the host that has an address.
     *
     * @param address an IPv4 or IPv6 address
     * @return the host, or empty if no host was seen with it
     */
    public Optional<Host> find(final IpAddr address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /**
     * Finds a host by what tells it apart.
     *
     * @param key link-layer address and VLAN
     * @return the host, or empty if it was not seen
     */
    public Optional<Host> find(final Host.Key key) {
        return Optional.ofNullable(hosts.get(key));
    }

    /**
     * Compares with another table. Runs in O(hosts of both).
     *
     * @param before a table
     * @return what makes this table differ from it, each host once; first those that are there now in the order of this
     *     table, then those that are gone
     */
    public List<HostChange> changesSince(final HostTable before) {
        final var changes = new ArrayList<HostChange>();
        hosts.forEach((key, host) -> {
            final var old = before.find(key);
            if (!old.equals(Optional.of(host))) {
                changes.add(new HostChange(old, Optional.of(host)));
            }
        });
        before.hosts.forEach((key, host) -> {
            if (!hosts.containsKey(key)) {
                changes.add(new HostChange(Optional.of(host), Optional.empty()));
            }
        });
        return List.copyOf(changes);
    }

    @Override
    public boolean equals(final @Nullable Object obj) {
        return obj instanceof HostTable other && hosts.equals(other.hosts);
    }

    @Override
    public int hashCode() {
        return hosts.hashCode();
    }

    @Override
    public String toString() {
        return hosts.values().toString();
    }
}

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

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.IpAddr;

/**
 * All hosts at one moment. Immutable; may be read from any thread. Each address belongs to one host.
 *
 * <p>A look-up takes O(log hosts). A table with some changes is made from the one before in O(changes log hosts), as
 * both share what did not change; only the list of all hosts is made anew, when it is first asked for.
 */
public final class HostTable {
    private static final Comparator<Host.Key> ORDER = Comparator.comparing(Host.Key::mac)
        .thenComparingInt(key -> key.vlan().map(vlan -> vlan.value()).orElse(0));

    /** The table without hosts. */
    public static final HostTable EMPTY =
        new HostTable(PersistentMap.empty(ORDER), PersistentMap.empty(Comparator.naturalOrder()));

    private final PersistentMap<Host.Key, Host> byKey;
    private final PersistentMap<IpAddr, Host> byAddress;
    private final Supplier<ImmutableList<Host>> list;
    /** Where the hosts were, for who asked last: often several ask for the same. */
    private volatile Places lastPlaces = new Places(new WeakReference<>(null), new int[0]);

    private HostTable(final PersistentMap<Host.Key, Host> byKey, final PersistentMap<IpAddr, Host> byAddress) {
        this.byKey = byKey;
        this.byAddress = byAddress;
        list = Suppliers.memoize(byKey::values);
    }

    /** The places of hosts in a table before, which this does not keep alive. */
    private record Places(WeakReference<HostTable> before, int[] places) {
    }

    /**
     * Makes a table.
     *
     * @param hosts hosts in any order
     * @return the table
     * @throws IllegalArgumentException if two hosts have the same key or share an address
     */
    public static HostTable of(final Collection<Host> hosts) {
        final var builder = new Builder(EMPTY);
        hosts.forEach(host -> {
            if (builder.byKey.get(host.key()).isPresent()) {
                throw new IllegalArgumentException("Host " + host.key() + " is there twice");
            }
            builder.add(host);
        });
        return builder.build();
    }

    /**
     * Makes a table in which some hosts are different.
     *
     * @param changed what became of hosts: as they are from now on, or empty if they are gone, which they may have been
     *     before
     * @return the table
     * @throws IllegalArgumentException if two hosts would share an address, or a host stands for another one
     */
    public HostTable with(final Map<Host.Key, Optional<Host>> changed) {
        final var builder = new Builder(this);
        // first all that go, as an address may pass from one to another
        changed.keySet().forEach(builder::remove);
        changed.forEach((key, changedHost) -> changedHost.ifPresent(host -> {
            if (!host.key().equals(key)) {
                throw new IllegalArgumentException(host + " is not " + key);
            }
            builder.add(host);
        }));
        return builder.build();
    }

    private static final class Builder {
        private PersistentMap<Host.Key, Host> byKey;
        private PersistentMap<IpAddr, Host> byAddress;

        Builder(final HostTable from) {
            byKey = from.byKey;
            byAddress = from.byAddress;
        }

        void remove(final Host.Key key) {
            byKey.get(key).ifPresent(host -> {
                byKey = byKey.without(key);
                host.addresses().forEach(address -> byAddress = byAddress.without(address));
            });
        }

        void add(final Host host) {
            byKey = byKey.with(host.key(), host);
            host.addresses().forEach(address -> {
                byAddress.get(address).ifPresent(other -> {
                    throw new IllegalArgumentException(
                        "Address " + address + " is of host " + other.mac() + " and of host " + host.mac());
                });
                byAddress = byAddress.with(address, host);
            });
        }

        HostTable build() {
            return new HostTable(byKey, byAddress);
        }
    }

    /**
     * Returns all hosts. The first call of a table takes O(hosts).
     *
     * @return hosts in the order of MAC address, then VLAN
     */
    public ImmutableList<Host> hosts() {
        return list.get();
    }

    /**
     * Returns the number of hosts.
     *
     * @return 0 or more
     */
    public int size() {
        return byKey.size();
    }

    /**
     * Finds the host that has an address.
     *
     * @param address an IPv4 or IPv6 address
     * @return the host, or empty if no host was seen with it
     */
    public Optional<Host> find(final IpAddr address) {
        return byAddress.get(address);
    }

    /**
     * Finds a host by what tells it apart.
     *
     * @param key link-layer address and VLAN
     * @return the host, or empty if it was not seen
     */
    public Optional<Host> find(final Host.Key key) {
        return byKey.get(key);
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
        hosts().forEach(host -> {
            final var old = before.find(host.key());
            if (!old.equals(Optional.of(host))) {
                changes.add(new HostChange(old, Optional.of(host)));
            }
        });
        before.hosts().forEach(host -> {
            if (find(host.key()).isEmpty()) {
                changes.add(new HostChange(Optional.of(host), Optional.empty()));
            }
        });
        return List.copyOf(changes);
    }

    /**
     * Finds the hosts of this table in another one. Runs in O(hosts of both), fast for hosts that are the same objects.
     *
     * @param before a table
     * @return for each host of {@link #hosts()}, its place in that of {@code before}; -1 if it is not there, or not
     *     with these addresses at this port; not to be changed, as the next one who asks gets the same
     */
    public int[] placesIn(final HostTable before) {
        final var known = lastPlaces;
        if (known.before.refersTo(before)) {
            return known.places;
        }
        final var places = findIn(before);
        lastPlaces = new Places(new WeakReference<>(before), places);
        return places;
    }

    private int[] findIn(final HostTable before) {
        final var now = hosts();
        final var then = before.hosts();
        final var places = new int[now.size()];
        int next = 0;
        for (int i = 0; i < places.length; i++) {
            final var host = now.get(i);
            if (next < then.size() && then.get(next) == host) {
                places[i] = next++;
                continue;
            }
            while (next < then.size() && ORDER.compare(then.get(next).key(), host.key()) < 0) {
                next++;
            }
            final boolean isThere = next < then.size() && then.get(next).key().equals(host.key())
                && new HostChange(Optional.of(then.get(next)), Optional.of(host)).isOnlySeen();
            places[i] = isThere ? next++ : -1;
        }
        return places;
    }

    @Override
    public boolean equals(final @Nullable Object obj) {
        return obj instanceof HostTable other && hosts().equals(other.hosts());
    }

    @Override
    public int hashCode() {
        return hosts().hashCode();
    }

    @Override
    public String toString() {
        return hosts().toString();
    }
}

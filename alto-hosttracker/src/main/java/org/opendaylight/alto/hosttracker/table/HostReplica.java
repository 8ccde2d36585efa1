/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostChange;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.IpAddr;

/**
 * A host table made of what another place says of single hosts. It depends only on the hosts that are there, not on how
 * they came.
 *
 * <p>A change takes O(log hosts), as long as no two hosts share an address. The tracker never says that they do. If
 * somebody does, only one of them can be in the table: the one that was seen first.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class HostReplica {
    private static final Comparator<Host> EARLIER = Comparator.comparing(Host::firstSeen)
        .thenComparing(Host::mac)
        .thenComparingInt(host -> host.vlan().map(vlan -> vlan.value()).orElse(0));

    private final Map<Host.Key, Host> said = new HashMap<>();
    private HostTable table = HostTable.EMPTY;

    /**
     * Returns the hosts.
     *
     * @return all of them, but of those that share an address only one
     */
    public HostTable table() {
        return table;
    }

    /**
     * Takes over what became of hosts.
     *
     * @param news each host as it is now, or empty if it is gone
     * @return what makes the table differ from before, once for each host that differs
     */
    public List<HostChange> update(final Map<Host.Key, Optional<Host>> news) {
        final boolean wasWhole = table.size() == said.size();
        news.forEach((key, host) -> host.ifPresentOrElse(now -> said.put(key, now), () -> said.remove(key)));

        final var before = table;
        if (wasWhole && haveAddressesOfTheirOwn(news)) {
            table = before.with(news);
            return changes(before, news);
        }
        table = HostTable.of(withoutRivals());
        return table.changesSince(before);
    }

    /** Tells whether no address of these hosts is one of another host, after these news. */
    private boolean haveAddressesOfTheirOwn(final Map<Host.Key, Optional<Host>> news) {
        final var seen = new HashSet<IpAddr>();
        return news.values().stream().flatMap(Optional::stream).flatMap(host -> host.addresses().stream())
            .allMatch(address -> seen.add(address)
                && table.find(address).filter(holder -> !news.containsKey(holder.key())).isEmpty());
    }

    private static List<HostChange> changes(final HostTable before, final Map<Host.Key, Optional<Host>> news) {
        final var changes = new ArrayList<HostChange>();
        news.forEach((key, host) -> {
            final var old = before.find(key);
            if (!old.equals(host)) {
                changes.add(new HostChange(old, host));
            }
        });
        return List.copyOf(changes);
    }

    private List<Host> withoutRivals() {
        final Set<IpAddr> taken = new HashSet<>();
        return said.values().stream().sorted(EARLIER).filter(host -> {
            final boolean isRival = host.addresses().stream().anyMatch(taken::contains);
            if (!isRival) {
                taken.addAll(host.addresses());
            }
            return !isRival;
        }).toList();
    }
}

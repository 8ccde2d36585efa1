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

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchPort;

/**
 * The hosts that were learnt, as a state machine without clock, thread or input of its own: the same calls give the
 * same table and the same events. It changes in place, because a copy of 100,000 hosts for each packet would be too
 * much.
 *
 * <p>The rules: the newest observation says where a host is; an address belongs to the host that used it last; a host
 * keeps its other addresses; news that is older than what is known of the host changes nothing, so that observations
 * may come late.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class LearningTable {
    private static final Instant NEVER = Instant.MAX;

    private final Map<Host.Key, Entry> entries = new HashMap<>();
    private final Map<IpAddr, Entry> byAddress = new HashMap<>();
    private final Map<SwitchPort, Set<Host.Key>> byPort = new HashMap<>();
    private final TableLimits limits;
    private final Refusals refusals;

    /** What is known of one host. */
    private static final class Entry {
        private Host host;
        /** Exact time of the last observation; {@link Host#lastSeen()} is renewed less often. */
        private Instant heard;
        /** When a request was passed on to the host that it has not answered since. */
        private Instant asked = NEVER;

        Entry(final Host host, final Instant heard) {
            this.host = host;
            this.heard = heard;
        }
    }

    /**
     * Makes an empty table.
     *
     * @param limits how far it may grow
     * @param refusals counts what did not fit
     */
    public LearningTable(final TableLimits limits, final Refusals refusals) {
        this.limits = limits;
        this.refusals = refusals;
    }

    /**
     * Takes in one observation.
     *
     * @param seen what was observed
     * @return what changed, in order; empty if nothing did
     */
    public List<HostEvent> learn(final Observation seen) {
        final var known = entries.get(seen.host());
        if (known == null) {
            return learnNew(seen);
        }
        if (seen.at().isBefore(known.heard)) {
            return List.of();
        }
        known.heard = seen.at();
        known.asked = NEVER;

        final var events = new ArrayList<HostEvent>(2);
        final var before = known.host;
        final var addresses = new TreeSet<>(before.addresses());
        seen.address().ifPresent(address -> {
            if (addresses.contains(address)) {
                return;
            }
            if (addresses.size() >= limits.addressesPerHost()) {
                refusals.add(Refusal.TOO_MANY_ADDRESSES);
            } else if (release(address, seen.at(), events)) {
                addresses.add(address);
            }
        });
        final boolean changed = addresses.size() > before.addresses().size()
            || !before.attachment().equals(seen.port());
        if (changed || isDue(before.lastSeen(), seen.at())) {
            final var after = new Host(before.mac(), before.vlan(), addresses, seen.port(), before.firstSeen(),
                later(before.lastSeen(), seen.at()));
            put(known, after);
            events.add(changed ? new HostEvent.Changed(before, after) : new HostEvent.Seen(after));
        }
        return List.copyOf(events);
    }

    private List<HostEvent> learnNew(final Observation seen) {
        if (entries.size() >= limits.hosts()) {
            refusals.add(Refusal.TABLE_FULL);
            return List.of();
        }
        final var events = new ArrayList<HostEvent>(2);
        final var addresses = ImmutableSortedSet.copyOf(
            seen.address().filter(address -> release(address, seen.at(), events)).stream().toList());
        final var host = new Host(seen.host().mac(), seen.host().vlan(), addresses, seen.port(), seen.at(), seen.at());
        put(new Entry(host, seen.at()), host);
        events.add(new HostEvent.Added(host));
        return List.copyOf(events);
    }

    /** Takes an address from who had it, unless that host was heard later. */
    private boolean release(final IpAddr address, final Instant at, final List<HostEvent> events) {
        final var owner = byAddress.get(address);
        if (owner == null) {
            return true;
        }
        if (at.isBefore(owner.heard)) {
            return false;
        }
        final var before = owner.host;
        final var rest = new TreeSet<>(before.addresses());
        rest.remove(address);
        final var after = before.withAddresses(rest);
        put(owner, after);
        events.add(new HostEvent.Changed(before, after));
        return true;
    }

    /**
     * Takes over a host that is known from elsewhere.
     *
     * @param host the host
     * @param now the time that its observations are compared with
     * @return false if the table is full or knows the host or one of its addresses already, as that is newer
     */
    public boolean restore(final Host host, final Instant now) {
        if (entries.containsKey(host.key()) || host.addresses().stream().anyMatch(byAddress::containsKey)) {
            return false;
        }
        if (entries.size() >= limits.hosts()) {
            refusals.add(Refusal.TABLE_FULL);
            return false;
        }
        // packets of now may come later and count, those of before the restart cannot
        put(new Entry(host, host.lastSeen().isAfter(now) ? now : host.lastSeen()), host);
        return true;
    }

    /**
     * Takes a host out.
     *
     * @param key the host
     * @param cause why
     * @return what changed, or empty if the host is not known
     */
    public Optional<HostEvent> remove(final Host.Key key, final HostEvent.Cause cause) {
        final var entry = entries.remove(key);
        if (entry == null) {
            return Optional.empty();
        }
        unindex(entry.host);
        return Optional.of(new HostEvent.Removed(entry.host, cause));
    }

    /**
     * Takes all hosts of a port out.
     *
     * @param port the port
     * @param cause why
     * @return what changed
     */
    public List<HostEvent> removeAll(final SwitchPort port, final HostEvent.Cause cause) {
        return hostsAt(port).stream().flatMap(key -> remove(key, cause).stream()).toList();
    }

    /**
     * Notes that someone asked for a host.
     *
     * @param key the host
     * @param at when
     * @param patience how long a host may take to answer
     * @return true if the host was asked before, longer ago than that, and was not heard since
     */
    public boolean noteAsked(final Host.Key key, final Instant at, final Duration patience) {
        final var entry = entries.get(key);
        if (entry == null) {
            return false;
        }
        if (entry.asked.equals(NEVER)) {
            entry.asked = at;
            return false;
        }
        return !at.isBefore(entry.asked.plus(patience));
    }

    /**
     * Finds a host.
     *
     * @param key link-layer address and VLAN
     * @return the host, or empty if it is not known
     */
    public Optional<Host> find(final Host.Key key) {
        return Optional.ofNullable(entries.get(key)).map(entry -> entry.host);
    }

    /**
     * Finds the host that has an address.
     *
     * @param address an address
     * @return the host, or empty if none is known
     */
    public Optional<Host> find(final IpAddr address) {
        return Optional.ofNullable(byAddress.get(address)).map(entry -> entry.host);
    }

    /**
     * Returns the hosts of a port.
     *
     * @param port the port
     * @return the hosts in the order in which they came
     */
    public List<Host.Key> hostsAt(final SwitchPort port) {
        return ImmutableList.copyOf(byPort.getOrDefault(port, Set.of()));
    }

    /**
     * Returns the ports that have hosts.
     *
     * @return a copy
     */
    public List<SwitchPort> ports() {
        return List.copyOf(byPort.keySet());
    }

    /**
     * Returns the number of hosts.
     *
     * @return 0 or more
     */
    public int size() {
        return entries.size();
    }

    /**
     * Returns all hosts.
     *
     * @return a copy
     */
    public HostTable snapshot() {
        return HostTable.of(entries.values().stream().map(entry -> entry.host).toList());
    }

    private void put(final Entry entry, final Host host) {
        unindex(entry.host);
        entry.host = host;
        entries.put(host.key(), entry);
        host.addresses().forEach(address -> byAddress.put(address, entry));
        byPort.computeIfAbsent(host.attachment(), port -> new LinkedHashSet<>()).add(host.key());
    }

    private void unindex(final Host host) {
        host.addresses().forEach(byAddress::remove);
        byPort.computeIfPresent(host.attachment(), (port, keys) -> {
            keys.remove(host.key());
            return keys.isEmpty() ? null : keys;
        });
    }

    private boolean isDue(final Instant lastSeen, final Instant now) {
        return !now.isBefore(lastSeen.plus(limits.seenEvery()));
    }

    private static Instant later(final Instant one, final Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

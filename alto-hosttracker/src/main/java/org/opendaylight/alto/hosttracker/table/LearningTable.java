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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostConflict;
import org.opendaylight.alto.core.host.HostConflict.Kind;
import org.opendaylight.alto.core.host.HostMove;
import org.opendaylight.alto.core.host.HostPin;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchPort;

/**
 * The hosts that were learnt, as a state machine without clock, thread or input of its own: the same calls give the
 * same table and the same events. It changes in place, because a copy of 100,000 hosts for each packet would be too
 * much.
 *
 * <p>The rules:
 * <ul>
 * <li>What an operator pinned cannot be learnt otherwise.</li>
 * <li>The newest observation says where a host is, unless the host changed its port too often of late. Coming back to a
 *     port that was left a moment ago is a conflict.</li>
 * <li>An address stays with the host that has it as long as that host says so. If another one claims it, the holder has
 *     a moment to use the address again (RFC 5227, section 2.4: it defends the address); if it does, that is a conflict
 *     and the claim is void, otherwise the claimant has the address from then on.</li>
 * <li>A host keeps its other addresses.</li>
 * <li>News that is older than what is known of the host changes nothing, so that observations may come late.</li>
 * </ul>
 *
 * <p>Not safe for use by several threads at once.
 */
public final class LearningTable {
    private static final Instant NEVER = Instant.MAX;

    /** Those that were silent longest come first. */
    private final LinkedHashMap<Host.Key, Entry> entries = new LinkedHashMap<>();
    /** Those that were not heard of for longest come first. */
    private final LinkedHashMap<IpAddr, Binding> byAddress = new LinkedHashMap<>();
    private final Map<SwitchPort, Set<Host.Key>> byPort = new HashMap<>();
    private final TableLimits limits;
    private final Contests contests;
    private final Refusals refusals;

    private Pins pins = new Pins(List.of());

    /** What is known of one host. */
    private static final class Entry {
        private Host host;
        /** Exact time of the last observation; {@link Host#lastSeen()} is renewed less often. */
        private Instant heard;
        /** When a request was passed on to the host that it has not answered since. */
        private Instant asked = NEVER;
        /** When it moved of late, the oldest first; most hosts never do. */
        private List<Instant> moves = List.of();

        Entry(final Host host, final Instant heard) {
            this.host = host;
            this.heard = heard;
        }
    }

    /** Who has an address, and when that was last heard. */
    private record Binding(Entry holder, Instant heard) {
    }

    /**
     * Makes an empty table.
     *
     * @param limits how far it may grow
     * @param refusals counts what did not fit
     */
    public LearningTable(final TableLimits limits, final Refusals refusals) {
        this.limits = limits;
        contests = new Contests(limits.contest());
        this.refusals = refusals;
    }

    /**
     * Takes over what an operator says of hosts, in the place of what was said before. What contradicts it is
     * forgotten.
     *
     * @param next all pins; of two with one address the first one counts
     * @return what changed
     */
    public List<HostEvent> pin(final List<HostPin> next) {
        pins = new Pins(next);
        final var events = new ArrayList<HostEvent>();
        pins.forEachAddress((address, owner) -> {
            contests.drop(address);
            find(address).filter(holder -> !holder.key().equals(owner))
                .ifPresent(holder -> forget(address).ifPresent(events::add));
        });
        pins.forEachPlace((key, place) -> {
            final var entry = entries.get(key);
            if (entry != null && !place.equals(entry.host.attachment())) {
                remove(key, HostEvent.Cause.PINNED_ELSEWHERE).ifPresent(events::add);
            }
        });
        return List.copyOf(events);
    }

    /**
     * Takes in one observation.
     *
     * @param observed what was observed
     * @return what came of it, in order; empty if nothing did
     */
    public List<HostEvent> learn(final Observation observed) {
        final var events = new ArrayList<HostEvent>(2);
        credible(observed, events).ifPresent(seen -> {
            final var known = entries.get(seen.host());
            if (known == null) {
                learnNew(seen, events);
            } else if (!seen.at().isBefore(known.heard)) {
                learnAgain(known, seen, events);
            }
        });
        return List.copyOf(events);
    }

    /** Leaves of an observation what does not contradict the pins. */
    private Optional<Observation> credible(final Observation seen, final List<HostEvent> events) {
        final var place = pins.insteadOf(seen.port(), seen.host());
        if (place.isPresent()) {
            refusals.add(Refusal.PINNED);
            events.add(conflict(Kind.PINNED, seen.host(), Optional.empty(), place, seen.host(), seen.port(),
                seen.at()));
            return Optional.empty();
        }
        final var owner = seen.address().flatMap(address -> pins.otherOwner(address, seen.host()));
        if (owner.isEmpty()) {
            return Optional.of(seen);
        }
        final var host = owner.orElseThrow().host();
        refusals.add(Refusal.PINNED);
        events.add(conflict(Kind.PINNED, host, seen.address(), find(host).map(Host::attachment)
            .or(owner.orElseThrow()::attachment), seen.host(), seen.port(), seen.at()));
        return Optional.of(new Observation(seen.host(), Optional.empty(), seen.port(), seen.at()));
    }

    private void learnNew(final Observation seen, final List<HostEvent> events) {
        if (entries.size() >= limits.hosts()) {
            refusals.add(Refusal.TABLE_FULL);
            return;
        }
        if (isFull(seen.port())) {
            refusals.add(Refusal.PORT_FULL);
            return;
        }
        final var addresses = ImmutableSortedSet.copyOf(
            seen.address().filter(address -> isFree(address, seen, events)).stream().toList());
        final var host = new Host(seen.host().mac(), seen.host().vlan(), addresses, seen.port(), seen.at(), seen.at());
        put(new Entry(host, seen.at()), host, seen.at());
        // a new host first, then who has the address that it wants
        events.addFirst(new HostEvent.Added(host));
    }

    private void learnAgain(final Entry known, final Observation seen, final List<HostEvent> events) {
        final var before = known.host;
        final boolean moves = !before.attachment().equals(seen.port());
        if (moves && !mayMove(known, seen, events)) {
            return;
        }
        known.heard = seen.at();
        known.asked = NEVER;
        entries.putLast(before.key(), known);

        final boolean gains = seen.address().filter(address -> gains(known, address, seen, events)).isPresent();
        if (moves || gains || isDue(before.lastSeen(), seen.at())) {
            final var addresses = gains
                ? ImmutableSortedSet.<IpAddr>naturalOrder().addAll(before.addresses()).add(seen.address().orElseThrow())
                    .build()
                : before.addresses();
            final var after = new Host(before.mac(), before.vlan(), addresses, seen.port(), before.firstSeen(),
                later(before.lastSeen(), seen.at()), moves ? Optional.of(new HostMove(before.attachment(), seen.at(),
                    before.lastMove().map(HostMove::count).orElse(0L) + 1)) : before.lastMove());
            put(known, after, seen.at());
            events.add(moves || gains ? new HostEvent.Changed(before, after) : new HostEvent.Seen(after));
        }
    }

    private boolean mayMove(final Entry known, final Observation seen, final List<HostEvent> events) {
        if (isFull(seen.port())) {
            refusals.add(Refusal.PORT_FULL);
            return false;
        }
        final var since = seen.at().minus(limits.moveWindow());
        final var recent = known.moves.stream().filter(at -> at.isAfter(since)).toList();
        final boolean isReturn = known.host.lastMove()
            .filter(move -> move.from().equals(seen.port()) && move.at().isAfter(since)).isPresent();
        final boolean flaps = recent.size() >= limits.moves();
        if (isReturn || flaps) {
            events.add(conflict(Kind.TWO_PORTS, seen.host(), Optional.empty(), Optional.of(known.host.attachment()),
                seen.host(), seen.port(), seen.at()));
        }
        if (flaps) {
            refusals.add(Refusal.FLAPPING);
            return false;
        }
        known.moves = ImmutableList.<Instant>builder().addAll(recent).add(seen.at()).build();
        return true;
    }

    /** Tells whether an observation gives a host an address that it does not have yet. */
    private boolean gains(final Entry known, final IpAddr address, final Observation seen,
            final List<HostEvent> events) {
        if (known.host.addresses().contains(address)) {
            byAddress.putLast(address, new Binding(known, seen.at()));
            contests.defended(address, seen.at()).ifPresent(contest -> {
                refusals.add(Refusal.CONTESTED);
                events.add(conflict(Kind.ADDRESS_IN_USE, seen.host(), Optional.of(address), Optional.of(seen.port()),
                    contest.claimant(), contest.port(), seen.at()));
            });
            return false;
        }
        if (known.host.addresses().size() >= limits.addressesPerHost()) {
            refusals.add(Refusal.TOO_MANY_ADDRESSES);
            return false;
        }
        return isFree(address, seen, events);
    }

    /** Tells whether nobody has an address; if someone has, that one is challenged. */
    private boolean isFree(final IpAddr address, final Observation seen, final List<HostEvent> events) {
        final var binding = byAddress.get(address);
        if (binding == null) {
            return true;
        }
        final var holder = binding.holder;
        final var claimant = contests.claimant(address);
        if (seen.at().isBefore(holder.heard) || claimant.filter(host -> !host.equals(seen.host())).isPresent()) {
            refusals.add(Refusal.CONTESTED);
        } else if (claimant.isEmpty()) {
            contests.begin(address, seen.host(), seen.port(), seen.at());
            events.add(new HostEvent.Contested(holder.host, address, seen.host()));
        }
        return false;
    }

    /**
     * Gives addresses that were claimed to the claimant, where the holder did not say in time that it still has them.
     *
     * @param now the time
     * @return what changed, and whom to ask once more
     */
    public List<HostEvent> advance(final Instant now) {
        if (contests.isEmpty()) {
            return List.of();
        }
        final var events = new ArrayList<HostEvent>();
        contests.askAgain(now, byAddress::containsKey).forEach(contest -> find(contest.address()).ifPresent(holder ->
            events.add(new HostEvent.Contested(holder, contest.address(), contest.claimant()))));
        contests.end(now).forEach(contest -> {
            final var claimant = entries.get(contest.claimant());
            if (claimant == null || claimant.host.addresses().size() >= limits.addressesPerHost()) {
                return;
            }
            forget(contest.address()).ifPresent(events::add);
            final var before = claimant.host;
            final var after = before.withAddresses(ImmutableSortedSet.<IpAddr>naturalOrder()
                .addAll(before.addresses()).add(contest.address()).build());
            put(claimant, after, now);
            events.add(new HostEvent.Changed(before, after));
        });
        return List.copyOf(events);
    }

    /**
     * Takes an address from the host that has it.
     *
     * @param address an address
     * @return what changed, or empty if no host has it
     */
    public Optional<HostEvent> forget(final IpAddr address) {
        final var binding = byAddress.remove(address);
        if (binding == null) {
            return Optional.empty();
        }
        final var before = binding.holder.host;
        final var rest = new TreeSet<>(before.addresses());
        rest.remove(address);
        binding.holder.host = before.withAddresses(rest);
        return Optional.of(new HostEvent.Changed(before, binding.holder.host));
    }

    private boolean isFull(final SwitchPort port) {
        final var there = byPort.get(port);
        return there != null && there.size() >= limits.hostsPerPort();
    }

    private static HostEvent conflict(final Kind kind, final Host.Key host, final Optional<IpAddr> address,
            final Optional<SwitchPort> attachment, final Host.Key rival, final SwitchPort rivalPort,
            final Instant at) {
        return new HostEvent.Conflicting(new HostConflict(kind, host, address, attachment, rival, rivalPort, at, at,
            1));
    }

    /**
     * Takes over a host that is known from elsewhere.
     *
     * @param host the host
     * @param now the time that its observations are compared with
     * @return false if the table is full, knows the host or one of its addresses already, as that is newer, or has a
     *     pin that contradicts
     */
    public boolean restore(final Host host, final Instant now) {
        if (entries.containsKey(host.key()) || host.addresses().stream().anyMatch(byAddress::containsKey)) {
            return false;
        }
        if (entries.size() >= limits.hosts()) {
            refusals.add(Refusal.TABLE_FULL);
            return false;
        }
        if (!pins.allow(host)) {
            refusals.add(Refusal.PINNED);
            return false;
        }
        // packets of now may come later and count, those of before the restart cannot
        final var heard = host.lastSeen().isAfter(now) ? now : host.lastSeen();
        put(new Entry(host, heard), host, heard);
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
        entry.host.addresses().forEach(byAddress::remove);
        leave(entry.host);
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
        return Optional.ofNullable(byAddress.get(address)).map(binding -> binding.holder.host);
    }

    /**
     * Returns when a host was last heard.
     *
     * @param key link-layer address and VLAN
     * @return the time, or empty if it is not known
     */
    public Optional<Instant> heard(final Host.Key key) {
        return Optional.ofNullable(entries.get(key)).map(entry -> entry.heard);
    }

    /**
     * Returns when a host last said that it has an address.
     *
     * @param address an address
     * @return the time, or empty if no host is known to have it
     */
    public Optional<Instant> heard(final IpAddr address) {
        return Optional.ofNullable(byAddress.get(address)).map(Binding::heard);
    }

    /**
     * Returns addresses of which nothing was heard for some time. Runs in O(addresses returned).
     *
     * @param since the time since which nothing was heard
     * @return addresses, those that were silent longest first; one whose news came late may be left out for a while
     */
    public List<IpAddr> addressesSilentSince(final Instant since) {
        final var silent = new ArrayList<IpAddr>();
        for (var entry : byAddress.entrySet()) {
            if (!entry.getValue().heard.isBefore(since)) {
                break;
            }
            silent.add(entry.getKey());
        }
        return List.copyOf(silent);
    }

    /**
     * Returns hosts that said nothing for some time. Runs in O(hosts
     * returned).
     *
     * @param since the time since which they said nothing
     * @return hosts, those that were silent longest first; a host whose news came late may be left out for a while
     */
    public List<Host.Key> silentSince(final Instant since) {
        final var silent = new ArrayList<Host.Key>();
        for (var entry : entries.entrySet()) {
            if (!entry.getValue().heard.isBefore(since)) {
                break;
            }
            silent.add(entry.getKey());
        }
        return List.copyOf(silent);
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

    /** Takes over a host that has at least the addresses that it had; of the others it was heard at a time. */
    private void put(final Entry entry, final Host host, final Instant at) {
        leave(entry.host);
        entry.host = host;
        entries.put(host.key(), entry);
        host.addresses().forEach(address -> byAddress.putIfAbsent(address, new Binding(entry, at)));
        byPort.computeIfAbsent(host.attachment(), port -> new LinkedHashSet<>()).add(host.key());
    }

    private void leave(final Host host) {
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

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mesh;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Sets;
import com.google.common.primitives.Longs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.frmchecker.flow.Cube;
import org.opendaylight.alto.frmchecker.flow.HostValues;
import org.opendaylight.alto.frmchecker.flow.HostValues.Role;
import org.opendaylight.alto.frmchecker.flow.SwitchPipeline;
import org.opendaylight.alto.frmchecker.trace.HostPackets;
import org.opendaylight.alto.frmchecker.trace.NetworkState;

/**
 * Makes a {@link HostMesh} of each state of the network, at the cost of what has changed since the one before: of all
 * switches only those are asked whose rules changed, and of all receivers only one of each class. May be used from any
 * thread; one call waits for another.
 *
 * <p>Two receivers are in one class if no rule of a switch, their own aside, tells them apart. What their own switch
 * does is asked for each of them. The rules of the switch to which a host is attached say by which port it is reached,
 * so they tell all its hosts apart; those of the others most often name a prefix. Where switches change headers, the
 * rules of all switches count.
 */
public final class HostMeshes {
    private static final int ALL = -1;

    // what was asked before, guarded by this; lists are by the number of the switch
    private List<SwitchId> switches = new ArrayList<>();
    private Map<SwitchId, Integer> numbers = new HashMap<>();
    private List<Optional<SwitchPipeline>> pipelines = new ArrayList<>();
    private List<HostValues> values = new ArrayList<>();
    private ValueIndex index = new ValueIndex();
    private Map<Alike, Outputs> outputs = Map.of();
    /** By the host object itself: each change makes another one. */
    private Map<Host, Known> hostsBefore = Map.of();
    private Fabric fabric = new Fabric(Topology.EMPTY, List.of(), Map.of());

    /** Hosts that are alike, and the packets to one of them. */
    private record Receivers(Alike alike, Cube packets) {
    }

    /**
     * Makes the mesh.
     *
     * @param network rules and links
     * @param hosts the hosts
     * @return who is reached how
     */
    public synchronized HostMesh mesh(final NetworkState network, final HostTable hosts) {
        if (switches.size() > 2 * network.pipelines().size() + Byte.MAX_VALUE) {
            forget();
        }
        final var changed = exchange(network);
        final var table = hosts.hosts();
        final var vlans = table.stream().map(HostPackets::vlanVid).distinct().sorted().toList();
        final var receivers = new ArrayList<Receivers>();
        final var members = members(table, vlans, network.topology(), receivers);
        return new HostMesh(fabric, vlans, members, outputs(receivers, vlans, changed));
    }

    private void forget() {
        switches = new ArrayList<>();
        numbers = new HashMap<>();
        pipelines = new ArrayList<>();
        values = new ArrayList<>();
        index = new ValueIndex();
        outputs = Map.of();
        hostsBefore = Map.of();
        fabric = new Fabric(Topology.EMPTY, List.of(), Map.of());
    }

    /** Takes up the network, and returns the switches whose rules are others than before. */
    private BitSet exchange(final NetworkState network) {
        final int before = switches.size();
        for (final var id : Sets.union(network.topology().ports().keySet(), network.pipelines().keySet())) {
            number(id);
        }
        final var changed = new BitSet();
        final var now = new ArrayList<Optional<SwitchPipeline>>();
        for (int number = 0; number < switches.size(); number++) {
            now.add(Optional.ofNullable(network.pipelines().get(switches.get(number))));
            changed.set(number, now.get(number).orElse(null) != pipelines.get(number).orElse(null));
        }
        final var valuesNow = changed.stream().parallel()
            .mapToObj(number -> now.get(number).map(HostValues::of).orElse(HostValues.NONE)).toList();
        int place = 0;
        for (int number = changed.nextSetBit(0); number >= 0; number = changed.nextSetBit(number + 1)) {
            index.exchange(number, values.get(number), valuesNow.get(place));
            values.set(number, valuesNow.get(place++));
        }
        pipelines = now;
        if (before != switches.size() || fabric.topology() != network.topology()) {
            fabric = new Fabric(network.topology(), switches, numbers);
        }
        return changed;
    }

    private void number(final SwitchId id) {
        if (numbers.putIfAbsent(id, switches.size()) == null) {
            switches.add(id);
            pipelines.add(Optional.empty());
            values.add(HostValues.NONE);
        }
    }

    private List<Member> members(final List<Host> hosts, final List<Long> vlans, final Topology topology,
            final List<Receivers> receivers) {
        final var senderNumbers = new HashMap<Alike, Integer>();
        final var receiverNumbers = new HashMap<Alike, Integer>();
        final var members = new ArrayList<Member>(hosts.size());
        // a switch may see another header than the one with which it was asked about its hosts
        final boolean isChanging = values.stream().anyMatch(HostValues::changesHeaders);
        // the hosts are many, and what is asked for each takes long
        final var seen = hosts.parallelStream().map(host -> seen(host, vlans, topology, isChanging)).toList();
        final var known = new IdentityHashMap<Host, Known>(2 * seen.size());
        for (int i = 0; i < seen.size(); i++) {
            final var host = seen.get(i);
            known.put(hosts.get(i), host.known);
            final var senders = new int[HostMesh.FAMILIES.length];
            final var of = new int[HostMesh.FAMILIES.length];
            for (int family = 0; family < of.length; family++) {
                senders[family] = host.at < 0 || host.known.own[family] == null ? -1
                    : senderNumbers.computeIfAbsent(requireNonNull(host.sender[family]), key -> senderNumbers.size());
                of[family] = host.at < 0 || host.known.own[family] == null ? -1
                    : receiverNumber(receiverNumbers, host, family, receivers);
            }
            members.add(new Member(hosts.get(i), host.at, senders, of, host.known.delivered));
        }
        hostsBefore = known;
        return members;
    }

    private static int receiverNumber(final Map<Alike, Integer> numbers, final Seen host, final int family,
            final List<Receivers> receivers) {
        final var alike = requireNonNull(host.receiver[family]);
        final int number = numbers.computeIfAbsent(alike, key -> numbers.size());
        if (number == receivers.size()) {
            receivers.add(new Receivers(alike, requireNonNull(host.known.own[family])));
        }
        return number;
    }

    /** What the rules see of a host; the arrays are by address family, with null where it has no address. */
    private record Seen(int at, Alike[] sender, Alike[] receiver, Known known) {
    }

    /**
     * What need not be asked again as long as the host and the rules of its switch are the same; the arrays are by
     * address family, with null where it has no address.
     */
    private record Known(Optional<SwitchPipeline> pipeline, boolean isEdge, List<Long> vlans, Cube[] own,
            BitSet[] delivered) {
    }

    private Seen seen(final Host host, final List<Long> vlans, final Topology topology, final boolean isChanging) {
        final var attachment = host.attachment();
        final int at = topology.ports().containsKey(attachment.switchId())
            ? numbers.getOrDefault(attachment.switchId(), -1) : -1;
        final int families = HostMesh.FAMILIES.length;
        final var known = known(host, at, topology.isUp(attachment) && !topology.isInterSwitch(attachment), vlans);
        final var seen = new Seen(at, new Alike[families], new Alike[families], known);
        for (int family = 0; family < families && at >= 0; family++) {
            final var own = known.own[family];
            if (own != null) {
                seen.sender[family] = new Alike(at, HostMesh.FAMILIES[family], HostPackets.vlanVid(host),
                    senderValues(at, own));
                seen.receiver[family] = new Alike(at, HostMesh.FAMILIES[family], 0,
                    index.signature(Role.DESTINATION, own, isChanging ? ALL : at));
            }
        }
        return seen;
    }

    private Known known(final Host host, final int at, final boolean isEdge, final List<Long> vlans) {
        final Optional<SwitchPipeline> pipeline = at < 0 ? Optional.empty() : pipelines.get(at);
        final var before = hostsBefore.get(host);
        if (before != null && before.isEdge == isEdge && before.vlans.equals(vlans)
                && before.pipeline.orElse(null) == pipeline.orElse(null)) {
            return before;
        }
        final int families = HostMesh.FAMILIES.length;
        final var known = new Known(pipeline, isEdge, vlans, new Cube[families], new BitSet[families]);
        for (final var address : host.addresses()) {
            final int family = address.family().ordinal();
            if (known.own[family] == null) {
                known.own[family] = before != null ? before.own[family] : HostPackets.ownPackets(host, address);
                known.delivered[family] = at >= 0 && isEdge
                    ? delivered(at, host, address.family(), known.own[family], vlans) : new BitSet();
            }
        }
        return known;
    }

    private long[] senderValues(final int at, final Cube own) {
        long[] seen = index.signature(Role.SOURCE, own, ALL);
        // where packets come in matters only to the switch where they do
        for (final var part : values.get(at).parts()) {
            if (part.role() == Role.PORT && values.get(at).has(part, part.of(own))) {
                seen = Longs.concat(seen, new long[] { part.word(), part.mask(), part.of(own) });
            }
        }
        return seen;
    }

    private BitSet delivered(final int at, final Host host, final AddressFamily family, final Cube own,
            final List<Long> vlans) {
        final var delivered = new BitSet(vlans.size());
        for (int vlan = 0; vlan < vlans.size(); vlan++) {
            delivered.set(vlan, output(at, HostPackets.sentTo(own, family, vlans.get(vlan)))
                == host.attachment().port());
        }
        return delivered;
    }

    private long output(final int number, final Cube packets) {
        final var pipeline = pipelines.get(number).orElse(null);
        return pipeline == null ? 0 : pipeline.onlyOutput(packets, null);
    }

    private List<List<Outputs>> outputs(final List<Receivers> receivers, final List<Long> vlans,
            final BitSet changed) {
        final int count = switches.size();
        final var questions = new ArrayList<Question>();
        final var known = new HashMap<Alike, Outputs>();
        for (final var each : receivers) {
            final var alike = each.alike();
            for (final long vlan : vlans) {
                final var key = new Alike(alike.at(), alike.family(), vlan, alike.values());
                final var before = outputs.get(key);
                if (before == null || !changed.isEmpty()) {
                    questions.add(new Question(key, HostPackets.sentTo(each.packets(), alike.family(), vlan),
                        Optional.ofNullable(before),
                        before == null ? new long[count] : Arrays.copyOf(before.ports(), count)));
                } else {
                    known.put(key, before);
                }
            }
        }
        // one switch after the other, as its rules then stay in the processor's cache
        IntStream.range(0, count).parallel().forEach(number -> {
            final boolean isChanged = changed.get(number);
            for (final var question : questions) {
                if (isChanged || question.before.isEmpty()) {
                    question.ports[number] = output(number, question.packets);
                }
            }
        });
        questions.forEach(question -> known.put(question.key, question.answer()));
        outputs = known;
        return receivers.stream().map(Receivers::alike).map(alike -> vlans.stream()
            .map(vlan -> requireNonNull(known.get(new Alike(alike.at(), alike.family(), vlan, alike.values()))))
            .toList()).toList();
    }

    /** Where each switch sends some packets. What was known before is asked again only of switches with new rules. */
    private record Question(Alike key, Cube packets, Optional<Outputs> before, long[] ports) {
        Outputs answer() {
            return before.filter(same -> Arrays.equals(same.ports(), ports)).orElseGet(() -> new Outputs(ports));
        }
    }
}

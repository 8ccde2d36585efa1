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

import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import com.google.common.primitives.Longs;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.frmchecker.flow.Cube;
import org.opendaylight.alto.frmchecker.flow.HostValues.Role;
import org.opendaylight.alto.frmchecker.mesh.Member.Delivery;
import org.opendaylight.alto.frmchecker.trace.HostPackets;

/** What rules see of hosts, of which is kept what must be the same after a change. Not for several threads at once. */
final class Members {
    private static final int ALL = -1;
    private static final Delivery NOWHERE = new Delivery(
        Arrays.stream(HostMesh.FAMILIES).map(family -> new BitSet()).toArray(BitSet[]::new), false);

    private final Switches switches;
    /** Those that a host is in, and maybe others. */
    private final Interner<Alike> classes = Interners.newWeakInterner();
    private final ReceiverClasses receivers = new ReceiverClasses();
    private final PacketColumns columns = new PacketColumns();
    private HostTable hostsBefore = HostTable.EMPTY;
    /** What is known of each of them; parts of it are in arrays of their own, which are faster to look through. */
    private Known[] knownBefore = { };
    private Member[] membersBefore = { };
    private Cube[][] ownBefore = { };
    private int[] numbersBefore = { };
    private long[] vlanVids = { };
    private int[] placesBefore = { };
    private List<Long> vlans = List.of();
    private Fabric fabric = Fabric.EMPTY;
    private boolean isChanging;
    /** What was exchanged when the last network was taken up. */
    private ValueIndex.Touched touched;

    /**
     * Starts without hosts.
     *
     * @param switches the switches that they are attached to
     */
    Members(final Switches switches) {
        this.switches = switches;
        touched = switches.index().touched();
    }

    /** Returns the VLANs in which hosts send, as the field of OpenFlow has them, in order. */
    List<Long> vlans() {
        return vlans;
    }

    /** Returns for each member its place before the last call; -1 if it is another object. Not to be changed. */
    int[] places() {
        return placesBefore;
    }

    /** Returns the classes of receivers, and the own packets of one host of each. */
    Map<Alike, Cube> receivers() {
        return receivers.packets();
    }

    /**
     * Takes up the hosts, after the network.
     *
     * @param hosts the hosts
     * @param changed the switches whose rules are others than those of the last call
     * @return the members
     */
    List<Member> members(final HostTable hosts, final BitSet changed) {
        final var places = hosts.placesIn(hostsBefore);
        vlanVids = vlanVids(hosts.hosts(), places);
        final var vlansNow = distinct(vlanVids);
        // a switch may see another header than the one with which it was asked about its hosts
        final boolean isChangingNow = switches.changeHeaders();
        final boolean isComparable = vlansNow.equals(vlans) && isChangingNow == isChanging;
        vlans = vlansNow;
        isChanging = isChangingNow;
        final var same = isComparable ? untouchedSwitches(changed) : new BitSet();
        touched = switches.index().touched();
        final var concerned = columns.concerned(touched);
        final var known = new Known[places.length];
        final var members = new Member[places.length];
        final var own = new Cube[places.length][];
        final var numbers = new int[places.length];
        final var samePlaces = new int[places.length];
        final var asked = new BitSet();
        // the hosts are many, so that it counts not to look into any
        for (int i = 0; i < places.length; i++) {
            final int before = places[i];
            if (before >= 0 && numbersBefore[before] >= 0 && same.get(numbersBefore[before])
                    && !concerned.get(before)) {
                known[i] = knownBefore[before];
                members[i] = membersBefore[before];
                own[i] = ownBefore[before];
                numbers[i] = numbersBefore[before];
                samePlaces[i] = before;
            } else {
                asked.set(i);
            }
        }
        // what is asked for each takes long
        asked.stream().parallel().forEach(i -> {
            final var before = places[i] < 0 ? null : knownBefore[places[i]];
            known[i] = known(hosts.hosts().get(i), Optional.ofNullable(before), isComparable, changed);
            members[i] = known[i].member;
            own[i] = known[i].own;
            numbers[i] = known[i].number;
            samePlaces[i] = before == known[i] ? places[i] : -1;
        });
        receivers.exchange(knownBefore, known, samePlaces);
        columns.exchange(places, own);
        hostsBefore = hosts;
        knownBefore = known;
        membersBefore = members;
        ownBefore = own;
        numbersBefore = numbers;
        placesBefore = samePlaces;
        fabric = switches.fabric();
        return Arrays.asList(members);
    }

    private long[] vlanVids(final List<Host> hosts, final int[] places) {
        final var now = new long[places.length];
        for (int i = 0; i < now.length; i++) {
            now[i] = places[i] < 0 ? HostPackets.vlanVid(hosts.get(i)) : vlanVids[places[i]];
        }
        return now;
    }

    private static List<Long> distinct(final long[] values) {
        final var found = new TreeSet<Long>();
        for (int i = 0; i < values.length; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                found.add(values[i]);
            }
        }
        return List.copyOf(found);
    }

    /** Returns the switches whose rules, ports and links are as they were. */
    private BitSet untouchedSwitches(final BitSet changed) {
        final var same = new BitSet();
        for (int number = 0; number < switches.count(); number++) {
            same.set(number, !changed.get(number) && switches.fabric().hasSamePorts(number, fabric));
        }
        return same;
    }

    /**
     * What need not be asked again as long as the host, its port and the rules of its switch are the same.
     *
     * @param number the switch, -1 if it is not known
     * @param isEdge whether its port is up and leads to hosts only
     * @param vlanVid the VLAN in which it sends
     * @param own its own packets by address family, with null where it has no address
     * @param member what others see
     */
    record Known(int number, boolean isEdge, long vlanVid, Cube[] own, Member member) {
    }

    private Known known(final Host host, final Optional<Known> before, final boolean isComparable,
            final BitSet changed) {
        final int number = before.map(Known::number).filter(found -> found >= 0)
            .orElseGet(() -> switches.number(host.attachment().switchId()));
        final int at = number >= 0 && switches.fabric().isConnected(number) ? number : -1;
        final int place = at < 0 ? -1 : switches.fabric().placeOf(at, host.attachment().port());
        final boolean isEdge = place >= 0 && !switches.fabric().isInterSwitch(at, place);
        if (before.isPresent() && isComparable && (at < 0 || !changed.get(at))) {
            final var known = before.orElseThrow();
            final var member = known.member;
            if (member.at() == at && known.isEdge == isEdge && !isTouched(known.own)) {
                return member.place() == place ? known : new Known(number, isEdge, known.vlanVid, known.own,
                    new Member(host, at, place, member.vlan(), member.senders(), member.receivers(), member.own()));
            }
        }
        final int families = HostMesh.FAMILIES.length;
        final long vlanVid = HostPackets.vlanVid(host);
        final var own = before.map(Known::own).orElseGet(() -> ownPackets(host));
        final var senders = new Alike[families];
        final var receiving = new Alike[families];
        for (int family = 0; family < families && at >= 0; family++) {
            if (own[family] != null) {
                senders[family] = classes.intern(new Alike(at, HostMesh.FAMILIES[family], vlanVid,
                    senderValues(at, own[family])));
                receiving[family] = classes.intern(new Alike(at, HostMesh.FAMILIES[family], 0,
                    switches.index().signature(Role.DESTINATION, own[family], isChanging ? ALL : at)));
            }
        }
        return new Known(number, isEdge, vlanVid, own, new Member(host, at, place, vlans.indexOf(vlanVid), senders,
            receiving, isEdge ? delivery(at, host, own) : NOWHERE));
    }

    private static Cube[] ownPackets(final Host host) {
        final var own = new Cube[HostMesh.FAMILIES.length];
        for (final var address : host.addresses()) {
            final int family = address.family().ordinal();
            if (own[family] == null) {
                own[family] = HostPackets.ownPackets(host, address);
            }
        }
        return own;
    }

    private boolean isTouched(final Cube[] own) {
        for (final var packets : own) {
            if (packets != null && touched.concern(packets)) {
                return true;
            }
        }
        return false;
    }

    private long[] senderValues(final int at, final Cube own) {
        long[] seen = switches.index().signature(Role.SOURCE, own, ALL);
        // where packets come in matters only to the switch where they do
        for (final var part : switches.values(at).parts()) {
            if (part.role() == Role.PORT && switches.values(at).has(part, part.of(own))) {
                seen = Longs.concat(seen, new long[] { part.word(), part.mask(), part.of(own) });
            }
        }
        return seen;
    }

    private Delivery delivery(final int at, final Host host, final Cube[] own) {
        final var in = new BitSet[own.length];
        boolean isPlain = true;
        for (int family = 0; family < own.length; family++) {
            in[family] = new BitSet(vlans.size());
            for (int vlan = 0; vlan < vlans.size() && own[family] != null; vlan++) {
                final boolean delivers = switches.output(at, HostPackets.sentTo(own[family], HostMesh.FAMILIES[family],
                    vlans.get(vlan))) == host.attachment().port();
                in[family].set(vlan, delivers);
                isPlain &= delivers;
            }
        }
        return new Delivery(in, isPlain);
    }
}

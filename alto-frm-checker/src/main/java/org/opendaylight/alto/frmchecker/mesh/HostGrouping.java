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

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.LinkMeasure;
import org.opendaylight.alto.core.service.HostCosts;
import org.opendaylight.alto.frmchecker.mesh.HostGroups.Receivers;
import org.opendaylight.alto.frmchecker.mesh.HostGroups.Senders;

/**
 * The making of {@link HostGroups}. Of hosts that were in groups before, only those are looked at whose switch has
 * other hosts than before. For one thread, once.
 */
final class HostGrouping {
    private static final int UNKNOWN = -2;

    private final HostMesh mesh;
    private final List<LinkMeasure> measures;
    private final HostGroups before;
    private final int[] places;
    private final PortShares shares;
    private final Map<SendersKey, Integer> senderNumbers = new HashMap<>();
    private final Map<ReceiversKey, Integer> receiverNumbers = new HashMap<>();
    private final List<Senders> senders = new ArrayList<>();
    private final List<Receivers> receivers = new ArrayList<>();
    /** The groups of the last host of each switch, which often are those of the next one; -1 at first. */
    private final int[] lastSenders;
    private final int[] lastReceivers;
    /** The numbers of groups by those that they had before; {@link #UNKNOWN} at first. */
    private final int[] sendersNow;
    private final int[] receiversNow;

    /** What senders of one group have in common. */
    private record SendersKey(int at, List<@Nullable Alike> classes, int vlan, long port, boolean isEdge,
            ImmutableDoubleArray entering) {
        Senders group(final Host first) {
            return new Senders(first, new ArrayList<>(1), at, classes.toArray(new Alike[0]), vlan, port, isEdge,
                entering);
        }
    }

    /** What receivers of one group have in common; {@code only} tells one that is like no other from the others. */
    private record ReceiversKey(int at, List<@Nullable Alike> classes, int only, long port,
            ImmutableDoubleArray leaving) {
        static final int ALL_ALIKE = -1;

        Receivers group(final Host first, final BitSet[] delivered) {
            return new Receivers(first, new ArrayList<>(1), at, classes.toArray(new Alike[0]), delivered, port,
                leaving, only == ALL_ALIKE);
        }
    }

    /**
     * Prepares to make groups.
     *
     * @param mesh the hosts
     * @param measures what tells hosts apart besides: the values of their ports
     * @param before the groups of before
     */
    HostGrouping(final HostMesh mesh, final List<LinkMeasure> measures, final HostGroups.Before before) {
        this.mesh = mesh;
        this.measures = measures;
        this.before = before.groups();
        places = placesOfUntouched(before.members(), before.places());
        shares = new PortShares(mesh, places);
        lastSenders = none(mesh.fabric().switchCount());
        lastReceivers = none(lastSenders.length);
        sendersNow = new int[this.before.senders().size()];
        Arrays.fill(sendersNow, UNKNOWN);
        receiversNow = new int[this.before.receivers().size()];
        Arrays.fill(receiversNow, UNKNOWN);
    }

    /** Returns the places of hosts before, -1 for those of switches at which hosts came, went or changed. */
    private int[] placesOfUntouched(final List<Member> membersBefore, final int[] all) {
        final var touched = new BitSet();
        final var gone = new BitSet();
        gone.set(0, membersBefore.size());
        for (int i = 0; i < all.length; i++) {
            if (all[i] >= 0) {
                gone.clear(all[i]);
            } else {
                touch(touched, mesh.members().get(i));
            }
        }
        gone.stream().forEach(place -> touch(touched, membersBefore.get(place)));
        // one that is like no other is known by its place, which may be another one now
        before.receivers().stream().filter(group -> !group.isPlain()).forEach(group -> touched.set(group.at()));
        final var untouched = all.clone();
        for (int i = 0; i < all.length; i++) {
            final int number = all[i] < 0 ? HostCosts.NO_GROUP : before.senderOf()[all[i]];
            // one in no group may be behind the port of others
            if (number == HostCosts.NO_GROUP || touched.get(before.senders().get(number).at())) {
                untouched[i] = -1;
            }
        }
        return untouched;
    }

    private static void touch(final BitSet switches, final Member member) {
        if (member.at() >= 0) {
            switches.set(member.at());
        }
    }

    HostGroups groups() {
        final var members = mesh.members();
        final var senderOf = new int[members.size()];
        final var receiverOf = new int[members.size()];
        for (int i = 0; i < senderOf.length; i++) {
            if (places[i] >= 0) {
                senderOf[i] = senderNow(before.senderOf()[places[i]]);
                receiverOf[i] = receiverNow(before.receiverOf()[places[i]]);
                continue;
            }
            final var member = members.get(i);
            if (member.at() < 0 || !member.hasAddress()) {
                senderOf[i] = HostCosts.NO_GROUP;
                receiverOf[i] = HostCosts.NO_GROUP;
                continue;
            }
            senderOf[i] = sender(member);
            receiverOf[i] = receiver(member, i);
            join(senders.get(senderOf[i]).first(), senders.get(senderOf[i]).others(), i);
            join(receivers.get(receiverOf[i]).first(), receivers.get(receiverOf[i]).others(), i);
        }
        return new HostGroups(senders, receivers, senderOf, receiverOf);
    }

    /** Returns the number now of a group of which all hosts are those of before. */
    private int senderNow(final int number) {
        if (sendersNow[number] == UNKNOWN) {
            sendersNow[number] = senders.size();
            senders.add(before.senders().get(number));
        }
        return sendersNow[number];
    }

    private int receiverNow(final int number) {
        if (receiversNow[number] == UNKNOWN) {
            receiversNow[number] = receivers.size();
            receivers.add(before.receivers().get(number));
        }
        return receiversNow[number];
    }

    private int numberOf(final SendersKey key, final Member member) {
        return senderNumbers.computeIfAbsent(key, each -> {
            senders.add(each.group(member.host()));
            return senders.size() - 1;
        });
    }

    private int numberOf(final ReceiversKey key, final Member member) {
        return receiverNumbers.computeIfAbsent(key, each -> {
            receivers.add(each.group(member.host(), member.own().in()));
            return receivers.size() - 1;
        });
    }

    private SwitchPort attachment(final Member member) {
        return member.place() < 0 ? member.host().attachment() : mesh.fabric().port(member.at(), member.place());
    }

    private boolean isInterSwitch(final Member member) {
        return member.place() >= 0 && mesh.fabric().isInterSwitch(member.at(), member.place());
    }

    /** Returns the port of a host if others are behind it too. */
    private long port(final Member member) {
        return isInterSwitch(member) || shares.isShared(member) ? attachment(member).port() : HostGroups.OWN_PORT;
    }

    private int sender(final Member member) {
        final var attachment = attachment(member);
        final long port = port(member);
        final boolean isEdge = member.place() >= 0 && !isInterSwitch(member);
        final int last = lastSenders[member.at()];
        if (last >= 0) {
            final var group = senders.get(last);
            if (group.port() == port && group.isEdge() == isEdge && group.vlan() == member.vlan()
                    && Arrays.equals(group.classes(), member.senders())
                    && hasValues(group.entering(), measure -> measure.entering(attachment))) {
                return last;
            }
        }
        lastSenders[member.at()] = numberOf(new SendersKey(member.at(), Arrays.asList(member.senders()),
            member.vlan(), port, isEdge, values(measure -> measure.entering(attachment))), member);
        return lastSenders[member.at()];
    }

    private int receiver(final Member member, final int place) {
        final var attachment = attachment(member);
        final long port = port(member);
        final int only = member.own().isPlain() ? ReceiversKey.ALL_ALIKE : place;
        final int last = lastReceivers[member.at()];
        if (last >= 0 && only == ReceiversKey.ALL_ALIKE) {
            final var group = receivers.get(last);
            if (group.port() == port && Arrays.equals(group.classes(), member.receivers())
                    && hasValues(group.leaving(), measure -> measure.leaving(attachment))) {
                return last;
            }
        }
        final int number = numberOf(new ReceiversKey(member.at(), Arrays.asList(member.receivers()),
            only, port, values(measure -> measure.leaving(attachment))), member);
        // one that is like no other is not that of the next host
        lastReceivers[member.at()] = only == ReceiversKey.ALL_ALIKE ? number : -1;
        return number;
    }

    /** Tells whether a port has some values, without an object for them. */
    private boolean hasValues(final ImmutableDoubleArray values, final ToDoubleFunction<LinkMeasure> value) {
        for (int i = 0; i < values.length(); i++) {
            if (Double.compare(values.get(i), value.applyAsDouble(measures.get(i))) != 0) {
                return false;
            }
        }
        return true;
    }

    private ImmutableDoubleArray values(final ToDoubleFunction<LinkMeasure> value) {
        return ImmutableDoubleArray.copyOf(measures.stream().mapToDouble(value));
    }

    private void join(final Host first, final List<Host> others, final int place) {
        if (others.isEmpty() && mesh.members().get(place).host() != first) {
            others.add(mesh.members().get(place).host());
        }
    }

    /** Returns places of hosts that were not there before. */
    static int[] none(final int size) {
        final var places = new int[size];
        Arrays.fill(places, -1);
        return places;
    }
}

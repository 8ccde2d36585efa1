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
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.LinkMeasure;
import org.opendaylight.alto.core.service.HostCosts;

/**
 * The hosts of a {@link HostMesh} in groups, such that the cost of a pair is that of its groups. Immutable.
 *
 * @param senders the groups of senders
 * @param receivers the groups of receivers
 * @param senderOf the group of each host as a sender, {@link HostCosts#NO_GROUP} if it has none
 * @param receiverOf the group of each host as a receiver, {@link HostCosts#NO_GROUP} if it has none
 */
record HostGroups(List<Senders> senders, List<Receivers> receivers, int[] senderOf, int[] receiverOf) {
    /** In place of a port, for hosts that have one for themselves. */
    private static final long OWN_PORT = -1;

    /** Tells whether plain ways from the groups of senders cost the same as those from the groups of another mesh. */
    boolean startLike(final HostGroups other) {
        if (senders.size() != other.senders.size()) {
            return false;
        }
        for (int number = 0; number < senders.size(); number++) {
            if (!senders.get(number).startsLike(other.senders.get(number))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Senders that are treated alike. The first two of them stand for all.
     *
     * @param first one of them
     * @param others another one, or none
     * @param at number of their switch
     * @param classes number of their class for each address family, -1 if they have no address of it
     * @param vlan index of their VLAN
     * @param port the port that they share with other hosts or with a switch, or {@link #OWN_PORT}
     * @param isEdge whether their ports are up and lead to hosts only
     * @param entering the values for packets that enter the network by their ports
     */
    record Senders(Host first, List<Host> others, int at, int[] classes, int vlan, long port, boolean isEdge,
            ImmutableDoubleArray entering) {
        /** Tells whether plain ways from these cost the same as those from a group of another mesh. */
        boolean startsLike(final Senders other) {
            return at == other.at && vlan == other.vlan && port == other.port && isEdge == other.isEdge
                && entering.equals(other.entering) && hasSameFamilies(classes, other.classes);
        }
    }

    /**
     * Receivers that are treated alike. The first two of them stand for all.
     *
     * @param first one of them
     * @param others another one, or none
     * @param at number of their switch
     * @param classes number of their class for each address family, -1 if they have no address of it
     * @param delivered in which VLANs their switch delivers to them and does nothing else, for each family
     * @param port the port that they share with other hosts or with a switch, or {@link #OWN_PORT}
     * @param leaving the values for packets that leave the network to them
     */
    record Receivers(Host first, List<Host> others, int at, int[] classes, BitSet[] delivered, long port,
            ImmutableDoubleArray leaving) {
        /** Tells whether these and some senders may be behind one port of a switch. */
        boolean sharePort(final Senders group) {
            return at == group.at && port != OWN_PORT && port == group.port;
        }
    }

    private static boolean hasSameFamilies(final int[] first, final int[] second) {
        for (int family = 0; family < first.length; family++) {
            if (first[family] < 0 != second[family] < 0) {
                return false;
            }
        }
        return true;
    }

    /** What senders of one group have in common. */
    private record SendersKey(int at, ImmutableIntArray classes, int vlan, long port, boolean isEdge,
            ImmutableDoubleArray entering) {
    }

    /** What receivers of one group have in common; {@code only} tells one that is like no other from the others. */
    private record ReceiversKey(int at, ImmutableIntArray classes, int only, long port, ImmutableDoubleArray leaving) {
    }

    /**
     * Makes the groups.
     *
     * @param mesh the hosts
     * @param measures what tells hosts apart besides: the values of their ports
     * @return the groups
     */
    static HostGroups of(final HostMesh mesh, final List<LinkMeasure> measures) {
        return new Grouping(mesh, measures).groups();
    }

    /** The making of groups. */
    private static final class Grouping {
        private static final ImmutableDoubleArray NOTHING = ImmutableDoubleArray.of();

        private final HostMesh mesh;
        private final List<LinkMeasure> measures;
        private final PortShares shares;
        private final Map<SendersKey, Integer> senderNumbers = new HashMap<>();
        private final Map<ReceiversKey, Integer> receiverNumbers = new HashMap<>();
        private final List<Senders> senders = new ArrayList<>();
        private final List<Receivers> receivers = new ArrayList<>();
        /** The groups of the last host of each switch, which often are those of the next one; -1 at first. */
        private final int[] lastSenders;
        private final int[] lastReceivers;

        Grouping(final HostMesh mesh, final List<LinkMeasure> measures) {
            this.mesh = mesh;
            this.measures = measures;
            shares = new PortShares(mesh);
            lastSenders = new int[mesh.fabric().switchCount()];
            lastReceivers = new int[lastSenders.length];
            Arrays.fill(lastSenders, -1);
            Arrays.fill(lastReceivers, -1);
        }

        HostGroups groups() {
            final var members = mesh.members();
            final var senderOf = new int[members.size()];
            final var receiverOf = new int[members.size()];
            for (int i = 0; i < senderOf.length; i++) {
                final var member = members.get(i);
                if (member.at() < 0 || !member.hasAddress()) {
                    senderOf[i] = HostCosts.NO_GROUP;
                    receiverOf[i] = HostCosts.NO_GROUP;
                    continue;
                }
                final var attachment = member.place() < 0 ? member.host().attachment()
                    : mesh.fabric().port(member.at(), member.place());
                final boolean isInterSwitch = member.place() >= 0
                    && mesh.fabric().isInterSwitch(member.at(), member.place());
                final long port = isInterSwitch || shares.isShared(member) ? attachment.port() : OWN_PORT;
                senderOf[i] = sender(member, attachment, port, member.place() >= 0 && !isInterSwitch);
                receiverOf[i] = receiver(member, attachment, port, member.own().isPlain() ? -1 : i);
                join(senders.get(senderOf[i]).first(), senders.get(senderOf[i]).others(), member.host());
                join(receivers.get(receiverOf[i]).first(), receivers.get(receiverOf[i]).others(), member.host());
            }
            return new HostGroups(senders, receivers, senderOf, receiverOf);
        }

        private int sender(final Member member, final SwitchPort attachment, final long port, final boolean isEdge) {
            final int last = lastSenders[member.at()];
            final var entering = values(measure -> measure.entering(attachment),
                last < 0 ? NOTHING : senders.get(last).entering());
            if (last >= 0) {
                final var group = senders.get(last);
                if (group.entering() == entering && group.port() == port && group.isEdge() == isEdge
                        && group.vlan() == member.vlan() && Arrays.equals(group.classes(), member.senders())) {
                    return last;
                }
            }
            final int number = numberOf(new SendersKey(member.at(), ImmutableIntArray.copyOf(member.senders()),
                member.vlan(), port, isEdge, entering), senderNumbers);
            if (number == senders.size()) {
                senders.add(new Senders(member.host(), new ArrayList<>(1), member.at(), member.senders(),
                    member.vlan(), port, isEdge, entering));
            }
            lastSenders[member.at()] = number;
            return number;
        }

        private int receiver(final Member member, final SwitchPort attachment, final long port, final int only) {
            final int last = lastReceivers[member.at()];
            final var leaving = values(measure -> measure.leaving(attachment),
                last < 0 ? NOTHING : receivers.get(last).leaving());
            if (last >= 0 && only < 0) {
                final var group = receivers.get(last);
                if (group.leaving() == leaving && group.port() == port
                        && Arrays.equals(group.classes(), member.receivers())) {
                    return last;
                }
            }
            final int number = numberOf(new ReceiversKey(member.at(), ImmutableIntArray.copyOf(member.receivers()),
                only, port, leaving), receiverNumbers);
            if (number == receivers.size()) {
                receivers.add(new Receivers(member.host(), new ArrayList<>(1), member.at(), member.receivers(),
                    member.own().in(), port, leaving));
            }
            // one that is like no other is not that of the next host
            lastReceivers[member.at()] = only < 0 ? number : -1;
            return number;
        }

        /** Returns the values of a port; the same object as others that are equal. */
        private ImmutableDoubleArray values(final ToDoubleFunction<LinkMeasure> value,
                final ImmutableDoubleArray others) {
            final var values = new double[measures.size()];
            boolean isSame = others.length() == values.length;
            for (int i = 0; i < values.length; i++) {
                values[i] = value.applyAsDouble(measures.get(i));
                isSame = isSame && Double.compare(values[i], others.get(i)) == 0;
            }
            return isSame ? others : ImmutableDoubleArray.copyOf(values);
        }
    }

    private static <K> int numberOf(final K key, final Map<K, Integer> numbers) {
        return numbers.computeIfAbsent(key, each -> numbers.size());
    }

    private static void join(final Host first, final List<Host> others, final Host host) {
        if (first != host && others.isEmpty()) {
            others.add(host);
        }
    }
}

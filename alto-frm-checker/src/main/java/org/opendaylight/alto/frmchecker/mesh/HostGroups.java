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
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.LinkMeasure;
import org.opendaylight.alto.core.service.HostCosts;
import org.opendaylight.alto.frmchecker.trace.HostPackets;

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
        final var members = mesh.members();
        final var atPort = new HashMap<SwitchPort, Integer>(2 * members.size());
        members.forEach(member -> atPort.merge(member.host().attachment(), 1, Integer::sum));
        final var senderNumbers = new HashMap<SendersKey, Integer>();
        final var receiverNumbers = new HashMap<ReceiversKey, Integer>();
        final var senders = new ArrayList<Senders>();
        final var receivers = new ArrayList<Receivers>();
        final var senderOf = new int[members.size()];
        final var receiverOf = new int[members.size()];
        final var topology = mesh.fabric().topology();
        for (int i = 0; i < senderOf.length; i++) {
            final var member = members.get(i);
            final var host = member.host();
            if (member.at() < 0 || host.addresses().isEmpty()) {
                senderOf[i] = HostCosts.NO_GROUP;
                receiverOf[i] = HostCosts.NO_GROUP;
                continue;
            }
            final var attachment = host.attachment();
            final boolean isInterSwitch = topology.isInterSwitch(attachment);
            final long port = atPort.getOrDefault(attachment, 0) > 1 || isInterSwitch ? attachment.port() : OWN_PORT;
            final var entering = values(measures, measure -> measure.entering(attachment));
            final var leaving = values(measures, measure -> measure.leaving(attachment));
            final int vlan = mesh.vlans().indexOf(HostPackets.vlanVid(host));
            final boolean isEdge = topology.isUp(attachment) && !isInterSwitch;
            senderOf[i] = numberOf(new SendersKey(member.at(), ImmutableIntArray.copyOf(member.senders()), vlan, port,
                isEdge, entering), senderNumbers);
            if (senderOf[i] == senders.size()) {
                senders.add(new Senders(host, new ArrayList<>(1), member.at(), member.senders(), vlan, port, isEdge,
                    entering));
            }
            receiverOf[i] = numberOf(new ReceiversKey(member.at(), ImmutableIntArray.copyOf(member.receivers()),
                isPlain(member, mesh.vlans().size()) ? -1 : i, port, leaving), receiverNumbers);
            if (receiverOf[i] == receivers.size()) {
                receivers.add(new Receivers(host, new ArrayList<>(1), member.at(), member.receivers(),
                    member.delivered(), port, leaving));
            }
            join(senders.get(senderOf[i]).first(), senders.get(senderOf[i]).others(), host);
            join(receivers.get(receiverOf[i]).first(), receivers.get(receiverOf[i]).others(), host);
        }
        return new HostGroups(senders, receivers, senderOf, receiverOf);
    }

    private static ImmutableDoubleArray values(final List<LinkMeasure> measures,
            final ToDoubleFunction<LinkMeasure> value) {
        final var values = ImmutableDoubleArray.builder(measures.size());
        for (final var measure : measures) {
            values.add(value.applyAsDouble(measure));
        }
        return values.build();
    }

    private static <K> int numberOf(final K key, final Map<K, Integer> numbers) {
        return numbers.computeIfAbsent(key, each -> numbers.size());
    }

    private static void join(final Host first, final List<Host> others, final Host host) {
        if (first != host && others.isEmpty()) {
            others.add(host);
        }
    }

    /** Tells whether its switch does no more than to deliver to a host. If it does, the host is like no other one. */
    private static boolean isPlain(final Member member, final int vlans) {
        for (int family = 0; family < member.receivers().length; family++) {
            if (member.receivers()[family] >= 0 && member.delivered()[family].cardinality() != vlans) {
                return false;
            }
        }
        return true;
    }
}

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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            double[] entering) {
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
            double[] leaving) {
        /** Tells whether these and some senders may be behind one port of a switch. */
        boolean sharePort(final Senders group) {
            return at == group.at && port != OWN_PORT && port == group.port;
        }
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
        final var atPort = new HashMap<SwitchPort, Integer>();
        members.forEach(member -> atPort.merge(member.host().attachment(), 1, Integer::sum));
        final var senderNumbers = new HashMap<List<Object>, Integer>();
        final var receiverNumbers = new HashMap<List<Object>, Integer>();
        final var senders = new ArrayList<Senders>();
        final var receivers = new ArrayList<Receivers>();
        final var senderOf = new int[members.size()];
        final var receiverOf = new int[members.size()];
        for (int i = 0; i < senderOf.length; i++) {
            final var member = members.get(i);
            if (member.at() < 0 || member.host().addresses().isEmpty()) {
                senderOf[i] = HostCosts.NO_GROUP;
                receiverOf[i] = HostCosts.NO_GROUP;
                continue;
            }
            final var attachment = member.host().attachment();
            final var topology = mesh.fabric().topology();
            final long port = atPort.getOrDefault(attachment, 0) > 1 || topology.isInterSwitch(attachment)
                ? attachment.port() : OWN_PORT;
            final var sender = new Senders(member.host(), new ArrayList<>(1), member.at(), member.senders(),
                mesh.vlans().indexOf(HostPackets.vlanVid(member.host())), port,
                topology.isUp(attachment) && !topology.isInterSwitch(attachment),
                measures.stream().mapToDouble(measure -> measure.entering(attachment)).toArray());
            final var receiver = new Receivers(member.host(), new ArrayList<>(1), member.at(), member.receivers(),
                member.delivered(), port,
                measures.stream().mapToDouble(measure -> measure.leaving(attachment)).toArray());
            senderOf[i] = numberOf(key(sender), sender, senderNumbers, senders);
            receiverOf[i] = numberOf(key(receiver, i, mesh.vlans().size()), receiver, receiverNumbers, receivers);
            join(senders.get(senderOf[i]).first(), senders.get(senderOf[i]).others(), member.host());
            join(receivers.get(receiverOf[i]).first(), receivers.get(receiverOf[i]).others(), member.host());
        }
        return new HostGroups(senders, receivers, senderOf, receiverOf);
    }

    private static <T> int numberOf(final List<Object> key, final T group, final Map<List<Object>, Integer> numbers,
            final List<T> groups) {
        final int number = numbers.computeIfAbsent(key, each -> groups.size());
        if (number == groups.size()) {
            groups.add(group);
        }
        return number;
    }

    private static void join(final Host first, final List<Host> others, final Host host) {
        if (first != host && others.isEmpty()) {
            others.add(host);
        }
    }

    private static List<Object> key(final Senders group) {
        return List.of(group.at, boxed(group.classes), group.port, group.isEdge, boxed(group.entering));
    }

    /** A receiver to which its switch does more than to deliver is treated like no other one. */
    private static List<Object> key(final Receivers group, final int place, final int vlans) {
        boolean isPlain = true;
        for (int family = 0; family < group.classes.length; family++) {
            isPlain &= group.classes[family] < 0 || group.delivered[family].cardinality() == vlans;
        }
        return List.of(group.at, boxed(group.classes), group.port, isPlain ? -1 : place, boxed(group.leaving));
    }

    private static List<Integer> boxed(final int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static List<Double> boxed(final double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}

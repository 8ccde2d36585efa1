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
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.host.Host;
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
    static final long OWN_PORT = -1;

    private static final HostGroups NONE = new HostGroups(List.of(), List.of(), new int[0], new int[0]);

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
     * @param classes their class for each address family, null if they have no address of it
     * @param vlan index of their VLAN
     * @param port the port that they share with other hosts or with a switch, or {@link #OWN_PORT}
     * @param isEdge whether their ports are up and lead to hosts only
     * @param entering the values for packets that enter the network by their ports
     */
    record Senders(Host first, List<Host> others, int at, @Nullable Alike[] classes, int vlan, long port,
            boolean isEdge, ImmutableDoubleArray entering) {
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
     * @param classes their class for each address family, null if they have no address of it
     * @param delivered in which VLANs their switch delivers to them and does nothing else, for each family
     * @param port the port that they share with other hosts or with a switch, or {@link #OWN_PORT}
     * @param leaving the values for packets that leave the network to them
     * @param isPlain whether their switch does so in all VLANs
     */
    record Receivers(Host first, List<Host> others, int at, @Nullable Alike[] classes, BitSet[] delivered, long port,
            ImmutableDoubleArray leaving, boolean isPlain) {
        /** Tells whether these and some senders may be behind one port of a switch. */
        boolean sharePort(final Senders group) {
            return at == group.at && port != OWN_PORT && port == group.port;
        }
    }

    private static boolean hasSameFamilies(final @Nullable Alike[] first, final @Nullable Alike[] second) {
        for (int family = 0; family < first.length; family++) {
            if (first[family] == null != (second[family] == null)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The groups of before.
     *
     * @param groups the groups, by the same measures
     * @param members the members of which they were made
     * @param places for each member now, its place before; -1 if it is another object
     */
    record Before(HostGroups groups, List<Member> members, int[] places) {
    }

    /**
     * Makes the groups.
     *
     * @param mesh the hosts
     * @param measures what tells hosts apart besides: the values of their ports
     * @param before the groups of before, if they are known: only hosts of switches with other hosts are looked at then
     * @return the groups, the same as those without the ones of before
     */
    static HostGroups of(final HostMesh mesh, final List<LinkMeasure> measures, final Optional<Before> before) {
        return new HostGrouping(mesh, measures, before.orElseGet(() -> new Before(NONE, List.of(),
            HostGrouping.none(mesh.members().size())))).groups();
    }
}

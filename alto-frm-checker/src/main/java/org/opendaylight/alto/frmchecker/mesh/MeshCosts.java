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
import java.util.List;
import java.util.Optional;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.path.LinkMeasure;
import org.opendaylight.alto.core.service.HostCosts;
import org.opendaylight.alto.frmchecker.cost.PathCosting;
import org.opendaylight.alto.frmchecker.mesh.HostGroups.Receivers;
import org.opendaylight.alto.frmchecker.mesh.HostGroups.Senders;

/** Costs on one {@link HostMesh}. */
final class MeshCosts implements HostCosts {
    private final HostMesh mesh;
    private final PathCosting costing;
    private final List<LinkMeasure> measures;
    private final int maxHops;
    private final CarefulCosts careful;
    private final HostGroups groups;
    private final LeavingValues leaving;

    MeshCosts(final HostMesh mesh, final PathCosting costing, final int maxHops, final CarefulCosts careful) {
        this.mesh = mesh;
        this.costing = costing;
        this.maxHops = maxHops;
        this.careful = careful;
        measures = costing.measures();
        groups = HostGroups.of(mesh, measures);
        leaving = new LeavingValues(mesh.fabric(), measures);
    }

    @Override
    public int sourceGroup(final int host) {
        return groups.senderOf()[host];
    }

    @Override
    public int destinationGroup(final int host) {
        return groups.receiverOf()[host];
    }

    @Override
    public int sourceGroupCount() {
        return groups.senders().size();
    }

    @Override
    public int destinationGroupCount() {
        return groups.receivers().size();
    }

    @Override
    public double[] costsTo(final int destinationGroup) {
        final var receivers = groups.receivers().get(destinationGroup);
        final var costs = new double[groups.senders().size()];
        Arrays.fill(costs, Double.NaN);
        final var trees = new Tree[HostMesh.FAMILIES.length][mesh.vlans().size()];
        final var notPlain = new ArrayList<List<Integer>>();
        for (int family = 0; family < trees.length; family++) {
            notPlain.add(new ArrayList<>());
        }
        for (int number = 0; number < costs.length; number++) {
            final var senders = groups.senders().get(number);
            final int family = commonFamily(senders.classes(), receivers.classes());
            if (family < 0) {
                continue;
            }
            final var state = state(senders, receivers, family, trees);
            if (state == Tree.State.ARRIVES) {
                costs[number] = cost(senders, trees[family][senders.vlan()]);
            } else if (state == Tree.State.OTHER) {
                notPlain.get(family).add(number);
            }
        }
        for (int family = 0; family < trees.length; family++) {
            if (!notPlain.get(family).isEmpty()) {
                lookClosely(receivers, HostMesh.FAMILIES[family], notPlain.get(family), costs);
            }
        }
        return costs;
    }

    private static int commonFamily(final int[] first, final int[] second) {
        for (int family = 0; family < first.length; family++) {
            if (first[family] >= 0 && second[family] >= 0) {
                return family;
            }
        }
        return -1;
    }

    private Tree.State state(final Senders senders, final Receivers receivers, final int family,
            final Tree[][] trees) {
        final int vlan = senders.vlan();
        if (!senders.isEdge() || !receivers.delivered()[family].get(vlan) || receivers.sharePort(senders)) {
            return Tree.State.OTHER;
        }
        if (trees[family][vlan] == null) {
            trees[family][vlan] = new Tree(mesh.fabric(), mesh.outputs(receivers.classes()[family], vlan),
                receivers.at(), receivers.leaving(), maxHops, measures, leaving);
        }
        return trees[family][vlan].state(senders.at());
    }

    private double cost(final Senders senders, final Tree tree) {
        final var values = new double[measures.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = measures.get(i).combine(senders.entering()[i], tree.value(i, senders.at()));
        }
        return costing.cost(values);
    }

    /** Has one pair of hosts of each two groups looked at. */
    private void lookClosely(final Receivers receivers, final AddressFamily family, final List<Integer> numbers,
            final double[] costs) {
        lookClosely(receivers.first(), family, numbers, costs);
        // a host does not stand for all when it would send to itself
        final var self = numbers.stream().filter(number -> groups.senders().get(number).first() == receivers.first()
            && groups.senders().get(number).others().isEmpty()).toList();
        self.forEach(number -> costs[number] = Double.NaN);
        if (!receivers.others().isEmpty() && !self.isEmpty()) {
            lookClosely(receivers.others().getFirst(), family, self, costs);
        }
    }

    private void lookClosely(final Host to, final AddressFamily family, final List<Integer> numbers,
            final double[] costs) {
        final var found = careful.costs(numbers.stream().map(number -> {
            final var senders = groups.senders().get(number);
            final var from = senders.first() == to && !senders.others().isEmpty() ? senders.others().getFirst()
                : senders.first();
            return firstAddress(from, family).orElseThrow();
        }).toList(), firstAddress(to, family).orElseThrow());
        for (int i = 0; i < found.length; i++) {
            costs[numbers.get(i)] = found[i];
        }
    }

    /** The address that is meant where a host has several of a family. */
    private static Optional<IpAddr> firstAddress(final Host host, final AddressFamily family) {
        return host.addresses().stream().filter(address -> address.family() == family).findFirst();
    }
}

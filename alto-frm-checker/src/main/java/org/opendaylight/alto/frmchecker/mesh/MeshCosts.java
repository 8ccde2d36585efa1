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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.path.LinkMeasure;
import org.opendaylight.alto.core.service.HostCosts;
import org.opendaylight.alto.frmchecker.cost.PathCosting;
import org.opendaylight.alto.frmchecker.mesh.HostGroups.Receivers;
import org.opendaylight.alto.frmchecker.mesh.HostGroups.Senders;

/**
 * Costs on one {@link HostMesh}. Costs to groups that are reached by plain ways from all are kept, and handed on to the
 * next mesh.
 */
final class MeshCosts implements HostCosts {
    private final HostMesh mesh;
    private final PathCosting costing;
    private final List<LinkMeasure> measures;
    private final int maxHops;
    private final CarefulCosts careful;
    private final HostGroups groups;
    private final LeavingValues leaving;
    /** For each group of receivers, the costs to it, if they are known and do not depend on a careful look. */
    private final AtomicReferenceArray<double[]> plain;

    MeshCosts(final HostMesh mesh, final PathCosting costing, final int maxHops, final CarefulCosts careful,
            final Optional<MeshCosts> before) {
        this.mesh = mesh;
        this.costing = costing;
        this.maxHops = maxHops;
        this.careful = careful;
        measures = costing.measures();
        groups = mesh.groups(measures,
            before.filter(known -> known.costing.equals(costing) && mesh.follows(known.mesh))
                .map(known -> new HostGroups.Before(known.groups, known.mesh.members(), mesh.places())));
        leaving = new LeavingValues(mesh.fabric(), measures);
        plain = new AtomicReferenceArray<>(groups.receivers().size());
        before.filter(this::isComparable).ifPresent(this::takeOver);
    }

    private boolean isComparable(final MeshCosts before) {
        return before.maxHops == maxHops && before.costing.equals(costing)
            && before.mesh.vlans().equals(mesh.vlans()) && groups.startLike(before.groups);
    }

    /** Takes the costs that are the same as before, as the same switches send by the same ports to the same ones. */
    private void takeOver(final MeshCosts before) {
        final var relinked = mesh.fabric().relinked(before.mesh.fabric());
        final var known = new HashMap<Object, double[]>();
        for (int number = 0; number < before.plain.length(); number++) {
            final double[] costs = before.plain.get(number);
            if (costs != null && before.goOnAlike(number, relinked, mesh.fabric())) {
                if (number < plain.length() && endsLike(number, before)) {
                    // most groups have the numbers that they had
                    plain.set(number, costs);
                } else {
                    known.put(before.endOf(number), costs);
                }
            }
        }
        for (int number = 0; number < plain.length() && !known.isEmpty(); number++) {
            if (plain.get(number) == null) {
                plain.set(number, known.get(endOf(number)));
            }
        }
    }

    /** Tells whether {@link #endOf} a group is that of the group with its number in another mesh. */
    private boolean endsLike(final int number, final MeshCosts other) {
        final var receivers = groups.receivers().get(number);
        final var others = other.groups.receivers().get(number);
        boolean isSame = receivers.at() == others.at() && receivers.port() == others.port()
            && receivers.leaving().equals(others.leaving());
        for (int family = 0; isSame && family < receivers.classes().length; family++) {
            final var of = receivers.classes()[family];
            final var then = others.classes()[family];
            isSame = of == null || then == null ? of == then
                : mesh.outputs(of).equals(other.mesh.outputs(then))
                    && receivers.delivered()[family].equals(others.delivered()[family]);
        }
        return isSame;
    }

    /** Tells whether in a fabric with the same numbers some switches send packets to a group where they do here. */
    private boolean goOnAlike(final int number, final int[] at, final Fabric other) {
        if (at.length == 0) {
            return true;
        }
        for (final var of : groups.receivers().get(number).classes()) {
            for (final var each : of == null ? List.<Outputs>of() : mesh.outputs(of)) {
                for (final int from : at) {
                    final long port = from < each.ports().length ? each.ports()[from] : 0;
                    if (mesh.fabric().next(from, port) != other.next(from, port)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** All that the plain ways to a group depend on, the senders and the links aside. */
    private Object endOf(final int number) {
        final var receivers = groups.receivers().get(number);
        final var outputs = new ArrayList<List<Outputs>>();
        final var delivered = new ArrayList<BitSet>();
        for (int family = 0; family < receivers.classes().length; family++) {
            final var of = receivers.classes()[family];
            outputs.add(of == null ? List.of() : mesh.outputs(of));
            delivered.add(of == null ? new BitSet() : receivers.delivered()[family]);
        }
        return List.of(receivers.at(), receivers.port(), receivers.leaving(), outputs, delivered);
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
        final double[] known = plain.get(destinationGroup);
        if (known != null) {
            return known;
        }
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
        if (notPlain.stream().allMatch(List::isEmpty)) {
            plain.set(destinationGroup, costs);
        }
        for (int family = 0; family < trees.length; family++) {
            if (!notPlain.get(family).isEmpty()) {
                lookClosely(receivers, HostMesh.FAMILIES[family], notPlain.get(family), costs);
            }
        }
        return costs;
    }

    private static int commonFamily(final @Nullable Alike[] first, final @Nullable Alike[] second) {
        for (int family = 0; family < first.length; family++) {
            if (first[family] != null && second[family] != null) {
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
            final var outputs = mesh.outputs(requireNonNull(receivers.classes()[family])).get(vlan);
            trees[family][vlan] = new Tree(mesh.fabric(), outputs.ports(), receivers.at(), receivers.leaving(), maxHops,
                measures, leaving);
        }
        return trees[family][vlan].state(senders.at());
    }

    private double cost(final Senders senders, final Tree tree) {
        final var values = new double[measures.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = measures.get(i).combine(senders.entering().get(i), tree.value(i, senders.at()));
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

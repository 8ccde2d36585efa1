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

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.path.LinkMeasure;
import org.opendaylight.alto.core.service.HostCosts;
import org.opendaylight.alto.frmchecker.cost.PathCosting;

/** All hosts at one moment, and by which port each switch sends packets to them. Immutable. */
public final class HostMesh {
    static final AddressFamily[] FAMILIES = AddressFamily.values();

    private final Fabric fabric;
    private final List<Long> vlans;
    private final List<Member> members;
    private final Map<Alike, List<Outputs>> outputs;
    private final WeakReference<HostMesh> previous;
    private final int[] places;
    /** The groups of the hosts, by what tells them apart besides. */
    private final Map<List<LinkMeasure>, HostGroups> groups = new ConcurrentHashMap<>();
    /** The costs that were computed, by how they are made. */
    private final Map<PathCosting, HostCosts> costs = new ConcurrentHashMap<>();

    /**
     * Makes a mesh.
     *
     * @param fabric how the switches are connected
     * @param vlans the VLANs in which hosts send, as the field of OpenFlow has them, in order
     * @param members the hosts, in the order of their table; not to be changed any more
     * @param outputs for each class of receivers and each VLAN, where packets to them are sent; as little
     * @param previous the mesh that was made before, if it is still in use
     * @param places for each member its place before; -1 if it is another object; as little
     */
    HostMesh(final Fabric fabric, final List<Long> vlans, final List<Member> members,
            final Map<Alike, List<Outputs>> outputs, final WeakReference<HostMesh> previous, final int[] places) {
        this.fabric = fabric;
        this.vlans = List.copyOf(vlans);
        this.members = members;
        this.outputs = outputs;
        this.previous = previous;
        this.places = places;
    }

    Fabric fabric() {
        return fabric;
    }

    List<Long> vlans() {
        return vlans;
    }

    List<Member> members() {
        return members;
    }

    /** Tells whether this was made right after another one, so that {@link #places} are those in the other. */
    boolean follows(final HostMesh other) {
        return previous.refersTo(other);
    }

    /** Returns for each member its place in the mesh of before; -1 if it is another object. Not to be changed. */
    int[] places() {
        return places;
    }

    /** Returns the hosts in groups; makes them once for the same measures. */
    HostGroups groups(final List<LinkMeasure> measures, final Optional<HostGroups.Before> groupsBefore) {
        return groups.computeIfAbsent(measures, key -> HostGroups.of(this, key, groupsBefore));
    }

    /** Returns where the packets of each VLAN to a class of receivers are sent. */
    List<Outputs> outputs(final Alike receivers) {
        return requireNonNull(outputs.get(receivers));
    }

    /**
     * Computes costs between all hosts. Ways that are plain, on which each switch sends all packets to a receiver on by
     * one port and does nothing else with them, are followed here; of others, one pair of hosts of each two groups is
     * looked at with care, as the rules do not tell the others apart. Costs that are made in the same way are computed
     * once.
     *
     * @param costing makes a cost of a path
     * @param maxHops how many switches a plain way passes at most, always the same for this mesh
     * @param careful computes the costs of what is not plain, for equal {@code costing} always the same ones
     * @param before costs that were computed like this on an earlier mesh, of which those are kept that must be the
     *     same; empty if there are none
     * @return the costs
     */
    public HostCosts costs(final PathCosting costing, final int maxHops, final CarefulCosts careful,
            final Optional<HostCosts> before) {
        return costs.computeIfAbsent(costing, key -> new MeshCosts(this, key, maxHops, careful,
            before.filter(MeshCosts.class::isInstance).map(MeshCosts.class::cast)));
    }
}

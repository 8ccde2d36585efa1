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
    private final List<List<Outputs>> outputs;
    /** The groups of the hosts, by what tells them apart besides. */
    private final Map<List<LinkMeasure>, HostGroups> groups = new ConcurrentHashMap<>();
    /** The costs that were computed, by how they are made. */
    private final Map<PathCosting, HostCosts> costs = new ConcurrentHashMap<>();

    /**
     * Makes a mesh.
     *
     * @param fabric how the switches are connected
     * @param vlans the VLANs in which hosts send, as the field of OpenFlow has them, in order
     * @param members the hosts, in the order of their table
     * @param outputs for each class of receivers and each VLAN, where packets to them are sent
     */
    HostMesh(final Fabric fabric, final List<Long> vlans, final List<Member> members,
            final List<List<Outputs>> outputs) {
        this.fabric = fabric;
        this.vlans = List.copyOf(vlans);
        this.members = List.copyOf(members);
        this.outputs = List.copyOf(outputs);
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

    /** Returns the hosts in groups; makes them once for the same measures. */
    HostGroups groups(final List<LinkMeasure> measures) {
        return groups.computeIfAbsent(measures, key -> HostGroups.of(this, key));
    }

    /** Returns where the packets of each VLAN to a class of receivers are sent. */
    List<Outputs> outputs(final int receivers) {
        return outputs.get(receivers);
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

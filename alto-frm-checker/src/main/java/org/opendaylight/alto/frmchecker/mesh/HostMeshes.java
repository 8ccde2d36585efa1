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

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.frmchecker.trace.NetworkState;

/**
 * Makes a {@link HostMesh} of each state of the network, at the cost of what has changed since the one before: of all
 * switches only those are asked whose rules changed, and of all receivers only one of each class. May be used from any
 * thread; one call waits for another.
 *
 * <p>Two receivers are in one class if no rule of a switch, their own aside, tells them apart. What their own switch
 * does is asked for each of them. The rules of the switch to which a host is attached say by which port it is reached,
 * so they tell all its hosts apart; those of the others most often name a prefix. Where switches change headers, the
 * rules of all switches count.
 */
public final class HostMeshes {
    // what was asked before, guarded by this
    private Switches switches = new Switches();
    private Members members = new Members(switches);
    private Map<Alike, List<Outputs>> outputs = Map.of();
    private WeakReference<HostMesh> last = new WeakReference<>(null);

    /**
     * Makes the mesh.
     *
     * @param network rules and links
     * @param hosts the hosts
     * @return who is reached how
     */
    public synchronized HostMesh mesh(final NetworkState network, final HostTable hosts) {
        if (switches.count() > 2 * network.pipelines().size() + Byte.MAX_VALUE) {
            // most of them are gone
            switches = new Switches();
            members = new Members(switches);
            outputs = Map.of();
        }
        final var changed = switches.exchange(network);
        final var vlansBefore = members.vlans();
        final var all = members.members(hosts, changed);
        final var vlans = members.vlans();
        final var asked = new Questions(switches, vlans, vlans.equals(vlansBefore) ? outputs : Map.of(), changed);
        members.receivers().forEach(asked::add);
        outputs = asked.answers();
        final var mesh = new HostMesh(switches.fabric(), vlans, all, outputs, last, members.places());
        last = new WeakReference<>(mesh);
        return mesh;
    }
}

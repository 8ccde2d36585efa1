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

import java.util.BitSet;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.host.Host;

/**
 * A host of a {@link HostMesh}. The arrays are by address family and not to be changed. As long as nothing of it is
 * another one, the same object is handed on from mesh to mesh.
 *
 * @param host the host, maybe as it was when it was seen at an earlier time
 * @param at number of its switch; -1 if that is not connected
 * @param place the place of its port; negative if that is not up
 * @param vlan index of the VLAN in which it sends
 * @param senders its class as a sender; null if it has no address of the family, or its switch is not connected
 * @param receivers its class as a receiver; null in the same cases
 * @param own what its own switch does
 */
record Member(Host host, int at, int place, int vlan, @Nullable Alike[] senders, @Nullable Alike[] receivers,
        Delivery own) {
    /**
     * What the switch of a host does with packets to it.
     *
     * @param in in which VLANs it does nothing with them but to send them to the host's port, by their index in
     *     {@link HostMesh#vlans()}; by address family, empty if the host has no address of it
     * @param isPlain whether it does so in all VLANs, for each family of which the host has an address
     */
    record Delivery(BitSet[] in, boolean isPlain) {
    }

    /** Tells whether it has an address. */
    boolean hasAddress() {
        for (final var alike : receivers) {
            if (alike != null) {
                return true;
            }
        }
        return false;
    }
}

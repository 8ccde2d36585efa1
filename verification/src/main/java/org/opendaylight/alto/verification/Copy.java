/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.verification;

import java.util.List;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.frmchecker.flow.Cube;

/**
 * A copy of a packet that leaves the network.
 *
 * @param switchId the switch by which it leaves
 * @param port the port: one at the edge that is up, {@link #CONTROLLER} or {@link #LOCAL}
 * @param header its header, without what only a switch sees; {@link Cube#ALL} if it does not leave by a port of the edge
 * @param innerTags the VLAN tags below the outermost one
 */
record Copy(SwitchId switchId, long port, Cube header, List<Tag> innerTags) {
    /** OFPP_CONTROLLER. */
    static final long CONTROLLER = 0xFFFF_FFFDL;
    /** OFPP_LOCAL. */
    static final long LOCAL = 0xFFFF_FFFEL;

    Copy {
        innerTags = List.copyOf(innerTags);
    }

    static Copy toController(final SwitchId switchId) {
        return new Copy(switchId, CONTROLLER, Cube.ALL, List.of());
    }

    static Copy toSwitch(final SwitchId switchId) {
        return new Copy(switchId, LOCAL, Cube.ALL, List.of());
    }

    boolean isAtEdge() {
        return port != CONTROLLER && port != LOCAL;
    }

    /** Tells how this copy differs from the packet that was sent. */
    String describe(final Cube sent) {
        final var where = switchId + (port == CONTROLLER ? " to the controller" : port == LOCAL ? " to the switch itself"
            : " port " + port);
        return where + (isAtEdge() && !header.equals(sent) ? " with " + header.describeWithin(Cube.ALL) : "")
            + (innerTags.isEmpty() ? "" : " over " + innerTags);
    }
}

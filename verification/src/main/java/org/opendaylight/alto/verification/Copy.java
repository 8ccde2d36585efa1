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
import java.util.Map;
import java.util.StringJoiner;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.frmchecker.flow.Cube;
import org.opendaylight.alto.frmchecker.flow.Field;

/**
 * A copy of a packet that leaves the network.
 *
 * @param switchId the switch by which it leaves
 * @param port the port: one at the edge that is up, {@link #CONTROLLER} or {@link #LOCAL}
 * @param header its header, without what only a switch sees; all zeros if it does not leave by a port of the edge
 * @param innerTags the VLAN tags below the outermost one
 */
record Copy(SwitchId switchId, long port, Cube header, List<Tag> innerTags) {
    /** OFPP_CONTROLLER. */
    static final long CONTROLLER = 0xFFFF_FFFDL;
    /** OFPP_LOCAL. */
    static final long LOCAL = 0xFFFF_FFFEL;

    private static final Cube NO_HEADER = new Packet(Map.of(), List.of()).cube();

    Copy {
        innerTags = List.copyOf(innerTags);
    }

    static Copy toController(final SwitchId switchId) {
        return new Copy(switchId, CONTROLLER, NO_HEADER, List.of());
    }

    static Copy toSwitch(final SwitchId switchId) {
        return new Copy(switchId, LOCAL, NO_HEADER, List.of());
    }

    boolean isAtEdge() {
        return port != CONTROLLER && port != LOCAL;
    }

    /** Tells how this copy differs from the packet that was sent. */
    String describe(final Packet sent) {
        final var where = switchId + (port == CONTROLLER ? " to the controller"
            : port == LOCAL ? " to the switch itself" : " port " + port);
        if (!isAtEdge()) {
            return where;
        }
        final var changes = new StringJoiner(",");
        final var before = sent.cube();
        for (final var field : Field.values()) {
            if (!header.describe(field).equals(before.describe(field))) {
                changes.add(header.describe(field));
            }
        }
        return where + (changes.length() == 0 ? " unchanged" : " with " + changes)
            + (innerTags.isEmpty() ? "" : " over " + innerTags);
    }

    /** Tells whether this copy left with other headers than the packet had that was sent. */
    boolean isRewritten(final Packet sent) {
        return isAtEdge() && !(header.equals(sent.cube()) && innerTags.equals(sent.innerTags()));
    }
}

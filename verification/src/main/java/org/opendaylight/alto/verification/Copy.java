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
import org.opendaylight.alto.frmchecker.flow.Header;
import org.opendaylight.alto.frmchecker.flow.Header.Layer;

/**
 * A copy of a packet that leaves the network.
 *
 * @param switchId the switch by which it leaves
 * @param port the port: one at the edge that is up, {@link #CONTROLLER} or {@link #LOCAL}
 * @param header its header, without what only a switch sees; nothing if it does not leave by a port of the edge
 */
record Copy(SwitchId switchId, long port, Header header) {
    /** OFPP_CONTROLLER. */
    static final long CONTROLLER = 0xFFFF_FFFDL;
    /** OFPP_LOCAL. */
    static final long LOCAL = 0xFFFF_FFFEL;

    private static final Header NO_HEADER = new Packet(Map.of(), List.of()).header();

    static Copy toController(final SwitchId switchId) {
        return new Copy(switchId, CONTROLLER, NO_HEADER);
    }

    static Copy toSwitch(final SwitchId switchId) {
        return new Copy(switchId, LOCAL, NO_HEADER);
    }

    boolean isAtEdge() {
        return port != CONTROLLER && port != LOCAL;
    }

    boolean isLabelled() {
        return header.hidden().stream().anyMatch(layer -> layer.kind() == Layer.Kind.MPLS_PAYLOAD);
    }

    Copy withType(final int etherType) {
        return new Copy(switchId, port, new Header(header.fields().with(Field.ETH_TYPE, etherType), header.hidden()));
    }

    /** Tells how this copy differs from the packet that was sent. */
    String describe(final Packet sent) {
        final var where = switchId + (port == CONTROLLER ? " to the controller"
            : port == LOCAL ? " to the switch itself" : " port " + port);
        if (!isAtEdge()) {
            return where;
        }
        final var before = sent.header();
        final var changes = changes(header.fields(), before.fields());
        return where + (changes.isEmpty() ? " unchanged" : " with " + changes)
            + (header.hidden().isEmpty() ? "" : " over " + header.hidden().stream().map(Copy::describe).toList());
    }

    private static String describe(final Layer layer) {
        return layer.kind() + " " + changes(layer.fields(),
            layer.kind() == Layer.Kind.MPLS_PAYLOAD ? Cube.NONE : Cube.ALL);
    }

    private static String changes(final Cube after, final Cube before) {
        final var changes = new StringJoiner(",");
        for (final var field : Field.values()) {
            if (!after.describe(field).equals(before.describe(field))) {
                changes.add(after.describe(field));
            }
        }
        return changes.toString();
    }

    /** Tells whether this copy left with other headers than the packet had that was sent. */
    boolean isRewritten(final Packet sent) {
        return isAtEdge() && !header.equals(sent.header());
    }
}

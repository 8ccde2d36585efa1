/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.mdsal;

import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeConnectorId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeConnectorRef;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeRef;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.Nodes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.node.NodeConnector;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.node.NodeConnectorKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.Node;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.NodeKey;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;

/** Switch ports as the OpenFlow plugin names them. */
final class InventoryTranslator {
    private InventoryTranslator() {
        // static methods only
    }

    /** Returns empty for a port that is not a place in the network, like the switch's own one. */
    static Optional<SwitchPort> toPort(final @Nullable NodeConnectorRef ref) {
        if (ref == null || !(ref.getValue() instanceof DataObjectIdentifier<?> path)) {
            return Optional.empty();
        }
        final var key = path.findFirstKeyOf(NodeConnector.class);
        try {
            return key.map(found -> SwitchPort.parse(found.getId().getValue()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static NodeRef toNode(final SwitchPort port) {
        return new NodeRef(DataObjectIdentifier.builder(Nodes.class).child(Node.class, node(port)).build());
    }

    static NodeConnectorRef toConnector(final SwitchPort port) {
        return new NodeConnectorRef(DataObjectIdentifier.builder(Nodes.class).child(Node.class, node(port))
            .child(NodeConnector.class, new NodeConnectorKey(new NodeConnectorId(port.toString()))).build());
    }

    private static NodeKey node(final SwitchPort port) {
        return new NodeKey(new NodeId(port.switchId().toString()));
    }
}

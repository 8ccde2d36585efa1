/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.mdsal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.Resources;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.ChoiceNode;
import org.opendaylight.yangtools.yang.data.api.schema.ContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.LeafNode;
import org.opendaylight.yangtools.yang.data.api.schema.LeafSetNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** Looks into a tree of the module {@code alto-resources}. What is not there is empty. */
final class Nodes {
    private Nodes() {
    }

    static NodeIdentifier id(final String name) {
        return NodeIdentifier.create(QName.create(Resources.QNAME, name).intern());
    }

    static Collection<MapEntryNode> entries(final DataContainerNode parent, final NodeIdentifier list) {
        return parent.childByArg(list) instanceof MapNode map ? map.body() : List.of();
    }

    static Collection<? extends NormalizedNode> values(final DataContainerNode parent, final NodeIdentifier leafList) {
        return parent.childByArg(leafList) instanceof LeafSetNode<?> set ? set.body() : List.of();
    }

    static @Nullable ContainerNode container(final DataContainerNode parent, final NodeIdentifier container) {
        return parent.childByArg(container) instanceof ContainerNode node ? node : null;
    }

    static @Nullable ChoiceNode choice(final DataContainerNode parent, final NodeIdentifier choice) {
        return parent.childByArg(choice) instanceof ChoiceNode node ? node : null;
    }

    static Optional<String> text(final DataContainerNode parent, final NodeIdentifier leaf) {
        return parent.childByArg(leaf) instanceof LeafNode<?> node ? Optional.of(node.body().toString())
            : Optional.empty();
    }

    /** Returns a leaf that the model makes mandatory. */
    static String required(final DataContainerNode parent, final NodeIdentifier leaf) {
        return text(parent, leaf).orElseThrow(() ->
            new IllegalArgumentException("it has no " + leaf.getNodeType().getLocalName()));
    }
}

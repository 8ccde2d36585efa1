/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.mdsal;

import java.util.Optional;
import java.util.function.Consumer;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.EndpointAddrGroup;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.Versioned;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.Resources;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeWithValue;
import org.opendaylight.yangtools.yang.data.api.schema.ContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.LeafNode;
import org.opendaylight.yangtools.yang.data.api.schema.LeafSetEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapNode;
import org.opendaylight.yangtools.yang.data.api.schema.builder.DataContainerNodeBuilder;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;

/**
 * Maps as nodes of the YANG module {@code alto-resources}. Not by the generated classes, which compare each text with
 * patterns and would take most of the time of writing rows.
 */
final class ResourceNodes {
    /** What the maps say of who computes them. */
    static final String PUBLISHER = "auto-map";

    static final QName NETWORK_MAP = name("network-map");
    static final QName COST_MAP = name("cost-map");
    static final QName RESOURCE_ID = name("resource-id");
    static final QName PID = name("pid");
    static final QName PID_NAME = name("name");
    static final QName SOURCE = name("source");
    static final QName DEFAULT_NETWORK_MAP = name("default-network-map");
    static final NodeIdentifier PREFIX = new NodeIdentifier(name("prefix"));

    private static final NodeIdentifier RESOURCES = new NodeIdentifier(Resources.QNAME);
    private static final NodeIdentifier PUBLISHER_LEAF = new NodeIdentifier(name("publisher"));
    private static final NodeIdentifier TAG = new NodeIdentifier(name("tag"));
    private static final NodeIdentifier USED_MAP = new NodeIdentifier(NETWORK_MAP);
    private static final NodeIdentifier USED_TAG = new NodeIdentifier(name("network-map-tag"));
    private static final NodeIdentifier COST_TYPE = new NodeIdentifier(name("cost-type"));
    private static final NodeIdentifier METRIC = new NodeIdentifier(name("cost-metric"));
    private static final NodeIdentifier MODE = new NodeIdentifier(name("cost-mode"));
    private static final NodeIdentifier FORM = new NodeIdentifier(name("form"));
    private static final NodeIdentifier ROW = new NodeIdentifier(name("row"));

    private ResourceNodes() {
    }

    private static QName name(final String name) {
        return QName.create(Resources.QNAME, name).intern();
    }

    static NodeIdentifierWithPredicates mapKey(final QName list, final ResourceId id) {
        return NodeIdentifierWithPredicates.of(list, RESOURCE_ID, id.value());
    }

    static NodeIdentifierWithPredicates pidKey(final Pid pid) {
        return NodeIdentifierWithPredicates.of(PID, PID_NAME, pid.value());
    }

    static NodeIdentifierWithPredicates sourceKey(final Pid pid) {
        return NodeIdentifierWithPredicates.of(SOURCE, PID, pid.value());
    }

    /** All of a network map. */
    static MapEntryNode networkMap(final Versioned<NetworkMap> map) {
        final var pids = ImmutableNodes.newSystemMapBuilder().withNodeIdentifier(new NodeIdentifier(PID));
        map.map().pids().forEach((pid, group) -> pids.withChild(pid(pid, group)));
        return head(NETWORK_MAP, map).withChild(pids.build()).build();
    }

    /** All but the PIDs, to be merged. */
    static MapEntryNode networkMapHead(final Versioned<NetworkMap> map) {
        return head(NETWORK_MAP, map).build();
    }

    static MapEntryNode pid(final Pid pid, final EndpointAddrGroup group) {
        final var node = ImmutableNodes.newMapEntryBuilder().withNodeIdentifier(pidKey(pid))
            .withChild(ImmutableNodes.leafNode(PID_NAME, pid.value()));
        if (!group.prefixes().isEmpty()) {
            final var prefixes = ImmutableNodes.<String>newSystemLeafSetBuilder().withNodeIdentifier(PREFIX);
            group.prefixes().forEach(prefix -> prefixes.withChild(prefix(prefix)));
            node.withChild(prefixes.build());
        }
        return node.build();
    }

    static NodeWithValue<String> prefixKey(final IpPrefix prefix) {
        return new NodeWithValue<>(PREFIX.getNodeType(), prefix.toString());
    }

    static LeafSetEntryNode<String> prefix(final IpPrefix prefix) {
        return ImmutableNodes.leafSetEntry(prefixKey(prefix));
    }

    /** All of a cost map. */
    static MapEntryNode costMap(final Versioned<CostMap> map) {
        final var sources = ImmutableNodes.newSystemMapBuilder().withNodeIdentifier(new NodeIdentifier(SOURCE));
        // rows are long and may be many
        map.map().rows().entrySet().parallelStream().map(entry -> source(entry.getKey(), entry.getValue()))
            .forEachOrdered(sources::withChild);
        return costMapHeadBuilder(map).withChild(sources.build()).build();
    }

    /** All but the rows, to be merged. */
    static MapEntryNode costMapHead(final Versioned<CostMap> map) {
        return costMapHeadBuilder(map).build();
    }

    private static DataContainerNodeBuilder<NodeIdentifierWithPredicates, MapEntryNode> costMapHeadBuilder(
            final Versioned<CostMap> versioned) {
        final var map = versioned.map();
        return head(COST_MAP, versioned)
            .withChild(ImmutableNodes.leafNode(USED_MAP, map.networkMap().resourceId().value()))
            .withChild(ImmutableNodes.leafNode(USED_TAG, map.networkMap().tag()))
            .withChild(ImmutableNodes.newContainerBuilder().withNodeIdentifier(COST_TYPE)
                .withChild(ImmutableNodes.leafNode(METRIC, map.type().metric().value()))
                .withChild(ImmutableNodes.leafNode(MODE, map.type().mode().value()))
                .build());
    }

    private static DataContainerNodeBuilder<NodeIdentifierWithPredicates, MapEntryNode> head(final QName list,
            final Versioned<?> map) {
        final var id = map.vtag().resourceId();
        return ImmutableNodes.newMapEntryBuilder().withNodeIdentifier(mapKey(list, id))
            .withChild(ImmutableNodes.leafNode(RESOURCE_ID, id.value()))
            .withChild(ImmutableNodes.leafNode(PUBLISHER_LEAF, PUBLISHER))
            .withChild(ImmutableNodes.leafNode(TAG, map.vtag().tag()));
    }

    static MapEntryNode source(final Pid pid, final CostRow row) {
        return ImmutableNodes.newMapEntryBuilder().withNodeIdentifier(sourceKey(pid))
            .withChild(ImmutableNodes.leafNode(PID, pid.value()))
            .withChild(ImmutableNodes.newChoiceBuilder().withNodeIdentifier(FORM)
                .withChild(ImmutableNodes.leafNode(ROW, row.toString()))
                .build())
            .build();
    }

    /** The container with nothing but the default network map, to be merged. */
    static ContainerNode defaultNetworkMap(final ResourceId id) {
        return ImmutableNodes.newContainerBuilder().withNodeIdentifier(RESOURCES)
            .withChild(ImmutableNodes.leafNode(DEFAULT_NETWORK_MAP, id.value()))
            .build();
    }

    /** Tells the names of the maps of a list that name us as their publisher. */
    static void forEachPublished(final DataContainerNode resources, final QName list,
            final Consumer<ResourceId> action) {
        if (resources.childByArg(new NodeIdentifier(list)) instanceof MapNode maps) {
            maps.body().stream()
                .filter(map -> text(map, PUBLISHER_LEAF).equals(Optional.of(PUBLISHER)))
                .forEach(map -> action.accept(
                    new ResourceId(text(map, new NodeIdentifier(RESOURCE_ID)).orElseThrow())));
        }
    }

    private static Optional<String> text(final DataContainerNode parent, final NodeIdentifier leaf) {
        return parent.childByArg(leaf) instanceof LeafNode<?> node ? Optional.of(node.body().toString())
            : Optional.empty();
    }
}

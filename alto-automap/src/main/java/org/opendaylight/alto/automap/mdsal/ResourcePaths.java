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

import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.Resources;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.CostMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.CostMapKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.NetworkMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.NetworkMapKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.Source;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.cost.map.SourceKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.network.map.Pid;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.resources.network.map.PidKey;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;

/** The places of maps in the tree of the YANG module {@code alto-resources}. */
final class ResourcePaths {
    static final DataObjectIdentifier<Resources> RESOURCES = DataObjectIdentifier.builder(Resources.class).build();
    /** A leaf, which has no path in the bindings. */
    static final YangInstanceIdentifier DEFAULT_NETWORK_MAP_LEAF = YangInstanceIdentifier.of(Resources.QNAME)
        .node(QName.create(Resources.QNAME, "default-network-map"));

    private static final QName RESOURCE_ID = QName.create(Resources.QNAME, "resource-id");

    private ResourcePaths() {
    }

    static DataObjectIdentifier<NetworkMap> networkMap(final ResourceId id) {
        return DataObjectIdentifier.builder(Resources.class)
            .child(NetworkMap.class, new NetworkMapKey(ResourcesTranslator.toId(id)))
            .build();
    }

    static DataObjectIdentifier<CostMap> costMap(final ResourceId id) {
        return DataObjectIdentifier.builder(Resources.class)
            .child(CostMap.class, new CostMapKey(ResourcesTranslator.toId(id)))
            .build();
    }

    static DataObjectIdentifier<Pid> pid(final ResourceId networkMap, final org.opendaylight.alto.core.map.Pid pid) {
        return networkMap(networkMap).toBuilder().child(Pid.class, new PidKey(ResourcesTranslator.toName(pid)))
            .build();
    }

    static DataObjectIdentifier<Source> source(final ResourceId costMap,
            final org.opendaylight.alto.core.map.Pid pid) {
        return source(costMap, new SourceKey(ResourcesTranslator.toName(pid)));
    }

    static DataObjectIdentifier<Source> source(final ResourceId costMap, final SourceKey pid) {
        return costMap(costMap).toBuilder().child(Source.class, pid).build();
    }

    /** The same as {@link #networkMap}, for transactions that also have leaves. */
    static YangInstanceIdentifier networkMapNode(final ResourceId id) {
        return entry(NetworkMap.QNAME, id);
    }

    /** The same as {@link #costMap}, for transactions that also have leaves. */
    static YangInstanceIdentifier costMapNode(final ResourceId id) {
        return entry(CostMap.QNAME, id);
    }

    private static YangInstanceIdentifier entry(final QName list, final ResourceId id) {
        return YangInstanceIdentifier.of(Resources.QNAME).node(list)
            .node(NodeIdentifierWithPredicates.of(list, RESOURCE_ID, id.value()));
    }
}

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

import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261122.Resources;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;

/** The places of maps in the tree of the YANG module {@code alto-resources}. */
final class ResourcePaths {
    static final YangInstanceIdentifier RESOURCES = YangInstanceIdentifier.of(Resources.QNAME);
    static final YangInstanceIdentifier DEFAULT_NETWORK_MAP = RESOURCES.node(ResourceNodes.DEFAULT_NETWORK_MAP);

    private ResourcePaths() {
    }

    static YangInstanceIdentifier networkMap(final ResourceId id) {
        return entry(ResourceNodes.NETWORK_MAP, id);
    }

    static YangInstanceIdentifier costMap(final ResourceId id) {
        return entry(ResourceNodes.COST_MAP, id);
    }

    static YangInstanceIdentifier pid(final ResourceId networkMap, final Pid pid) {
        return networkMap(networkMap).node(ResourceNodes.PID).node(ResourceNodes.pidKey(pid));
    }

    static YangInstanceIdentifier prefix(final YangInstanceIdentifier pid, final IpPrefix prefix) {
        return pid.node(ResourceNodes.PREFIX).node(ResourceNodes.prefixKey(prefix));
    }

    static YangInstanceIdentifier source(final ResourceId costMap, final Pid pid) {
        return costMap(costMap).node(ResourceNodes.SOURCE).node(ResourceNodes.sourceKey(pid));
    }

    private static YangInstanceIdentifier entry(final QName list, final ResourceId id) {
        return RESOURCES.node(list).node(ResourceNodes.mapKey(list, id));
    }
}

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
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.AutoMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.AutoMapState;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.CostMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.CostMapKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.NetworkMap;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.automap.rev261126.auto.map.NetworkMapKey;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;

/** The places in the tree of the YANG module {@code alto-automap}. */
final class AutoMapPaths {
    static final DataObjectIdentifier<AutoMap> WANTED = DataObjectIdentifier.builder(AutoMap.class).build();
    static final DataObjectIdentifier<AutoMapState> STATE = DataObjectIdentifier.builder(AutoMapState.class).build();

    private AutoMapPaths() {
    }

    static DataObjectIdentifier<NetworkMap> networkMap(final ResourceId id) {
        return WANTED.toBuilder().child(NetworkMap.class, new NetworkMapKey(toId(id))).build();
    }

    static DataObjectIdentifier<CostMap> costMap(final ResourceId id) {
        return WANTED.toBuilder().child(CostMap.class, new CostMapKey(toId(id))).build();
    }

    static org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.ResourceId toId(final ResourceId id) {
        return new org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.ResourceId(id.value());
    }
}

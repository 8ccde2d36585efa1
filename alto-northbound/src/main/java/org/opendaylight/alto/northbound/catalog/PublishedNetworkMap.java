/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.catalog;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.northbound.json.EncodedBody;
import org.opendaylight.alto.northbound.json.NetworkMapCodec;

/** One version of a network map, with its message, which is encoded by the first who asks. */
public final class PublishedNetworkMap {
    private final VersionTag vtag;
    private final NetworkMap map;
    private final Supplier<EncodedBody> body;

    PublishedNetworkMap(final VersionTag vtag, final NetworkMap map) {
        this.vtag = vtag;
        this.map = map;
        body = Suppliers.memoize(() -> NetworkMapCodec.encode(vtag, map));
    }

    /**
     * Returns its version.
     *
     * @return resource id and tag
     */
    public VersionTag vtag() {
        return vtag;
    }

    /**
     * Returns its content.
     *
     * @return the map
     */
    public NetworkMap map() {
        return map;
    }

    /**
     * Returns its message. May be called from any thread.
     *
     * @return always the same bytes
     */
    public EncodedBody body() {
        return body.get();
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.mdsal;

import java.util.Collection;
import java.util.SortedMap;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.northbound.spi.AltoRoute;
import org.opendaylight.alto.northbound.spi.RouteEntry;
import org.opendaylight.alto.sse.jaxrs.UpdateStreamResource;
import org.opendaylight.alto.sse.json.PushCodec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Offers update streams of all maps and services of the server (RFC 8895). */
@Component(service = AltoRoute.class)
public final class UpdateStreamRoute implements AltoRoute {
    private static final ResourceId ID = new ResourceId("update-stream");

    private final PushServer server;

    /**
     * Offers them.
     *
     * @param server tells of changes
     */
    @Activate
    public UpdateStreamRoute(@Reference final PushServer server) {
        this.server = server;
    }

    @Override
    public Object resource() {
        return server.streamResource();
    }

    @Override
    public Collection<RouteEntry> entriesOver(final SortedMap<ResourceId, String> served) {
        return PushEntries.of(ID, UpdateStreamResource.PATH, PushCodec.EVENT_STREAM, PushCodec.STREAM_PARAMS, true,
            served);
    }

    @Override
    public String publisher() {
        return PushEntries.PUBLISHER;
    }
}

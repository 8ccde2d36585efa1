/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.version;

import java.util.Optional;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.northbound.json.MediaTypes;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Request;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Source;

/** Makes one request of all that have the same answers, so that it is followed once. */
public final class Inputs {
    private static final IpAddr ANYBODY = IpAddr.parse("0.0.0.0");

    private Inputs() {
    }

    /**
     * Makes a request.
     *
     * @param id the resource
     * @param source what is known of it
     * @param input what the client gave; left out for resources that are requested by GET
     * @param client the address of the client; left out where it does not count, as in all but endpoint costs
     * @return the request
     */
    public static Request request(final ResourceId id, final Source source, final Optional<String> input,
            final IpAddr client) {
        return new Request(id, source.path(), input.filter(text -> source.accepts().isPresent()),
            source.mediaType().equals(MediaTypes.ENDPOINT_COST) ? client : ANYBODY);
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.json;

import java.util.EnumSet;
import java.util.Set;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Versioned;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.northbound.error.AltoRequestException;
import org.opendaylight.alto.northbound.query.NetworkMapFilter;

/** Requests for parts of network maps and the answers (RFC 7285, section 11.3.1). */
public final class NetworkMapFilterCodec {
    private NetworkMapFilterCodec() {
    }

    /**
     * Decodes a request.
     *
     * @param body the body of the request
     * @param map the network map
     * @return the request; what it names and the map does not know is left out
     * @throws AltoRequestException if the request is not valid
     */
    public static NetworkMapFilter decode(final byte[] body, final NetworkMap map) {
        final var request = JsonRequest.parse(body);
        final var pids = PidNames.select(request.requiredStrings("pids"), map.pids().keySet());
        final var types = request.strings("address-types");
        final Set<AddressFamily> families = EnumSet.allOf(AddressFamily.class);
        if (!types.isEmpty()) {
            families.removeIf(family -> !types.contains(family.wireName()));
        }
        return new NetworkMapFilter(pids, families);
    }

    /**
     * Encodes an answer. Every PID that is wanted is there, even if it has no address of a type that is wanted.
     *
     * @param filter the request
     * @param map the network map with its version, which is that of the answer, too
     * @return the message, in the order of the whole map
     */
    public static EncodedBody encode(final NetworkMapFilter filter, final Versioned<NetworkMap> map) {
        return NetworkMapCodec.encode(map.vtag(), map.map().pids().entrySet().stream()
            .filter(entry -> filter.pids().contains(entry.getKey()))
            .map(entry -> NetworkMapCodec.encode(entry.getKey(), entry.getValue(), filter.families())).toList());
    }
}

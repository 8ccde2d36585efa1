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
import java.util.List;
import java.util.Set;
import org.opendaylight.alto.core.map.EndpointAddrGroup;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.map.Versioned;
import org.opendaylight.alto.core.net.AddressFamily;

/** Network maps (RFC 7285, section 11.2.1.6). */
public final class NetworkMapCodec {
    private NetworkMapCodec() {
    }

    /**
     * Encodes one PID.
     *
     * @param pid its name
     * @param group its address group
     * @return the member of the network map, prefixes in the order of the group
     */
    public static EncodedPart encode(final Pid pid, final EndpointAddrGroup group) {
        return encode(pid, group, EnumSet.allOf(AddressFamily.class));
    }

    /**
     * Encodes a part of one PID.
     *
     * @param pid its name
     * @param group its address group
     * @param families the address types that are encoded
     * @return the member of the network map, prefixes in the order of the group
     */
    static EncodedPart encode(final Pid pid, final EndpointAddrGroup group, final Set<AddressFamily> families) {
        return JsonWriter.encodePart(pid.value(), json -> {
            json.writeStartObject();
            for (var family : families) {
                final var prefixes = group.prefixes(family);
                if (!prefixes.isEmpty()) {
                    json.writeArrayFieldStart(family.wireName());
                    for (var prefix : prefixes) {
                        json.writeString(prefix.toString());
                    }
                    json.writeEndArray();
                }
            }
            json.writeEndObject();
        });
    }

    /**
     * Encodes a whole network map.
     *
     * @param vtag its version
     * @param pids its PIDs, encoded, in order
     * @return the message
     */
    public static EncodedBody encode(final VersionTag vtag, final List<EncodedPart> pids) {
        return JsonWriter.encode(json -> {
            json.writeObjectFieldStart("vtag");
            JsonWriter.writeVersionTag(json, vtag);
            json.writeEndObject();
        }, "network-map", pids);
    }

    /**
     * Encodes a whole network map, with no part of it encoded before.
     *
     * @param map the map with its version
     * @return the message
     */
    public static EncodedBody encode(final Versioned<NetworkMap> map) {
        return encode(map.vtag(), map.map().pids().entrySet().stream()
            .map(pid -> encode(pid.getKey(), pid.getValue())).toList());
    }
}

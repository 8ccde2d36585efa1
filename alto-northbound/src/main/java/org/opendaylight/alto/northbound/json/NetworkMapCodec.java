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

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.net.IpPrefix;

/** Network maps (RFC 7285, section 11.2.1.6). */
public final class NetworkMapCodec {
    private NetworkMapCodec() {
    }

    /**
     * Encodes a whole network map.
     *
     * @param vtag its version
     * @param map its content
     * @return the message, PIDs and prefixes in the order of the map
     */
    public static EncodedBody encode(final VersionTag vtag, final NetworkMap map) {
        return JsonWriter.encode(json -> {
            json.writeObjectFieldStart("meta");
            json.writeObjectFieldStart("vtag");
            JsonWriter.writeVersionTag(json, vtag);
            json.writeEndObject();
            json.writeEndObject();
            json.writeObjectFieldStart("network-map");
            for (var pid : map.pids().entrySet()) {
                json.writeObjectFieldStart(pid.getKey().value());
                for (var family : AddressFamily.values()) {
                    writePrefixes(json, family, pid.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        });
    }

    private static void writePrefixes(final JsonGenerator json, final AddressFamily family,
            final Set<IpPrefix> prefixes) throws IOException {
        boolean started = false;
        for (var prefix : prefixes) {
            if (prefix.family() == family) {
                if (!started) {
                    json.writeArrayFieldStart(family.wireName());
                    started = true;
                }
                json.writeString(prefix.toString());
            }
        }
        if (started) {
            json.writeEndArray();
        }
    }
}

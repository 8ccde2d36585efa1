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

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.map.Versioned;
import org.opendaylight.alto.core.net.AddressFamily;

/** Writes the messages of network maps and cost maps, members in the order in which the server writes them. */
public final class MapFileWriter {
    private static final JsonFactory FACTORY =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private MapFileWriter() {
    }

    /**
     * Writes a network map (RFC 7285, section 11.2.1.6).
     *
     * @param map the map
     * @param out where to; not closed
     * @throws IOException if it cannot be written there
     */
    public static void writeNetworkMap(final Versioned<NetworkMap> map, final OutputStream out) throws IOException {
        try (var json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("meta");
            json.writeObjectFieldStart("vtag");
            writeVersionTag(json, map.vtag());
            json.writeEndObject();
            json.writeEndObject();
            json.writeObjectFieldStart("network-map");
            for (var entry : map.map().pids().entrySet()) {
                json.writeObjectFieldStart(entry.getKey().value());
                for (var family : AddressFamily.values()) {
                    final var prefixes = entry.getValue().prefixes(family);
                    if (!prefixes.isEmpty()) {
                        json.writeArrayFieldStart(family.wireName());
                        for (var prefix : prefixes) {
                            json.writeString(prefix.toString());
                        }
                        json.writeEndArray();
                    }
                }
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    /**
     * Writes a cost map (RFC 7285, section 11.2.3.6).
     *
     * @param map the map
     * @param out where to; not closed
     * @throws IOException if it cannot be written there
     */
    public static void writeCostMap(final CostMap map, final OutputStream out) throws IOException {
        try (var json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("meta");
            json.writeArrayFieldStart("dependent-vtags");
            json.writeStartObject();
            writeVersionTag(json, map.networkMap());
            json.writeEndObject();
            json.writeEndArray();
            json.writeObjectFieldStart("cost-type");
            json.writeStringField("cost-mode", map.type().mode().value());
            json.writeStringField("cost-metric", map.type().metric().value());
            json.writeEndObject();
            json.writeEndObject();
            json.writeObjectFieldStart("cost-map");
            for (var entry : map.rows().entrySet()) {
                json.writeFieldName(entry.getKey().value());
                json.writeRawValue(CostRowCodec.format(entry.getValue()));
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void writeVersionTag(final JsonGenerator json, final VersionTag vtag) throws IOException {
        json.writeStringField("resource-id", vtag.resourceId().value());
        json.writeStringField("tag", vtag.tag());
    }
}

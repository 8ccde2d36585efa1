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
import java.util.TreeSet;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostType;

/** Information resource directories (RFC 7285, section 9.2.2). */
public final class DirectoryCodec {
    private DirectoryCodec() {
    }

    /**
     * Encodes a directory.
     *
     * @param directory its content
     * @return the message; every cost type that an entry has gets a name, and no other
     */
    public static EncodedBody encode(final Directory directory) {
        final var costTypes = new TreeSet<CostType>();
        directory.entries().values().forEach(entry -> costTypes.addAll(entry.costTypes()));
        return JsonWriter.encode(json -> {
            json.writeObjectFieldStart("meta");
            json.writeObjectFieldStart("cost-types");
            for (var type : costTypes) {
                JsonWriter.writeCostType(json, nameOf(type), type);
            }
            json.writeEndObject();
            if (directory.defaultNetworkMap().isPresent()) {
                json.writeStringField("default-alto-network-map", directory.defaultNetworkMap().orElseThrow().value());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("resources");
            for (var resource : directory.entries().entrySet()) {
                json.writeObjectFieldStart(resource.getKey().value());
                writeEntry(json, resource.getValue());
                json.writeEndObject();
            }
            json.writeEndObject();
        });
    }

    private static void writeEntry(final JsonGenerator json, final Directory.Entry entry) throws IOException {
        json.writeStringField("uri", entry.uri());
        json.writeStringField("media-type", entry.mediaType());
        if (entry.accepts().isPresent()) {
            json.writeStringField("accepts", entry.accepts().orElseThrow());
        }
        if (!entry.costTypes().isEmpty()) {
            json.writeObjectFieldStart("capabilities");
            if (entry.costConstraints()) {
                json.writeBooleanField("cost-constraints", true);
            }
            json.writeArrayFieldStart("cost-type-names");
            for (var type : entry.costTypes()) {
                json.writeString(nameOf(type));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        if (!entry.uses().isEmpty()) {
            json.writeArrayFieldStart("uses");
            for (var id : entry.uses()) {
                json.writeString(id.value());
            }
            json.writeEndArray();
        }
    }

    /** The name of a cost type, local to the directory, in the manner of the examples in RFC 7285. */
    private static String nameOf(final CostType type) {
        final var mode = type.mode().equals(CostMode.NUMERICAL) ? "num"
            : type.mode().equals(CostMode.ORDINAL) ? "ord" : type.mode().value();
        return mode + "-" + type.metric();
    }
}

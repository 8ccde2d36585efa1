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
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.opendaylight.alto.core.map.CostContext;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostType;

/** Information resource directories (RFC 7285, section 9.2.2). */
public final class DirectoryCodec {
    private static final String COST_CONSTRAINTS = "cost-constraints";
    private static final String COST_TYPE_NAMES = "cost-type-names";

    private DirectoryCodec() {
    }

    /**
     * Encodes a directory.
     *
     * @param directory its content
     * @return the message; every cost type that an entry has gets a name, and no other
     */
    public static EncodedBody encode(final Directory directory) {
        final var costTypes = new TreeMap<String, Announced>();
        directory.entries().values().forEach(entry -> announced(entry.capabilities())
            .forEach(type -> costTypes.put(type.name(), type)));
        return JsonWriter.encode(json -> {
            json.writeObjectFieldStart("meta");
            json.writeObjectFieldStart("cost-types");
            for (var type : costTypes.values()) {
                JsonWriter.writeCostType(json, type.name(), type.type(), type.context());
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
        if (!entry.capabilities().equals(Directory.Capabilities.NONE)) {
            json.writeObjectFieldStart("capabilities");
            writeCapabilities(json, entry.capabilities());
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

    private static void writeCapabilities(final JsonGenerator json, final Directory.Capabilities capabilities)
            throws IOException {
        if (capabilities.costConstraints()) {
            json.writeBooleanField(COST_CONSTRAINTS, true);
        }
        if (!capabilities.costTypes().isEmpty()) {
            json.writeArrayFieldStart(COST_TYPE_NAMES);
            for (var type : announced(capabilities).toList()) {
                json.writeString(type.name());
            }
            json.writeEndArray();
        }
        if (!capabilities.propertyTypes().isEmpty()) {
            json.writeArrayFieldStart("prop-types");
            for (var type : capabilities.propertyTypes()) {
                json.writeString(type);
            }
            json.writeEndArray();
        }
        for (var other : JsonRequest.MAPPER.readTree(capabilities.others()).properties()) {
            json.writeFieldName(other.getKey());
            JsonRequest.MAPPER.writeTree(json, other.getValue());
        }
    }

    /**
     * Checks capabilities that a bundle gives to a resource of its own.
     *
     * @param capabilities should be the text of a JSON object
     * @throws IllegalArgumentException if it is something else, or has the names of cost types, which are this
     *     server's to give
     */
    public static void requireCapabilities(final String capabilities) {
        final JsonNode object;
        try {
            object = JsonRequest.MAPPER.readTree(capabilities);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("capabilities: not JSON: " + e.getOriginalMessage(), e);
        }
        if (!object.isObject()) {
            throw new IllegalArgumentException("capabilities: not a JSON object: " + capabilities);
        }
        if (object.has(COST_TYPE_NAMES)) {
            throw new IllegalArgumentException("capabilities/" + COST_TYPE_NAMES
                + ": a route gives the cost types themselves, and the directory names them");
        }
    }

    /** A cost type as a resource announces it. */
    private record Announced(CostType type, Optional<CostContext> context) {
        /**
         * The name of the cost type, local to the directory, in the manner of the examples in RFC 7285. That of another
         * context is another one (RFC 9439, section 3.1).
         */
        String name() {
            final var mode = type.mode().equals(CostMode.NUMERICAL) ? "num"
                : type.mode().equals(CostMode.ORDINAL) ? "ord" : type.mode().value();
            return mode + "-" + type.metric() + context.map(known -> "-" + known.source()).orElse("");
        }
    }

    private static Stream<Announced> announced(final Directory.Capabilities capabilities) {
        return capabilities.costTypes().stream().map(type ->
            new Announced(type, Optional.ofNullable(capabilities.contexts().get(type.metric()))));
    }
}

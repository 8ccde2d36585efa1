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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.opendaylight.alto.core.map.CostContext;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.VersionTag;

/** What all encoders share. They write in a fixed order, so equal content makes equal bytes. */
final class JsonWriter {
    private static final JsonFactory FACTORY = new JsonFactory();
    // from here on not every integer is a double
    private static final double EXACT_INTEGERS = 1L << 53;

    private static final byte[] END_OF_BOTH = { '}', '}' };

    private JsonWriter() {
    }

    /** Writes the inside of the outermost object. */
    @FunctionalInterface
    interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** Encodes a whole message. */
    static EncodedBody encode(final Content content) {
        return new EncodedBody(object(content));
    }

    /** Encodes a message that has, besides the inside of its meta, one object that consists of parts. */
    static EncodedBody encode(final Content meta, final String field, final List<EncodedPart> parts) {
        final var head = object(json -> {
            json.writeObjectFieldStart("meta");
            meta.writeTo(json);
            json.writeEndObject();
            json.writeObjectFieldStart(field);
            json.writeEndObject();
        });
        // up to and from between the braces of the object at the end
        final int end = head.length - END_OF_BOTH.length;
        return new EncodedBody(field, Arrays.copyOf(head, end), parts, END_OF_BOTH);
    }

    /** Encodes the one member of an object, when it is needed. */
    static EncodedPart encodePart(final String name, final Content value) {
        return new EncodedPart(name, () -> {
            final var object = object(json -> {
                json.writeFieldName(name);
                value.writeTo(json);
            });
            return Arrays.copyOfRange(object, 1, object.length - 1);
        });
    }

    private static byte[] object(final Content content) {
        final var bytes = new ByteArrayOutputStream();
        try (var json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            content.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** Writes the versions of network maps on which a message depends (RFC 7285, section 11.1). */
    static void writeDependentVtags(final JsonGenerator json, final Collection<VersionTag> vtags) throws IOException {
        json.writeArrayFieldStart("dependent-vtags");
        for (var vtag : vtags) {
            json.writeStartObject();
            writeVersionTag(json, vtag);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes the members of a VersionTag (RFC 7285, section 10.3). */
    static void writeVersionTag(final JsonGenerator json, final VersionTag vtag) throws IOException {
        json.writeStringField("resource-id", vtag.resourceId().value());
        json.writeStringField("tag", vtag.tag());
    }

    /** Writes a CostType (RFC 7285, section 10.7) as a field. */
    static void writeCostType(final JsonGenerator json, final String field, final CostType type,
            final Optional<CostContext> context) throws IOException {
        json.writeFieldName(field);
        writeCostType(json, type, context);
    }

    /** Writes a CostType as a value. */
    static void writeCostType(final JsonGenerator json, final CostType type, final Optional<CostContext> context)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("cost-mode", type.mode().value());
        json.writeStringField("cost-metric", type.metric().value());
        if (context.isPresent()) {
            json.writeObjectFieldStart("cost-context");
            json.writeStringField("cost-source", context.orElseThrow().source().toString());
            final var parameters = context.orElseThrow().parameters();
            if (!parameters.isEmpty()) {
                json.writeObjectFieldStart("parameters");
                for (final var parameter : parameters.entrySet()) {
                    json.writeStringField(parameter.getKey(), parameter.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** Writes a cost; a whole number has no fraction. */
    static void writeCost(final JsonGenerator json, final double cost) throws IOException {
        if (Double.compare(cost, Math.rint(cost)) == 0 && Math.abs(cost) < EXACT_INTEGERS) {
            json.writeNumber((long) cost);
        } else {
            json.writeNumber(cost);
        }
    }
}

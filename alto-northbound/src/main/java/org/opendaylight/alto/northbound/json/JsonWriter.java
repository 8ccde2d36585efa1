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
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.VersionTag;

/** What all encoders share. They write in a fixed order, so equal content makes equal bytes. */
final class JsonWriter {
    private static final JsonFactory FACTORY = new JsonFactory();
    // from here on not every integer is a double
    private static final double EXACT_INTEGERS = 1L << 53;

    private JsonWriter() {
    }

    /** Writes the inside of the outermost object. */
    @FunctionalInterface
    interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    static EncodedBody encode(final Content content) {
        final var bytes = new ByteArrayOutputStream();
        try (var json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            content.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return new EncodedBody(bytes.toByteArray());
    }

    /** Writes the members of a VersionTag (RFC 7285, section 10.3). */
    static void writeVersionTag(final JsonGenerator json, final VersionTag vtag) throws IOException {
        json.writeStringField("resource-id", vtag.resourceId().value());
        json.writeStringField("tag", vtag.tag());
    }

    /** Writes a CostType (RFC 7285, section 10.7) as a field. */
    static void writeCostType(final JsonGenerator json, final String field, final CostType type) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("cost-mode", type.mode().value());
        json.writeStringField("cost-metric", type.metric().value());
        json.writeEndObject();
    }

    /** Writes a cost as a field; a whole number has no fraction. */
    static void writeCost(final JsonGenerator json, final String field, final double cost) throws IOException {
        if (Double.compare(cost, Math.rint(cost)) == 0 && Math.abs(cost) < EXACT_INTEGERS) {
            json.writeNumberField(field, (long) cost);
        } else {
            json.writeNumberField(field, cost);
        }
    }
}

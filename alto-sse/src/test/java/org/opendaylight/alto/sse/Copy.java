/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.flipkart.zjsonpatch.JsonPatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;

/** What a client has of a resource. Patches are applied by a library that had no part in making them. */
public final class Copy {
    private static final ObjectMapper MAPPER =
        JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private JsonNode value = MAPPER.createObjectNode();

    public static JsonNode json(final String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    public void take(final String mediaType, final String data) {
        value = switch (mediaType) {
            case "application/merge-patch+json" -> merge(value, json(data));
            case "application/json-patch+json" -> JsonPatch.apply(json(data), value);
            default -> json(data);
        };
    }

    public JsonNode value() {
        return value;
    }

    /** RFC 7396, section 2, word by word. */
    private static JsonNode merge(final @Nullable JsonNode target, final JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        final var result = target != null && target.isObject() ? target.<ObjectNode>deepCopy()
            : MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            if (member.getValue().isNull()) {
                result.remove(member.getKey());
            } else {
                result.set(member.getKey(), merge(result.get(member.getKey()), member.getValue()));
            }
        }
        return result;
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.patch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.northbound.json.EncodedBody;
import org.opendaylight.alto.northbound.json.EncodedPart;

/**
 * Compares two versions of a message. Parts that both share are not looked at, so a small change of a large map takes
 * time proportional to the number of its parts, and to the size of those that changed.
 */
public final class MessageDiff {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();

    private MessageDiff() {
    }

    /**
     * Says what changed, in the shorter of the two ways.
     *
     * @param before the version before, a JSON object
     * @param after the version after, a JSON object
     * @return the patch; empty if it would not be shorter than the version after
     */
    public static Optional<Patch> between(final EncodedBody before, final EncodedBody after) {
        final var patches = new PatchWriter(after.length());
        final var field = after.field();
        final var oldFrame = object(before.frame());
        final var newFrame = object(after.frame());
        if (field.isEmpty() || !field.equals(before.field())) {
            patches.add(whole(before, oldFrame), whole(after, newFrame));
            return patches.end();
        }
        final var name = field.orElseThrow();
        oldFrame.remove(name);
        newFrame.remove(name);
        patches.add(oldFrame, newFrame);
        patches.enter(name);
        final Map<String, EncodedPart> left = new LinkedHashMap<>(before.parts().size() * 2);
        before.parts().forEach(part -> left.put(part.name(), part));
        for (var part : after.parts()) {
            final @Nullable EncodedPart old = left.remove(part.name());
            if (old == null) {
                patches.added(part.name(), value(part));
            } else if (old != part && !Arrays.equals(old.bytes(), part.bytes())) {
                patches.changed(part.name(), value(old), value(part));
            }
            if (patches.isTooLong()) {
                return Optional.empty();
            }
        }
        left.keySet().forEach(patches::removed);
        return patches.end();
    }

    private static ObjectNode whole(final EncodedBody body, final ObjectNode frame) {
        return body.parts().isEmpty() ? frame : object(body.toString());
    }

    private static JsonNode value(final EncodedPart part) {
        return read("{" + new String(part.bytes(), StandardCharsets.UTF_8) + "}").get(part.name());
    }

    private static ObjectNode object(final String text) {
        return (ObjectNode) read(text);
    }

    private static JsonNode read(final String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The server's own message is not JSON", e);
        }
    }

    static byte[] write(final JsonNode value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
    }

}

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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;

/** Compares two JSON values. Takes time proportional to their size. */
final class ValueDiff {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ValueDiff() {
    }

    /**
     * Says in a merge patch what changed between two objects.
     *
     * @param before the value before
     * @param after the value after
     * @return the patch, without members if nothing changed; empty if a merge patch cannot say it, because a member is
     *     null afterwards
     */
    static Optional<ObjectNode> merge(final JsonNode before, final JsonNode after) {
        final var patch = NODES.objectNode();
        for (var member : before.properties()) {
            if (!after.has(member.getKey())) {
                patch.putNull(member.getKey());
            }
        }
        for (var member : after.properties()) {
            final @Nullable JsonNode old = before.get(member.getKey());
            final var value = member.getValue();
            if (value.equals(old)) {
                continue;
            }
            if (old != null && old.isObject() && value.isObject()) {
                final var inner = merge(old, value);
                if (inner.isEmpty()) {
                    return Optional.empty();
                }
                patch.set(member.getKey(), inner.orElseThrow());
            } else if (hasNullMember(value)) {
                return Optional.empty();
            } else {
                patch.set(member.getKey(), value);
            }
        }
        return Optional.of(patch);
    }

    /**
     * Tells whether a value cannot be said by a merge patch. Arrays are taken as they are, with what is in them.
     *
     * @param value the value of a member
     * @return whether it is null, or an object with such a member
     */
    static boolean hasNullMember(final JsonNode value) {
        if (value.isObject()) {
            for (var member : value.properties()) {
                if (hasNullMember(member.getValue())) {
                    return true;
                }
            }
        }
        return value.isNull();
    }

    /**
     * Says in operations of a JSON patch what changed between two values.
     *
     * @param before the value before
     * @param after the value after
     * @param path where it is, as a JSON pointer (RFC 6901)
     * @param operations gets the operations
     */
    static void operations(final JsonNode before, final JsonNode after, final String path,
            final ArrayNode operations) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            for (var member : before.properties()) {
                if (!after.has(member.getKey())) {
                    operations.add(operation("remove", step(path, member.getKey())));
                }
            }
            for (var member : after.properties()) {
                final @Nullable JsonNode old = before.get(member.getKey());
                final var place = step(path, member.getKey());
                if (old == null) {
                    operations.add(operation("add", place).set("value", member.getValue()));
                } else {
                    operations(old, member.getValue(), place, operations);
                }
            }
            return;
        }
        final var replacement = operation("replace", path).<ObjectNode>set("value", after);
        if (before.isArray() && after.isArray()) {
            final var steps = NODES.arrayNode();
            if (elements(before, after, path, steps)
                    && steps.toString().length() < replacement.toString().length()) {
                operations.addAll(steps);
                return;
            }
        }
        operations.add(replacement);
    }

    /** Compares lists of different values, of which those that stay keep their order; returns false for others. */
    private static boolean elements(final JsonNode before, final JsonNode after, final String path,
            final ArrayNode operations) {
        final var old = setOf(before);
        final var renewed = setOf(after);
        if (old.size() < before.size() || renewed.size() < after.size()) {
            return false;
        }
        int from = 0;
        int to = 0;
        while (from < before.size() || to < after.size()) {
            final @Nullable JsonNode here = before.get(from);
            final @Nullable JsonNode there = after.get(to);
            if (here != null && here.equals(there)) {
                from++;
                to++;
            } else if (here != null && !renewed.contains(here)) {
                operations.add(operation("remove", path + "/" + to));
                from++;
            } else if (there != null && !old.contains(there)) {
                operations.add(operation("add", path + "/" + to).set("value", there));
                to++;
            } else {
                return false;
            }
        }
        return true;
    }

    private static Set<JsonNode> setOf(final JsonNode array) {
        final var values = new HashSet<JsonNode>();
        array.forEach(values::add);
        return values;
    }

    static ObjectNode operation(final String name, final String path) {
        return NODES.objectNode().put("op", name).put("path", path);
    }

    /** Appends a member to a JSON pointer (RFC 6901, section 3). */
    static String step(final String path, final String member) {
        return path + "/" + member.replace("~", "~0").replace("/", "~1");
    }
}

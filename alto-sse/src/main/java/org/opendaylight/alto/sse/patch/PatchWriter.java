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
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Writes both kinds of patch at a time, and gives up the one that is much longer than the other, or than what it is to
 * replace. For one patch and one thread.
 */
final class PatchWriter {
    /** How much longer a patch may be for some time. In bytes. */
    private static final int SLACK = 1 << 16;

    private final long limit;
    private final Text merge = new Text("{");
    private final Text json = new Text("[");
    private String path = "";
    private String closing = "}";

    /** A patch under way: its members or operations, separated by commas. */
    private static final class Text {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean first = true;
        private boolean given;

        Text(final String start) {
            raw(start);
        }

        void raw(final String text) {
            bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Starts a member or an operation. */
        void next() {
            if (!first) {
                bytes.write(',');
            }
            first = false;
        }

        /** Adds what is inside of an object or array. */
        void inside(final byte[] container) {
            if (container.length > 2) {
                next();
                bytes.write(container, 1, container.length - 2);
            }
        }

        void giveUp() {
            given = true;
            bytes.reset();
        }
    }

    /**
     * Starts.
     *
     * @param limit the length of the message that the patch stands for, in bytes
     */
    PatchWriter(final long limit) {
        this.limit = limit;
    }

    /** Adds the differences of two objects. */
    void add(final ObjectNode before, final ObjectNode after) {
        if (!merge.given) {
            ValueDiff.merge(before, after).map(MessageDiff::write).ifPresentOrElse(merge::inside, merge::giveUp);
        }
        operations(before, after, path);
    }

    /** Goes on with the members of a member. */
    void enter(final String member) {
        path = ValueDiff.step(path, member);
        if (!merge.given) {
            merge.next();
            merge.raw(quoted(member) + ":{");
            merge.first = true;
        }
        closing = "}}";
    }

    void added(final String member, final JsonNode value) {
        if (ValueDiff.hasNullMember(value)) {
            merge.giveUp();
        }
        final var text = MessageDiff.write(value);
        if (!merge.given) {
            merge.next();
            merge.raw(quoted(member) + ":");
            merge.bytes.writeBytes(text);
        }
        if (!json.given) {
            json.next();
            json.bytes.writeBytes(MessageDiff.write(
                ValueDiff.operation("add", ValueDiff.step(path, member)).set("value", value)));
        }
        weigh();
    }

    void changed(final String member, final JsonNode before, final JsonNode after) {
        final var old = JsonNodeFactory.instance.objectNode();
        old.set(member, before);
        final var renewed = JsonNodeFactory.instance.objectNode();
        renewed.set(member, after);
        add(old, renewed);
        weigh();
    }

    void removed(final String member) {
        if (!merge.given) {
            merge.next();
            merge.raw(quoted(member) + ":null");
        }
        if (!json.given) {
            json.next();
            json.bytes.writeBytes(MessageDiff.write(
                ValueDiff.operation("remove", ValueDiff.step(path, member))));
        }
        weigh();
    }

    private void operations(final ObjectNode before, final ObjectNode after, final String place) {
        if (!json.given) {
            final var operations = JsonNodeFactory.instance.arrayNode();
            ValueDiff.operations(before, after, place, operations);
            json.inside(MessageDiff.write(operations));
        }
    }

    private void weigh() {
        final int mergeSize = merge.bytes.size();
        final int jsonSize = json.bytes.size();
        if (!merge.given && (mergeSize > limit || !json.given && mergeSize > jsonSize + SLACK)) {
            merge.giveUp();
        } else if (!json.given && (jsonSize > limit || !merge.given && jsonSize > mergeSize + SLACK)) {
            json.giveUp();
        }
    }

    boolean isTooLong() {
        return merge.given && json.given;
    }

    /** Ends the patches, and chooses the shorter one; of two of equal length the merge patch. */
    Optional<Patch> end() {
        merge.raw(merge.given ? "" : closing);
        json.raw(json.given ? "" : "]");
        final var merged = Optional.of(merge).filter(text -> !text.given);
        final var operated = Optional.of(json).filter(text -> !text.given
            && (merge.given || text.bytes.size() < merge.bytes.size()));
        return operated.map(text -> new Patch(PatchType.JSON, new EncodedText(text.bytes.toByteArray())))
            .or(() -> merged.map(text -> new Patch(PatchType.MERGE, new EncodedText(text.bytes.toByteArray()))))
            .filter(patch -> patch.text().length() < limit);
    }

    private static String quoted(final String name) {
        return new String(MessageDiff.write(JsonNodeFactory.instance.textNode(name)), StandardCharsets.UTF_8);
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.map.InvalidMapException;

/**
 * An object whose fields are read one by one, strictly. Every mistake is an {@link InvalidMapException} at the path of
 * its field.
 */
final class JsonFields {
    // Definitions are at most four levels deep
    private static final int MAX_NESTING = 16;
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();

    private final String path;
    private final JsonNode node;
    /** The fields that somebody asked for. */
    private final SortedSet<String> known = new TreeSet<>();

    private JsonFields(final String path, final JsonNode node) {
        this.path = path;
        this.node = node;
    }

    /** Parses a text, which must be one object and nothing else, without two fields of one name. */
    static JsonFields parse(final String text) {
        try (var parser = MAPPER.createParser(text)) {
            final JsonNode root;
            try {
                root = MAPPER.readTree(parser);
            } catch (JsonProcessingException e) {
                final var field = parser.getParsingContext().pathAsPointer().toString();
                final var place = e.getLocation();
                throw fault(field.isEmpty() ? field : field.substring(1), "line " + place.getLineNr() + ", column "
                    + place.getColumnNr() + ": " + e.getOriginalMessage(), e);
            }
            if (root == null || !root.isObject()) {
                throw new InvalidMapException("", "this is not a JSON object; expected { and the fields of a map");
            }
            return new JsonFields("", root);
        } catch (IOException e) {
            throw fault("", "this cannot be read: " + e.getMessage(), e);
        }
    }

    private static InvalidMapException fault(final String place, final String problem, final Exception cause) {
        final var fault = new InvalidMapException(place, problem);
        fault.initCause(cause);
        return fault;
    }

    /** Makes an error about a field. */
    InvalidMapException fault(final String field, final String problem) {
        return new InvalidMapException(path + field, problem);
    }

    /** Makes an error about this object, which is not the whole. */
    InvalidMapException fault(final String problem) {
        return new InvalidMapException(path.substring(0, path.length() - 1), problem);
    }

    /** Makes something of a text at a field; its complaint becomes one about the field. */
    <T> T make(final String field, final String text, final Function<String, T> maker) {
        try {
            return maker.apply(text);
        } catch (IllegalArgumentException e) {
            throw fault(path + field, e.getMessage(), e);
        }
    }

    /** Tells whether a field is there, whatever its value. It is not known thereby. */
    boolean has(final String field) {
        return node.has(field);
    }

    /** Returns the names of all fields, in their order. All are known then. */
    List<String> names() {
        final var names = new ArrayList<String>(node.size());
        node.fieldNames().forEachRemaining(names::add);
        known.addAll(names);
        return names;
    }

    /** Returns an object, which must be there. */
    JsonFields object(final String field) {
        return optionalObject(field).orElseThrow(() -> missing(field));
    }

    Optional<JsonFields> optionalObject(final String field) {
        return optional(field).map(value -> {
            if (!value.isObject()) {
                throw wrong(field, value, "an object { }");
            }
            return new JsonFields(path + field + "/", value);
        });
    }

    /** Returns what a string stands for, which must be there. */
    <T> T text(final String field, final Function<String, T> maker) {
        return optionalText(field, maker).orElseThrow(() -> missing(field));
    }

    <T> Optional<T> optionalText(final String field, final Function<String, T> maker) {
        return optional(field).map(value -> {
            if (!value.isTextual()) {
                throw wrong(field, value, "a string in quotes");
            }
            return make(field, value.textValue(), maker);
        });
    }

    /** Returns what the strings of an array stand for, which must be there and have an element. No two are the same. */
    <T> List<T> texts(final String field, final Function<String, T> maker) {
        final var array = optional(field).orElseThrow(() -> missing(field));
        if (!array.isArray()) {
            throw wrong(field, array, "an array of strings [ ]");
        }
        if (array.isEmpty()) {
            throw fault(field, "the array is empty; expected at least one string in it");
        }
        final var made = new ArrayList<T>(array.size());
        for (var element : array) {
            final var place = field + "/" + made.size();
            if (!element.isTextual()) {
                throw wrong(place, element, "a string in quotes");
            }
            final var one = make(place, element.textValue(), maker);
            if (made.contains(one)) {
                throw fault(place, "'" + element.textValue() + "' is there twice");
            }
            made.add(one);
        }
        return made;
    }

    /** Returns an integer, which must be in a range. */
    Optional<BigInteger> optionalInteger(final String field, final long min, final long max) {
        return optional(field).map(value -> {
            if (!value.isIntegralNumber() || value.bigIntegerValue().compareTo(BigInteger.valueOf(min)) < 0
                    || value.bigIntegerValue().compareTo(BigInteger.valueOf(max)) > 0) {
                throw wrong(field, value, "an integer from " + min + " to " + max);
            }
            return value.bigIntegerValue();
        });
    }

    /** Returns a number of things, 1 or more, which must be there. */
    int count(final String field) {
        return optionalInteger(field, 1, Integer.MAX_VALUE).orElseThrow(() -> missing(field)).intValueExact();
    }

    /** Returns a number from 0 to a maximum. */
    Optional<BigDecimal> optionalDecimal(final String field, final int max, final int digits) {
        return optional(field).map(value -> {
            if (!value.isNumber() || value.decimalValue().signum() < 0
                    || value.decimalValue().compareTo(BigDecimal.valueOf(max)) > 0
                    || value.decimalValue().stripTrailingZeros().scale() > digits) {
                throw wrong(field, value, "a number from 0 to " + max + " with at most " + digits + " decimals");
            }
            return value.decimalValue();
        });
    }

    /** Refuses fields that nobody asked for. */
    void requireNoOthers() {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw fault(name, known.isEmpty() ? "there is no such field; expected none here"
                    : "there is no such field; the fields here are " + String.join(", ", known));
            }
        });
    }

    private InvalidMapException missing(final String field) {
        return fault(field, "the field is missing");
    }

    private InvalidMapException wrong(final String field, final JsonNode value, final String expected) {
        return fault(field, "this is " + shortened(value.toString()) + "; expected " + expected);
    }

    private static String shortened(final String text) {
        return text.length() <= 64 ? text : text.substring(0, 60) + " ...";
    }

    private Optional<JsonNode> optional(final String field) {
        known.add(field);
        final @Nullable JsonNode value = node.get(field);
        return Optional.ofNullable(value);
    }
}

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
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.northbound.error.AltoRequestException;

/**
 * An object of a request, with the errors of RFC 7285, section 8.5.2. Fields that nobody asks for are ignored (section
 * 8.3.7).
 */
public final class JsonRequest {
    // Requests of RFC 7285 and its extensions are at most five levels deep
    private static final int MAX_NESTING = 64;
    /** Reads JSON strictly. */
    // BigDecimal, so that a wrong number is told to the client as it was sent and not as infinity
    static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();

    private final String path;
    private final JsonNode node;

    private JsonRequest(final String path, final JsonNode node) {
        this.path = path;
        this.node = node;
    }

    /**
     * Parses a body, which must be one object and nothing else, without two fields of one name.
     *
     * @param body the body of a request
     * @return the object
     * @throws AltoRequestException if the body is something else
     */
    public static JsonRequest parse(final byte[] body) {
        final JsonNode root;
        try {
            root = MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            final var place = e.getLocation();
            throw AltoRequestException.syntax(place == null ? e.getOriginalMessage()
                : "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": " + e.getOriginalMessage(), e);
        } catch (ArithmeticException | NumberFormatException e) {
            throw AltoRequestException.syntax("A number has an exponent that is too large", e);
        } catch (IOException e) {
            throw AltoRequestException.syntax("The body is not text in UTF-8", e);
        }
        if (!root.isObject()) {
            throw AltoRequestException.syntax("line 1, column 1: expected a JSON object", null);
        }
        return new JsonRequest("", root);
    }

    /**
     * Returns an object, which must be there.
     *
     * @param field the name of a field
     * @return its value
     * @throws AltoRequestException if it is not there or something else
     */
    public JsonRequest object(final String field) {
        final var value = required(field);
        if (!value.isObject()) {
            throw AltoRequestException.invalidType(path + field);
        }
        return new JsonRequest(path + field + "/", value);
    }

    /**
     * Returns a string, which must be there.
     *
     * @param field the name of a field
     * @return its value
     * @throws AltoRequestException if it is not there or something else
     */
    public String string(final String field) {
        final var value = required(field);
        if (!value.isTextual()) {
            throw AltoRequestException.invalidType(path + field);
        }
        return value.textValue();
    }

    /**
     * Returns a boolean, which may be left out.
     *
     * @param field the name of a field
     * @return its value
     * @throws AltoRequestException if it is something else
     */
    public Optional<Boolean> optionalBoolean(final String field) {
        final @Nullable JsonNode value = node.get(field);
        if (value != null && !value.isBoolean()) {
            throw AltoRequestException.invalidType(path + field);
        }
        return Optional.ofNullable(value).map(JsonNode::booleanValue);
    }

    /**
     * Returns all fields of this object, each of which must be an object.
     *
     * @return the objects by the names of the fields, in the order of the request
     * @throws AltoRequestException if one is something else
     */
    public Map<String, JsonRequest> members() {
        final var members = new LinkedHashMap<String, JsonRequest>();
        node.fieldNames().forEachRemaining(field -> members.put(field, object(field)));
        return members;
    }

    /** Returns the objects of an array, which must be there. */
    List<JsonRequest> objects(final String field) {
        final var array = required(field);
        if (!array.isArray()) {
            throw AltoRequestException.invalidType(path + field);
        }
        final var objects = new ArrayList<JsonRequest>(array.size());
        for (var element : array) {
            if (!element.isObject()) {
                throw AltoRequestException.invalidValue(path + field, element.toString());
            }
            objects.add(new JsonRequest(path + field + "/" + objects.size() + "/", element));
        }
        return objects;
    }

    /** Returns the elements of an array of strings, which must be there. */
    List<String> requiredStrings(final String field) {
        required(field);
        return strings(field);
    }

    /**
     * Returns the elements of an array of strings, which may be left out, which means empty.
     *
     * @param field the name of a field
     * @return its elements
     * @throws AltoRequestException if it is something else
     */
    public List<String> strings(final String field) {
        final @Nullable JsonNode array = node.get(field);
        if (array == null) {
            return List.of();
        }
        if (!array.isArray()) {
            throw AltoRequestException.invalidType(path + field);
        }
        return strings(path + field, array);
    }

    private static List<String> strings(final String place, final JsonNode array) {
        final var strings = new ArrayList<String>(array.size());
        for (var element : array) {
            if (!element.isTextual()) {
                throw AltoRequestException.invalidValue(place, element.toString());
            }
            strings.add(element.textValue());
        }
        return strings;
    }

    /** Returns the elements of an array of arrays of strings, which must be there, by the path of each array. */
    Map<String, List<String>> stringLists(final String field) {
        final var arrays = required(field);
        if (!arrays.isArray()) {
            throw AltoRequestException.invalidType(path + field);
        }
        final var lists = new LinkedHashMap<String, List<String>>();
        for (var array : arrays) {
            if (!array.isArray()) {
                throw AltoRequestException.invalidValue(path + field, array.toString());
            }
            final var place = path + field + "/" + lists.size();
            lists.put(place, strings(place, array));
        }
        return lists;
    }

    /**
     * Tells whether a field is there, whatever its value.
     *
     * @param field the name of a field
     * @return whether it is there
     */
    public boolean has(final String field) {
        return node.has(field);
    }

    /** Returns the JSON of a field, which must be there. */
    String text(final String field) {
        return required(field).toString();
    }

    /** Returns the path of this object, which is not the whole request. */
    String path() {
        return path.substring(0, path.length() - 1);
    }

    /**
     * Returns the full path of a field.
     *
     * @param field the name of a field
     * @return the names from the outermost object to it, separated by slashes
     */
    public String pathOf(final String field) {
        return path + field;
    }

    private JsonNode required(final String field) {
        final @Nullable JsonNode value = node.get(field);
        if (value == null) {
            throw AltoRequestException.missing(path + field);
        }
        return value;
    }

    /** Returns the object as JSON, without white space. */
    @Override
    public String toString() {
        return node.toString();
    }
}

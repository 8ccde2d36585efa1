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
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.map.InvalidMapException;

/** JSON that is read token by token and that knows, for a fault, where it is. */
final class MapFileReaderSource implements Closeable {
    private static final JsonFactory FACTORY = JsonFactory.builder()
        .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .build();

    private final String root;
    private final JsonParser json;

    /** Reads the value of one member. */
    @FunctionalInterface
    interface Member {
        /** Is called at the first token of the value, and leaves at its last one. */
        void read(String name) throws IOException;
    }

    /** Reads a file, which closing this does not close. */
    MapFileReaderSource(final InputStream file) throws IOException {
        root = "";
        json = FACTORY.createParser(file);
    }

    /** Reads a text that itself is at a place. */
    MapFileReaderSource(final String root, final String text) throws IOException {
        this.root = root;
        json = FACTORY.createParser(text);
    }

    JsonParser json() {
        return json;
    }

    /** Reads the members of an object. */
    void object(final Member member) throws IOException {
        require(JsonToken.START_OBJECT);
        final var seen = new HashSet<String>();
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            if (!seen.add(name)) {
                throw faultHere("there are two members of this name");
            }
            json.nextToken();
            member.read(name);
        }
    }

    /** Reads a text and makes something of it. */
    <T> T text(final Function<String, T> maker) throws IOException {
        require(JsonToken.VALUE_STRING);
        return make(json.getText(), maker);
    }

    /** Makes something of a text; it is a fault of this place if it cannot be made. */
    <T> T make(final String text, final Function<String, T> maker) {
        try {
            return maker.apply(text);
        } catch (IllegalArgumentException e) {
            throw caused(fault(e.getMessage()), e);
        }
    }

    void require(final JsonToken expected) {
        final var found = json.currentToken();
        if (found != expected) {
            throw faultHere("expected " + describe(expected) + ", found " + describe(found));
        }
    }

    /** Reads the first token. */
    void start(final String what) throws IOException {
        if (json.nextToken() == null) {
            throw new InvalidMapException(root, what + " is empty");
        }
    }

    /** Checks that nothing follows. */
    void end(final String what) throws IOException {
        if (json.nextToken() != null) {
            throw faultHere("something follows after the end of " + what);
        }
    }

    InvalidMapException fault(final String problem) {
        return new InvalidMapException(place(), problem);
    }

    /** Names line and column as well, where the place alone does not lead there. */
    InvalidMapException faultHere(final String problem) {
        return fault(problem + at(json.currentTokenLocation()));
    }

    InvalidMapException syntaxFault(final JsonProcessingException cause) {
        final var problem = cause.getOriginalMessage();
        final int end = problem.indexOf('\n');
        return caused(fault("not JSON: " + (end < 0 ? problem : problem.substring(0, end)) + at(cause.getLocation())),
            cause);
    }

    static InvalidMapException caused(final InvalidMapException fault, final Throwable cause) {
        fault.initCause(cause);
        return fault;
    }

    private String place() {
        final var pointer = json.getParsingContext().pathAsPointer().toString();
        return root.isEmpty() && !pointer.isEmpty() ? pointer.substring(1) : root + pointer;
    }

    private static String at(final @Nullable JsonLocation location) {
        return location == null ? ""
            : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static String describe(final @Nullable JsonToken token) {
        return switch (token) {
            case null -> "nothing";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            default -> token.asString();
        };
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.access;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the list of parameters of a header (RFC 9110, section 11.2). Not for several threads. */
final class AuthParams {
    private static final String MORE_OF_TOKEN = "!#$%&'*+-.^_`|~";

    private final String text;
    private int at;

    private AuthParams(final String text) {
        this.text = text;
    }

    /**
     * Reads parameters.
     *
     * @param text what follows the name of the scheme
     * @return value by name in lower case
     * @throws IllegalArgumentException if that is not a list of parameters, or has a name twice
     */
    static Map<String, String> parse(final String text) {
        return new AuthParams(text).list();
    }

    private Map<String, String> list() {
        final var params = new HashMap<String, String>();
        skipSpace();
        while (at < text.length()) {
            // elements of a list may be empty (RFC 9110, section 5.6.1)
            if (text.charAt(at) != ',') {
                final var name = token().toLowerCase(Locale.ROOT);
                skipSpace();
                expect('=');
                skipSpace();
                if (params.put(name, at < text.length() && text.charAt(at) == '"' ? quoted() : token()) != null) {
                    throw new IllegalArgumentException("A parameter is there twice");
                }
                skipSpace();
            }
            if (at < text.length()) {
                expect(',');
                skipSpace();
            }
        }
        return params;
    }

    private String token() {
        final int start = at;
        while (at < text.length() && isToken(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw new IllegalArgumentException("The parameters are malformed");
        }
        return text.substring(start, at);
    }

    private static boolean isToken(final char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z'
            || character >= '0' && character <= '9' || MORE_OF_TOKEN.indexOf(character) >= 0;
    }

    private String quoted() {
        expect('"');
        final var value = new StringBuilder();
        while (at < text.length()) {
            final char next = text.charAt(at++);
            if (next == '"') {
                return value.toString();
            }
            if (next == '\\' && at < text.length()) {
                value.append(text.charAt(at++));
            } else {
                value.append(next);
            }
        }
        throw new IllegalArgumentException("A quotation mark is missing");
    }

    private void expect(final char wanted) {
        if (at >= text.length() || text.charAt(at) != wanted) {
            throw new IllegalArgumentException("The parameters are malformed");
        }
        at++;
    }

    private void skipSpace() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }
}

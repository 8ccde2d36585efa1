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

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the value of a header {@code Authorization}. What it says of a wrong one has nothing out of it. */
public final class AuthorizationHeader {
    /** No value that a client sends is longer, in characters. */
    public static final int MAX_LENGTH = 4096;

    private static final Pattern NONCE_COUNT = Pattern.compile("[0-9a-fA-F]{8}");

    private AuthorizationHeader() {
    }

    /**
     * Reads a value.
     *
     * @param value the value
     * @return what it says
     * @throws IllegalArgumentException if it is malformed, too long, or of another scheme than Basic and Digest; says
     *     what is wrong
     */
    public static Credentials parse(final String value) {
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("Authorization has more than " + MAX_LENGTH + " characters");
        }
        final var trimmed = value.strip();
        final int space = trimmed.indexOf(' ');
        final var scheme = space < 0 ? trimmed : trimmed.substring(0, space);
        final var rest = space < 0 ? "" : trimmed.substring(space + 1).strip();
        if (scheme.equalsIgnoreCase("Basic")) {
            return basic(rest);
        }
        if (scheme.equalsIgnoreCase("Digest")) {
            return digest(AuthParams.parse(rest));
        }
        throw new IllegalArgumentException("Authorization is neither Basic nor Digest");
    }

    private static Credentials basic(final String encoded) {
        final String pair;
        try {
            pair = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Base64.getDecoder().decode(encoded)))
                .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("Basic credentials are not UTF-8", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Basic credentials are not Base64", e);
        }
        final int colon = pair.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("Basic credentials have no colon");
        }
        return new Credentials.Basic(pair.substring(0, colon), pair.substring(colon + 1));
    }

    private static Credentials digest(final Map<String, String> params) {
        if (!Credentials.Digest.AUTH.equals(params.get("qop"))) {
            throw new IllegalArgumentException("Digest credentials do not have qop=auth");
        }
        final var algorithm = DigestAlgorithm.ofWireName(params.getOrDefault("algorithm",
            DigestAlgorithm.MD5.wireName())).orElseThrow(
                () -> new IllegalArgumentException("Digest credentials are of an algorithm that was not offered"));
        final var count = require(params, "nc");
        if (!NONCE_COUNT.matcher(count).matches()) {
            throw new IllegalArgumentException("Digest credentials have an nc that is not 8 hexadecimal digits");
        }
        return new Credentials.Digest(require(params, "username"), require(params, "realm"), algorithm,
            require(params, "nonce"), require(params, "uri"), count, require(params, "cnonce"),
            require(params, "response"));
    }

    private static String require(final Map<String, String> params, final String name) {
        final var value = params.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Digest credentials have no " + name);
        }
        return value;
    }
}

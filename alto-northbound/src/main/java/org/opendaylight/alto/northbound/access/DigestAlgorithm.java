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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A hash function of RFC 7616, section 3.3, the preferred one first. */
public enum DigestAlgorithm {
    /** SHA-256. */
    SHA_256("SHA-256", 64),
    /** MD5, which clients of before 2015 know. */
    MD5("MD5", 32);

    private final String wireName;
    private final int hexDigits;

    DigestAlgorithm(final String wireName, final int hexDigits) {
        this.wireName = wireName;
        this.hexDigits = hexDigits;
    }

    /**
     * Finds an algorithm.
     *
     * @param name its name in a header, in any case
     * @return the algorithm, or empty if it is not one of these
     */
    public static Optional<DigestAlgorithm> ofWireName(final String name) {
        for (var algorithm : values()) {
            if (algorithm.wireName.equalsIgnoreCase(name)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the name in headers, which is Java's too.
     *
     * @return such as {@code SHA-256}
     */
    public String wireName() {
        return wireName;
    }

    /**
     * Returns how long a hash is.
     *
     * @return a number of hexadecimal digits
     */
    public int hexDigits() {
        return hexDigits;
    }

    /**
     * Hashes text.
     *
     * @param text any text; counts in UTF-8
     * @return hexadecimal digits in lower case
     */
    public String hash(final String text) {
        try {
            return HexFormat.of().formatHex(
                MessageDigest.getInstance(wireName).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + wireName, e);
        }
    }

    /**
     * Computes what is kept of a password: the hash that RFC 7616, section 3.4.2, calls H(A1).
     *
     * @param user the user's name
     * @param realm what the password is for
     * @param password the password
     * @return hexadecimal digits in lower case
     */
    public String secret(final String user, final String realm, final String password) {
        return hash(user + ':' + realm + ':' + password);
    }

    /**
     * Computes what a client sends that knows the password (RFC 7616, section 3.4.1).
     *
     * @param secret what {@link #secret} computes
     * @param method the method of the request
     * @param digest what else the client sends
     * @return hexadecimal digits in lower case
     */
    String response(final String secret, final String method, final Credentials.Digest digest) {
        return hash(String.join(":", secret, digest.nonce(), digest.nonceCount(), digest.clientNonce(),
            Credentials.Digest.AUTH, hash(method + ':' + digest.uri())));
    }
}

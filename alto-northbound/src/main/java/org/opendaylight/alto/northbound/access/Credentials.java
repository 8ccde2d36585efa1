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

/** What a client says of itself in a header {@code Authorization}. Its text form has no secrets. */
public sealed interface Credentials {
    /**
     * Returns who the client says it is.
     *
     * @return any text
     */
    String user();

    /**
     * A name and a password (RFC 7617).
     *
     * @param user the name
     * @param password the password
     */
    record Basic(String user, String password) implements Credentials {
        @Override
        public String toString() {
            return "Basic of " + user;
        }
    }

    /**
     * The proof that a client knows a password (RFC 7616), for quality of protection {@code auth}.
     *
     * @param user the name
     * @param realm what the password is for
     * @param algorithm the hash function
     * @param nonce what the server gave to the client
     * @param uri what the client asks for, as in the first line of the request
     * @param nonceCount how often the client used the nonce: 8 hexadecimal digits
     * @param clientNonce what the client chose
     * @param response the proof: hexadecimal digits
     */
    record Digest(String user, String realm, DigestAlgorithm algorithm, String nonce, String uri, String nonceCount,
            String clientNonce, String response) implements Credentials {
        /** The only quality of protection: the body of a request is not in the proof. */
        static final String AUTH = "auth";

        @Override
        public String toString() {
            return "Digest of " + user;
        }
    }
}

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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/** Finds out who sends a request, by Basic (RFC 7617) or Digest (RFC 7616). For several threads at once. */
public final class Authenticator {
    private static final int HEX_RADIX = 16;

    // a name that is not known takes as long as one that is
    private final User nobody;
    private final Function<String, Optional<User>> users;
    private final Nonces nonces;

    /**
     * Makes an authenticator.
     *
     * @param users finds a user by name
     * @param nonces what clients got
     */
    public Authenticator(final Function<String, Optional<User>> users, final Nonces nonces) {
        this.users = users;
        this.nonces = nonces;
        nobody = User.of("nobody", Set.of(),
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()) + nonces.issue());
    }

    /**
     * Looks at a request.
     *
     * @param method its method
     * @param target what it asks for, as in its first line: path and query
     * @param authorization the values of its headers {@code Authorization}
     * @return who sends it
     */
    public Identity identify(final String method, final String target, final List<String> authorization) {
        if (authorization.size() != 1) {
            return new Identity.Unproven(authorization.isEmpty() ? "This needs a user and a password"
                : "Authorization is there more than once", false);
        }
        final Credentials credentials;
        try {
            credentials = AuthorizationHeader.parse(authorization.getFirst());
        } catch (IllegalArgumentException e) {
            return new Identity.Unproven(String.valueOf(e.getMessage()), false);
        }
        final var found = users.apply(credentials.user());
        final var user = found.orElse(nobody);
        return switch (credentials) {
            case Credentials.Basic basic -> check(basic, user, found.isPresent());
            case Credentials.Digest digest -> check(digest, user, found.isPresent(), method, target);
        };
    }

    private static Identity check(final Credentials.Basic basic, final User user, final boolean known) {
        final boolean right = same(user.sha256(),
            DigestAlgorithm.SHA_256.secret(user.name(), User.REALM, basic.password()));
        return right && known ? new Identity.Proven(user) : wrong();
    }

    private Identity check(final Credentials.Digest digest, final User user, final boolean known, final String method,
            final String target) {
        if (!digest.realm().equals(User.REALM)) {
            return new Identity.Unproven("Digest credentials are for another realm", false);
        }
        if (!digest.uri().equals(target)) {
            return new Identity.Unproven("Digest credentials are for another uri", false);
        }
        final var algorithm = digest.algorithm();
        final boolean right = same(algorithm.response(user.secret(algorithm), method, digest),
            digest.response().toLowerCase(Locale.ROOT));
        if (!right || !known) {
            return wrong();
        }
        return nonces.use(digest.nonce(), Long.parseLong(digest.nonceCount(), HEX_RADIX))
            ? new Identity.Proven(user) : new Identity.Unproven("The nonce is too old, or was used already", true);
    }

    private static Identity wrong() {
        return new Identity.Unproven("User or password is wrong", false);
    }

    /** Compares in a time that does not tell where two texts differ. */
    private static boolean same(final String one, final String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Says how to prove who one is.
     *
     * @param stale whether the client need not ask for another password
     * @return the values of headers {@code WWW-Authenticate}, the best first
     */
    public List<String> challenges(final boolean stale) {
        // the same for all: some clients take parts of one challenge for another's
        final var nonce = nonces.issue();
        final var challenges = new ArrayList<String>();
        for (var algorithm : DigestAlgorithm.values()) {
            challenges.add("Digest realm=\"" + User.REALM + "\", qop=\"auth\", algorithm=" + algorithm.wireName()
                + ", nonce=\"" + nonce + "\", charset=UTF-8" + (stale ? ", stale=true" : ""));
        }
        challenges.add("Basic realm=\"" + User.REALM + "\", charset=\"UTF-8\"");
        return challenges;
    }
}

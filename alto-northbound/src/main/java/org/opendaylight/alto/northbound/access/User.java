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

import com.google.common.collect.ImmutableSortedSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;

/**
 * Somebody who may read. No password is kept, only what {@link DigestAlgorithm#secret} makes of it; who knows that can
 * pass for the user, but not see the password. The text form has no secrets.
 *
 * @param name 1 to 64 letters, digits and {@code . _ @ -}
 * @param roles what the rules are about; each as a name
 * @param sha256 the secret for {@link DigestAlgorithm#SHA_256}
 * @param md5 the secret for {@link DigestAlgorithm#MD5}
 */
public record User(String name, SortedSet<String> roles, String sha256, String md5) {
    /** What the passwords are for; it is part of the hashes. */
    public static final String REALM = "ALTO";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]+");
    private static final int MAX_PASSWORD = 1024;

    public User {
        requireName("user", name);
        roles.forEach(role -> requireName("role", role));
        roles = ImmutableSortedSet.copyOf(roles);
        requireSecret(sha256, DigestAlgorithm.SHA_256);
        requireSecret(md5, DigestAlgorithm.MD5);
    }

    /**
     * Makes a user.
     *
     * @param name the name
     * @param roles the roles
     * @param password the password: 1 to 1024 characters
     * @return the user
     * @throws IllegalArgumentException if a name or the password is not allowed
     */
    public static User of(final String name, final Set<String> roles, final String password) {
        if (password.isEmpty() || password.length() > MAX_PASSWORD) {
            throw new IllegalArgumentException("A password has 1 to " + MAX_PASSWORD + " characters");
        }
        return new User(name, ImmutableSortedSet.copyOf(roles),
            DigestAlgorithm.SHA_256.secret(name, REALM, password), DigestAlgorithm.MD5.secret(name, REALM, password));
    }

    /**
     * Returns what is kept of the password.
     *
     * @param algorithm the hash function
     * @return hexadecimal digits in lower case
     */
    String secret(final DigestAlgorithm algorithm) {
        return switch (algorithm) {
            case SHA_256 -> sha256;
            case MD5 -> md5;
        };
    }

    /**
     * Refuses what is no name.
     *
     * @param what whose name it is
     * @param name the name
     * @throws IllegalArgumentException if it has other characters than those of a name, none, or too many
     */
    static void requireName(final String what, final String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                "The name of a " + what + " has 1 to 64 letters, digits, '.', '_', '@' and '-'");
        }
    }

    private static void requireSecret(final String secret, final DigestAlgorithm algorithm) {
        if (secret.length() != algorithm.hexDigits() || !HEX.matcher(secret).matches()) {
            throw new IllegalArgumentException("The " + algorithm.wireName() + " hash does not have "
                + algorithm.hexDigits() + " hexadecimal digits in lower case");
        }
    }

    @Override
    public String toString() {
        return name + " with roles " + roles;
    }
}

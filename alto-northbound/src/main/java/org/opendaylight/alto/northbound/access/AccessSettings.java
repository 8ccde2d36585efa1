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

import java.time.Duration;
import java.util.Map;

/**
 * What an operator says of access.
 *
 * @param authenticated whether clients have to prove who they are
 * @param rules which roles may read what, if so
 * @param nonceLifetime how long a client may use what it got for Digest
 */
public record AccessSettings(boolean authenticated, AccessRules rules, Duration nonceLifetime) {
    private static final int DEFAULT_LIFETIME = 300;
    private static final int MIN_LIFETIME = 10;
    private static final int MAX_LIFETIME = 86_400;

    /**
     * Reads settings.
     *
     * @param properties the settings by name; what is not there has its default
     * @return the settings
     * @throws IllegalArgumentException if a value is wrong; names it
     */
    public static AccessSettings parse(final Map<String, ?> properties) {
        final boolean authenticated = switch (text(properties, "access", "open")) {
            case "open" -> false;
            case "authenticated" -> true;
            default -> throw new IllegalArgumentException("access: must be open or authenticated");
        };
        final AccessRules rules;
        try {
            rules = AccessRules.parse(text(properties, "rules", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("rules: " + e.getMessage(), e);
        }
        return new AccessSettings(authenticated, rules, lifetime(properties));
    }

    private static Duration lifetime(final Map<String, ?> properties) {
        final int seconds;
        try {
            seconds = Integer.parseInt(
                text(properties, "nonce-lifetime-seconds", Integer.toString(DEFAULT_LIFETIME)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("nonce-lifetime-seconds: must be a number", e);
        }
        if (seconds < MIN_LIFETIME || seconds > MAX_LIFETIME) {
            throw new IllegalArgumentException(
                "nonce-lifetime-seconds: must be in " + MIN_LIFETIME + ".." + MAX_LIFETIME);
        }
        return Duration.ofSeconds(seconds);
    }

    private static String text(final Map<String, ?> properties, final String name, final String otherwise) {
        final var value = properties.get(name);
        return value == null ? otherwise : value.toString().strip();
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.version;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Makes names that nobody can guess and that are never there again, as RFC 8895, section 7.1, and RFC 9569, section
 * 6.2, want them. May be used from any thread.
 */
public final class RandomName {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private RandomName() {
    }

    /**
     * Makes a name.
     *
     * @return 22 characters that need no escape in a URI
     */
    public static String next() {
        final var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

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

/** What comes of looking at the credentials of a request. */
public sealed interface Identity {
    /**
     * The client is this user.
     *
     * @param user the user
     */
    record Proven(User user) implements Identity {
    }

    /**
     * The client has to try again.
     *
     * @param why what is wrong, for the client
     * @param stale whether the client knows the password, and lacks a fresh nonce only (RFC 7616, section 3.3)
     */
    record Unproven(String why, boolean stale) implements Identity {
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.spi;

import javax.ws.rs.ForbiddenException;

/**
 * Who sent a request, for routes that tell of other resources. Its text form is a name for people. May be used from any
 * thread, also long after the request was answered.
 */
@FunctionalInterface
public interface Reader {
    /**
     * Tells whether the client may read something now, because of this request: by the access rules of this moment, as
     * if it sent the request again and another one for what it is to read. Never blocks.
     *
     * @param path what it is to read, below {@code /alto}: {@link ResourceFeed.Source#path()}
     * @return whether it may
     */
    boolean mayRead(String path);

    /**
     * Refuses what the client may not read now, in a way that the server knows how to answer: with status 403, as the
     * resource itself does.
     *
     * @param path see {@link #mayRead}
     */
    default void require(final String path) {
        if (!mayRead(path)) {
            throw new ForbiddenException(this + " has no role that may read " + path);
        }
    }
}

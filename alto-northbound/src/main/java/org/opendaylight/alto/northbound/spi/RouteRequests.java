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

import java.io.InputStream;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.HttpHeaders;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Admission;

/**
 * Takes in requests of routes as the server takes in its own: with the same limits. The server publishes it as an OSGi
 * service. May be used from any thread; what it throws, the server knows how to answer.
 */
public interface RouteRequests {
    /**
     * Reads a body, and waits until it may be parsed.
     *
     * @param body the body
     * @param headers the headers of the request
     * @param connection the request
     * @return the whole body
     */
    byte[] read(InputStream body, HttpHeaders headers, HttpServletRequest connection);

    /**
     * Returns who lets a request be worked on.
     *
     * @param connection the request
     * @return who is to be asked before much is computed for it
     */
    Admission admission(HttpServletRequest connection);

    /**
     * Returns who the client is.
     *
     * @param connection the request
     * @return the address from which it came, or for which a trusted proxy says that it passes it on
     */
    IpAddr clientOf(HttpServletRequest connection);

    /**
     * Returns what the client may read, for routes that tell it of other resources.
     *
     * @param connection the request, which the server has let pass
     * @return decides, now and later
     */
    Reader readerOf(HttpServletRequest connection);
}

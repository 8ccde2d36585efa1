/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.jetty;

import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnection;

/**
 * A connection of HTTP/1.1 that does not read from a socket that is empty, but for the body of a request. The rest of a
 * body that nobody asked for, and that came meanwhile, is then still seen when the answer is ready: otherwise the
 * connection would be closed.
 */
final class DrainAwareHttpConnection extends HttpConnection {
    private final DrainAwareEndPoint socket;

    DrainAwareHttpConnection(final HttpConfiguration config, final Connector connector,
            final DrainAwareEndPoint socket, final HttpCompliance compliance, final boolean recordsViolations) {
        super(config, connector, socket, compliance, recordsViolations);
        this.socket = socket;
    }

    @Override
    protected boolean fillAndParseForContent() {
        final var parser = getParser();
        final boolean isMore = parser.isChunking() || parser.getContentLength() > parser.getContentRead();
        if (isMore && isRequestBufferEmpty()) {
            socket.lookAgain();
        }
        return super.fillAndParseForContent();
    }
}

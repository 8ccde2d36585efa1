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

import org.eclipse.jetty.io.ChannelEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;

/** Makes connections of HTTP/1.1 that do not read from a socket that is empty. */
final class DrainAwareHttpConnectionFactory extends HttpConnectionFactory {
    /** Takes over all settings of another one. */
    DrainAwareHttpConnectionFactory(final HttpConnectionFactory other) {
        super(other.getHttpConfiguration(), other.getHttpCompliance());
        setInputBufferSize(other.getInputBufferSize());
        setRecordHttpComplianceViolations(other.isRecordHttpComplianceViolations());
    }

    @Override
    public Connection newConnection(final Connector connector, final EndPoint endPoint) {
        if (!(endPoint instanceof ChannelEndPoint)) {
            // that of TLS may hold back bytes that it has read already
            return super.newConnection(connector, endPoint);
        }
        return configure(new DrainAwareHttpConnection(getHttpConfiguration(), connector,
            new DrainAwareEndPoint(endPoint), getHttpCompliance(), isRecordHttpComplianceViolations()), connector,
            endPoint);
    }
}

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

import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.util.component.Container;

/**
 * Has the connectors of a server, those that it has and those that it gets, spare reads that find nothing; as a bean of
 * the server, by {@code jetty.xml}. A connector that runs already stays as it is, as does one whose HTTP connections
 * are made by something of its own.
 */
public final class DrainAwareConnectors implements Container.Listener {
    @Override
    public void beanAdded(final Container parent, final Object child) {
        if (child instanceof AbstractConnector connector && !connector.isRunning()) {
            final var protocol = connector.getDefaultProtocol();
            connector.setConnectionFactories(connector.getConnectionFactories().stream()
                .map(DrainAwareConnectors::drainAware).toList());
            connector.setDefaultProtocol(protocol);
        }
    }

    private static ConnectionFactory drainAware(final ConnectionFactory factory) {
        return factory.getClass() == HttpConnectionFactory.class
            ? new DrainAwareHttpConnectionFactory((HttpConnectionFactory) factory) : factory;
    }

    @Override
    public void beanRemoved(final Container parent, final Object child) {
        // what went needs nothing
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse;

import java.util.Optional;
import org.opendaylight.alto.core.service.ChangeListeners;
import org.opendaylight.alto.core.service.EndpointCostService;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.northbound.catalog.CatalogState;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.spi.ResourceFeed;

/** What the server answers, without a datastore. */
public final class FakeFeed implements ResourceFeed {
    private final ChangeListeners listeners = new ChangeListeners();
    private volatile State state;

    public FakeFeed(final ResourceCatalog catalog) {
        state = new CatalogState(catalog, Optional.empty());
    }

    public void publish(final ResourceCatalog catalog) {
        publish(catalog, Optional.empty());
    }

    public void publish(final ResourceCatalog catalog, final Optional<EndpointCostService> endpointCosts) {
        publish(new CatalogState(catalog, endpointCosts));
    }

    public void publish(final State next) {
        state = next;
        listeners.fire();
    }

    @Override
    public State now() {
        return state;
    }

    @Override
    public Registration onChange(final Runnable listener) {
        return listeners.add(listener);
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.mdsal;

import java.time.Instant;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.observe.Observations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Holds the counters as long as the server runs, whatever else is restarted meanwhile. */
@Component(service = Observer.class)
public final class Observer {
    private final Observations observations = new Observations(Instant.now(), ResourceCatalog.CONTEXT_PATH);

    /** Starts with all counters at zero. */
    @Activate
    public Observer() {
        // nothing to wait for
    }

    /**
     * Returns the counters.
     *
     * @return always the same object
     */
    public Observations observations() {
        return observations;
    }
}

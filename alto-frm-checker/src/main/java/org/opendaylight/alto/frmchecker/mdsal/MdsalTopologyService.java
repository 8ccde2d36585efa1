/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mdsal;

import static java.util.Objects.requireNonNull;

import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.core.service.TopologyService;
import org.opendaylight.alto.core.topology.Topology;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The topology out of the datastore. May be used from any thread. */
@Component
public final class MdsalTopologyService implements TopologyService {
    private final NetworkStateTracker tracker;

    @Activate
    public MdsalTopologyService(@Reference final NetworkStateTracker tracker) {
        this.tracker = requireNonNull(tracker);
    }

    @Override
    public Topology topology() {
        return tracker.state().topology();
    }

    @Override
    public Registration onChange(final Runnable listener) {
        return tracker.topologyListeners().add(listener);
    }
}

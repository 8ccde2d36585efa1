/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.testlib;

import org.opendaylight.alto.core.service.ChangeListeners;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.core.service.TopologyService;
import org.opendaylight.alto.core.topology.Topology;

/** A topology that the test draws. May be used from any thread. */
public final class FakeTopologyService implements TopologyService {
    private final ChangeListeners listeners = new ChangeListeners();

    private volatile Topology topology = Topology.EMPTY;

    /**
     * Replaces the topology and tells the listeners, on the calling thread.
     *
     * @param newTopology the topology from now on
     */
    public void set(final Topology newTopology) {
        topology = newTopology;
        listeners.fire();
    }

    @Override
    public Topology topology() {
        return topology;
    }

    @Override
    public Registration onChange(final Runnable listener) {
        return listeners.add(listener);
    }
}

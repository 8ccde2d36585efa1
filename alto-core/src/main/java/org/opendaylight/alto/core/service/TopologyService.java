/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.service;

import org.opendaylight.alto.core.topology.Topology;

/** The switches and links of the network. Published by the FRM checker, on every cluster member. */
public interface TopologyService {
    /**
     * Returns all switches and links. Never blocks; may be called from any thread.
     *
     * @return the topology as it is now
     */
    Topology topology();

    /**
     * Has something run after each change of the topology. Several changes may make one run.
     *
     * @param listener called on a thread of the publisher, so it must not block
     * @return closes the registration
     */
    Registration onChange(Runnable listener);
}

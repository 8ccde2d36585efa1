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

import java.io.IOException;
import java.util.List;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostPin;

/**
 * What an operator has said of hosts. It is in the configuration datastore, so it outlives a restart. Published by the
 * host tracker, on every cluster member.
 *
 * <p>The methods that change something block until the datastore has committed, so they are not for its threads.
 */
public interface HostPins {
    /**
     * Returns all pins. Never blocks.
     *
     * @return one pin for a host, in the order of MAC address, then VLAN
     */
    List<HostPin> pins();

    /**
     * Pins a host, in the place of its earlier pin if there is one.
     *
     * @param pin what is so
     * @throws IllegalArgumentException if an address is pinned to another host; names both
     * @throws IOException if the datastore refuses
     */
    void pin(HostPin pin) throws IOException;

    /**
     * Takes a pin away.
     *
     * @param host the host
     * @return false if it was not pinned
     * @throws IOException if the datastore refuses
     */
    boolean unpin(Host.Key host) throws IOException;
}

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

import org.opendaylight.alto.core.host.HostTable;

/** The hosts of the network. Published by the host tracker, on every cluster member. */
public interface HostDirectory {
    /**
     * Returns all hosts. Never blocks; may be called from any thread.
     *
     * @return the table as it is now
     */
    HostTable hosts();

    /**
     * Tells a listener of each change of the table.
     *
     * @param listener told what changed; never after the registration is closed and the call under way has returned
     * @return closes the registration
     */
    Registration onChange(HostListener listener);
}

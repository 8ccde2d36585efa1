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

import java.util.List;
import org.opendaylight.alto.core.host.HostChange;
import org.opendaylight.alto.core.host.HostTable;

/** Wants to know of each change of the hosts. */
@FunctionalInterface
public interface HostListener {
    /**
     * Called after a change, on a thread of the publisher, so it must not block. Calls come one at a time and in order.
     *
     * @param hosts the table after the change
     * @param changes what makes it differ from the table of the call before, one for each host that differs; the first
     *     call may come when the listener has read {@link HostDirectory#hosts} already, so that it names what was seen
     *     there
     */
    void hostsChanged(HostTable hosts, List<HostChange> changes);
}

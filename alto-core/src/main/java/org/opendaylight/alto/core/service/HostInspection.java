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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostConflict;
import org.opendaylight.alto.core.net.IpAddr;

/**
 * What the host tracker has noticed, and questions to hosts. Published by the host tracker, on every cluster member.
 */
public interface HostInspection {
    /**
     * Returns the conflicts of the recent past. Never blocks.
     *
     * @return the newest first
     */
    List<HostConflict> conflicts();

    /**
     * Returns how many packets had no effect. Never blocks.
     *
     * @return reason to number, in the order of the reasons' names; without those that did not occur
     */
    Map<String, Long> refusals();

    /**
     * Asks by ARP or Neighbour Discovery who has an address: the host that is known to have it, otherwise all that are
     * at edge ports.
     *
     * @param address the address
     * @return the host if it answered, or empty if nobody did in the time that hosts have for it; fails with
     *     {@link IllegalStateException} if the tracker does not run or may not send
     */
    CompletionStage<Optional<Host>> probe(IpAddr address);
}

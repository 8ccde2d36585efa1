/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.query;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Set;
import java.util.SortedSet;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.net.AddressFamily;

/**
 * A request for a part of a network map (RFC 7285, section 11.3.1.3).
 *
 * @param pids the PIDs that are wanted, all of them in the network map
 * @param families the address types that are wanted
 */
public record NetworkMapFilter(SortedSet<Pid> pids, Set<AddressFamily> families) {
    public NetworkMapFilter {
        pids = ImmutableSortedSet.copyOf(pids);
        families = ImmutableSet.copyOf(families);
    }

    /**
     * Returns how much is asked for.
     *
     * @param map the network map
     * @return the number of prefixes of the wanted PIDs, of all address types
     */
    public long prefixes(final NetworkMap map) {
        return pids.stream().mapToLong(pid -> map.pids().get(pid).size()).sum();
    }
}

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

import com.google.common.collect.ImmutableSortedSet;
import java.util.SortedSet;
import org.opendaylight.alto.core.map.Pid;

/**
 * A request for parts of cost maps (RFC 7285, section 11.3.2.3). Its PIDs are all in the network map.
 *
 * @param choice which costs are wanted
 * @param sources the source PIDs that are wanted
 * @param destinations the destination PIDs that are wanted
 */
public record CostMapFilter(CostChoice choice, SortedSet<Pid> sources, SortedSet<Pid> destinations) {
    public CostMapFilter {
        sources = ImmutableSortedSet.copyOf(sources);
        destinations = ImmutableSortedSet.copyOf(destinations);
    }

    /**
     * Returns how many costs have to be looked at.
     *
     * @return a number of pairs of PIDs, times that of cost types
     */
    public long costs() {
        return (long) sources.size() * destinations.size() * choice.needed().size();
    }
}

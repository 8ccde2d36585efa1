/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.compute;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.net.SwitchId;

/**
 * Which PID switches are in.
 *
 * @param ofSwitch the PID of each switch that is in one
 * @param pids all PIDs, also those without a switch
 * @param anchors the switches that were chosen for others to be near to, in the order in which they were chosen
 */
record SwitchPids(SortedMap<SwitchId, Pid> ofSwitch, SortedSet<Pid> pids, List<SwitchId> anchors) {
    /** No switch is in a PID. */
    static final SwitchPids NONE = of(ImmutableSortedMap.of());

    SwitchPids {
        ofSwitch = ImmutableSortedMap.copyOfSorted(ofSwitch);
        pids = ImmutableSortedSet.copyOfSorted(pids);
        anchors = ImmutableList.copyOf(anchors);
    }

    /**
     * Takes the PIDs of switches.
     *
     * @param ofSwitch the PID of each switch that is in one
     * @return these; there is no PID without a switch
     */
    static SwitchPids of(final SortedMap<SwitchId, Pid> ofSwitch) {
        return new SwitchPids(ofSwitch, ImmutableSortedSet.copyOf(ofSwitch.values()), List.of());
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mesh;

import java.util.HashMap;
import java.util.Map;
import org.opendaylight.alto.core.net.SwitchPort;

/** Which ports several hosts share. Immutable. */
final class PortShares {
    /** How many hosts each port has that is up, by number of the switch and place of the port. */
    private final int[][] counts;
    private final Map<SwitchPort, Integer> down = new HashMap<>();

    /**
     * Counts the hosts of each port.
     *
     * @param mesh the hosts
     * @param passedOver what is 0 or more for hosts, by their places, whose ports nobody asks for
     */
    PortShares(final HostMesh mesh, final int[] passedOver) {
        counts = new int[mesh.fabric().switchCount()][];
        for (int number = 0; number < counts.length; number++) {
            counts[number] = new int[mesh.fabric().portCount(number)];
        }
        for (int i = 0; i < passedOver.length; i++) {
            if (passedOver[i] >= 0) {
                continue;
            }
            final var member = mesh.members().get(i);
            if (member.place() >= 0) {
                counts[member.at()][member.place()]++;
            } else {
                down.merge(member.host().attachment(), 1, Integer::sum);
            }
        }
    }

    /** Tells whether another host is at the port of a host. */
    boolean isShared(final Member member) {
        return (member.place() >= 0 ? counts[member.at()][member.place()]
            : down.getOrDefault(member.host().attachment(), 0)) > 1;
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.verification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.frmchecker.flow.Action;
import org.opendaylight.alto.frmchecker.flow.ReservedPort;

/** Draws where one switch sends packets. */
final class RandomTargets {
    /** No switch of any wiring has this port. */
    static final long NO_SUCH_PORT = 77;

    private final Random random;
    private final List<Long> edge;
    private final List<SwitchPort> links;
    private final List<SwitchPort> onward;

    RandomTargets(final Random random, final Wiring wiring, final SwitchId switchId) {
        this.random = random;
        edge = wiring.edgePorts(switchId);
        links = wiring.linkPorts(switchId);
        onward = links.stream().filter(port -> wiring.links().get(port).switchId().compareTo(switchId) > 0).toList();
    }

    /** Draws a place to send a packet to. */
    Action draw(final List<Long> groups, final boolean inSet) {
        final int roll = random.nextInt(100);
        if (roll < 20 && !groups.isEmpty()) {
            return new Action.ToGroup(ValuePool.pick(random, groups));
        }
        if (roll < 66 && !links.isEmpty()) {
            // mostly onward, so that not every other packet goes round in a loop
            return new Action.Output(ValuePool.pick(random, onward.isEmpty() || random.nextInt(4) == 0 ? links : onward)
                .port());
        }
        if (roll < 88) {
            return atEdge();
        }
        return switch (roll) {
            case 88 -> new Action.Output(NO_SUCH_PORT);
            // the switch's own ideas of ALL can be imitated only outside of action sets
            case 89, 90 -> new Action.OutputReserved(inSet ? ReservedPort.IN_PORT : ReservedPort.ALL);
            case 91, 92 -> new Action.OutputReserved(ReservedPort.LOCAL);
            case 93, 94, 95 -> new Action.OutputReserved(ReservedPort.IN_PORT);
            default -> new Action.OutputReserved(ReservedPort.CONTROLLER);
        };
    }

    /** Draws a port at the edge of the network. */
    Action atEdge() {
        return new Action.Output(ValuePool.pick(random, edge));
    }

    /** Returns a port that may be watched: any, or one that does not exist. */
    long watched() {
        final var all = new ArrayList<>(edge);
        links.forEach(port -> all.add(port.port()));
        all.add(NO_SUCH_PORT);
        return ValuePool.pick(random, Collections.unmodifiableList(all));
    }
}

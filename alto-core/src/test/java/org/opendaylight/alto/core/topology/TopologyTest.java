/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;

class TopologyTest {
    private static final SwitchPort A1 = SwitchPort.parse("openflow:1:1");
    private static final SwitchPort A2 = SwitchPort.parse("openflow:1:2");
    private static final SwitchPort B1 = SwitchPort.parse("openflow:2:1");
    private static final SwitchPort C1 = SwitchPort.parse("openflow:3:1");

    @Test
    void linkWithAnEndThatIsNotUpIsLeftOut() {
        final var topology = Topology.of(Map.of(new SwitchId(1), Set.of(A1, A2), new SwitchId(2), Set.of(B1)),
            Map.of(A1, B1, B1, A1, A2, C1, C1, A2));
        assertEquals(Map.of(A1, B1, B1, A1), topology.links());
        assertEquals(Optional.of(B1), topology.peer(A1));
        assertEquals(Optional.empty(), topology.peer(A2));
        assertTrue(topology.isUp(A2));
        assertFalse(topology.isUp(C1));
    }

    @Test
    void bothEndsOfAOneWayLinkAreBetweenSwitches() {
        final var topology = Topology.of(Map.of(new SwitchId(1), Set.of(A1, A2), new SwitchId(2), Set.of(B1)),
            Map.of(A1, B1));
        assertTrue(topology.isInterSwitch(A1));
        assertTrue(topology.isInterSwitch(B1));
        assertFalse(topology.isInterSwitch(A2));
    }

    @Test
    void whatIsEqualInTheNextOneIsTheSameObject() {
        final var ports = Map.of(new SwitchId(1), Set.of(A1), new SwitchId(2), Set.of(B1));
        final var first = Topology.of(ports, Map.of(A1, B1));
        final var second = first.next(Map.of(new SwitchId(1), Set.of(A1, A2), new SwitchId(2), Set.of(B1)),
            Map.of(A1, B1, A2, C1));
        assertEquals(Set.of(A1, A2), second.ports().get(new SwitchId(1)));
        assertSame(first.ports().get(new SwitchId(2)), second.ports().get(new SwitchId(2)));
        assertSame(first.links(), second.links());
        assertTrue(second.isUp(A2));
        final var third = second.next(ports, Map.of());
        assertEquals(Topology.of(ports, Map.of()), third);
        assertFalse(third.isInterSwitch(A1));
    }
}

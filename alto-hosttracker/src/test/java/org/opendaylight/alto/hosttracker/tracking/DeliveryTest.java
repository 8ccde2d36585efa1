/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.opendaylight.alto.hosttracker.Net.T0;
import static org.opendaylight.alto.hosttracker.Net.host;
import static org.opendaylight.alto.hosttracker.Net.mac;
import static org.opendaylight.alto.hosttracker.Net.port;
import static org.opendaylight.alto.hosttracker.Net.request;

import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.SwitchPort;

class DeliveryTest {
    private static final SwitchPort A = port(1, 1);
    private static final SwitchPort B = port(1, 2);
    private static final SwitchPort C = port(2, 1);
    private static final SwitchPort NO_EDGE = port(2, 9);
    private static final ImmutableSortedSet<SwitchPort> EDGES = ImmutableSortedSet.of(A, B, C);

    private static Resolution requested(final int from, final int to) {
        return Resolution.of(request(from, to));
    }

    private static Optional<Host> hostAt(final SwitchPort port) {
        return Optional.of(host(2, port, T0, T0));
    }

    @Test
    void requestForAKnownHostGoesToItAlone() {
        assertEquals(List.of(C), Delivery.request(requested(1, 2), A, hostAt(C), false, EDGES));
    }

    @Test
    void requestForAnUnknownHostGoesToAllOtherEdgePorts() {
        assertEquals(List.of(B, C), Delivery.request(requested(1, 2), A, Optional.empty(), false, EDGES));
    }

    @Test
    void requestForASilentHostGoesToAllOtherEdgePorts() {
        assertEquals(List.of(B, C), Delivery.request(requested(1, 2), A, hostAt(C), true, EDGES));
    }

    @Test
    void requestForAHostBehindNoEdgePortGoesToAllOtherEdgePorts() {
        assertEquals(List.of(B, C), Delivery.request(requested(1, 2), A, hostAt(NO_EDGE), false, EDGES));
    }

    @Test
    void requestForANeighbourBehindTheSamePortGoesNowhere() {
        assertEquals(List.of(), Delivery.request(requested(1, 2), A, hostAt(A), false, EDGES));
    }

    @Test
    void gratuitousRequestGoesToAllOtherEdgePorts() {
        assertEquals(List.of(B, C), Delivery.request(requested(2, 2), A, hostAt(A), false, EDGES));
    }

    @Test
    void replyGoesToItsReceiver() {
        assertEquals(List.of(C), Delivery.toStation(mac(2), A, hostAt(C), EDGES));
    }

    @Test
    void answerToAllGoesToAllOtherEdgePorts() {
        assertEquals(List.of(B, C), Delivery.toStation(MacAddress.BROADCAST, A, Optional.empty(), EDGES));
    }

    @Test
    void replyToNobodyKnownGoesNowhere() {
        assertEquals(List.of(), Delivery.toStation(mac(2), A, Optional.empty(), EDGES));
        assertEquals(List.of(), Delivery.toStation(mac(2), A, hostAt(NO_EDGE), EDGES));
        assertEquals(List.of(), Delivery.toStation(mac(2), A, hostAt(A), EDGES));
    }
}

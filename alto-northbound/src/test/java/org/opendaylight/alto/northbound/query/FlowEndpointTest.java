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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.northbound.query.FlowEndpoint.Port;

class FlowEndpointTest {
    private static final IpAddr A = IpAddr.parse("192.0.2.1");
    private static final IpAddr B = IpAddr.parse("192.0.2.2");
    private static final FlowEndpoint V6 = FlowEndpoint.of(IpAddr.parse("2001:db8::1"));

    private static FlowEndpoint port(final IpAddr address, final Transport transport, final int number) {
        return new FlowEndpoint(address, Optional.of(new Port(transport, number)));
    }

    @Test
    @DisplayName("M-FCS-03: what neither end says is left open")
    void asksForThePacketsThatBothEndsAllow() {
        final var open = OptionalInt.empty();
        assertEquals(PathQuery.between(A, B), FlowEndpoint.of(A).to(FlowEndpoint.of(B)));
        assertEquals(new PathQuery(A, B, OptionalInt.of(6), open, OptionalInt.of(22)),
            FlowEndpoint.of(A).to(port(B, Transport.TCP, 22)));
        assertEquals(new PathQuery(A, B, OptionalInt.of(17), OptionalInt.of(65535), open),
            port(A, Transport.UDP, 65535).to(FlowEndpoint.of(B)));
        assertEquals(new PathQuery(A, B, OptionalInt.of(132), OptionalInt.of(0), OptionalInt.of(5060)),
            port(A, Transport.SCTP, 0).to(port(B, Transport.SCTP, 5060)));
    }

    @Test
    @DisplayName("M-FCS-04: one flow has one address family and one transport")
    void sendsOnlyToItsOwnFamilyAndTransport() {
        assertTrue(FlowEndpoint.of(A).canSendTo(FlowEndpoint.of(B)));
        assertTrue(FlowEndpoint.of(A).canSendTo(port(B, Transport.UDP, 1)));
        assertTrue(port(A, Transport.UDP, 1).canSendTo(FlowEndpoint.of(B)));
        assertTrue(port(A, Transport.UDP, 1).canSendTo(port(B, Transport.UDP, 2)));
        assertFalse(port(A, Transport.TCP, 1).canSendTo(port(B, Transport.UDP, 1)));
        assertFalse(FlowEndpoint.of(A).canSendTo(V6));
        assertFalse(V6.canSendTo(port(B, Transport.TCP, 1)));
    }

    @Test
    void aPortHasSixteenBits() {
        assertThrows(IllegalArgumentException.class, () -> new Port(Transport.TCP, 65536));
        assertThrows(IllegalArgumentException.class, () -> new Port(Transport.TCP, -1));
    }
}

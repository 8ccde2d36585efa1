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

import java.util.Optional;
import java.util.OptionalInt;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.path.PathQuery;

/**
 * One end of a flow (draft-gao-alto-fcs-07).
 *
 * @param address the host
 * @param port where packets leave or enter the host; empty for all packets
 */
public record FlowEndpoint(IpAddr address, Optional<Port> port) {
    /**
     * A port of a transport.
     *
     * @param transport the transport
     * @param number 0 to 65535
     */
    public record Port(Transport transport, int number) {
        public Port {
            if (number < 0 || number > 65535) {
                throw new IllegalArgumentException("Port " + number + " is not in 0..65535");
            }
        }
    }

    /**
     * Returns an end that is a whole host.
     *
     * @param address the host
     * @return the end for all packets
     */
    public static FlowEndpoint of(final IpAddr address) {
        return new FlowEndpoint(address, Optional.empty());
    }

    /**
     * Tells whether there can be packets from here to another end.
     *
     * @param destination the other end
     * @return false if the two are of different address families or of different transports
     */
    public boolean canSendTo(final FlowEndpoint destination) {
        return address.family() == destination.address.family()
            && (port.isEmpty() || destination.port.isEmpty()
                || port.orElseThrow().transport == destination.port.orElseThrow().transport);
    }

    /**
     * Asks for the path of the packets from here to another end.
     *
     * @param destination an end to which this one {@linkplain #canSendTo(FlowEndpoint) can send}
     * @return the query; a port that one of the two does not say stays open
     */
    public PathQuery to(final FlowEndpoint destination) {
        final var known = port.isPresent() ? port : destination.port;
        return new PathQuery(address, destination.address,
            known.isPresent() ? OptionalInt.of(known.orElseThrow().transport.protocol()) : OptionalInt.empty(),
            number(port), number(destination.port));
    }

    private static OptionalInt number(final Optional<Port> port) {
        return port.isPresent() ? OptionalInt.of(port.orElseThrow().number) : OptionalInt.empty();
    }
}

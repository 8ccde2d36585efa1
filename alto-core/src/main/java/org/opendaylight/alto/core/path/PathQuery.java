/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.path;

import java.util.OptionalInt;
import org.opendaylight.alto.core.net.IpAddr;

/**
 * Asks for the path of packets between two hosts. What is empty is left open: the answer then has a trace for each
 * class of packets that the network treats in its own way.
 *
 * @param source address of the sender
 * @param destination address of the receiver, of the same family
 * @param protocol IP protocol number, 0 to 255
 * @param sourcePort TCP, UDP or SCTP port; needs such a protocol
 * @param destinationPort TCP, UDP or SCTP port; needs such a protocol
 */
public record PathQuery(IpAddr source, IpAddr destination, OptionalInt protocol, OptionalInt sourcePort,
        OptionalInt destinationPort) {
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int SCTP = 132;

    public PathQuery {
        if (source.family() != destination.family()) {
            throw new IllegalArgumentException(
                "Source " + source + " and destination " + destination + " are of different address families");
        }
        if (sourcePort.isPresent() || destinationPort.isPresent()) {
            final int number = protocol.orElse(-1);
            if (number != TCP && number != UDP && number != SCTP) {
                throw new IllegalArgumentException("A port needs protocol 6 (TCP), 17 (UDP) or 132 (SCTP)");
            }
        }
        requireRange("Protocol", protocol, 255);
        requireRange("Source port", sourcePort, 65535);
        requireRange("Destination port", destinationPort, 65535);
    }

    /**
     * Asks for all IP packets between two hosts.
     *
     * @param source address of the sender
     * @param destination address of the receiver, of the same family
     * @return the query
     */
    public static PathQuery between(final IpAddr source, final IpAddr destination) {
        return new PathQuery(source, destination, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    private static void requireRange(final String what, final OptionalInt value, final int max) {
        if (value.isPresent() && (value.getAsInt() < 0 || value.getAsInt() > max)) {
            throw new IllegalArgumentException(what + " " + value.getAsInt() + " is not in 0.." + max);
        }
    }
}

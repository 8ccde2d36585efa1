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

import java.util.Arrays;
import java.util.Optional;

/** A protocol whose ports tell the flows between two hosts apart. */
public enum Transport {
    /** RFC 9293. */
    TCP("tcp", 6),
    /** RFC 768. */
    UDP("udp", 17),
    /** RFC 9260. */
    SCTP("sctp", 132);

    private final String wireName;
    private final int protocol;

    Transport(final String wireName, final int protocol) {
        this.wireName = wireName;
        this.protocol = protocol;
    }

    /**
     * Returns the address type that clients write.
     *
     * @return a word in lower case
     */
    public String wireName() {
        return wireName;
    }

    /**
     * Returns the number in the header of an IP packet.
     *
     * @return an IP protocol number
     */
    public int protocol() {
        return protocol;
    }

    /**
     * Finds a transport.
     *
     * @param wireName an address type
     * @return the transport, or empty if the address type is not one of a transport
     */
    public static Optional<Transport> of(final String wireName) {
        return Arrays.stream(values()).filter(transport -> transport.wireName.equals(wireName)).findFirst();
    }
}

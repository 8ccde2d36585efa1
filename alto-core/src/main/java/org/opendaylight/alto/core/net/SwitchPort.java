/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.net;

import java.util.Comparator;

/**
 * A physical port of a switch. Its text is the controller's node connector id, {@code openflow:1:2}.
 *
 * @param switchId the switch
 * @param port OpenFlow port number, 1 to {@value #MAX_PORT}; the reserved ports are not places in the network
 */
public record SwitchPort(SwitchId switchId, long port) implements Comparable<SwitchPort> {
    /** The largest number of a physical port, OFPP_MAX of OpenFlow 1.3. */
    public static final long MAX_PORT = 0xFFFF_FF00L;

    private static final Comparator<SwitchPort> ORDER =
        Comparator.comparing(SwitchPort::switchId).thenComparingLong(SwitchPort::port);

    public SwitchPort {
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("Port " + port + " is not in 1.." + MAX_PORT);
        }
    }

    /**
     * Reads the controller's node connector id.
     *
     * @param text for example {@code openflow:1:2}
     * @return the port
     * @throws IllegalArgumentException if the text has another form or names a reserved port, like
     *     {@code openflow:1:LOCAL}
     */
    public static SwitchPort parse(final String text) {
        final int colon = text.lastIndexOf(':');
        final var port = text.substring(colon + 1);
        if (colon < 0 || !port.matches("[0-9]{1,10}")) {
            throw new IllegalArgumentException("'" + text + "' is not a physical switch port, like openflow:1:2");
        }
        return new SwitchPort(SwitchId.parse(text.substring(0, colon)), Long.parseLong(port));
    }

    @Override
    public int compareTo(final SwitchPort other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return switchId + ":" + port;
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.trace;

import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.frmchecker.flow.Cube;
import org.opendaylight.alto.frmchecker.flow.Header;

/**
 * A packet comes into a switch.
 *
 * @param at the port by which it comes in
 * @param header its header then
 */
record Visit(SwitchPort at, Header header) {
    /**
     * Tells whether two visits have the same future, but for the time to live.
     *
     * @param other another visit
     * @param sent what is known by now of the packets, as they were sent
     * @return true if a packet that came to both goes in a circle
     */
    boolean repeats(final Visit other, final Cube sent) {
        return at.equals(other.at) && header.narrowedBy(sent).withoutTimesToLive()
            .equals(other.header.narrowedBy(sent).withoutTimesToLive());
    }
}

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

import java.util.List;
import org.opendaylight.alto.hosttracker.table.HostEvent;

/**
 * What the tracker wants to be done.
 *
 * @param events changes of the table, in order
 * @param packets frames to send, in order
 */
public record Effects(List<HostEvent> events, List<PacketOut> packets) {
    /** Nothing to do. */
    public static final Effects NONE = new Effects(List.of(), List.of());

    /** Copies the lists. */
    public Effects {
        events = List.copyOf(events);
        packets = List.copyOf(packets);
    }
}

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

import java.util.List;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.Outcome;

/**
 * The end of the way of one copy of a packet.
 *
 * @param hops the switches passed
 * @param outcome what became of it
 * @param reason what a person should know of the outcome; may be empty
 * @param notes what else a person should know
 */
record Arrival(List<Hop> hops, Outcome outcome, String reason, List<String> notes) {
    Arrival {
        hops = List.copyOf(hops);
        notes = List.copyOf(notes);
    }

    /** Says it of a copy beside the one that the answer is about. */
    String describe() {
        return "a copy " + (outcome == Outcome.NO_RULE ? "meets no rule" : "is " + switch (outcome) {
            case DELIVERED -> "delivered again";
            case DROPPED -> "dropped";
            case LOOP -> "looping";
            case TO_CONTROLLER -> "sent to the controller";
            case LEFT_NETWORK -> "sent out of the network";
            case PORT_DOWN -> "sent to a port that is down";
            default -> "lost from sight: " + outcome.text();
        }) + (reason.isEmpty() ? "" : " " + reason);
    }
}

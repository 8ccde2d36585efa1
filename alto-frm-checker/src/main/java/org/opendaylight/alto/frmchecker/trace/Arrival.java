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

import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.path.Outcome;

/**
 * The end of the way of one copy of a packet.
 *
 * @param last the last switch passed; null if none was
 * @param outcome what became of it
 * @param reason what a person should know of the outcome; may be empty
 */
record Arrival(@Nullable Passage last, Outcome outcome, String reason) {
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

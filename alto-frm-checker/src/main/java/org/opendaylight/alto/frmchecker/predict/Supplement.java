/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.predict;

import org.opendaylight.alto.core.path.Outcome;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.path.PathTrace;

/**
 * Fills the gaps of an answer: the traces of packets for which the flow tables say nothing of where they go. Immutable;
 * may be used from any thread.
 */
@FunctionalInterface
public interface Supplement {
    /**
     * Fills gaps as far as it can.
     *
     * @param query what was asked
     * @param answer an answer with gaps
     * @return the answer with fewer gaps, or the same object; traces that are no gaps stay as they are
     */
    PathAnswer fill(PathQuery query, PathAnswer answer);

    /**
     * Tells whether a trace ends where the flow tables have no answer. What a rule drops, or sends out of the network,
     * is an answer.
     *
     * @param trace a trace
     * @return true if somebody may know more
     */
    static boolean isGap(final PathTrace trace) {
        return switch (trace.outcome()) {
            // an application that installs rules when packets come has none, or one to the controller, until then
            case NO_RULE, TO_CONTROLLER, NO_DATA -> true;
            default -> false;
        };
    }

    /**
     * Tells whether an answer has gaps.
     *
     * @param answer an answer
     * @return true if {@link #isGap} holds for one of its traces
     */
    static boolean hasGap(final PathAnswer answer) {
        for (final var trace : answer.traces()) {
            if (isGap(trace)) {
                return true;
            }
        }
        return false;
    }

    /** Says in words what a gap is, such as {@code no rule matches of table 0 of openflow:1}. */
    static String describe(final PathTrace gap) {
        final var what = gap.outcome() == Outcome.NO_DATA ? "flow tables are not known" : gap.outcome().text();
        return gap.reason().isEmpty() ? what : what + " " + gap.reason();
    }
}

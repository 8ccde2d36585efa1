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
     * Tells whether an answer has gaps.
     *
     * @param answer an answer
     * @return true if one of its traces is one
     */
    static boolean hasGap(final PathAnswer answer) {
        return answer.traces().stream().anyMatch(trace -> trace.outcome().isGap());
    }

    /** Says in words what a gap is, such as {@code no rule matches of table 0 of openflow:1}. */
    static String describe(final PathTrace gap) {
        final var what = gap.outcome() == Outcome.NO_DATA ? "flow tables are not known" : gap.outcome().text();
        return gap.reason().isEmpty() ? what : what + " " + gap.reason();
    }
}

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

import java.util.List;
import java.util.function.Function;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;

/**
 * Answers path queries by the installed rules first, and has the gaps filled by others, one after the other. Immutable;
 * may be used from any thread.
 *
 * @param installed finds the paths of the installed rules
 * @param supplements who fills gaps, in the operator's order
 */
public record PredictingFinder(Function<PathQuery, PathAnswer> installed, List<Supplement> supplements) {
    public PredictingFinder {
        supplements = List.copyOf(supplements);
    }

    /**
     * Finds every path that the packets of a query take.
     *
     * @param query who sends to whom
     * @return the paths; each says its origin
     */
    public PathAnswer paths(final PathQuery query) {
        var answer = installed.apply(query);
        for (final var supplement : supplements) {
            if (!Supplement.hasGap(answer)) {
                break;
            }
            answer = supplement.fill(query, answer);
        }
        return answer;
    }
}

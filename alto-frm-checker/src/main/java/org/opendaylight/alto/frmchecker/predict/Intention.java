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

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.Origin;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.path.PathTrace;
import org.opendaylight.alto.core.path.RuleRef;

/**
 * Fills gaps by walking again as if all rules that are configured were on their switches. That answer is taken as a
 * whole, so that its classes are those of one set of rules; and only if it fills a gap, and leaves the traces that the
 * installed rules make as they are.
 *
 * @param intended finds the paths of installed and configured rules together
 * @param pending the rules that are configured and not on their switch
 */
public record Intention(Function<PathQuery, PathAnswer> intended, Set<RuleRef> pending) implements Supplement {
    /** How operators call it. */
    public static final String NAME = "intended";

    public Intention {
        pending = Set.copyOf(pending);
    }

    @Override
    public PathAnswer fill(final PathQuery query, final PathAnswer answer) {
        if (pending.isEmpty()) {
            return answer;
        }
        final var walked = intended.apply(query);
        final var traces = walked.traces().stream().map(this::withOrigin).toList();
        final boolean fills = traces.stream()
            .anyMatch(trace -> trace.origin().equals(Origin.INTENDED) && !trace.outcome().isGap());
        return fills && answered(traces.stream()).containsAll(answered(answer.traces().stream()))
            ? new PathAnswer(traces, walked.truncated(), walked.asOf()) : answer;
    }

    private PathTrace withOrigin(final PathTrace trace) {
        return trace.hops().stream().flatMap(hop -> hop.rules().stream()).anyMatch(pending::contains)
            ? new PathTrace(trace.condition(), trace.hops(), trace.outcome(), trace.reason(), Origin.INTENDED,
                trace.share())
            : trace;
    }

    /** Returns the traces of installed rules that are no gaps, without what further rules may add to their words. */
    private static Set<PathTrace> answered(final Stream<PathTrace> traces) {
        return traces.filter(trace -> trace.origin().equals(Origin.INSTALLED) && !trace.outcome().isGap())
            .map(trace -> new PathTrace(trace.condition(), trace.hops().stream().map(Hop::withoutCondition).toList(),
                trace.outcome(), "", trace.origin(), trace.share()))
            .collect(Collectors.toSet());
    }
}

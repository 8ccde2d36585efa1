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
import java.util.Optional;
import java.util.stream.IntStream;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.Origin;
import org.opendaylight.alto.core.path.Outcome;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathTrace;

/**
 * A path that is to be installed for all packets of two addresses because it was predicted (figure 2 of
 * draft-zhang-alto-opendaylight-impl-01).
 *
 * @param by the name of the predictor
 * @param hops all switches passed
 * @param passed how many of them, from the first on, have rules for it already
 */
public record ForcedRoute(String by, List<Hop> hops, int passed) {
    public ForcedRoute {
        hops = List.copyOf(hops);
    }

    /**
     * Finds the path that is worth rules: one that all packets of a query are predicted to take. If some of them have
     * an answer in the tables, rules for all would change it.
     *
     * @param installed what the installed rules answer
     * @param predicted the same with gaps filled, in the same order of traces
     * @return the path, or empty if there is no such one
     */
    public static Optional<ForcedRoute> plan(final PathAnswer installed, final PathAnswer predicted) {
        final var traces = predicted.traces();
        if (predicted.truncated() || traces.isEmpty() || installed.traces().size() != traces.size()) {
            return Optional.empty();
        }
        final var first = traces.getFirst();
        final int rules = installed.traces().stream().map(PathTrace::hops).map(Prediction::passed)
            .mapToInt(List::size).min().orElseThrow();
        final var route = new ForcedRoute(first.origin().by(), first.hops(), rules);
        return traces.stream().allMatch(trace -> trace.origin().kind() == Origin.Kind.PREDICTED
            && route.isTaken(trace) && route.canBeForced(trace)) ? Optional.of(route) : Optional.empty();
    }

    private boolean isTaken(final PathTrace trace) {
        return trace.isDelivered() && trace.hops().size() == hops.size()
            && IntStream.range(0, hops.size()).allMatch(i -> isSame(trace.hops().get(i), hops.get(i)));
    }

    private static boolean isSame(final Hop here, final Hop wanted) {
        return here.switchId().equals(wanted.switchId()) && here.inPort() == wanted.inPort()
            && here.outPort().equals(wanted.outPort());
    }

    /** A rule that only sends would lose the rewrites and meters of those before it, and cannot send back. */
    private boolean canBeForced(final PathTrace trace) {
        return trace.hops().subList(passed, trace.hops().size()).stream()
            .allMatch(hop -> hop.rewrites().isEmpty() && hop.meters().isEmpty()
                && hop.outPort().getAsLong() != hop.inPort());
    }

    /**
     * Returns the switches that need a rule.
     *
     * @return the last part of {@link #hops()}, at least one
     */
    public List<Hop> missing() {
        return hops.subList(passed, hops.size());
    }

    /**
     * Says why packets do not take this path.
     *
     * @param walked what the installed rules answer now
     * @return what became of the first packets that take another one; empty if all take this path, apart from those
     *     that rules of a higher priority send to the controller
     */
    public Optional<String> contradiction(final PathAnswer walked) {
        if (walked.traces().stream().noneMatch(this::isTaken)) {
            return Optional.of(describe(walked.traces().getFirst()));
        }
        return walked.traces().stream()
            .filter(trace -> !isTaken(trace) && trace.outcome() != Outcome.TO_CONTROLLER).findFirst()
            .map(ForcedRoute::describe);
    }

    private static String describe(final PathTrace trace) {
        return (trace.condition().isEmpty() ? "" : trace.condition() + ": ") + (trace.isDelivered()
            ? "packets take another path" : Supplement.describe(trace));
    }
}

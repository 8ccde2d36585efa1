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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.Origin;
import org.opendaylight.alto.core.path.Outcome;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.path.PathTrace;
import org.opendaylight.alto.core.service.PathPredictor;
import org.opendaylight.alto.core.topology.Topology;

/**
 * Fills gaps by what a predictor expects: packets go by the rules as far as these lead, and from there as predicted.
 *
 * @param predictor whom to ask
 * @param topology the network
 * @param hosts the hosts
 */
public record Prediction(PathPredictor predictor, Topology topology, HostTable hosts) implements Supplement {
    @Override
    public PathAnswer fill(final PathQuery query, final PathAnswer answer) {
        final var source = hosts.find(query.source());
        final var destination = hosts.find(query.destination());
        if (source.isEmpty() || destination.isEmpty()) {
            return answer;
        }
        final var from = source.orElseThrow().attachment();
        final var to = destination.orElseThrow().attachment();
        return new PathAnswer(answer.traces().stream()
            .map(trace -> trace.outcome().isGap() ? filled(query, trace, from, to).orElse(trace) : trace).toList(),
            answer.truncated(), answer.asOf());
    }

    private Optional<PathTrace> filled(final PathQuery query, final PathTrace gap, final SwitchPort source,
            final SwitchPort to) {
        final var passed = passed(gap.hops());
        return gapPort(gap.hops(), source).flatMap(from -> predictor.predict(query, from, to, topology)
            .filter(expected -> leads(expected, from, to) && !comesBack(passed, expected))
            .map(expected -> {
                final var hops = new ArrayList<>(passed);
                hops.add(passed.size() < gap.hops().size() ? withRules(expected.getFirst(), gap.hops().getLast())
                    : expected.getFirst());
                hops.addAll(expected.subList(1, expected.size()));
                return new PathTrace(gap.condition(), hops, Outcome.DELIVERED,
                    Supplement.describe(gap) + "; predicted from " + from.switchId() + " on",
                    Origin.predicted(predictor.name()), gap.share());
            }));
    }

    /** Returns the switches that have sent the packets on. */
    static List<Hop> passed(final List<Hop> hops) {
        return hops.isEmpty() || hops.getLast().outPort().isPresent() ? hops : hops.subList(0, hops.size() - 1);
    }

    /** Returns the port by which packets come into the switch that has no answer. */
    private Optional<SwitchPort> gapPort(final List<Hop> hops, final SwitchPort source) {
        if (hops.isEmpty()) {
            return Optional.of(source);
        }
        final var last = hops.getLast();
        return last.outPort().isEmpty() ? Optional.of(new SwitchPort(last.switchId(), last.inPort()))
            : topology.peer(new SwitchPort(last.switchId(), last.outPort().getAsLong()));
    }

    /** Keeps what the rules of the switch said until one of them gave up. */
    private static Hop withRules(final Hop expected, final Hop gap) {
        return new Hop(expected.switchId(), expected.inPort(), expected.outPort(), gap.rules(), gap.rewrites(),
            gap.condition(), gap.meters());
    }

    /** Tells whether what was predicted is a way from the one port to the other; predictors are others' code. */
    private static boolean leads(final List<Hop> expected, final SwitchPort from, final SwitchPort to) {
        return !expected.isEmpty()
            && expected.getFirst().switchId().equals(from.switchId()) && expected.getFirst().inPort() == from.port()
            && expected.getLast().switchId().equals(to.switchId())
            && expected.stream().allMatch(hop -> hop.outPort().isPresent())
            && expected.getLast().outPort().equals(OptionalLong.of(to.port()));
    }

    /** Tells whether packets would come back to a switch whose rules have just sent them here: they would loop. */
    private static boolean comesBack(final List<Hop> passed, final List<Hop> expected) {
        final var before = passed.stream().map(Hop::switchId).collect(Collectors.toSet());
        return expected.stream().map(Hop::switchId).anyMatch(before::contains);
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.path.MeterRef;
import org.opendaylight.alto.core.path.Outcome;

/**
 * A class of packets on its way through the tables of one switch.
 *
 * @param packets the packets, as they were sent by the source
 * @param header their header now
 * @param actionSet the action set, in the order of execution
 * @param choices what the switch chose by rules of its own
 * @param rules the rules passed
 * @param meters the meters passed
 * @param notes what a person should know
 * @param rewrites what was changed in this switch
 * @param emissions the copies sent so far
 * @param end why nothing more happens, or null while something may
 */
record PipelineState(PacketSet packets, Header header, List<Action> actionSet, List<Choice> choices, List<Rule> rules,
        List<MeterRef> meters, List<String> notes, List<Action> rewrites, List<Emission> emissions,
        Lookup.@Nullable End end) {
    static PipelineState entering(final PacketSet packets, final Header header) {
        return new PipelineState(packets, header, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), null);
    }

    private static <T> List<T> append(final List<T> list, final T element) {
        final var longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }

    boolean hasEnded() {
        return end != null;
    }

    long inPort() {
        return header.fields().value(Field.IN_PORT);
    }

    PipelineState narrowedTo(final PacketSet fewer) {
        return new PipelineState(fewer, header.narrowedBy(fewer.base()), actionSet, choices, rules, meters, notes,
            rewrites, emissions, end);
    }

    PipelineState withHeader(final Header newHeader) {
        return new PipelineState(packets, newHeader, actionSet, choices, rules, meters, notes, rewrites, emissions,
            end);
    }

    PipelineState withActionSet(final List<Action> newSet) {
        return new PipelineState(packets, header, newSet, choices, rules, meters, notes, rewrites, emissions,
            end);
    }

    PipelineState withRewrites(final List<Action> newRewrites) {
        return new PipelineState(packets, header, actionSet, choices, rules, meters, notes, newRewrites, emissions,
            end);
    }

    PipelineState by(final Rule rule) {
        return new PipelineState(packets, header, actionSet, choices, append(rules, rule), meters, notes, rewrites,
            emissions, end);
    }

    PipelineState choosing(final Choice choice) {
        return new PipelineState(packets, header, actionSet, append(choices, choice), rules, meters, notes, rewrites,
            emissions, end);
    }

    PipelineState noting(final String note) {
        return new PipelineState(packets, header, actionSet, choices, rules, meters, append(notes, note), rewrites,
            emissions, end);
    }

    PipelineState passing(final MeterRef meter) {
        return new PipelineState(packets, header, actionSet, choices, rules, append(meters, meter), notes, rewrites,
            emissions, end);
    }

    PipelineState rewriting(final Action change) {
        return withRewrites(append(rewrites, change));
    }

    PipelineState ended(final Outcome outcome, final String reason) {
        return new PipelineState(packets, header, actionSet, choices, rules, meters, notes, rewrites, emissions,
            new Lookup.End(outcome, reason));
    }

    /** After a copy was processed: what dropped the copy does not drop the packet. */
    PipelineState afterCopy() {
        return end == null || end.outcome() != Outcome.DROPPED ? this
            : new PipelineState(packets, header, actionSet, choices, rules, meters,
                append(notes, "a copy is dropped " + end.reason()), rewrites, emissions, null);
    }

    PipelineState emitting(final Emission emission) {
        return new PipelineState(packets, header, actionSet, choices, rules, meters, notes, rewrites,
            append(emissions, emission), end);
    }

    PipelineState emitting(final long port) {
        return emitting(new Emission.ByPort(port, header, rewrites, meters));
    }

    /** Overwrites a field that the packets have. */
    PipelineState setting(final Action.SetField set) {
        final var changed = header.fields().with(set.field(), set.high(), set.low());
        return changed.equals(header.fields()) ? this : withHeader(header.with(changed)).rewriting(set);
    }

    PipelineState setting(final Field field, final int value, final Action change) {
        return withHeader(header.with(header.fields().with(field, value))).rewriting(change);
    }

    Lookup toLookup(final SwitchId switchId) {
        final var why = end == null && emissions.isEmpty()
            ? new Lookup.End(Outcome.DROPPED, rules.isEmpty() ? "" : "by " + rules.getLast().ref(switchId)) : end;
        return new Lookup(packets, choices, rules, meters, notes, emissions, Optional.ofNullable(why));
    }
}

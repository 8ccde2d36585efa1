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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.opendaylight.alto.core.path.Outcome;
import org.opendaylight.alto.core.path.PathTrace;
import org.opendaylight.alto.frmchecker.flow.Cube;
import org.opendaylight.alto.frmchecker.flow.Lookup;
import org.opendaylight.alto.frmchecker.flow.PacketSet;

/**
 * Packets that the network has treated alike so far, with all copies that it made of each of them.
 *
 * @param packets the packets, as they were sent by the source
 * @param choices what switches chose by rules of their own
 * @param moving copies that are still on their way, those with fewer hops first
 * @param ended copies whose way has ended
 * @param seen all visits of all copies
 */
record PacketClass(PacketSet packets, List<String> choices, List<Copy> moving, List<Arrival> ended, Set<Visit> seen) {
    /** What an answer is about if no copy is delivered: first what is least sure, last what is most ordinary. */
    private static final List<Outcome> WEIGHTIEST = List.of(Outcome.DELIVERED, Outcome.UNSUPPORTED, Outcome.NO_DATA,
        Outcome.LOOP, Outcome.PORT_DOWN, Outcome.LEFT_NETWORK, Outcome.NO_RULE, Outcome.DROPPED,
        Outcome.TO_CONTROLLER);

    static PacketClass sent(final PacketSet packets, final Visit first) {
        return new PacketClass(packets, List.of(), List.of(new Copy(first, List.of(), List.of(), List.of())), List.of(),
            Set.of());
    }

    /** Takes up what one switch did with the first moving copy of some of these packets. */
    PacketClass after(final Lookup lookup, final List<Copy> copies, final List<Arrival> arrivals) {
        final var sent = lookup.packets().base();
        final var nowMoving = new ArrayList<Copy>();
        moving.subList(1, moving.size()).forEach(copy -> nowMoving.add(copy.narrowedBy(sent)));
        copies.forEach(copy -> nowMoving.add(copy.narrowedBy(sent)));
        final var allEnded = new ArrayList<>(ended);
        allEnded.addAll(arrivals);
        final var allChoices = new ArrayList<>(choices);
        allChoices.addAll(lookup.choices());
        return new PacketClass(lookup.packets(), allChoices, nowMoving, allEnded, narrowed(sent));
    }

    private Set<Visit> narrowed(final Cube sent) {
        final var visits = new LinkedHashSet<Visit>();
        seen.forEach(visit -> visits.add(visit.narrowedBy(sent)));
        visits.add(moving.getFirst().visit().narrowedBy(sent));
        return visits;
    }

    /** Ends the way of the first moving copy, or forgets it if {@code arrivals} is empty. */
    PacketClass withoutFirst(final List<Arrival> arrivals) {
        final var allEnded = new ArrayList<>(ended);
        allEnded.addAll(arrivals);
        return new PacketClass(packets, choices, moving.subList(1, moving.size()), allEnded, seen);
    }

    PathTrace toTrace(final Cube asked) {
        final var main = ended.stream()
            .min(Comparator.comparingInt(arrival -> WEIGHTIEST.indexOf(arrival.outcome()))).orElseThrow();
        final var reason = new LinkedHashSet<String>();
        if (!main.reason().isEmpty()) {
            reason.add(main.reason());
        }
        reason.addAll(main.notes());
        ended.stream().filter(arrival -> arrival != main).map(Arrival::describe).forEach(reason::add);
        return PathTrace.installed(condition(asked), main.hops(), main.outcome(), String.join("; ", reason));
    }

    private String condition(final Cube asked) {
        final var text = new StringJoiner(",");
        final var fields = packets.describeWithin(asked);
        if (!fields.isEmpty()) {
            text.add(fields);
        }
        choices.forEach(text::add);
        return text.toString();
    }
}

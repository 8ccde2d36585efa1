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
import java.util.StringJoiner;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.path.Origin;
import org.opendaylight.alto.core.path.Outcome;
import org.opendaylight.alto.core.path.PathTrace;
import org.opendaylight.alto.frmchecker.flow.Choice;
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
 * @param seen the visits of all copies, the last one first; null before the first one
 */
record PacketClass(PacketSet packets, List<Choice> choices, List<Copy> moving, List<Arrival> ended,
        @Nullable Seen seen) {
    /** What an answer is about if no copy is delivered: first what is least sure, last what is most ordinary. */
    private static final List<Outcome> WEIGHTIEST = List.of(Outcome.DELIVERED, Outcome.UNSUPPORTED, Outcome.NO_DATA,
        Outcome.LOOP, Outcome.PORT_DOWN, Outcome.LEFT_NETWORK, Outcome.NO_RULE, Outcome.DROPPED,
        Outcome.TO_CONTROLLER);

    /** Visits, as a linked list. */
    record Seen(Visit visit, @Nullable Seen before) {
    }

    static PacketClass sent(final PacketSet packets, final Visit first) {
        return new PacketClass(packets, List.of(), List.of(new Copy(first, null)), List.of(), null);
    }

    boolean hasSeen(final Visit visit) {
        for (var each = seen; each != null; each = each.before()) {
            if (visit.repeats(each.visit(), packets.base())) {
                return true;
            }
        }
        return false;
    }

    private static <T> List<T> concat(final List<T> first, final List<T> second) {
        if (first.isEmpty()) {
            return second;
        }
        final var both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    /** Takes up what one switch did with the first moving copy of some of these packets. */
    PacketClass after(final Lookup lookup, final List<Copy> copies, final List<Arrival> arrivals) {
        return new PacketClass(lookup.packets(), concat(choices, lookup.choices()),
            concat(moving.subList(1, moving.size()), copies), concat(ended, arrivals),
            new Seen(moving.getFirst().visit(), seen));
    }

    /** Ends the way of the first moving copy, or forgets it if {@code arrivals} is empty. */
    PacketClass withoutFirst(final List<Arrival> arrivals) {
        return new PacketClass(packets, choices, moving.subList(1, moving.size()), concat(ended, arrivals), seen);
    }

    /** Returns the copy that the answer is about. */
    Arrival main() {
        return ended.size() == 1 ? ended.getFirst() : ended.stream()
            .min(Comparator.comparingInt(arrival -> WEIGHTIEST.indexOf(arrival.outcome()))).orElseThrow();
    }

    /** Returns which part of the packets takes this way where switches choose. */
    double share() {
        double share = 1;
        for (final var choice : choices) {
            share *= choice.share();
        }
        return share;
    }

    PathTrace toTrace(final Cube asked) {
        final var main = main();
        final var reason = new LinkedHashSet<String>();
        if (!main.reason().isEmpty()) {
            reason.add(main.reason());
        }
        reason.addAll(Passage.notes(main.last()));
        ended.stream().filter(arrival -> arrival != main).map(Arrival::describe).forEach(reason::add);
        return new PathTrace(condition(asked), Passage.hops(main.last()), main.outcome(), String.join("; ", reason),
            Origin.INSTALLED, share());
    }

    private String condition(final Cube asked) {
        final var text = new StringJoiner(",");
        final var fields = packets.describeWithin(asked);
        if (!fields.isEmpty()) {
            text.add(fields);
        }
        choices.forEach(choice -> text.add(choice.toString()));
        return text.toString();
    }
}

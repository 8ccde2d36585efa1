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
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.MeterRef;
import org.opendaylight.alto.frmchecker.cost.Way;
import org.opendaylight.alto.frmchecker.flow.Action;
import org.opendaylight.alto.frmchecker.flow.Lookup;
import org.opendaylight.alto.frmchecker.flow.PacketSet;

/**
 * A copy of a packet has passed a switch. The way back to the source is a linked list, which copies share. What a
 * person wants to read of it is made only when it is asked for.
 *
 * @param before the passage of the switch before; null for the first one
 * @param visit how it came in
 * @param lookup what the switch did
 * @param outPort number of the port by which it left; 0 if it did not leave
 * @param rewrites what was changed
 * @param meters the meters that this copy passed in the switch
 * @param whole the packets that came in, of which {@code lookup} is about some
 * @param length number of switches passed, this one included
 */
record Passage(@Nullable Passage before, Visit visit, Lookup lookup, long outPort, List<Action> rewrites,
        List<MeterRef> meters, PacketSet whole, int length) {
    static int length(final @Nullable Passage last) {
        return last == null ? 0 : last.length;
    }

    /** Returns the ports by which the switches passed were left, and what their meters let pass. */
    static @Nullable Way way(final @Nullable Passage last) {
        @Nullable Way way = null;
        for (var passage = last; passage != null; passage = passage.before) {
            way = Way.of(new SwitchPort(passage.visit.at().switchId(), passage.outPort), way)
                .limitedTo(MeterRef.lowestRate(passage.meters));
        }
        return way;
    }

    /** Tells whether some visit on the way satisfies a condition. */
    static boolean anyVisit(final @Nullable Passage last, final Predicate<Visit> condition) {
        for (var passage = last; passage != null; passage = passage.before) {
            if (condition.test(passage.visit)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the switches passed, in order. */
    static List<Hop> hops(final @Nullable Passage last) {
        final var hops = new ArrayList<Hop>();
        for (var passage = last; passage != null; passage = passage.before) {
            hops.add(passage.toHop());
        }
        Collections.reverse(hops);
        return hops;
    }

    /** Returns what a person should know, in order. */
    static List<String> notes(final @Nullable Passage last) {
        final var notes = new ArrayList<List<String>>();
        for (var passage = last; passage != null; passage = passage.before) {
            notes.add(passage.lookup.notes());
        }
        Collections.reverse(notes);
        return notes.stream().flatMap(List::stream).toList();
    }

    private Hop toHop() {
        final var at = visit.at();
        return new Hop(at.switchId(), at.port(), outPort == 0 ? OptionalLong.empty() : OptionalLong.of(outPort),
            lookup.rules().stream().map(rule -> rule.ref(at.switchId())).toList(),
            rewrites.stream().map(Action::toString).toList(), lookup.packets().describeWithin(whole), meters);
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.verification;

import com.google.common.collect.ImmutableMultiset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.opendaylight.alto.frmchecker.flow.Cube;

/**
 * Packets that the network treats alike.
 *
 * @param base a set of packets that contains them all
 * @param members tells which packets of {@code base} are meant
 * @param choices what switches chose by rules of their own; classes with different choices may have the same packets
 * @param copies the copies that leave; bits that are open are as they were sent
 * @param marks what else happened on the way
 * @param hops number of switches passed by all copies together
 */
record WalkedClass(Cube base, Predicate<Cube> members, List<String> choices, ImmutableMultiset<Copy> copies,
        Set<Mark> marks, int hops) {
    WalkedClass {
        choices = List.copyOf(choices);
        marks = marks.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(marks));
    }

    /** What may happen to some copy on the way. */
    enum Mark {
        /** It comes back to where it was, with the same header. */
        LOOP,
        /** It meets a table without a rule for it. */
        MISS,
        /** A rule or bucket drops it. */
        DROP,
        /** It is sent to a port that is down or not there. */
        PORT_DOWN,
        /** The FRM checker cannot follow it. */
        UNSUPPORTED,
        /** It has more than two VLAN tags. */
        MANY_TAGS,
        /** There are too many copies to follow them all. */
        TOO_MANY
    }
}

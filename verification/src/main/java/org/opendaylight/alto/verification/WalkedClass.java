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
import java.util.function.Function;
import java.util.function.Predicate;
import org.opendaylight.alto.frmchecker.flow.Cube;

/**
 * Packets that the network treats alike.
 *
 * @param base a set of packets that contains them all
 * @param members tells which packets of {@code base} are meant
 * @param choices what switches chose by rules of their own; classes with different choices may have the same packets
 * @param copiesOf tells for one of these packets the copies that leave
 * @param marks what else happened on the way
 * @param hops number of switches passed by all copies together
 */
record WalkedClass(Cube base, Predicate<Cube> members, List<String> choices,
        Function<Cube, ImmutableMultiset<Copy>> copiesOf, Set<Mark> marks, int hops) {
    WalkedClass {
        choices = List.copyOf(choices);
        marks = marks.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(marks));
    }

    /** Returns the copies of any packet of this class, with zeros in what is open. */
    ImmutableMultiset<Copy> copies() {
        return copiesOf.apply(base);
    }

    /** What may happen to some copy on the way. */
    enum Mark {
        /** It comes back to where it was, with the same header. */
        LOOP("a copy goes round in a loop"),
        /** More than one does. */
        LOOPS("several copies go round in loops"),
        /** It meets a table without a rule for it. */
        MISS("a copy meets no rule"),
        /** A rule or bucket drops it. */
        DROP("a copy is dropped by a rule"),
        /** It is sent to a port that is down or not there. */
        PORT_DOWN("a copy is sent to a port that is down or missing"),
        /** The FRM checker cannot follow it. */
        UNSUPPORTED("a copy cannot be followed"),
        /** It may have more than two VLAN tags somewhere. */
        MANY_TAGS("a copy may have more than two VLAN tags somewhere"),
        /** It may have more than three MPLS labels somewhere. */
        MANY_LABELS("a copy may have more than three MPLS labels somewhere"),
        /** A label may be pushed where there is a VLAN tag. */
        LABEL_MEETS_TAG("a copy may get an MPLS label where it has a VLAN tag"),
        /** There are too many copies to follow them all. */
        TOO_MANY("there are too many copies");

        private final String text;

        Mark(final String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }
}

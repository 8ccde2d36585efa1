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
import java.util.List;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.frmchecker.flow.Cube;

/**
 * A copy of a packet that comes into a switch.
 *
 * @param visit where and how
 * @param hops the switches passed before
 * @param trail the visits before
 * @param notes what a person should know
 */
record Copy(Visit visit, List<Hop> hops, List<Visit> trail, List<String> notes) {
    Copy narrowedBy(final Cube sent) {
        return new Copy(visit.narrowedBy(sent), hops, trail.stream().map(each -> each.narrowedBy(sent)).toList(),
            notes);
    }

    boolean isLoop() {
        return trail.contains(visit);
    }

    /** Returns this copy after it has passed the switch where it is. */
    Copy forwarded(final Hop hop, final List<String> newNotes) {
        final var allHops = new ArrayList<>(hops);
        allHops.add(hop);
        return new Copy(visit, allHops, trail, newNotes);
    }

    /** Returns this copy at its next switch. */
    Copy movedTo(final Visit next) {
        final var wholeTrail = new ArrayList<>(trail);
        wholeTrail.add(visit);
        return new Copy(next, hops, wholeTrail, notes);
    }
}

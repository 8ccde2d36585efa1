/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mesh;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;

/** Numbers classes of hosts in the order in which they come. Not for several threads at once. */
final class ClassNumbers {
    private final Map<Alike, Integer> numbers = new HashMap<>();
    /** The class of the last host of each switch, which is often that of the next one; by switch and address family. */
    private final @Nullable Alike[][] last;
    private final int[][] lastNumbers;

    /**
     * Prepares to number.
     *
     * @param switches how many switches there are
     */
    ClassNumbers(final int switches) {
        last = new Alike[switches][HostMesh.FAMILIES.length];
        lastNumbers = new int[switches][HostMesh.FAMILIES.length];
    }

    /**
     * Returns the numbers of a host's classes.
     *
     * @param at the switch of the host, -1 if it is in no class
     * @param classes by address family, with null where it is in none; equal ones become the same object
     * @return the numbers, -1 where it is in none
     */
    int[] of(final int at, final @Nullable Alike[] classes) {
        final var of = new int[classes.length];
        for (int family = 0; family < of.length; family++) {
            final var alike = classes[family];
            of[family] = at < 0 || alike == null ? -1 : number(at, family, alike);
            classes[family] = at < 0 || alike == null ? null : last[at][family];
        }
        return of;
    }

    private int number(final int at, final int family, final Alike alike) {
        final var before = last[at][family];
        if (before == null || before != alike && !before.equals(alike)) {
            last[at][family] = alike;
            lastNumbers[at][family] = numbers.computeIfAbsent(alike, key -> numbers.size());
        }
        return lastNumbers[at][family];
    }
}

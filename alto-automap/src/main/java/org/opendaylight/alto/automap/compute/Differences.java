/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.compute;

import java.util.Map;
import org.opendaylight.alto.core.map.Pid;

/** Compares the parts of maps. */
final class Differences {
    private Differences() {
    }

    /**
     * Counts what tells the parts of two maps apart, of which equal ones are the same objects.
     *
     * @param before the parts of the one
     * @param after the parts of the other
     * @return number of parts that came, went or changed
     */
    static int count(final Map<Pid, ?> before, final Map<Pid, ?> after) {
        int same = 0;
        int changed = 0;
        for (var entry : after.entrySet()) {
            final var old = before.get(entry.getKey());
            if (old == entry.getValue()) {
                same++;
            } else if (old != null) {
                changed++;
            }
        }
        return after.size() + before.size() - 2 * same - changed;
    }
}

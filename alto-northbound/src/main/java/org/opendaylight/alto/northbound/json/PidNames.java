/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.json;

import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.opendaylight.alto.core.map.Pid;

/** Lists of PIDs in requests for parts of maps (RFC 7285, section 11.3). */
final class PidNames {
    private PidNames() {
    }

    /**
     * Finds the PIDs that a client names.
     *
     * @param names the names as the client wrote them; none stands for all PIDs
     * @param known the PIDs of the network map
     * @return those of the PIDs that are named. A name that the network map does not have is as good as not there
     *     (sections 11.3.1.6 and 11.3.2.6), so the result may be empty
     */
    static SortedSet<Pid> select(final List<String> names, final Set<Pid> known) {
        return names.isEmpty() ? ImmutableSortedSet.copyOf(known)
            : names.stream().flatMap(name -> tryParse(name).stream()).filter(known::contains)
                .collect(ImmutableSortedSet.toImmutableSortedSet(Pid::compareTo));
    }

    private static Optional<Pid> tryParse(final String name) {
        try {
            return Optional.of(new Pid(name));
        } catch (IllegalArgumentException e) {
            // no PID can have this name
            return Optional.empty();
        }
    }
}

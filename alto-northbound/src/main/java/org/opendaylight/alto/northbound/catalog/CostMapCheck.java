/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.catalog;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;

/** Checks that the PIDs of a cost map are those of its network map. */
final class CostMapCheck {
    private CostMapCheck() {
    }

    /**
     * Checks all rows, but for those that were good in the version before, unless PIDs went since then.
     *
     * @param rows the costs
     * @param networkMap the network map
     * @param before the version before of the cost map, if there is one
     * @param networkMapBefore the network map that it was for, if it is known
     * @throws InvalidMapException if a PID is not known; names the first one
     */
    static void requireKnownPids(final SortedMap<Pid, CostRow> rows, final Published<NetworkMap> networkMap,
            final Optional<Published<CostMap>> before, final Optional<Published<NetworkMap>> networkMapBefore) {
        final var id = networkMap.vtag().resourceId();
        final var pids = networkMap.map().pids().keySet();
        final Set<Pid> known = new HashSet<>(pids);
        final boolean comparable = networkMapBefore.isPresent()
            && networkMapBefore.orElseThrow().vtag().resourceId().equals(id)
            && known.containsAll(networkMapBefore.orElseThrow().map().pids().keySet());
        rows.forEach((source, row) -> {
            if (!known.contains(source)) {
                throw unknown("cost-map/" + source, source, networkMap);
            }
            if (comparable && row.equals(before.orElseThrow().map().rows().get(source))) {
                return;
            }
            for (int i = 0; i < row.size(); i++) {
                if (!known.contains(row.destination(i))) {
                    throw unknown("cost-map/" + source + "/" + row.destination(i), row.destination(i), networkMap);
                }
            }
        });
    }

    private static InvalidMapException unknown(final String place, final Pid pid,
            final Published<NetworkMap> networkMap) {
        return new InvalidMapException(place, "network map '" + networkMap.vtag().resourceId() + "' has no PID '" + pid
            + "'; add it there, or take its costs away");
    }
}

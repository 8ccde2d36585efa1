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

import com.google.common.collect.ImmutableSortedSet;
import java.util.Optional;
import java.util.Set;
import org.opendaylight.alto.core.map.ResourceId;

/**
 * What became of one map.
 *
 * @param id its name
 * @param outcome what happened
 * @param causes why it was computed, in their order; empty if it was not
 * @param changed how many PIDs, or rows of costs, came, went or are others than those of before; of a map that stays,
 *     would be
 * @param size how many PIDs, or rows of costs, there are
 * @param nanos how long it took, in nanoseconds; the first of the cost maps of one type has the time that all took to
 *     get the costs between hosts
 * @param samplingError how far costs may be from those of all pairs of hosts; empty if all pairs count, and for network
 *     maps
 * @param problem why the map was not made; empty if it was
 */
public record MapReport(ResourceId id, Outcome outcome, Set<Cause> causes, int changed, int size, long nanos,
        Optional<SamplingError> samplingError, Optional<String> problem) {
    /** What happened. */
    public enum Outcome {
        /** It was computed and has a new version. */
        RENEWED,
        /** It was computed, and is as before. */
        SAME,
        /** It was computed, but no cost is farther from the published one than the step, so that one stays. */
        WITHIN_STEP,
        /** It was not computed, as nothing changed that it depends on. */
        UNTOUCHED,
        /** It cannot be made. */
        NOT_MADE
    }

    /** Why a map is computed. */
    public enum Cause {
        /** It was not there, or what is wanted of it changed. */
        WISH,
        /** Hosts came, went, moved or have other addresses. */
        HOSTS,
        /** Switches or links came or went. */
        TOPOLOGY,
        /** Packets may take other paths. */
        PATHS,
        /** Metrics may have other values. */
        METRICS,
        /** The network map of a cost map was computed. */
        NETWORK_MAP
    }

    public MapReport {
        causes = ImmutableSortedSet.copyOf(causes);
    }

    /** The report for a map that cannot be made. */
    static MapReport notMade(final ResourceId id, final Set<Cause> causes, final String problem) {
        return new MapReport(id, Outcome.NOT_MADE, causes, 0, 0, 0, Optional.empty(), Optional.of(problem));
    }

    /** The report for the same map if it is not computed. */
    MapReport untouched() {
        return new MapReport(id, Outcome.UNTOUCHED, Set.of(), 0, size, 0, samplingError, problem);
    }
}

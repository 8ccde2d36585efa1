/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a server has counted since it started, at one moment. Counters are read one after the other while requests are
 * answered, so sums of different counters may differ by the requests under way. Immutable.
 *
 * @param since when counting began
 * @param inProgress requests that are not answered yet
 * @param endpointsWithProperties prefixes to which an operator gave properties; a single address is one
 * @param push what is counted of those who are told of changes; empty if the server tells nobody
 * @param resources what was counted of each resource, in the order of {@link ResourceCounts#resource()}
 */
public record ServerCounts(Instant since, long inProgress, int endpointsWithProperties,
        Optional<PushCounts> push, List<ResourceCounts> resources) {
    public ServerCounts {
        resources = List.copyOf(resources);
    }

    /**
     * Adds what is counted of those who are told of changes.
     *
     * @param counts the counts
     * @return these counts with those
     */
    public ServerCounts with(final PushCounts counts) {
        return new ServerCounts(since, inProgress, endpointsWithProperties, Optional.of(counts), resources);
    }
}

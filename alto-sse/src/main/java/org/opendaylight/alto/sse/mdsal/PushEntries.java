/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.mdsal;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.northbound.json.MediaTypes;
import org.opendaylight.alto.northbound.spi.RouteEntry;
import org.opendaylight.alto.sse.json.PushCodec;

/** What the directory says of update streams and TIPS: they are for all maps and services of the server. */
final class PushEntries {
    static final String PUBLISHER = "push";

    private static final Set<String> FOLLOWED = Set.of(MediaTypes.NETWORK_MAP, MediaTypes.COST_MAP,
        MediaTypes.ENDPOINT_PROP, MediaTypes.ENDPOINT_COST);

    private PushEntries() {
    }

    /** Makes the one entry; there is none as long as there is nothing to follow. */
    static Collection<RouteEntry> of(final ResourceId id, final String path, final String mediaType,
            final String accepts, final boolean control, final SortedMap<ResourceId, String> served) {
        final var uses = served.entrySet().stream().filter(entry -> FOLLOWED.contains(entry.getValue()))
            .map(Map.Entry::getKey).collect(ImmutableSortedSet.toImmutableSortedSet(ResourceId::compareTo));
        return uses.isEmpty() ? List.of() : List.of(new RouteEntry(id, path, mediaType, Optional.of(accepts),
            ImmutableSortedSet.of(), PushCodec.encodeCapabilities(uses, control), uses));
    }
}

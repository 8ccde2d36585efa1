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

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.ResourceId;

/**
 * An information resource directory (RFC 7285, section 9.2).
 *
 * @param defaultNetworkMap the network map for clients that use only one; empty if there is none
 * @param entries every resource
 */
public record Directory(Optional<ResourceId> defaultNetworkMap, SortedMap<ResourceId, Entry> entries) {
    public Directory {
        entries = ImmutableSortedMap.copyOf(entries);
    }

    /**
     * One resource.
     *
     * @param uri where it is: a path from the root of the server, so that it resolves in the same way against
     *     {@code /alto} and {@code /alto/}
     * @param mediaType what it answers
     * @param accepts what it wants to be sent; empty if it is requested by GET
     * @param costTypes the cost types that it knows; may be empty
     * @param costConstraints whether a request may have constraints
     * @param uses the resources without which it cannot be understood
     */
    public record Entry(String uri, String mediaType, Optional<String> accepts, SortedSet<CostType> costTypes,
            boolean costConstraints, SortedSet<ResourceId> uses) {
        public Entry {
            costTypes = ImmutableSortedSet.copyOf(costTypes);
            uses = ImmutableSortedSet.copyOf(uses);
        }
    }
}

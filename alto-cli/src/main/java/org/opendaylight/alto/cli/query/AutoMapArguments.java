/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.query;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.AutoMaps.Wanted;

/** Understands a person who names maps that are computed from the network. */
public final class AutoMapArguments {
    private AutoMapArguments() {
    }

    /**
     * Finds what is named.
     *
     * @param maps all maps that are wanted
     * @param id a name; null for all
     * @return the maps
     * @throws IllegalArgumentException if there is no such map; the message is for the person
     */
    public static List<Wanted> named(final List<Wanted> maps, final @Nullable String id) {
        if (id == null) {
            return maps;
        }
        final var name = new ResourceId(id);
        final var found = maps.stream().filter(map -> map.id().equals(name)).toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("No map " + id + " is to be computed; see alto:automap-list.");
        }
        return found;
    }
}

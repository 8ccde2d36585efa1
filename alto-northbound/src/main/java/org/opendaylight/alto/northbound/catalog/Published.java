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

import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.map.Versioned;
import org.opendaylight.alto.northbound.json.EncodedBody;

/**
 * One version of a map, with its message. Immutable.
 *
 * @param <T> {@link org.opendaylight.alto.core.map.NetworkMap} or {@link org.opendaylight.alto.core.map.CostMap}
 * @param versioned the map with its version, which for a cost map is not that of its network map
 * @param publisher who publishes it
 * @param entries how many prefixes or costs it has
 * @param body its message
 */
public record Published<T>(Versioned<T> versioned, String publisher, int entries, EncodedBody body) {
    /**
     * Returns its version.
     *
     * @return resource id and tag
     */
    public VersionTag vtag() {
        return versioned.vtag();
    }

    /**
     * Returns its content.
     *
     * @return the map
     */
    public T map() {
        return versioned.map();
    }
}

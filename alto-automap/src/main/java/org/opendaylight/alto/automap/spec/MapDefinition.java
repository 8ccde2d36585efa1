/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.spec;

import static java.util.Objects.requireNonNull;

import org.opendaylight.alto.core.map.ResourceId;

/** One map that is wanted, of either kind. */
public sealed interface MapDefinition {
    /**
     * Returns the name of the map.
     *
     * @return the name
     */
    ResourceId id();

    /**
     * A network map.
     *
     * @param spec what is wanted
     */
    record OfNetworkMap(NetworkMapSpec spec) implements MapDefinition {
        public OfNetworkMap {
            requireNonNull(spec);
        }

        @Override
        public ResourceId id() {
            return spec.id();
        }
    }

    /**
     * A cost map.
     *
     * @param spec what is wanted
     */
    record OfCostMap(CostMapSpec spec) implements MapDefinition {
        public OfCostMap {
            requireNonNull(spec);
        }

        @Override
        public ResourceId id() {
            return spec.id();
        }
    }
}

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

/**
 * A network map that is wanted.
 *
 * @param id its name
 * @param grouping how endpoints make PIDs
 */
public record NetworkMapSpec(ResourceId id, Grouping grouping) {
    public NetworkMapSpec {
        requireNonNull(id);
        requireNonNull(grouping);
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.version;

import java.util.Optional;

/**
 * What there is of a resource that somebody follows. Immutable.
 *
 * @param versions its versions
 * @param problem why there is no answer at the moment; empty if there is one
 * @param goneSince when the problem began, by the clock of {@link System#nanoTime()}; counts only with a problem
 */
public record Followed(VersionGraph versions, Optional<String> problem, long goneSince) {
    Followed(final VersionGraph versions) {
        this(versions, Optional.empty(), 0);
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.host;

import java.time.Instant;
import org.opendaylight.alto.core.net.SwitchPort;

/**
 * A host went from one edge port to another.
 *
 * @param from where it was before
 * @param at when it was first seen where it went
 * @param count how many moves of this host were seen so far, with this one; at least 1
 */
public record HostMove(SwitchPort from, Instant at, long count) {
    public HostMove {
        if (count < 1) {
            throw new IllegalArgumentException("A move is counted, so its count is not " + count);
        }
    }
}

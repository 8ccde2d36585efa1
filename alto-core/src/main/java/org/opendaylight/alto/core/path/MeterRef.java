/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.path;

import java.util.List;
import java.util.OptionalLong;

/**
 * Names a meter of a switch to a person.
 *
 * @param id its number, 1 or more
 * @param bytesPerSecond at most so many bytes of all its packets together pass; empty if it does not bound bytes, as
 *     one that counts packets, or one that only remarks them
 */
public record MeterRef(long id, OptionalLong bytesPerSecond) {
    /**
     * Returns what meters one after the other let pass.
     *
     * @param meters the meters; may be none
     * @return bytes per second, infinity if none bounds them
     */
    public static double lowestRate(final List<MeterRef> meters) {
        double lowest = Double.POSITIVE_INFINITY;
        for (final var meter : meters) {
            if (meter.bytesPerSecond().isPresent()) {
                lowest = Math.min(lowest, meter.bytesPerSecond().getAsLong());
            }
        }
        return lowest;
    }
}

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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MeterRefTest {
    private static final MeterRef FREE = new MeterRef(1, OptionalLong.empty());

    @Test
    void lowestRateOfThoseThatBoundBytesCounts() {
        assertEquals(Double.POSITIVE_INFINITY, MeterRef.lowestRate(List.of()));
        assertEquals(Double.POSITIVE_INFINITY, MeterRef.lowestRate(List.of(FREE)));
        assertEquals(125, MeterRef.lowestRate(List.of(new MeterRef(2, OptionalLong.of(250)), FREE,
            new MeterRef(3, OptionalLong.of(125)), new MeterRef(4, OptionalLong.of(500)))));
    }
}

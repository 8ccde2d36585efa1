/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void numbersAreRead() {
        assertEquals(new Options(5, 7, OptionalLong.empty(), OptionalInt.empty(), false),
            Options.parse(List.of("--comparisons", "5", "--seed", "7")));
    }

    @Test
    void onePacketIsNamedAfterItsNetwork() {
        final var options = Options.parse(List.of("--replay", "12:3"));
        assertEquals(List.of(12L, 3), List.of(options.replay().getAsLong(), options.probe().getAsInt()));
    }

    @Test
    void whatIsWrongIsSaid() {
        for (final var wrong : List.of(List.of("--seed"), List.of("--seed", "x"), List.of("--replay", "1:"),
            List.of("--comparisons", "99999999999"), List.of("more"))) {
            assertThrows(IllegalArgumentException.class, () -> Options.parse(wrong));
        }
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountedInputTest {
    private final List<Double> told = new ArrayList<>();

    @Test
    void tellsFractions() throws IOException {
        final var input = new CountedInput(new ByteArrayInputStream(new byte[200]), told::add);
        assertEquals(0, input.read());
        assertEquals(99, input.read(new byte[99]));
        input.readAllBytes();
        assertEquals(-1, input.read());
        assertEquals(List.of(0.0, 0.5, 1.0), told);
    }

    @Test
    void tellsAtMostOnceInAHundredth() throws IOException {
        final var input = new CountedInput(new ByteArrayInputStream(new byte[100_000]), told::add);
        for (int i = 0; i < 100_000; i++) {
            input.read();
        }
        assertEquals(101, told.size());
    }

    @Test
    void saysWhenItDoesNotKnow() throws IOException {
        final var input = new CountedInput(new ByteArrayInputStream(new byte[100]) {
            @Override
            public synchronized int available() {
                return 0;
            }
        }, told::add);
        input.readAllBytes();
        assertEquals(List.of(-1.0), told);
    }

    @Test
    void neverExceedsOne() throws IOException {
        new CountedInput(new ByteArrayInputStream(new byte[100]) {
            @Override
            public synchronized int available() {
                return 10;
            }
        }, told::add).readAllBytes();
        assertTrue(told.stream().allMatch(fraction -> fraction <= 1), told::toString);
    }
}

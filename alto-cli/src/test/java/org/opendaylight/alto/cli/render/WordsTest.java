/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void numbersAreGrouped() {
        assertEquals("0 PIDs", Words.count(0, "PID", "PIDs"));
        assertEquals("1 PID", Words.count(1, "PID", "PIDs"));
        assertEquals("1,300,000 costs", Words.count(1_300_000, "cost", "costs"));
    }

    @Test
    void sizesHaveTheUnitThatFits() {
        assertEquals("0 B", Words.bytes(0));
        assertEquals("1023 B", Words.bytes(1023));
        assertEquals("1.0 KiB", Words.bytes(1024));
        assertEquals("5.0 MiB", Words.bytes(5L << 20));
        assertEquals("2048.0 GiB", Words.bytes(2L << 40));
    }

    @Test
    void tagsAreCutOnlyIfTheyAreLong() {
        assertEquals("t1", Words.shortTag("t1"));
        assertEquals("01234567", Words.shortTag("0123456789abcdef"));
    }
}

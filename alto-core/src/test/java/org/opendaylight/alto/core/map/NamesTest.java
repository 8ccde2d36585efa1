/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @DisplayName("RFC 7285, sections 10.1 and 10.2: PID names and resource ids")
    @ValueSource(strings = { "a", "PID1", "openflow:1", "x@y_z-0" })
    void namesOfTheGrammarAreTaken(final String name) {
        assertEquals(name, new Pid(name).toString());
        assertEquals(name, new ResourceId(name).toString());
    }

    @ParameterizedTest
    @DisplayName("RFC 7285, sections 10.1 and 10.2: '.' is reserved, other characters do not occur")
    @ValueSource(strings = { "", "a.b", "a b", "a/b", "é", "a\n" })
    void otherNamesAreRefused(final String name) {
        assertThrows(IllegalArgumentException.class, () -> new Pid(name));
        assertThrows(IllegalArgumentException.class, () -> new ResourceId(name));
    }

    @Test
    @DisplayName("RFC 7285, sections 10.1, 10.2, 10.3: at most 64 characters")
    void longNamesAreRefused() {
        new Pid("p".repeat(64));
        assertThrows(IllegalArgumentException.class, () -> new Pid("p".repeat(65)));
        final var id = new ResourceId("r".repeat(64));
        new VersionTag(id, "!".repeat(64));
        assertThrows(IllegalArgumentException.class, () -> new VersionTag(id, "!".repeat(65)));
        assertThrows(IllegalArgumentException.class, () -> new VersionTag(id, "a b"));
        assertThrows(IllegalArgumentException.class, () -> new VersionTag(id, ""));
    }

    @Test
    @DisplayName("RFC 7285, section 10.6 and RFC 9274: cost metrics and modes have at most 32 characters")
    void costWordsAreChecked() {
        assertEquals("priv:x", new CostMetric("priv:x").value());
        assertThrows(IllegalArgumentException.class, () -> new CostMetric("priv:"));
        assertThrows(IllegalArgumentException.class, () -> new CostMetric("m".repeat(33)));
        assertThrows(IllegalArgumentException.class, () -> new CostMode("a@b"));
        assertEquals("hopcount-numerical", CostType.numerical(CostMetric.HOPCOUNT).toString());
    }
}

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
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void valuesAreIndented() {
        assertEquals("""
            {
              "a": [
                1,
                true,
                "x"
              ]
            }""", Json.write(Map.of("a", List.of(1, true, "x"))));
        assertEquals("[]", Json.write(List.of()));
        assertEquals("{}", Json.write(Map.of()));
    }

    @Test
    void numbersAreAsShortAsTheyCanBe() {
        assertEquals("2", Json.write(2.0));
        assertEquals("1.333333", Json.write(1.333333));
        assertEquals("0.000001", Json.write(0.000001));
        assertEquals("9007199254740993", Json.write(9007199254740993L));
    }

    @Test
    void anyTextCanBeReadBack() throws Exception {
        // NUL, DEL, a letter with an accent, a character outside the basic plane
        final var text = "quote \" backslash \\ line\nend tab\t </script>"
            + IntStream.of(0, 0x7f, 0xe9, 0x1f600).mapToObj(Character::toString).collect(Collectors.joining());
        assertEquals(text, new ObjectMapper().readValue(Json.write(text), String.class));
    }

    @Test
    void whatJsonCannotSayIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Json.write(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Json.write(new Object()));
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.core.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacAddressTest {
    @Test
    void textIsLowerCaseWithColons() {
        assertEquals("00:00:5e:00:53:af", MacAddress.parse("00-00-5E-00-53-AF").toString());
    }

    @Test
    void bytesComeBackAsTheyWere() {
        final var bytes = new byte[] { 9, (byte) 0x80, 0, 1, 2, (byte) 0xFF, 7 };
        final var address = MacAddress.ofBytes(bytes, 1);
        assertEquals("80:00:01:02:ff:07", address.toString());
        assertArrayEquals(new byte[] { (byte) 0x80, 0, 1, 2, (byte) 0xFF, 7 }, address.toBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "00:00:5e:00:53", "00:00:5e:00:53:01:02", "00:00:5e:00:53:0g", "0:0:0:0:0:1",
        "00005e005301" })
    void otherTextIsRefusedByName(final String text) {
        final var problem = assertThrows(IllegalArgumentException.class, () -> MacAddress.parse(text));
        assertTrue(problem.getMessage().contains("'" + text + "'"), problem.getMessage());
    }

    @Test
    void groupAndZeroAddressesNameNoStation() {
        assertTrue(MacAddress.parse("02:00:00:00:00:01").isUnicast());
        assertFalse(MacAddress.BROADCAST.isUnicast());
        assertFalse(MacAddress.parse("01:00:5e:00:00:01").isUnicast());
        assertFalse(new MacAddress(0).isUnicast());
    }

    @Test
    void numbersOfMoreThan48BitsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new MacAddress(1L << 48));
        assertThrows(IllegalArgumentException.class, () -> new MacAddress(-1));
    }
}

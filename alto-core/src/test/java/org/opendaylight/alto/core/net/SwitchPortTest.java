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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchPortTest {
    @Test
    void textIsTheControllersNodeConnectorId() {
        final var port = SwitchPort.parse("openflow:18446744073709551615:4294967040");
        assertEquals(new SwitchPort(new SwitchId(-1), SwitchPort.MAX_PORT), port);
        assertEquals("openflow:18446744073709551615:4294967040", port.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "openflow:1:LOCAL", "openflow:1:0", "openflow:1:4294967041", "openflow:1", "1:2", "",
        "openflow:x:1", "openflow:-1:1" })
    void placesThatAreNoPhysicalPortAreRefused(final String text) {
        assertThrows(IllegalArgumentException.class, () -> SwitchPort.parse(text));
    }

    @Test
    void datapathIdsAreOrderedAsUnsigned() {
        assertTrue(new SwitchId(1).compareTo(new SwitchId(-1)) < 0);
    }

    @Test
    void vlanIdsAreOneTo4094() {
        assertEquals("4094", new VlanId(4094).toString());
        assertThrows(IllegalArgumentException.class, () -> new VlanId(0));
        assertThrows(IllegalArgumentException.class, () -> new VlanId(4095));
    }
}

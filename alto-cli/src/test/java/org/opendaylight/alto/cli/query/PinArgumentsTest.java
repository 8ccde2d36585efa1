/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.query;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opendaylight.alto.core.testlib.Hosts.host;

import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostPin;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.net.VlanId;

class PinArgumentsTest {
    private static final Host A = host("00:00:00:00:00:0a", "openflow:1:1", "10.0.0.1", "2001:db8::1");
    private static final HostTable HOSTS = HostTable.of(List.of(A));

    private static String refusal(final Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    @Test
    void hostIsNamedByMacAndVlan() {
        assertEquals(A.key(), PinArguments.host("00-00-00-00-00-0A", null));
        assertEquals(new Host.Key(MacAddress.parse("00:00:00:00:00:0a"), Optional.of(new VlanId(4094))),
            PinArguments.host("00:00:00:00:00:0a", "4094"));
        assertEquals("MAC 'h1' is not a MAC address, like 00:00:5e:00:53:01.",
            refusal(() -> PinArguments.host("h1", null)));
        assertEquals("MAC ff:ff:ff:ff:ff:ff is not the address of one host.",
            refusal(() -> PinArguments.host("ff:ff:ff:ff:ff:ff", null)));
        for (var bad : List.of("0", "4095", "-1", "x", "4294967297")) {
            assertEquals("--vlan '" + bad + "' is not a number from 1 to 4094.",
                refusal(() -> PinArguments.host("00:00:00:00:00:0a", bad)));
        }
    }

    @Test
    void hostIsPinnedAsItIsKnown() {
        assertEquals(new HostPin(A.key(), A.addresses(), Optional.of(A.attachment())),
            PinArguments.pin(HOSTS, A.key(), List.of(), null));
    }

    @Test
    void nothingIsAddedToWhatIsNamed() {
        assertEquals(new HostPin(A.key(), ImmutableSortedSet.of(IpAddr.parse("10.0.0.2"), IpAddr.parse("10.0.0.3")),
            Optional.empty()), PinArguments.pin(HOSTS, A.key(), List.of("10.0.0.3", "10.0.0.2"), null));
        assertEquals(new HostPin(A.key(), ImmutableSortedSet.of(), Optional.of(SwitchPort.parse("openflow:1:2"))),
            PinArguments.pin(HOSTS, A.key(), List.of(), "openflow:1:2"));
        assertEquals("--address '10.0.0.0/24' is not an IP address, like 10.0.0.1 or 2001:db8::1.",
            refusal(() -> PinArguments.pin(HOSTS, A.key(), List.of("10.0.0.0/24"), null)));
        assertEquals("--port 'openflow:1' is not a port of a switch, like openflow:1:2.",
            refusal(() -> PinArguments.pin(HOSTS, A.key(), List.of(), "openflow:1")));
    }

    @Test
    void unknownHostCannotBePinnedAsItIs() {
        assertEquals("No host 00:00:00:00:00:0b is known; give --address or --port to pin it nevertheless.",
            refusal(() -> PinArguments.pin(HOSTS, PinArguments.host("00:00:00:00:00:0b", null), List.of(), null)));
        assertEquals("No host 00:00:00:00:00:0a in VLAN 7 is known, but one without a VLAN; give --address or --port to"
            + " pin it nevertheless.",
            refusal(() -> PinArguments.pin(HOSTS, PinArguments.host("00:00:00:00:00:0a", "7"), List.of(), null)));
    }

    @Test
    void optionsFitTogether() {
        assertDoesNotThrow(() -> {
            PinArguments.requireFitting(false, true, false, false, false);
            PinArguments.requireFitting(true, false, true, true, false);
            PinArguments.requireFitting(true, false, false, true, true);
        });
        final var missing = "MAC is missing: --vlan, --address, --port and --delete are about one host.";
        assertEquals(missing, refusal(() -> PinArguments.requireFitting(false, false, true, false, false)));
        assertEquals(missing, refusal(() -> PinArguments.requireFitting(false, false, false, true, false)));
        assertEquals(missing, refusal(() -> PinArguments.requireFitting(false, false, false, false, true)));
        assertEquals("--json is for the list of pins, so it takes no MAC.",
            refusal(() -> PinArguments.requireFitting(true, true, false, false, false)));
        assertEquals("--delete is for the whole pin, so it takes no --address or --port.",
            refusal(() -> PinArguments.requireFitting(true, false, true, false, true)));
    }
}

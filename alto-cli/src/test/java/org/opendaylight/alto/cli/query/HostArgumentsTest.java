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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opendaylight.alto.core.testlib.Hosts.host;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;

class HostArgumentsTest {
    private static final Host A = host("00:00:00:00:00:0a", "openflow:1:12", "10.0.0.1", "2001:db8::1");
    private static final Host B = host("00:00:00:00:00:0b", "openflow:1:1", "10.0.1.2");
    private static final Host C = host("00:00:00:00:00:0c", "openflow:12:1", "10.0.0.10");
    private static final Host BARE = host("00:00:00:00:00:0d", "openflow:12:2");
    private static final HostTable HOSTS = HostTable.of(List.of(A, B, C, BARE));

    private static List<Host> matching(final @Nullable String ip, final @Nullable String mac,
            final @Nullable String place) {
        return HostArguments.matching(HOSTS, ip, mac, place).hosts();
    }

    private static String refusal(final @Nullable String ip, final @Nullable String mac,
            final @Nullable String place) {
        return assertThrows(IllegalArgumentException.class, () -> matching(ip, mac, place)).getMessage();
    }

    @Test
    void everyHostFitsIfNothingIsGiven() {
        assertEquals(List.of(A, B, C, BARE), matching(null, null, null));
    }

    @Test
    void addressOrPrefixIsOfOneOfTheAddresses() {
        assertEquals(List.of(A), matching("10.0.0.1", null, null));
        assertEquals(List.of(A), matching("2001:DB8:0::1", null, null));
        assertEquals(List.of(A, C), matching("10.0.0.0/24", null, null));
        assertEquals(List.of(A, C), matching("10.0.0.77/24", null, null));
        assertEquals(List.of(A, B, C), matching("0.0.0.0/0", null, null));
        assertEquals(List.of(A), matching("::/0", null, null));
        assertEquals(List.of(), matching("10.0.0.2", null, null));
    }

    @Test
    void macIsReadInAnyCase() {
        assertEquals(List.of(C), matching(null, "00-00-00-00-00-0C", null));
        assertEquals(List.of(C), matching(null, "00:00:00:00:00:0c", null));
        assertEquals(List.of(), matching(null, "00:00:00:00:00:01", null));
    }

    @Test
    void switchIsNotAPrefixOfItsName() {
        assertEquals(List.of(A, B), matching(null, null, "openflow:1"));
        assertEquals(List.of(C, BARE), matching(null, null, "openflow:12"));
        assertEquals(List.of(B), matching(null, null, "openflow:1:1"));
        assertEquals(List.of(A), matching(null, null, "openflow:1:12"));
        assertEquals(List.of(), matching(null, null, "openflow:2"));
    }

    @Test
    void hostsFitAllThatIsGiven() {
        assertEquals(List.of(A), matching("10.0.0.0/24", null, "openflow:1"));
        assertEquals(List.of(A), matching("10.0.0.0/24", "00:00:00:00:00:0a", "openflow:1"));
        assertEquals(List.of(), matching("10.0.0.0/24", "00:00:00:00:00:0b", "openflow:1"));
    }

    @Test
    void mistakesNameTheOption() {
        for (var bad : List.of("10.0.0", "10.0.0.0/33", "10.0.0.0/", "h1")) {
            assertEquals("--ip '" + bad + "' is neither an IP address nor a prefix, like 10.0.0.1 or 10.0.0.0/24.",
                refusal(bad, null, null));
        }
        assertEquals("--mac '00:00' is not a MAC address, like 00:00:5e:00:53:01.", refusal(null, "00:00", null));
        for (var bad : List.of("1", "openflow:x", "openflow:1:LOCAL", "openflow:1:2:3", "openflow:1:")) {
            assertEquals("--switch '" + bad
                + "' is neither a switch nor a port of one, like openflow:1 or openflow:1:2.",
                refusal(null, null, bad));
        }
    }

    @Test
    void whatIsKnownIsCompletedInOrder() {
        assertEquals(List.of("10.0.0.1", "10.0.0.10", "10.0.1.2", "2001:db8::1"), HostArguments.addresses(HOSTS));
        assertEquals(List.of("00:00:00:00:00:0a", "00:00:00:00:00:0b", "00:00:00:00:00:0c", "00:00:00:00:00:0d"),
            HostArguments.macs(HOSTS));
        assertEquals(List.of("openflow:1", "openflow:12", "openflow:1:1", "openflow:1:12", "openflow:12:1",
            "openflow:12:2"), HostArguments.places(HOSTS));
    }
}

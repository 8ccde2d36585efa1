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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddrTest {
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "192.0.2.1, 192.0.2.1",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "::, ::",
        "::FFFF:192.0.2.1, ::ffff:192.0.2.1",
        "::ffff:c000:201, ::ffff:192.0.2.1",
    })
    void textIsCanonical(final String text, final String canonical) {
        assertEquals(canonical, IpAddr.parse(text).toString());
        assertEquals(IpAddr.parse(text), IpAddr.parse(canonical));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "1.2.3", "1.2.3.256", "1.2.3.4.5", "01.2.3.4", " 1.2.3.4", "localhost", "2001:db8:::1",
        "fe80::1%eth0", "1.2.3.4/32", "[::1]", "2001:db800::", "1２.0.0.1" })
    void otherTextIsRefusedByName(final String text) {
        final var problem = assertThrows(IllegalArgumentException.class, () -> IpAddr.parse(text));
        assertTrue(problem.getMessage().contains("'" + text + "'"), problem.getMessage());
    }

    @Test
    void mappedAddressStaysIpv6() {
        final var mapped = IpAddr.parse("::ffff:192.0.2.1");
        assertInstanceOf(Ipv6Addr.class, mapped);
        assertEquals(mapped, Ipv6Addr.ofBytes(mapped.toBytes(), 0));
    }

    @ParameterizedTest
    @CsvSource({ "0, 0.0.0.0", "1, 128.0.0.0", "8, 255.0.0.0", "31, 255.255.255.254", "32, 255.255.255.255" })
    void ipv4IsMasked(final int length, final String network) {
        assertEquals(IpAddr.parse(network), IpAddr.parse("255.255.255.255").masked(length));
    }

    @ParameterizedTest
    @CsvSource({ "0, ::", "1, 8000::", "63, ffff:ffff:ffff:fffe::", "64, ffff:ffff:ffff:ffff::",
        "65, ffff:ffff:ffff:ffff:8000::", "127, ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe",
        "128, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff" })
    void ipv6IsMasked(final int length, final String network) {
        assertEquals(IpAddr.parse(network), IpAddr.parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff").masked(length));
    }

    @Test
    void lengthsOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> IpAddr.parse("1.2.3.4").masked(33));
        assertThrows(IllegalArgumentException.class, () -> IpAddr.parse("1.2.3.4").masked(-1));
        assertThrows(IllegalArgumentException.class, () -> IpAddr.parse("::").masked(129));
    }

    @Test
    void orderIsFamilyThenUnsignedNumber() {
        final var sorted = List.of("0.0.0.0", "127.255.255.255", "128.0.0.0", "255.255.255.255", "::", "::1",
            "7fff::", "8000::").stream().map(IpAddr::parse).toList();
        final var shuffled = new ArrayList<>(sorted);
        Collections.reverse(shuffled);
        Collections.sort(shuffled);
        assertEquals(sorted, shuffled);
    }
}

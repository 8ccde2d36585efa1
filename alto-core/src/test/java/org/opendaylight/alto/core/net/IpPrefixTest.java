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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpPrefixTest {
    @Test
    void hostBitsDoNotCount() {
        assertEquals(IpPrefix.parse("10.0.0.0/8"), IpPrefix.parse("10.1.2.3/8"));
        assertEquals("10.0.0.0/8", IpPrefix.parse("10.1.2.3/8").toString());
    }

    @Test
    @DisplayName("equal IPv6 prefixes are equal in whatever text (RFC 5952)")
    void ipv6TextDoesNotCount() {
        assertEquals(IpPrefix.parse("2001:db8::/33"), IpPrefix.parse("2001:DB8:0:0::/33"));
    }

    @Test
    void lengthZeroContainsEverythingOfItsFamilyOnly() {
        assertTrue(IpPrefix.ALL_IPV4.contains(IpAddr.parse("0.0.0.0")));
        assertTrue(IpPrefix.ALL_IPV4.contains(IpAddr.parse("255.255.255.255")));
        assertFalse(IpPrefix.ALL_IPV4.contains(IpAddr.parse("::")));
        assertTrue(IpPrefix.ALL_IPV6.contains(IpAddr.parse("ffff::")));
        assertFalse(IpPrefix.ALL_IPV6.contains(IpAddr.parse("1.2.3.4")));
    }

    @Test
    void fullLengthContainsOneAddress() {
        final var one = IpAddr.parse("192.0.2.128").toPrefix();
        assertEquals(32, one.length());
        assertTrue(one.contains(IpAddr.parse("192.0.2.128")));
        assertFalse(one.contains(IpAddr.parse("192.0.2.129")));
        assertEquals(128, IpAddr.parse("::1").toPrefix().length());
    }

    @Test
    void prefixContainsLongerPrefixAndItselfButNotShorter() {
        final var slash24 = IpPrefix.parse("192.0.2.0/24");
        assertTrue(slash24.contains(slash24));
        assertTrue(slash24.contains(IpPrefix.parse("192.0.2.128/25")));
        assertFalse(slash24.contains(IpPrefix.parse("192.0.0.0/16")));
        assertFalse(slash24.contains(IpPrefix.parse("192.0.3.0/25")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "::/129", "/8",
        "10.0.0.0/8/8" })
    void otherTextIsRefused(final String text) {
        assertThrows(IllegalArgumentException.class, () -> IpPrefix.parse(text));
    }
}

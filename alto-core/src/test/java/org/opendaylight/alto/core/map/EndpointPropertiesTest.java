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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.IpPrefix;

class EndpointPropertiesTest {
    private static final PropertyName SITE = new PropertyName("priv:site");
    private static final PropertyName RACK = new PropertyName("priv:rack");

    private static Optional<String> find(final EndpointProperties properties, final PropertyName name,
            final String address) {
        return properties.find(name, IpAddr.parse(address));
    }

    @Test
    void longestPrefixThatHasThePropertyDecides() {
        final var properties = EndpointProperties.of(Map.of(
            IpPrefix.parse("10.0.0.0/8"), Map.of(SITE, "north", RACK, "1"),
            IpPrefix.parse("10.1.0.0/16"), Map.of(RACK, "2"),
            IpPrefix.parse("10.1.1.1/32"), Map.of(SITE, "south"),
            IpPrefix.parse("2001:db8::/32"), Map.of(SITE, "north")));
        assertEquals(List.of(RACK, SITE), properties.names());
        assertEquals(Optional.of("north"), find(properties, SITE, "10.2.0.1"));
        assertEquals(Optional.of("1"), find(properties, RACK, "10.2.0.1"));
        assertEquals(Optional.of("north"), find(properties, SITE, "10.1.0.1"));
        assertEquals(Optional.of("2"), find(properties, RACK, "10.1.1.1"));
        assertEquals(Optional.of("south"), find(properties, SITE, "10.1.1.1"));
        assertEquals(Optional.of("north"), find(properties, SITE, "2001:db8::1"));
        assertEquals(Optional.empty(), find(properties, RACK, "2001:db8::1"));
        assertEquals(Optional.empty(), find(properties, SITE, "11.0.0.1"));
    }

    @Test
    void unknownPropertyIsOfNobody() {
        assertEquals(Optional.empty(), find(EndpointProperties.EMPTY, SITE, "10.0.0.1"));
        assertEquals(EndpointProperties.EMPTY, EndpointProperties.of(Map.of()));
    }
}

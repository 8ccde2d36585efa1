/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.mdsal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opendaylight.alto.hosttracker.Net.ip;
import static org.opendaylight.alto.hosttracker.Net.ip6;
import static org.opendaylight.alto.hosttracker.Net.key;
import static org.opendaylight.alto.hosttracker.Net.mac;
import static org.opendaylight.alto.hosttracker.Net.port;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostPin;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.VlanId;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;

class MdsalHostPinsTest extends AbstractConcurrentDataBrokerTest {
    private static final HostPin FIRST = new HostPin(key(1), new TreeSet<IpAddr>(Set.of(ip(1), ip6(1))),
        Optional.empty());
    private static final HostPin SECOND = new HostPin(new Host.Key(mac(1), Optional.of(new VlanId(7))),
        new TreeSet<>(), Optional.of(port(3, 4)));

    private MdsalHostPins pins;

    @BeforeEach
    void before() throws Exception {
        setup();
        pins = new MdsalHostPins(getDataBroker());
    }

    @AfterEach
    void after() {
        pins.close();
    }

    @Test
    void pinsAreWrittenReplacedAndTakenAway() throws Exception {
        pins.pin(SECOND);
        pins.pin(FIRST);
        await().until(() -> pins.pins().equals(List.of(FIRST, SECOND)));
        final var other = new HostPin(key(1), new TreeSet<IpAddr>(Set.of(ip(9))), Optional.empty());
        pins.pin(other);
        await().until(() -> pins.pins().equals(List.of(other, SECOND)));
        assertTrue(pins.unpin(key(1)));
        assertFalse(pins.unpin(key(1)));
        await().until(() -> pins.pins().equals(List.of(SECOND)));
        assertTrue(pins.unpin(SECOND.host()));
        await().until(() -> pins.pins().isEmpty());
    }

    @Test
    void addressIsPinnedToOneHost() throws Exception {
        pins.pin(FIRST);
        final var refused = assertThrows(IllegalArgumentException.class,
            () -> pins.pin(new HostPin(key(2), new TreeSet<IpAddr>(Set.of(ip(1))), Optional.empty())));
        assertEquals("10.0.0.1 is pinned to " + mac(1) + " already, so it cannot be pinned to " + mac(2),
            refused.getMessage());
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.before;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.opendaylight.alto.core.testlib.Hosts.host;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.topology.Topology;

class NetworkStateTest {
    private static NetworkState state(final String port, final String... addresses) {
        return NetworkState.of(Topology.EMPTY,
            HostTable.of(List.of(host("00:00:5e:00:53:01", port, addresses))));
    }

    @Test
    void anotherAddressOfAHostIsAnotherState() {
        final var before = state("openflow:1:1", "10.0.0.1");
        assertEquals(before, state("openflow:1:1", "10.0.0.1"));
        assertNotEquals(before, state("openflow:1:1", "10.0.0.1", "2001:db8::1"));
        assertNotEquals(before, state("openflow:1:1", "10.0.0.1", "10.0.0.2"));
        assertNotEquals(before, state("openflow:1:2", "10.0.0.1"));
    }
}

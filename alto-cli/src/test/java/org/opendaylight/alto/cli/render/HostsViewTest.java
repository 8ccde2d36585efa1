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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.opendaylight.alto.core.testlib.Hosts.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostMove;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.net.VlanId;

class HostsViewTest {
    private static final Host SETTLED = host("00:00:00:00:00:0a", "openflow:1:1", "10.0.0.1");
    private static final Host OTHER = host("00:00:00:00:00:0b", "openflow:1:3");
    private static final Host MOVED = new Host(OTHER.mac(), Optional.of(new VlanId(7)), OTHER.addresses(),
        OTHER.attachment(), OTHER.firstSeen(), OTHER.lastSeen(),
        Optional.of(new HostMove(SwitchPort.parse("openflow:1:2"), Instant.ofEpochSecond(48), 3)));
    private static final Instant NOW = Instant.ofEpochSecond(60);

    @Test
    void movesHaveAColumnIfThereAreAny() {
        assertFalse(HostsView.table(HostTable.of(List.of(SETTLED)), NOW).columns().contains("Moved"));
        final var table = HostsView.table(HostTable.of(List.of(SETTLED, MOVED)), NOW);
        assertEquals("Moved", table.columns().getLast());
        assertEquals(List.of(
            List.of("00:00:00:00:00:0a", "-", "10.0.0.1", "openflow:1:1", "1m 0s ago", "1m 0s ago", "-"),
            List.of("00:00:00:00:00:0b", "7", "", "openflow:1:3", "1m 0s ago", "1m 0s ago",
                "3x, last 12s ago from openflow:1:2")), table.rows());
    }

    @Test
    void jsonHasTheLastMoveIfThereIsOne() throws Exception {
        final var json = new ObjectMapper().readTree(HostsView.json(HostTable.of(List.of(SETTLED, MOVED))));
        assertFalse(json.get(0).has("last-move"));
        assertEquals(new ObjectMapper().readTree(
            "{\"from\": \"openflow:1:2\", \"at\": \"1970-01-01T00:00:48Z\", \"count\": 3}"),
            json.get(1).get("last-move"));
        assertEquals(json.get(1), new ObjectMapper().readTree(HostsView.json(MOVED)));
    }

    @Test
    void placeNamesTheVlanIfThereIsOne() {
        assertEquals("00:00:00:00:00:0a at openflow:1:1", HostsView.place(SETTLED));
        assertEquals("00:00:00:00:00:0b in VLAN 7 at openflow:1:3", HostsView.place(MOVED));
    }
}

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

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostConflict;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.net.VlanId;

class ConflictsViewTest {
    private static final Host.Key A = new Host.Key(MacAddress.parse("00:00:00:00:00:0a"), Optional.empty());
    private static final Host.Key B = new Host.Key(MacAddress.parse("00:00:00:00:00:0b"),
        Optional.of(new VlanId(7)));

    private static HostConflict conflict(final HostConflict.Kind kind, final Optional<IpAddr> address) {
        return new HostConflict(kind, A, address, Optional.of(SwitchPort.parse("openflow:1:1")), B,
            SwitchPort.parse("openflow:2:1"), Instant.ofEpochSecond(0), Instant.ofEpochSecond(50), 4);
    }

    @Test
    void rowNamesBothSides() {
        assertEquals(List.of("10s ago", "1m 0s ago", "4", "address in use", "10.0.0.1",
            "00:00:00:00:00:0a at openflow:1:1", "00:00:00:00:00:0b in VLAN 7 at openflow:2:1"),
            ConflictsView.table(List.of(conflict(HostConflict.Kind.ADDRESS_IN_USE,
                Optional.of(IpAddr.parse("10.0.0.1")))), Instant.ofEpochSecond(60)).rows().getFirst());
    }

    @Test
    void kindsAreInWordsAndTheOrderStays() {
        final var conflicts = new ArrayList<HostConflict>();
        for (var kind : HostConflict.Kind.values()) {
            conflicts.add(conflict(kind, Optional.empty()));
        }
        final var rows = ConflictsView.table(conflicts, Instant.EPOCH).rows();
        assertEquals(List.of("address in use", "at two ports", "against a pin"),
            rows.stream().map(row -> row.get(3)).toList());
        assertEquals("-", rows.getFirst().get(4));
    }

    @Test
    void pinnedHostMayNeverHaveBeenSeen() throws Exception {
        final var unseen = List.of(new HostConflict(HostConflict.Kind.PINNED, A, Optional.empty(), Optional.empty(), B,
            SwitchPort.parse("openflow:2:1"), Instant.EPOCH, Instant.EPOCH, 1));
        assertEquals("00:00:00:00:00:0a (never seen)",
            ConflictsView.table(unseen, Instant.EPOCH).rows().getFirst().get(5));
        final var mapper = new ObjectMapper();
        assertEquals(mapper.readTree("{\"mac\": \"00:00:00:00:00:0a\"}"),
            mapper.readTree(ConflictsView.json(unseen)).at("/0/host"));
    }

    @Test
    void jsonNamesBothSides() throws Exception {
        final var mapper = new ObjectMapper();
        assertEquals(mapper.readTree("""
            [{"kind": "address-in-use", "address": "10.0.0.1",
              "host": {"mac": "00:00:00:00:00:0a", "attachment-point": "openflow:1:1"},
              "rival": {"mac": "00:00:00:00:00:0b", "vlan": 7, "attachment-point": "openflow:2:1"},
              "first": "1970-01-01T00:00:00Z", "last": "1970-01-01T00:00:50Z", "count": 4}]"""),
            mapper.readTree(ConflictsView.json(List.of(conflict(HostConflict.Kind.ADDRESS_IN_USE,
                Optional.of(IpAddr.parse("10.0.0.1")))))));
    }
}

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
import static org.opendaylight.alto.core.testlib.Hosts.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostPin;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.net.VlanId;

class PinsViewTest {
    private static final Host A = host("00:00:00:00:00:0a", "openflow:1:1", "10.0.0.1");
    private static final Host B = host("00:00:00:00:00:0b", "openflow:1:2", "10.0.0.2");
    private static final HostTable HOSTS = HostTable.of(List.of(A, B));
    private static final HostPin BOTH = new HostPin(A.key(),
        ImmutableSortedSet.of(IpAddr.parse("10.0.0.1"), IpAddr.parse("10.0.0.2")), Optional.of(B.attachment()));
    private static final HostPin ADDRESS = new HostPin(new Host.Key(A.mac(), Optional.of(new VlanId(7))),
        A.addresses(), Optional.empty());
    private static final HostPin PORT = new HostPin(B.key(), ImmutableSortedSet.of(),
        Optional.of(SwitchPort.parse("openflow:1:2")));

    @Test
    void rowHasADashForWhatIsNotPinned() {
        assertEquals(List.of(
            List.of("00:00:00:00:00:0a", "-", "10.0.0.1 10.0.0.2", "openflow:1:2"),
            List.of("00:00:00:00:00:0a", "7", "10.0.0.1", "-"),
            List.of("00:00:00:00:00:0b", "-", "-", "openflow:1:2")),
            PinsView.table(List.of(BOTH, ADDRESS, PORT)).rows());
    }

    @Test
    void jsonLeavesOutWhatIsNotPinned() throws Exception {
        final var mapper = new ObjectMapper();
        assertEquals(mapper.readTree("""
            [{"mac": "00:00:00:00:00:0a", "addresses": ["10.0.0.1", "10.0.0.2"], "attachment-point": "openflow:1:2"},
             {"mac": "00:00:00:00:00:0a", "vlan": 7, "addresses": ["10.0.0.1"]},
             {"mac": "00:00:00:00:00:0b", "addresses": [], "attachment-point": "openflow:1:2"}]"""),
            mapper.readTree(PinsView.json(List.of(BOTH, ADDRESS, PORT))));
    }

    @Test
    void contentIsInWords() {
        assertEquals("10.0.0.1 10.0.0.2 at openflow:1:2", PinsView.content(BOTH));
        assertEquals("10.0.0.1", PinsView.content(ADDRESS));
        assertEquals("at openflow:1:2", PinsView.content(PORT));
    }

    @Test
    void contradictionsToWhatIsKnownAreTold() {
        assertEquals(List.of(
            "10.0.0.2 is now of 00:00:00:00:00:0b; the pin takes it away.",
            "00:00:00:00:00:0a is now at openflow:1:1; the pin believes it only at openflow:1:2."),
            PinsView.contradictions(BOTH, HOSTS));
        assertEquals(List.of("10.0.0.1 is now of 00:00:00:00:00:0a; the pin takes it away."),
            PinsView.contradictions(ADDRESS, HOSTS));
        assertEquals(List.of(), PinsView.contradictions(PORT, HOSTS));
        assertEquals(List.of(), PinsView.contradictions(BOTH, HostTable.EMPTY));
    }
}

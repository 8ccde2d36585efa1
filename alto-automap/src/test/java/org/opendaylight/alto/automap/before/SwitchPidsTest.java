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
import static org.opendaylight.alto.core.testlib.Hosts.host;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.topology.Topology;

class SwitchPidsTest {
    private static final List<IpPrefix> EVERYTHING = List.of(IpPrefix.ALL_IPV4, IpPrefix.ALL_IPV6);

    static Topology switches(final long... datapathIds) {
        return Topology.of(Arrays.stream(datapathIds).boxed()
            .collect(Collectors.toMap(SwitchId::new, id -> Set.of())), Map.of());
    }

    private static NetworkMap map(final Topology topology, final Host... hosts) {
        return SwitchPids.networkMap(NetworkState.of(topology, HostTable.of(List.of(hosts))));
    }

    private static List<IpPrefix> prefixes(final String... texts) {
        return Arrays.stream(texts).map(IpPrefix::parse).toList();
    }

    @Test
    void emptyNetworkHasOnlyTheDefaultPid() {
        assertEquals(NetworkMap.of(Map.of(new Pid("default"), EVERYTHING)), map(Topology.EMPTY));
    }

    @Test
    void eachSwitchIsAPidWithTheAddressesOfItsHosts() {
        assertEquals(
            NetworkMap.of(Map.of(
                new Pid("default"), EVERYTHING,
                new Pid("openflow:1"), prefixes("10.0.0.1/32", "2001:db8::1/128", "10.0.0.2/32"),
                new Pid("openflow:2"), prefixes("10.0.0.3/32"),
                new Pid("openflow:3"), prefixes())),
            map(switches(1, 2, 3),
                host("00:00:00:00:00:01", "openflow:1:1", "10.0.0.1", "2001:db8::1"),
                host("00:00:00:00:00:02", "openflow:1:2", "10.0.0.2"),
                host("00:00:00:00:00:03", "openflow:2:1", "10.0.0.3")));
    }

    @Test
    void switchThatIsNotConnectedIsAPidBecauseOfItsHosts() {
        assertEquals(
            NetworkMap.of(Map.of(
                new Pid("default"), EVERYTHING,
                new Pid("openflow:18446744073709551615"), prefixes("10.0.0.1/32"))),
            map(Topology.EMPTY, host("00:00:00:00:00:01", "openflow:18446744073709551615:1", "10.0.0.1")));
    }

    @Test
    void hostWithoutAddressAddsNothingToItsPid() {
        assertEquals(
            NetworkMap.of(Map.of(new Pid("default"), EVERYTHING, new Pid("openflow:1"), prefixes())),
            map(switches(1), host("00:00:00:00:00:01", "openflow:1:1")));
    }

    @Test
    void stateIsTheSameWhenAHostIsMerelySeenAgain() {
        final var once = host("00:00:00:00:00:01", "openflow:1:1", "10.0.0.1");
        final var again = new Host(once.mac(), once.vlan(), once.addresses(), once.attachment(), Instant.EPOCH,
            Instant.ofEpochSecond(60));
        assertEquals(NetworkState.of(switches(1), HostTable.of(List.of(once))),
            NetworkState.of(switches(1), HostTable.of(List.of(again))));
    }
}

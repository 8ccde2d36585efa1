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
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.VlanId;
import org.opendaylight.alto.core.path.PathQuery;

class TraceArgumentsTest {
    private static final Host A = host("00:00:00:00:00:0a", "openflow:1:1", "10.0.0.1", "2001:db8::1");
    private static final Host B = host("00:00:00:00:00:0b", "openflow:2:1", "10.0.0.2");
    private static final Host SIX = host("00:00:00:00:00:06", "openflow:2:2", "2001:db8::6");
    private static final Host BARE = host("00:00:00:00:00:0c", "openflow:2:3");
    private static final HostTable HOSTS = HostTable.of(List.of(A, B, SIX, BARE));

    private static PathQuery query(final String source, final String destination, final @Nullable String protocol,
            final @Nullable Integer sourcePort, final @Nullable Integer destinationPort) {
        return TraceArguments.toQuery(HOSTS, source, destination, protocol, sourcePort, destinationPort);
    }

    private static String refusal(final String source, final String destination, final @Nullable String protocol,
            final @Nullable Integer port) {
        return assertThrows(IllegalArgumentException.class,
            () -> query(source, destination, protocol, null, port)).getMessage();
    }

    private static PathQuery between(final String source, final String destination) {
        return PathQuery.between(IpAddr.parse(source), IpAddr.parse(destination));
    }

    @Test
    void hostsAreNamedByIpOrMac() {
        assertEquals(between("10.0.0.1", "10.0.0.2"), query("10.0.0.1", "10.0.0.2", null, null, null));
        assertEquals(between("10.0.0.1", "10.0.0.2"),
            query("00:00:00:00:00:0a", "00-00-00-00-00-0B", null, null, null));
        assertEquals(between("2001:db8::1", "2001:db8::6"),
            query("00:00:00:00:00:0A", "2001:DB8::6", null, null, null));
    }

    @Test
    void packetsAreNamedByProtocolAndPorts() {
        assertEquals(
            new PathQuery(IpAddr.parse("10.0.0.1"), IpAddr.parse("10.0.0.2"), OptionalInt.of(6), OptionalInt.of(1),
                OptionalInt.of(80)),
            query("10.0.0.1", "10.0.0.2", "TCP", 1, 80));
        assertEquals(OptionalInt.of(47), query("10.0.0.1", "10.0.0.2", "47", null, null).protocol());
        assertEquals(OptionalInt.of(1), query("10.0.0.1", "10.0.0.2", "icmp", null, null).protocol());
        assertEquals(OptionalInt.of(17), query("10.0.0.1", "10.0.0.2", "udp", null, null).protocol());
    }

    @Test
    void mistakesAreToldInOneSentence() {
        assertEquals("No host with address 10.0.0.9 is known; see alto:hosts.",
            refusal("10.0.0.1", "10.0.0.9", null, null));
        assertEquals("No host with address 00:00:00:00:00:99 is known; see alto:hosts.",
            refusal("00:00:00:00:00:99", "10.0.0.9", null, null));
        assertEquals("'h1' is neither an IP address nor a MAC address.", refusal("h1", "10.0.0.2", null, null));
        assertEquals("No IP address of host 00:00:00:00:00:0c is known yet.",
            refusal("10.0.0.1", "00:00:00:00:00:0c", null, null));
        assertEquals("10.0.0.1 and 2001:db8::6 have no address family in common, so no packet can go between them.",
            refusal("10.0.0.1", "2001:db8::6", null, null));
        assertEquals("Protocol 'gre' is not tcp, udp, icmp or a number from 0 to 255.",
            refusal("10.0.0.1", "10.0.0.2", "gre", null));
        assertEquals("Protocol 256 is not in 0..255", refusal("10.0.0.1", "10.0.0.2", "256", null));
        assertEquals("A port needs protocol 6 (TCP), 17 (UDP) or 132 (SCTP)",
            refusal("10.0.0.1", "10.0.0.2", null, 80));
        assertEquals("Destination port 65536 is not in 0..65535", refusal("10.0.0.1", "10.0.0.2", "tcp", 65536));
    }

    @Test
    void macInSeveralVlansIsAmbiguous() {
        final var tagged = new Host(A.mac(), Optional.of(new VlanId(5)), B.addresses(), A.attachment(),
            A.firstSeen(), A.lastSeen());
        final var refused = assertThrows(IllegalArgumentException.class, () -> TraceArguments.toQuery(
            HostTable.of(List.of(A, tagged)), "00:00:00:00:00:0a", "10.0.0.1", null, null, null));
        assertEquals("00:00:00:00:00:0a is a host in each of several VLANs; name the one that is meant by its IP "
            + "address.", refused.getMessage());
    }

    @Test
    void everyAddressCanBeCompleted() {
        assertEquals(
            List.of("10.0.0.1", "10.0.0.2", "2001:db8::1", "2001:db8::6", "00:00:00:00:00:06", "00:00:00:00:00:0a",
                "00:00:00:00:00:0b", "00:00:00:00:00:0c"),
            TraceArguments.names(HOSTS));
    }
}

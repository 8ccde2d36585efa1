/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.Ipv6Addr;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.hosttracker.arp.ArpPacket;
import org.opendaylight.alto.hosttracker.arp.ArpPacket.Operation;
import org.opendaylight.alto.hosttracker.nd.NdPacket;
import org.opendaylight.alto.hosttracker.table.TableLimits;
import org.opendaylight.alto.hosttracker.tracking.TrackerSettings;

/** Short names for networks in tests. */
public final class Net {
    public static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    public static final TrackerSettings SETTINGS = settings(false, false);

    private Net() {
        // static methods only
    }

    public static TrackerSettings settings(final boolean isObserveOnly, final boolean learnsMore) {
        return new TrackerSettings(new TableLimits(1000, 1000, 8, Duration.ofSeconds(60), Duration.ofSeconds(2),
            Duration.ofSeconds(10), 3), new TrackerSettings.Times(Duration.ofSeconds(7), Duration.ofSeconds(30),
            Duration.ofSeconds(600), Duration.ofSeconds(300), Duration.ofSeconds(3600), 3, Duration.ofSeconds(2)),
            isObserveOnly, learnsMore, learnsMore ? List.of(IpPrefix.parse("10.0.0.0/8")) : List.of());
    }

    public static Instant at(final double seconds) {
        return T0.plusMillis(Math.round(seconds * 1000));
    }

    public static MacAddress mac(final int number) {
        return new MacAddress(0x0000_5E00_5300L + number);
    }

    public static Ipv4Addr ip(final int number) {
        return new Ipv4Addr(0x0A00_0000 + number);
    }

    public static SwitchPort port(final int number, final int port) {
        return new SwitchPort(new SwitchId(number), port);
    }

    public static Host.Key key(final int number) {
        return new Host.Key(mac(number), Optional.empty());
    }

    public static Host host(final int number, final SwitchPort port, final Instant first, final Instant last) {
        return new Host(mac(number), Optional.empty(), new TreeSet<IpAddr>(Set.of(ip(number))), port, first, last);
    }

    public static ArpPacket request(final int from, final int to) {
        return new ArpPacket(Operation.REQUEST, Optional.empty(), mac(from), MacAddress.BROADCAST, mac(from), ip(from),
            new MacAddress(0), ip(to));
    }

    public static ArpPacket reply(final int from, final int to) {
        return new ArpPacket(Operation.REPLY, Optional.empty(), mac(from), mac(to), mac(from), ip(from), mac(to),
            ip(to));
    }

    public static Ipv6Addr ip6(final int number) {
        return (Ipv6Addr) IpAddr.parse("2001:db8::" + Integer.toHexString(number));
    }

    public static NdPacket solicitation(final int from, final int to) {
        final var question = NdPacket.question(Optional.empty(), mac(from), ip6(to));
        return new NdPacket(question.kind(), question.vlan(), question.source(), question.destination(), ip6(from),
            question.destinationIp(), question.target(), question.linkLayerAddress(), false, false);
    }

    public static NdPacket advertisement(final int from, final MacAddress to) {
        return new NdPacket(NdPacket.Kind.ADVERTISEMENT, Optional.empty(), mac(from), to, ip6(from), ip6(99),
            ip6(from), Optional.of(mac(from)), true, true);
    }

    public static Topology topology(final Set<SwitchPort> ports, final Map<SwitchPort, SwitchPort> links) {
        final var bySwitch = new HashMap<SwitchId, Set<SwitchPort>>();
        ports.forEach(port -> bySwitch.computeIfAbsent(port.switchId(), id -> new HashSet<>()).add(port));
        return Topology.of(bySwitch, links);
    }
}

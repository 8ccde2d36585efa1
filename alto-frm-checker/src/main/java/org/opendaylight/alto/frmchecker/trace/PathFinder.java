/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.trace;

import com.google.common.collect.Sets;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.path.Outcome;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.path.PathTrace;
import org.opendaylight.alto.frmchecker.flow.Cube;
import org.opendaylight.alto.frmchecker.flow.Field;

/**
 * Answers path queries on one state of the network. Immutable; may be used from any thread.
 *
 * @param network rules and links
 * @param hosts the hosts
 * @param limits how far a walk goes
 */
public record PathFinder(NetworkState network, HostTable hosts, WalkLimits limits) {
    private static final int TCP = 6;
    private static final int UDP = 17;
    /** What hosts give to the packets that they send (RFC 1700 and the practice since). */
    private static final int INITIAL_TTL = 64;
    private static final Set<Field> OPEN_IN_IP = Sets.immutableEnumSet(Field.VLAN_PCP, Field.IP_PROTO, Field.IP_DSCP,
        Field.IP_ECN, Field.TCP_SRC, Field.TCP_DST, Field.UDP_SRC, Field.UDP_DST, Field.SCTP_SRC, Field.SCTP_DST);
    private static final Set<Field> OPEN_IN_IPV4 =
        Sets.union(OPEN_IN_IP, Set.of(Field.ICMPV4_TYPE, Field.ICMPV4_CODE)).immutableCopy();
    private static final Set<Field> OPEN_IN_IPV6 = Sets.union(OPEN_IN_IP, Set.of(Field.ICMPV6_TYPE, Field.ICMPV6_CODE,
        Field.IPV6_FLABEL, Field.IPV6_EXTHDR, Field.IPV6_ND_TARGET, Field.IPV6_ND_SLL, Field.IPV6_ND_TLL))
        .immutableCopy();

    /**
     * Finds every path that the packets of a query take.
     *
     * @param query who sends to whom
     * @return the paths
     */
    public PathAnswer paths(final PathQuery query) {
        final var source = hosts.find(query.source());
        final var destination = hosts.find(query.destination());
        if (source.isEmpty()) {
            return ended(Outcome.UNKNOWN_HOST, query.source().toString());
        }
        if (destination.isEmpty()) {
            return ended(Outcome.UNKNOWN_HOST, query.destination().toString());
        }
        final var from = source.orElseThrow();
        final var to = destination.orElseThrow();
        if (from.key().equals(to.key())) {
            return ended(Outcome.DELIVERED, "source and destination are the same host");
        }
        final var topology = network.topology();
        for (final var port : List.of(from.attachment(), to.attachment())) {
            if (!topology.ports().containsKey(port.switchId())) {
                return ended(Outcome.NO_DATA, "of " + port.switchId());
            }
        }
        if (!topology.isUp(from.attachment())) {
            return ended(Outcome.PORT_DOWN, "(" + from.attachment() + ")");
        }
        return new PacketWalk(network, limits, to).from(from.attachment(), sent(query, from, to));
    }

    private PathAnswer ended(final Outcome outcome, final String reason) {
        return new PathAnswer(List.of(PathTrace.installed("", List.of(), outcome, reason)), false, network.asOf());
    }

    /** Returns the packets of a query as the source sends them; what the query leaves open is open. */
    static Cube sent(final PathQuery query, final Host from, final Host to) {
        var cube = Cube.ALL.with(Field.IN_PORT, from.attachment().port())
            .with(Field.IN_PHY_PORT, from.attachment().port())
            .with(Field.ETH_SRC, from.mac().value())
            .with(Field.ETH_DST, to.mac().value())
            .with(Field.VLAN_VID, vlanVid(from))
            .with(Field.NW_TTL, INITIAL_TTL);
        if (from.vlan().isEmpty()) {
            cube = cube.with(Field.VLAN_PCP, 0);
        }
        final Set<Field> open;
        if (query.source().family() == AddressFamily.IPV4) {
            cube = address(address(cube.with(Field.ETH_TYPE, 0x0800), Field.IPV4_SRC, query.source()),
                Field.IPV4_DST, query.destination());
            open = OPEN_IN_IPV4;
        } else {
            cube = address(address(cube.with(Field.ETH_TYPE, 0x86DD), Field.IPV6_SRC, query.source()),
                Field.IPV6_DST, query.destination());
            open = OPEN_IN_IPV6;
        }
        if (query.protocol().isPresent()) {
            final int protocol = query.protocol().getAsInt();
            cube = cube.with(Field.IP_PROTO, protocol);
            cube = port(cube, query.sourcePort(), protocol, Field.TCP_SRC, Field.UDP_SRC, Field.SCTP_SRC);
            cube = port(cube, query.destinationPort(), protocol, Field.TCP_DST, Field.UDP_DST, Field.SCTP_DST);
        }
        for (final var field : Field.values()) {
            if (cube.isOpen(field) && !open.contains(field)) {
                // what the packets do not have is zero
                cube = cube.with(field, 0);
            }
        }
        return cube;
    }

    private static Cube port(final Cube cube, final OptionalInt number, final int protocol, final Field tcp,
            final Field udp, final Field sctp) {
        return number.isEmpty() ? cube
            : cube.with(protocol == TCP ? tcp : protocol == UDP ? udp : sctp, number.getAsInt());
    }

    private static Cube address(final Cube cube, final Field field, final IpAddr address) {
        return cube.with(field, address.high(), address.low());
    }

    /** Returns the VLAN of a host's frames as the field of OpenFlow has it. */
    static long vlanVid(final Host host) {
        return host.vlan().map(vlan -> Field.VLAN_PRESENT | vlan.value()).orElse(0L);
    }
}

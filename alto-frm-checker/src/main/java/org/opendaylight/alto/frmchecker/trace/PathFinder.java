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

import java.util.List;
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
            .with(Field.METADATA, 0)
            .with(Field.TUNNEL_ID, 0)
            .with(Field.ETH_SRC, from.mac().value())
            .with(Field.ETH_DST, to.mac().value())
            .with(Field.VLAN_VID, vlanVid(from));
        if (from.vlan().isEmpty()) {
            cube = cube.with(Field.VLAN_PCP, 0);
        }
        if (query.source().family() == AddressFamily.IPV4) {
            cube = address(address(cube.with(Field.ETH_TYPE, 0x0800), Field.IPV4_SRC, query.source()),
                Field.IPV4_DST, query.destination());
        } else {
            cube = address(address(cube.with(Field.ETH_TYPE, 0x86DD), Field.IPV6_SRC, query.source()),
                Field.IPV6_DST, query.destination());
        }
        if (query.protocol().isEmpty()) {
            return cube;
        }
        final int protocol = query.protocol().getAsInt();
        cube = cube.with(Field.IP_PROTO, protocol);
        if (query.sourcePort().isPresent()) {
            cube = cube.with(protocol == TCP ? Field.TCP_SRC : protocol == UDP ? Field.UDP_SRC : Field.SCTP_SRC,
                query.sourcePort().getAsInt());
        }
        if (query.destinationPort().isPresent()) {
            cube = cube.with(protocol == TCP ? Field.TCP_DST : protocol == UDP ? Field.UDP_DST : Field.SCTP_DST,
                query.destinationPort().getAsInt());
        }
        return cube;
    }

    private static Cube address(final Cube cube, final Field field, final IpAddr address) {
        return cube.with(field, address.high(), address.low());
    }

    /** Returns the VLAN of a host's frames as the field of OpenFlow has it. */
    static long vlanVid(final Host host) {
        return host.vlan().map(vlan -> Field.VLAN_PRESENT | vlan.value()).orElse(0L);
    }
}

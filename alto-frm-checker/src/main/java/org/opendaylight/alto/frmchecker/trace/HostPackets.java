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
import java.util.Set;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.frmchecker.flow.Cube;
import org.opendaylight.alto.frmchecker.flow.Field;

/** The packets that hosts send. */
public final class HostPackets {
    private static final int TCP = 6;
    private static final int UDP = 17;
    /** What hosts give to the packets that they send (RFC 1700 and the practice since). */
    private static final int INITIAL_TTL = 64;
    private static final Set<Field> OPEN_IN_IP = Sets.immutableEnumSet(Field.IP_PROTO, Field.IP_DSCP,
        Field.IP_ECN, Field.TCP_SRC, Field.TCP_DST, Field.UDP_SRC, Field.UDP_DST, Field.SCTP_SRC, Field.SCTP_DST);
    private static final Cube SOME_IPV4 =
        some(0x0800, Sets.union(OPEN_IN_IP, Set.of(Field.ICMPV4_TYPE, Field.ICMPV4_CODE)));
    private static final Cube SOME_IPV6 = some(0x86DD, Sets.union(OPEN_IN_IP, Set.of(Field.ICMPV6_TYPE,
        Field.ICMPV6_CODE, Field.IPV6_FLABEL, Field.IPV6_EXTHDR, Field.IPV6_ND_TARGET, Field.IPV6_ND_SLL,
        Field.IPV6_ND_TLL)));

    private HostPackets() {
    }

    /**
     * Returns the packets of a query as the source sends them; what the query leaves open is open.
     *
     * @param query who sends to whom
     * @param from the host with the query's source
     * @param to the host with the query's destination
     * @return the packets
     */
    public static Cube sent(final PathQuery query, final Host from, final Host to) {
        final boolean isIpv4 = query.source().family() == AddressFamily.IPV4;
        final var cube = new Cube.Builder(isIpv4 ? SOME_IPV4 : SOME_IPV6)
            .put(Field.IN_PORT, 0, from.attachment().port()).put(Field.IN_PHY_PORT, 0, from.attachment().port())
            .put(Field.ETH_SRC, 0, from.mac().value()).put(Field.ETH_DST, 0, to.mac().value())
            .put(Field.VLAN_VID, 0, vlanVid(from));
        if (from.vlan().isPresent()) {
            cube.open(Field.VLAN_PCP);
        }
        address(cube, isIpv4 ? Field.IPV4_SRC : Field.IPV6_SRC, query.source());
        address(cube, isIpv4 ? Field.IPV4_DST : Field.IPV6_DST, query.destination());
        if (query.protocol().isPresent()) {
            protocol(cube, query.protocol().getAsInt(), query);
        }
        return cube.build();
    }

    /**
     * Returns packets that say everything of one host: as if it sent them to itself.
     *
     * @param host the host
     * @param address one of its addresses
     * @return the packets
     */
    public static Cube ownPackets(final Host host, final IpAddr address) {
        return sent(PathQuery.between(address, address), host, host);
    }

    /**
     * Returns the packets of all hosts of a VLAN to one host.
     *
     * @param own the {@linkplain #ownPackets own packets} of the receiver
     * @param family the family of the address with which they were made
     * @param vlanVid the senders' VLAN, as {@link #vlanVid} has it
     * @return the packets; who sends them, and where, is open
     */
    public static Cube sentTo(final Cube own, final AddressFamily family, final long vlanVid) {
        final var cube = new Cube.Builder(own).open(Field.IN_PORT).open(Field.IN_PHY_PORT).open(Field.ETH_SRC)
            .open(family == AddressFamily.IPV4 ? Field.IPV4_SRC : Field.IPV6_SRC)
            .put(Field.VLAN_VID, 0, vlanVid);
        if (vlanVid == 0) {
            cube.put(Field.VLAN_PCP, 0, 0);
        } else {
            cube.open(Field.VLAN_PCP);
        }
        return cube.build();
    }

    private static void protocol(final Cube.Builder cube, final int protocol, final PathQuery query) {
        cube.put(Field.IP_PROTO, 0, protocol);
        if (protocol == TCP) {
            ports(cube, query, Field.TCP_SRC, Field.TCP_DST);
        } else if (protocol == UDP) {
            ports(cube, query, Field.UDP_SRC, Field.UDP_DST);
        } else {
            ports(cube, query, Field.SCTP_SRC, Field.SCTP_DST);
        }
    }

    private static void ports(final Cube.Builder cube, final PathQuery query, final Field source,
            final Field destination) {
        query.sourcePort().ifPresent(port -> cube.put(source, 0, port));
        query.destinationPort().ifPresent(port -> cube.put(destination, 0, port));
    }

    private static void address(final Cube.Builder cube, final Field field, final IpAddr address) {
        cube.put(field, address.high(), address.low());
    }

    /** Some packet as hosts send it: what it does not have is zero, what a query says and what is left open is open. */
    private static Cube some(final int etherType, final Set<Field> open) {
        final var cube = new Cube.Builder(Cube.NONE).put(Field.ETH_TYPE, 0, etherType)
            .put(Field.NW_TTL, 0, INITIAL_TTL);
        open.forEach(cube::open);
        return cube.build();
    }

    /**
     * Returns the VLAN of a host's frames as the field of OpenFlow has it.
     *
     * @param host the host
     * @return {@link Field#VLAN_PRESENT} and the VLAN; 0 if the frames have no tag
     */
    public static long vlanVid(final Host host) {
        return host.vlan().map(vlan -> Field.VLAN_PRESENT | vlan.value()).orElse(0L);
    }
}

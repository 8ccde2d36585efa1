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
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.path.Aggregation;
import org.opendaylight.alto.core.path.Outcome;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.path.PathTrace;
import org.opendaylight.alto.frmchecker.cost.PathCosting;
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
    private static final Set<Field> OPEN_IN_IP = Sets.immutableEnumSet(Field.IP_PROTO, Field.IP_DSCP,
        Field.IP_ECN, Field.TCP_SRC, Field.TCP_DST, Field.UDP_SRC, Field.UDP_DST, Field.SCTP_SRC, Field.SCTP_DST);
    private static final Cube SOME_IPV4 =
        some(0x0800, Sets.union(OPEN_IN_IP, Set.of(Field.ICMPV4_TYPE, Field.ICMPV4_CODE)));
    private static final Cube SOME_IPV6 = some(0x86DD, Sets.union(OPEN_IN_IP, Set.of(Field.ICMPV6_TYPE,
        Field.ICMPV6_CODE, Field.IPV6_FLABEL, Field.IPV6_EXTHDR, Field.IPV6_ND_TARGET, Field.IPV6_ND_SLL,
        Field.IPV6_ND_TLL)));

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

    /**
     * Computes the cost for the packets of a query. Much faster than {@link #paths}, as no reasons are written.
     *
     * @param query who sends to whom
     * @param costing makes a cost of a path
     * @param aggregation which path counts, where packets take several
     * @param otherwise tells the cost if no rule says where some of the packets go, or if it is a mean
     * @return the cost; empty if no packet arrives or if it is not known
     */
    public OptionalDouble cost(final PathQuery query, final PathCosting costing, final Aggregation aggregation,
            final Function<PathQuery, OptionalDouble> otherwise) {
        final var from = hosts.find(query.source());
        final var to = hosts.find(query.destination());
        return from.isEmpty() || to.isEmpty() ? OptionalDouble.empty()
            : cost(query, from.orElseThrow(), to.orElseThrow(), costing, aggregation, otherwise);
    }

    private OptionalDouble cost(final PathQuery query, final Host from, final Host to, final PathCosting costing,
            final Aggregation aggregation, final Function<PathQuery, OptionalDouble> otherwise) {
        if (from.key().equals(to.key())) {
            return ifKnown(costing.ofNoPath());
        }
        if (!canSend(from, to)) {
            return otherwise.apply(query);
        }
        final var source = from.attachment();
        final var sent = sent(query, from, to);
        final var way = new StraightWalk(network, limits).way(source, sent, to);
        if (way != null) {
            return ifKnown(costing.of(source, way));
        }
        return new PacketWalk(network, limits, to).costs(source, sent, costing)
            // a mean depends on which classes are alike, which only their traces tell
            .filter(paths -> paths.size() < 2 || aggregation != Aggregation.WEIGHTED)
            .map(paths -> aggregation.of(paths, costing.isHigherBetter())).orElseGet(() -> otherwise.apply(query));
    }

    private static OptionalDouble ifKnown(final double cost) {
        return Double.isNaN(cost) ? OptionalDouble.empty() : OptionalDouble.of(cost);
    }

    private boolean canSend(final Host from, final Host to) {
        return network.topology().isUp(from.attachment())
            && network.topology().ports().containsKey(to.attachment().switchId());
    }

    /**
     * Computes the costs from each source to each destination. Uses all processors, and walks what several pairs have
     * in common once.
     *
     * @param sources addresses of senders
     * @param destinations addresses of receivers
     * @param costing makes a cost of a path
     * @param aggregation which path counts, where packets of a pair take several
     * @param otherwise tells the cost of a pair if no rule says where some of its packets go, or if it is a mean;
     *     called from several threads
     * @return a row for each source; {@code NaN} where a pair has no path or its cost is not known
     */
    public double[][] costs(final List<IpAddr> sources, final List<IpAddr> destinations, final PathCosting costing,
            final Aggregation aggregation, final Function<PathQuery, OptionalDouble> otherwise) {
        final var from = sources.stream().map(hosts::find).toList();
        final var to = destinations.stream().map(hosts::find).toList();
        final var ways = IntStream.range(0, destinations.size())
            .mapToObj(column -> to.get(column).flatMap(host -> wayTo(host, destinations.get(column), sources, from)))
            .toList();
        if (sources.size() >= network.pipelines().size()) {
            // most switches will be on the way from one of the sources
            network.pipelines().keySet().parallelStream()
                .forEach(switchId -> ways.forEach(way -> way.ifPresent(known -> known.ask(switchId))));
        }
        final var costs = new double[sources.size()][destinations.size()];
        IntStream.range(0, destinations.size()).parallel().forEach(column -> {
            final var address = destinations.get(column);
            for (int row = 0; row < costs.length; row++) {
                if (sources.get(row).family() != address.family() || to.get(column).isEmpty()
                        || from.get(row).isEmpty()) {
                    costs[row][column] = Double.NaN;
                    continue;
                }
                final var query = PathQuery.between(sources.get(row), address);
                final var source = from.get(row).orElseThrow();
                final var destination = to.get(column).orElseThrow();
                costs[row][column] = switch (answer(query, source, destination, ways.get(column).orElseThrow())) {
                    case RestOfWay.Arrives arrives -> costing.of(source.attachment(), arrives.way());
                    case RestOfWay.Other.LOST -> Double.NaN;
                    case RestOfWay.Other.UNKNOWN ->
                        cost(query, source, destination, costing, aggregation, otherwise).orElse(Double.NaN);
                };
            }
        });
        return costs;
    }

    /** Returns what follows packets to a host; empty if there is no known source of its address family. */
    private Optional<RestOfWay> wayTo(final Host host, final IpAddr address, final List<IpAddr> sources,
            final List<Optional<Host>> from) {
        return IntStream.range(0, sources.size())
            .filter(row -> from.get(row).isPresent() && sources.get(row).family() == address.family()).boxed()
            .findFirst().map(row -> new RestOfWay(network, limits, host,
                sent(PathQuery.between(sources.get(row), address), from.get(row).orElseThrow(), host)));
    }

    private RestOfWay.Answer answer(final PathQuery query, final Host from, final Host to, final RestOfWay rest) {
        return !from.key().equals(to.key()) && canSend(from, to)
            ? rest.answer(from.attachment(), sent(query, from, to)) : RestOfWay.Other.UNKNOWN;
    }

    private PathAnswer ended(final Outcome outcome, final String reason) {
        return new PathAnswer(List.of(PathTrace.installed("", List.of(), outcome, reason)), false, network.asOf());
    }

    /** Returns the packets of a query as the source sends them; what the query leaves open is open. */
    static Cube sent(final PathQuery query, final Host from, final Host to) {
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

    /** Returns the VLAN of a host's frames as the field of OpenFlow has it. */
    static long vlanVid(final Host host) {
        return host.vlan().map(vlan -> Field.VLAN_PRESENT | vlan.value()).orElse(0L);
    }
}

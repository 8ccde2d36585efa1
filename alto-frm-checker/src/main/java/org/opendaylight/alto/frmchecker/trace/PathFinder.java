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
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.path.Aggregation;
import org.opendaylight.alto.core.path.Outcome;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.path.PathTrace;
import org.opendaylight.alto.frmchecker.cost.PathCosting;

/**
 * Answers path queries on one state of the network. Immutable; may be used from any thread.
 *
 * @param network rules and links
 * @param hosts the hosts
 * @param limits how far a walk goes
 */
public record PathFinder(NetworkState network, HostTable hosts, WalkLimits limits) {
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
        return new PacketWalk(network, limits, to).from(from.attachment(), HostPackets.sent(query, from, to));
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
        final var sent = HostPackets.sent(query, from, to);
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
                HostPackets.sent(PathQuery.between(sources.get(row), address), from.get(row).orElseThrow(), host)));
    }

    private RestOfWay.Answer answer(final PathQuery query, final Host from, final Host to, final RestOfWay rest) {
        return !from.key().equals(to.key()) && canSend(from, to)
            ? rest.answer(from.attachment(), HostPackets.sent(query, from, to)) : RestOfWay.Other.UNKNOWN;
    }

    private PathAnswer ended(final Outcome outcome, final String reason) {
        return new PathAnswer(List.of(PathTrace.installed("", List.of(), outcome, reason)), false, network.asOf());
    }
}

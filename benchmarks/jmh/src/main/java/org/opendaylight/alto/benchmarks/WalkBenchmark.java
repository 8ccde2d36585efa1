/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.opendaylight.alto.core.path.Aggregation;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.frmchecker.cost.HopCosting;
import org.opendaylight.alto.frmchecker.cost.PathCosting;
import org.opendaylight.alto.frmchecker.trace.PathFinder;
import org.opendaylight.alto.frmchecker.trace.WalkLimits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Walks over five switches of a grid of 100 with 100,000 rules, by one thread; each walk is of another packet. */
@State(Scope.Thread)
@Threads(1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class WalkBenchmark {
    private static final int SIDE = 10;
    private static final int SWITCHES = 5;
    private static final PathCosting HOPS = new HopCosting();

    private PathFinder finder;
    private final List<PathQuery> concrete = new ArrayList<>();
    private final List<PathQuery> open = new ArrayList<>();
    private int next;

    /** Builds the network, and checks that each path has its length. */
    @Setup
    public void build() {
        final var grid = new GridNetwork(SIDE, 1000);
        finder = new PathFinder(grid.state, grid.hosts, WalkLimits.DEFAULT);
        for (int from = 0; from < SIDE * SIDE; from++) {
            for (int to = 0; to < SIDE * SIDE; to++) {
                if (Math.abs(from % SIDE - to % SIDE) + Math.abs(from / SIDE - to / SIDE) == SWITCHES - 1) {
                    final var source = GridNetwork.address(from, to % GridNetwork.HOSTS_PER_SWITCH);
                    final var destination = GridNetwork.address(to, from % GridNetwork.HOSTS_PER_SWITCH);
                    open.add(PathQuery.between(source, destination));
                    concrete.add(new PathQuery(source, destination, OptionalInt.of(6), OptionalInt.of(40000 + from),
                        OptionalInt.of(80)));
                }
            }
        }
        for (final var query : concrete) {
            if (hopCount(query) != SWITCHES) {
                throw new IllegalStateException(finder.paths(query).toString());
            }
        }
    }

    private double hopCount(final PathQuery query) {
        return finder.cost(query, HOPS, Aggregation.WORST, unknown -> OptionalDouble.empty()).orElse(-1);
    }

    private PathQuery oneOf(final List<PathQuery> queries) {
        next = next + 1 == queries.size() ? 0 : next + 1;
        return queries.get(next);
    }

    /** The hop count of packets of which all is known but what TCP leaves to the host. */
    @Benchmark
    public double hopCountOfTcpFlow() {
        return hopCount(oneOf(concrete));
    }

    /**
     * The hop count of all packets between two hosts, with the classes into which open ports and the like part them.
     */
    @Benchmark
    public double hopCountOfHosts() {
        return hopCount(oneOf(open));
    }

    /** The same with each hop's rules in words, for a person. */
    @Benchmark
    public PathAnswer explainedTcpFlow() {
        return finder.paths(oneOf(concrete));
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.verification;

import com.google.common.collect.ImmutableMultiset;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.path.Aggregation;
import org.opendaylight.alto.core.path.Outcome;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.frmchecker.cost.HopCosting;
import org.opendaylight.alto.frmchecker.trace.PathFinder;
import org.opendaylight.alto.frmchecker.trace.WalkLimits;

/**
 * Measures in one run, in turn, how long a walk through {@link LineNetwork} takes and how long the same packet's trace
 * of Open vSwitch takes, one of many that are under way at once over its control socket.
 */
final class TraceBenchmark {
    private static final int ROUNDS = 7;
    private static final int FLOWS = 4000;
    private static final int WALKS_PER_FLOW = 25;
    private static final double TARGET = 100;
    private static final HopCosting HOPS = new HopCosting();
    private static final double NANOSECONDS = 1e9;
    private static final double MICROSECONDS = 1e6;

    private TraceBenchmark() {
        // static only
    }

    /** Measures a number of something. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    /** Seconds for one, in each round in ascending order. */
    private record Times(double[] seconds) {
        double median() {
            return seconds[seconds.length / 2];
        }

        String inMicroseconds() {
            return String.format("%.2f (%.2f-%.2f)", median() * MICROSECONDS, seconds[0] * MICROSECONDS,
                seconds[seconds.length - 1] * MICROSECONDS);
        }
    }

    /**
     * Runs it and prints the table.
     *
     * @return whether the target is met
     * @throws IllegalStateException if the two do not say the same
     */
    static boolean run(final PrintStream out) throws IOException, InterruptedException {
        final var line = new LineNetwork();
        final var finder = new PathFinder(line.network().state(), line.hosts(), WalkLimits.DEFAULT);
        final var queries = IntStream.range(0, FLOWS).mapToObj(LineNetwork::query).toList();
        final var probes = IntStream.range(0, FLOWS).mapToObj(LineNetwork::probe).toList();
        try (var ovs = new PrivateSwitch(Files.createTempDirectory("ovs"))) {
            ovs.wire(List.of(line.network().wiring()));
            ovs.load(line.network());
            check(ovs, line, finder, probes, queries);
            final double[][] seconds = new double[3][ROUNDS];
            for (int round = -2; round < ROUNDS; round++) {
                final int index = Math.max(round, 0);       // the first rounds are for warming up
                seconds[0][index] = secondsOf(FLOWS, () -> ovs.trace(line.network().wiring(), probes));
                seconds[1][index] = secondsOf(FLOWS * WALKS_PER_FLOW, () -> hopCounts(finder, queries));
                seconds[2][index] = secondsOf(FLOWS * WALKS_PER_FLOW, () -> paths(finder, queries));
            }
            return print(out, new Times(sorted(seconds[0])), new Times(sorted(seconds[1])),
                new Times(sorted(seconds[2])));
        }
    }

    private static double[] sorted(final double[] seconds) {
        Arrays.sort(seconds);
        return seconds;
    }

    private static double secondsOf(final int count, final Work work) throws IOException {
        final long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / NANOSECONDS / count;
    }

    private static double hopCount(final PathFinder finder, final PathQuery query) {
        return finder.cost(query, HOPS, Aggregation.WORST, unknown -> OptionalDouble.empty()).orElse(-1);
    }

    private static void hopCounts(final PathFinder finder, final List<PathQuery> queries) {
        double sum = 0;
        for (int i = 0; i < WALKS_PER_FLOW; i++) {
            for (final var query : queries) {
                sum += hopCount(finder, query);
            }
        }
        if (sum != (double) LineNetwork.SWITCHES * WALKS_PER_FLOW * queries.size()) {
            throw new IllegalStateException("Not all walks pass all switches");
        }
    }

    private static void paths(final PathFinder finder, final List<PathQuery> queries) {
        for (int i = 0; i < WALKS_PER_FLOW; i++) {
            for (final var query : queries) {
                if (finder.paths(query).traces().getFirst().outcome() != Outcome.DELIVERED) {
                    throw new IllegalStateException("Not delivered");
                }
            }
        }
    }

    /** Requires that both take each packet out by the last switch, unchanged. */
    private static void check(final PrivateSwitch ovs, final LineNetwork line, final PathFinder finder,
            final List<Probe> probes, final List<PathQuery> queries) throws IOException {
        final var traces = ovs.trace(line.network().wiring(), probes);
        final var reader = new TraceAnswer.Reader(line.network().wiring());
        for (int i = 0; i < probes.size(); i++) {
            final var expected = ImmutableMultiset.of(new Copy(new SwitchId(LineNetwork.SWITCHES), 1,
                probes.get(i).packet().header()));
            if (!reader.read(traces.get(i)).isOf(expected)
                || hopCount(finder, queries.get(i)) != LineNetwork.SWITCHES) {
                throw new IllegalStateException("Not the same for " + probes.get(i) + ": " + traces.get(i)
                    + finder.paths(queries.get(i)));
            }
        }
    }

    private static boolean print(final PrintStream out, final Times trace, final Times hopCount, final Times paths) {
        final double ratio = trace.median() / hopCount.median();
        out.printf("| a TCP flow through %d switches with %,d rules each, microseconds"
            + " | median (range) of %d x %,d |%n",
            LineNetwork.SWITCHES, LineNetwork.RULES_PER_SWITCH, ROUNDS, FLOWS);
        out.println("|---|---|");
        out.printf("| `ofproto/trace` in a batch over the control socket | %s |%n", trace.inMicroseconds());
        out.printf("| our walk, to the hop count | %s |%n", hopCount.inMicroseconds());
        out.printf("| our walk, with each hop's rules in words | %s |%n", paths.inMicroseconds());
        out.printf("| trace against walk (target %.0f x) | %.0f x; with words %.0f x |%n", TARGET, ratio,
            trace.median() / paths.median());
        return ratio >= TARGET;
    }
}

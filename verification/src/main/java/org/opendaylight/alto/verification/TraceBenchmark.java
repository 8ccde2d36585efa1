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

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.opendaylight.alto.verification.WalkedClass.Mark;

/** Measures how fast Open vSwitch answers, as a yardstick for the FRM checker. */
final class TraceBenchmark {
    private static final int ROUNDS = 5;
    private static final int PROBES = 1000;

    private TraceBenchmark() {
        // static only
    }

    /** Runs it on the networks of a few seeds, and prints a line for each. */
    static boolean run(final PrintStream out) throws IOException, InterruptedException {
        try (var ovs = new PrivateSwitch(Files.createTempDirectory("ovs"))) {
            for (int seed = 0; seed < Wiring.COUNT; seed++) {
                final var network = Network.of(seed);
                ovs.wire(List.of(network.wiring()));
                ovs.load(network);
                final var probes = new ArrayList<Probe>();
                final var comparison = new Comparison(network, new LookupWalker());
                for (int number = 0; number < PROBES; number++) {
                    final var probe = network.probe(number);
                    // not those that go round in a loop, which the switch follows for long
                    if (comparison.walk(probe).stream().noneMatch(each -> each.marks().contains(Mark.LOOP)
                            || each.marks().contains(Mark.UNSUPPORTED) || each.marks().contains(Mark.TOO_MANY))) {
                        probes.add(probe);
                    }
                }
                out.printf("%d switches, %d rules: %,.0f traces a second%n", network.switches().size(),
                    network.switches().stream().mapToInt(each -> each.rules().size()).sum(),
                    tracesPerSecond(ovs, network.wiring(), probes));
            }
        }
        return true;
    }

    /**
     * Measures the traces in a batch over one control socket, the best of several rounds.
     *
     * @param ovs a switch
     * @param wiring the wiring of a network that is loaded
     * @param probes what to trace
     */
    static double tracesPerSecond(final PrivateSwitch ovs, final Wiring wiring, final List<Probe> probes)
            throws IOException {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            final long start = System.nanoTime();
            ovs.trace(wiring, probes);
            best = Math.max(best, probes.size() * 1e9 / (System.nanoTime() - start));
        }
        return best;
    }
}

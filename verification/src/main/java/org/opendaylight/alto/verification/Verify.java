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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

public final class Verify {
    public static void main(final String[] args) throws IOException, InterruptedException {
        final var dir = Files.createTempDirectory(Path.of("/tmp"), "av");
        int different = 0;
        final var verdicts = new java.util.TreeMap<String, Integer>();
        try (var ovs = new PrivateSwitch(dir)) {
            ovs.wire(IntStream.range(0, Wiring.COUNT).mapToObj(Wiring::of).toList());
            final long start = Long.parseLong(args[0]);
            long tl = 0, tt = 0, tw = 0;
            for (long seed = start; seed < start + Long.parseLong(args[1]); seed++) {
                final var network = Network.of(seed);
                long t0 = System.nanoTime();
                ovs.load(network);
                long t1 = System.nanoTime();
                final var probes = IntStream.range(0, 200).mapToObj(network::probe).toList();
                final var traces = ovs.trace(network.wiring(), probes);
                long t2 = System.nanoTime();
                final var reader = new TraceAnswer.Reader(network.wiring());
                final var comparison = new Comparison(network, new LookupWalker());
                for (int i = 0; i < probes.size(); i++) {
                    final var answer = reader.read(traces.get(i), probes.get(i).packet());
                    final var result = comparison.compare(probes.get(i), answer);
                    verdicts.merge(result.verdict() + " " + result.known(), 1, Integer::sum);
                    if (result.verdict() == Comparison.Verdict.DIFFERENT && different++ < 5) {
                        System.out.println("seed " + seed + ":" + i + " " + probes.get(i));
                        network.switches().forEach(s -> OvsSyntax.replacing(s).forEach(System.out::println));
                        System.out.println(traces.get(i));
                        new LookupWalker().walk(KnownDifference.imitateAll(network).state(), probes.get(i).from(), probes.get(i).packet().cube(), probes.get(i).packet().innerTags()).forEach(o -> System.out.println("imit " + o.choices() + o.marks() + o.copies().stream().map(c -> c.describe(probes.get(0).packet().cube())).toList()));
                        result.ours().forEach(o -> System.out.println("ours " + o.choices() + o.marks() + o.copies().stream().map(c -> c.describe(probes.get(0).packet().cube())).toList()));
                        answer.copies().forEach(c -> System.out.println("theirs " + c.describe(probes.get(0).packet().cube())));
                    }
                }
                tl += t1 - t0; tt += t2 - t1; tw += System.nanoTime() - t2;
            }
            System.out.println(verdicts + " load " + tl / 1_000_000 + " trace " + tt / 1_000_000 + " walk " + tw / 1_000_000);
        }
    }
}

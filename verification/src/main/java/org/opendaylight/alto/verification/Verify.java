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

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableMultiset;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.opendaylight.alto.verification.Comparison.Result;
import org.opendaylight.alto.verification.Comparison.Verdict;

/** The command: compares the walks of the FRM checker with what Open vSwitch does. */
public final class Verify {
    private static final int PROBES_PER_NETWORK = 400;
    private static final int QUERIES_PER_NETWORK = 20;
    private static final int MOST_REPORTS = 5;
    private static final int MOST_LINES = 500;
    private static final long LARGEST_SEED = 1_000_000_000;
    private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(10);

    private final PrintStream out;
    private final Walker walker = new LookupWalker();
    private final Tally tally = new Tally();
    private int reports;

    private Verify(final PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the command.
     *
     * @param arguments as in {@code ./alto verify --help}
     * @throws IOException if the switch fails
     * @throws InterruptedException if this thread is interrupted
     */
    public static void main(final String[] arguments) throws IOException, InterruptedException {
        final Options options;
        try {
            options = Options.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            stream(FileDescriptor.err).println("alto: " + e.getMessage());
            System.exit(2);
            return;
        }
        final var out = stream(FileDescriptor.out);
        final boolean passed = options.bench() ? TraceBenchmark.run(out) : new Verify(out).run(options);
        System.exit(passed ? 0 : 1);
    }

    private static PrintStream stream(final FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private boolean run(final Options options) throws IOException, InterruptedException {
        final var batches = options.replay().isPresent() ? List.of(replayed(options)) : batches(options);
        if (options.replay().isEmpty()) {
            out.printf("Comparing %,d packets in %,d random networks; --seed %d compares the same again%n",
                options.comparisons(), batches.size(), options.seed());
        }
        try (var ovs = new PrivateSwitch(Files.createTempDirectory("ovs"));
                var comparer = Executors.newSingleThreadExecutor()) {
            ovs.wire(batches.stream().map(batch -> Network.wiringIndex(batch.seed())).distinct().map(Wiring::of)
                .toList());
            var nextProgress = System.nanoTime() + BETWEEN_PROGRESS.toNanos();
            Future<?> before = CompletableFuture.completedFuture(null);
            for (final var batch : batches) {
                final var network = Network.of(batch.seed());
                final var probes = batch.numbers().stream().map(network::probe).toList();
                // while the switch works at this network, the one before is compared
                ovs.load(network);
                final var traces = ovs.trace(network.wiring(), probes);
                finish(before);
                if (System.nanoTime() > nextProgress) {
                    nextProgress = System.nanoTime() + BETWEEN_PROGRESS.toNanos();
                    out.printf("  %,d of %,d compared, %,d differ%n", tally.total(), options.comparisons(),
                        tally.differences());
                }
                before = comparer.submit(() -> compare(network, batch.numbers(), probes, traces));
            }
            finish(before);
        }
        tally.print(out);
        return tally.differences() == 0 && tally.total() > 0;
    }

    /** A network by its seed, and the numbers of the packets to compare. */
    private record Batch(long seed, List<Integer> numbers) {
        static Batch of(final long seed, final int count) {
            return new Batch(seed, IntStream.range(0, count).boxed().toList());
        }
    }

    private static Batch replayed(final Options options) {
        final long seed = options.replay().getAsLong();
        return options.probe().isPresent() ? new Batch(seed, List.of(options.probe().getAsInt()))
            : Batch.of(seed, PROBES_PER_NETWORK);
    }

    private static List<Batch> batches(final Options options) {
        final var random = new SplittableRandom(options.seed());
        final var batches = new ArrayList<Batch>();
        for (int left = options.comparisons(); left > 0; left -= PROBES_PER_NETWORK) {
            batches.add(Batch.of(random.nextLong(LARGEST_SEED), Math.min(left, PROBES_PER_NETWORK)));
        }
        return batches;
    }

    private static void finish(final Future<?> comparison) throws InterruptedException {
        try {
            comparison.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The comparison failed", e);
        }
    }

    private void compare(final Network network, final List<Integer> numbers, final List<Probe> probes,
            final List<String> traces) {
        final var reader = new TraceAnswer.Reader(network.wiring());
        final var comparison = new Comparison(network, walker);
        for (int i = 0; i < probes.size(); i++) {
            final var probe = probes.get(i);
            final var theirs = reader.read(traces.get(i), probe.packet());
            final var result = comparison.compare(probe, theirs);
            tally.add(probe, result);
            if (result.verdict() == Verdict.DIFFERENT && reports++ < MOST_REPORTS) {
                report(network, numbers.get(i), probe, traces.get(i), result, theirs);
            }
        }
        checkClasses(network, comparison, numbers, probes);
    }

    private void checkClasses(final Network network, final Comparison comparison, final List<Integer> numbers,
            final List<Probe> probes) {
        final var check = new SymbolicCheck(network, comparison.state(), walker);
        int differences = 0;
        for (int i = 0; i < Math.min(QUERIES_PER_NETWORK, probes.size()); i++) {
            final var difference = check.check(probes.get(i), new Random(network.seed() + numbers.get(i)));
            if (difference.isPresent()) {
                differences++;
                if (reports++ < MOST_REPORTS) {
                    out.println("A packet does not fare as its class: " + difference.orElseThrow());
                    printReplay(network, numbers.get(i));
                }
            }
        }
        tally.add(check, differences);
    }

    private void report(final Network network, final int number, final Probe probe, final String trace,
            final Result result, final TraceAnswer theirs) {
        out.println("DIFFERENT: " + probe.packet() + " into " + probe.from() + ", hash " + probe.hash());
        for (final var each : network.switches()) {
            out.println("ovs-ofctl bundle " + network.wiring().bridge(each.id()) + ":");
            OvsSyntax.replacing(each).forEach(line -> out.println("  " + line));
        }
        out.println("ovs-appctl ofproto/trace "
            + String.join(" ", PrivateSwitch.traceArguments(network.wiring(), probe)));
        trace.lines().limit(MOST_LINES).forEach(line -> out.println("  " + line));
        out.println("Open vSwitch" + (theirs.isEndless() ? " gives up:" : ":"));
        printCopies(theirs.copies(), probe);
        for (final var ours : result.ours()) {
            out.println("The FRM checker" + ours.choices().stream().map(choice -> ", " + choice).collect(joining()) + ": "
                + ours.marks());
            printCopies(ours.copies(), probe);
        }
        printReplay(network, number);
    }

    private void printCopies(final ImmutableMultiset<Copy> copies, final Probe probe) {
        copies.entrySet().forEach(copy -> out.println("  " + copy.getElement().describe(probe.packet())
            + (copy.getCount() == 1 ? "" : ", " + copy.getCount() + " times")));
    }

    private void printReplay(final Network network, final int number) {
        out.println("Only this one again: ./alto verify --replay " + network.seed() + ":" + number);
        out.println();
    }
}

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
        final int total = batches.stream().mapToInt(batch -> batch.numbers().size()).sum();
        if (options.replay().isEmpty()) {
            out.printf("Comparing %,d packets in %,d random networks; --seed %d compares the same again%n",
                total, batches.size(), options.seed());
        }
        try (var ovs = new PrivateSwitch(Files.createTempDirectory("ovs"));
                var comparer = Executors.newSingleThreadExecutor()) {
            ovs.wire(batches.stream().map(batch -> Network.wiringIndex(batch.seed())).distinct().map(Wiring::of)
                .toList());
            ovs.stopTime();
            var nextProgress = System.nanoTime() + BETWEEN_PROGRESS.toNanos();
            Future<?> before = CompletableFuture.completedFuture(null);
            for (final var batch : batches) {
                final var network = Network.of(batch.seed());
                final var comparison = new Comparison(network, walker);
                // while the switch works at this network, the one before is compared
                ovs.load(network);
                final var walks = batch.numbers().stream().map(number -> Walk.of(comparison, network, number)).toList();
                final var followed = walks.stream()
                    .filter(walk -> comparison.isFollowed(walk.probe(), walk.ours())).toList();
                final var traced = followed.stream()
                    .filter(walk -> comparison.isWorthTracing(walk.probe(), walk.ours())).toList();
                final var traces = trace(ovs, network, traced.stream().map(Walk::probe).toList());
                finish(before);
                tally.leftOut(walks.size() - followed.size(), followed.size() - traced.size());
                if (System.nanoTime() > nextProgress) {
                    nextProgress = System.nanoTime() + BETWEEN_PROGRESS.toNanos();
                    out.printf("  %,d of %,d compared, %,d differ%n", tally.total(), total,
                        tally.differences());
                }
                before = comparer.submit(() -> compare(network, comparison, traced, traces));
            }
            finish(before);
        }
        tally.print(out);
        return tally.differences() == 0 && tally.total() > 0;
    }

    private static List<Traced> trace(final PrivateSwitch ovs, final Network network, final List<Probe> probes)
            throws IOException {
        try {
            return ovs.trace(network.wiring(), probes);
        } catch (IOException e) {
            throw new IOException("The switch failed with the network of --replay " + network.seed(), e);
        }
    }

    /** A packet and what the FRM checker says becomes of it. */
    private record Walk(int number, Probe probe, List<WalkedClass> ours) {
        static Walk of(final Comparison comparison, final Network network, final int number) {
            final var probe = network.probe(number);
            return new Walk(number, probe, comparison.walk(probe));
        }
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

    private void compare(final Network network, final Comparison comparison, final List<Walk> walks,
            final List<Traced> traces) {
        final var reader = new TraceAnswer.Reader(network.wiring());
        for (int i = 0; i < walks.size(); i++) {
            final var walk = walks.get(i);
            final var theirs = reader.read(traces.get(i));
            final var result = comparison.compare(walk.probe(), walk.ours(), theirs);
            tally.add(walk.probe(), result);
            if (result.verdict() == Verdict.DIFFERENT && reports++ < MOST_REPORTS) {
                report(network, walk.number(), walk.probe(), traces.get(i), result, theirs);
            }
        }
        checkClasses(network, comparison, walks);
    }

    private void checkClasses(final Network network, final Comparison comparison, final List<Walk> walks) {
        final var check = new SymbolicCheck(network, comparison.state(), walker);
        int differences = 0;
        for (final var walk : walks.subList(0, Math.min(QUERIES_PER_NETWORK, walks.size()))) {
            final var difference = check.check(walk.probe(), new Random(network.seed() + walk.number()));
            if (difference.isPresent()) {
                differences++;
                if (reports++ < MOST_REPORTS) {
                    out.println("A packet does not fare as its class: " + difference.orElseThrow());
                    printReplay(network, walk.number());
                }
            }
        }
        tally.add(check, differences);
    }

    private void report(final Network network, final int number, final Probe probe, final Traced traced,
            final Result result, final TraceAnswer theirs) {
        out.println("DIFFERENT: " + probe.packet() + " into " + probe.from());
        for (final var each : network.switches()) {
            out.println("ovs-ofctl bundle " + network.wiring().bridge(each.id()) + ":");
            OvsSyntax.replacing(each).forEach(line -> out.println("  " + line));
        }
        traced.parts().forEach(part -> {
            out.println("ovs-appctl ofproto/trace of " + part.packet() + " (" + Frame.hex(part.packet()) + "):");
            part.text().lines().limit(MOST_LINES).forEach(line -> out.println("  " + line));
        });
        out.println("Open vSwitch" + (theirs.isEndless() ? " gives up:" : ":"));
        printCopies(theirs.copies(), probe);
        if (theirs.fromSomewhere() > 0) {
            out.println("  to the controller from some switch, " + theirs.fromSomewhere() + " times");
        }
        for (final var ours : result.ours()) {
            final var choices = ours.choices().stream().map(choice -> ", " + choice).collect(joining());
            out.println("The FRM checker" + choices + ": " + ours.marks());
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

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.automap.spec.Fold;
import org.opendaylight.alto.automap.spec.HostPairs;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.net.Ipv4Addr;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.service.HostCosts;

class PidCostsTest {
    private static final double NONE = Double.NaN;
    private static final HostPairs ALL = new HostPairs.All();
    private static final List<Fold> FOLDS = List.of(new Fold.Mean(), new Fold.Min(), new Fold.Max(),
        new Fold.Percentile(50), new Fold.Percentile(90), new Fold.Percentile(1), new Fold.Percentile(100));

    /** Hosts of which each is in the PID with this number; -1 is the default PID. */
    private static HostPids hosts(final int... pids) {
        final var table = IntStream.range(0, pids.length).mapToObj(i -> Networks.host(i + 1, Optional.empty(),
            new SwitchPort(Networks.sw(1), 1), new Ipv4Addr(i))).toList();
        return HostPids.of(List.of(new Pid("0"), new Pid("1")), table, host -> pid(pids[table.indexOf(host)]));
    }

    private static Pid pid(final int number) {
        return number < 0 ? HostPids.DEFAULT : new Pid(Integer.toString(number));
    }

    private static String text(final HostCosts costs, final HostPids hosts, final Fold fold) {
        final var folded = PidCosts.of(costs, hosts, fold, ALL, 0, Optional.empty());
        return IntStream.range(0, hosts.pids().size()).mapToObj(source ->
            IntStream.range(0, hosts.pids().size()).mapToObj(destination -> {
                final double cost = folded.cost(source, destination);
                return Double.isNaN(cost) ? "-" : Double.toString(cost);
            }).toList().toString()).toList().toString();
    }

    /** Each host is its own group. */
    private static FakeHostCosts costs(final double[]... rows) {
        final var groups = IntStream.range(0, rows.length).toArray();
        final var columns = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        return new FakeHostCosts(groups, groups, columns);
    }

    @Test
    void eachFoldTakesTheCostsOfAllPairs() {
        final var costs = costs(new double[] { 9, 1, 2 }, new double[] { 3, 9, 7 }, new double[] { 5, 4, 9 });
        final var hosts = hosts(0, 0, 1);
        assertEquals("[[2.0, 4.5], [4.5, 0.0]]", text(costs, hosts, new Fold.Mean()));
        assertEquals("[[1.0, 2.0], [4.0, 0.0]]", text(costs, hosts, new Fold.Min()));
        assertEquals("[[3.0, 7.0], [5.0, 0.0]]", text(costs, hosts, new Fold.Max()));
        assertEquals("[[1.0, 2.0], [4.0, 0.0]]", text(costs, hosts, new Fold.Percentile(50)));
        assertEquals("[[3.0, 7.0], [5.0, 0.0]]", text(costs, hosts, new Fold.Percentile(50.1)));
    }

    @Test
    void pairsWithoutCostAreLeftOut() {
        final var costs = costs(new double[] { 9, NONE, 2 }, new double[] { NONE, 9, NONE },
            new double[] { NONE, NONE, 9 });
        assertEquals("[[-, 2.0], [-, 0.0]]", text(costs, hosts(0, 0, 1), new Fold.Mean()));
    }

    @Test
    void pidsWithoutHostsAndTheDefaultPidHaveNoCosts() {
        final var costs = costs(new double[] { 9, 1 }, new double[] { 1, 9 });
        assertEquals("[[-, -], [-, 0.0]]", text(costs, hosts(-1, 1), new Fold.Mean()));
        assertEquals("[[-, -], [-, -]]", text(costs, hosts(-1, -1), new Fold.Mean()));
    }

    @Test
    void aSingleHostHasTheCostToItselfThatTheMetricHas() {
        final var costs = costs(new double[] { 9 });
        final var single = PidCosts.of(costs, hosts(0), new Fold.Mean(), ALL, NONE, Optional.empty());
        assertEquals(NONE, single.cost(0, 0));
        assertEquals(7, PidCosts.of(costs, hosts(0), new Fold.Mean(), ALL, 7, Optional.empty()).cost(0, 0));
    }

    @Test
    void groupsCountAsManyHostsAsTheyHave() {
        // three senders at 1 and one at 5, to two receivers
        final var costs = new FakeHostCosts(new int[] { 0, 0, 0, 1, 0, 0 }, new int[] { 0, 0, 0, 0, 1, 1 },
            new double[][] { { 3, 3 }, { 1, 5 } });
        final var hosts = hosts(0, 0, 0, 0, 1, 1);
        assertEquals(2, PidCosts.of(costs, hosts, new Fold.Mean(), ALL, 0, Optional.empty()).cost(0, 1));
        assertEquals(5, PidCosts.of(costs, hosts, new Fold.Max(), ALL, 0, Optional.empty()).cost(0, 1));
        assertEquals(1, PidCosts.of(costs, hosts, new Fold.Percentile(75), ALL, 0, Optional.empty()).cost(0, 1));
        assertEquals(5, PidCosts.of(costs, hosts, new Fold.Percentile(76), ALL, 0, Optional.empty()).cost(0, 1));
    }

    @Test
    void costsAreRoundedToSixDecimals() {
        final var costs = costs(new double[] { 0, 0, 1 }, new double[] { 0, 0, 0 }, new double[] { 1.0, 1.0, 0 });
        assertEquals("[[0.0, 0.5], [1.0, 0.0]]", text(costs, hosts(0, 0, 1), new Fold.Mean()));
        final var third = costs(new double[] { 0, 0, 0, 1 }, new double[] { 0, 0, 0, 1 },
            new double[] { 0, 0, 0, 0 }, new double[] { 1e13 + 0.5, 1e13 + 0.5, 1e13 + 0.5, 0 });
        assertEquals("[[0.0, 0.666667], [1.00000000000005E13, 0.0]]", text(third, hosts(0, 0, 0, 1), new Fold.Mean()));
    }

    @Test
    void hostOfNoGroupHasNoCosts() {
        final var groups = new int[] { 0, HostCosts.NO_GROUP, 0 };
        final var costs = new FakeHostCosts(groups, groups, new double[][] { { 4 } });
        assertEquals("[[-, 4.0], [4.0, 0.0]]", text(costs, hosts(0, 0, 1), new Fold.Max()));
    }

    private static double fold(final Fold fold, final double[] costs) {
        if (costs.length == 0) {
            return NONE;
        }
        final var sorted = costs.clone();
        Arrays.sort(sorted);
        return switch (fold) {
            case Fold.Mean mean -> DoubleStream.of(costs).average().orElseThrow();
            case Fold.Min min -> sorted[0];
            case Fold.Max max -> sorted[sorted.length - 1];
            case Fold.Percentile percentile -> {
                int place = 0;
                while (100 * (place + 1) < percentile.percent() * sorted.length) {
                    place++;
                }
                yield sorted[place];
            }
        };
    }

    private static double[] between(final FakeHostCosts costs, final HostPids hosts, final int source,
            final int destination) {
        return IntStream.range(0, hosts.tableSize()).filter(host -> hosts.ofHost(host) == source).boxed()
            .flatMap(sender -> IntStream.range(0, hosts.tableSize()).filter(host -> hosts.ofHost(host) == destination)
                .mapToObj(receiver -> costs.cost(sender, receiver)))
            .mapToDouble(cost -> cost).filter(cost -> !Double.isNaN(cost)).toArray();
    }

    private static HostPids randomHosts(final Random random) {
        final int pids = 1 + random.nextInt(5);
        return hosts(random.ints(random.nextInt(16), -1, pids).toArray());
    }

    @RepeatedTest(300)
    void foldIsThatOfAllPairsOfHosts(final RepetitionInfo repetition) {
        final long seed = 7000 + repetition.getCurrentRepetition();
        final var random = new Random(seed);
        final var hosts = randomHosts(random);
        final DoubleSupplier cost = random.nextBoolean() ? () -> random.nextInt(4) : () -> 1e10 * random.nextDouble();
        final var costs = FakeHostCosts.random(random, hosts.tableSize(), cost);
        for (var fold : FOLDS) {
            final var folded = PidCosts.of(costs, hosts, fold, ALL, 0, Optional.empty());
            final var sampled =
                PidCosts.of(costs, hosts, fold, new HostPairs.Sample(256, seed), 0, Optional.empty());
            assertEquals(Optional.empty(), folded.samplingError());
            assertEquals(Optional.empty(), sampled.samplingError());
            for (int source = 0; source < hosts.pids().size(); source++) {
                for (int destination = 0; destination < hosts.pids().size(); destination++) {
                    final double expected = source == destination && hosts.size(source) == 1 ? 0
                        : fold(fold, between(costs, hosts, source, destination));
                    final var message = "seed " + seed + " " + fold + " " + source + " to " + destination;
                    assertEquals(expected, folded.cost(source, destination),
                        expected > 1 ? expected * 1e-12 + 1e-6 : 1e-6, message);
                    assertEquals(folded.cost(source, destination), sampled.cost(source, destination), message);
                }
            }
        }
    }

    /** Whatever changes: with costs of before at hand, all is as from nothing, and it is told what changed. */
    @RepeatedTest(200)
    void foldingAgainLeadsToWhatIsFoldedFromNothing(final RepetitionInfo repetition) {
        final long seed = 7500 + repetition.getCurrentRepetition();
        final var random = new Random(seed);
        final var fold = FOLDS.get(random.nextInt(FOLDS.size()));
        var costs = FakeHostCosts.random(random, 12, () -> random.nextInt(4));
        int[] pids = random.ints(12, -1, 4).toArray();
        Optional<PidCosts> last = Optional.empty();
        int kept = 0;
        for (int step = 0; step < 12; step++) {
            final var now = PidCosts.of(costs, hosts(pids), fold, ALL, 0, last);
            final var fresh = PidCosts.of(costs, hosts(pids), fold, ALL, 0, Optional.empty());
            final var message = "seed " + seed + " step " + step;
            final int count = hosts(pids).pids().size();
            for (int source = 0; source < count; source++) {
                boolean isSame = now.changed().isPresent();
                for (int destination = 0; destination < count; destination++) {
                    assertEquals(fresh.cost(source, destination), now.cost(source, destination), message);
                    isSame = isSame && Double.compare(now.cost(source, destination),
                        last.orElseThrow().cost(source, destination)) == 0;
                }
                final int place = source;
                assertEquals(isSame, now.changed().map(set -> !set.get(place)).orElse(false), message);
                kept += isSame ? 1 : 0;
            }
            last = Optional.of(now);
            pids = pids.clone();
            final int[] sourceGroups = costs.sourceGroups().clone();
            final int[] destinationGroups = costs.destinationGroups().clone();
            final double[][] columns = costs.columns().clone();
            final int host = random.nextInt(pids.length);
            switch (random.nextInt(5)) {
                case 0 -> pids[host] = random.nextInt(4);
                case 1 -> sourceGroups[host] = random.nextInt(costs.sourceGroupCount() + 1) - 1;
                case 2 -> destinationGroups[host] = random.nextInt(columns.length + 1) - 1;
                case 3 -> {
                    final int group = random.nextInt(columns.length);
                    columns[group] = columns[group].clone();
                    columns[group][random.nextInt(columns[group].length)] = random.nextInt(4);
                }
                default -> {
                    // nothing changes
                }
            }
            costs = new FakeHostCosts(sourceGroups, destinationGroups, columns);
        }
        assertTrue(kept > 0, "seed " + seed);
    }

    @RepeatedTest(50)
    void samplesAreOfPairsAndCanBeDrawnAgain(final RepetitionInfo repetition) {
        final long seed = 8000 + repetition.getCurrentRepetition();
        final var random = new Random(seed);
        final var hosts = randomHosts(random);
        final var costs = FakeHostCosts.random(random, hosts.tableSize(), random::nextDouble);
        final var pairs = new HostPairs.Sample(1 + random.nextInt(5), seed);
        final var folded = PidCosts.of(costs, hosts, new Fold.Max(), pairs, 0, Optional.empty());
        final var again = PidCosts.of(costs, hosts, new Fold.Max(), pairs, 0, Optional.empty());
        assertEquals(folded.samplingError(), again.samplingError(), "seed " + seed);
        for (int source = 0; source < hosts.pids().size(); source++) {
            for (int destination = 0; destination < hosts.pids().size(); destination++) {
                final double cost = folded.cost(source, destination);
                assertEquals(cost, again.cost(source, destination), "seed " + seed);
                if (!Double.isNaN(cost) && !(source == destination && hosts.size(source) == 1)) {
                    assertTrue(Arrays.stream(between(costs, hosts, source, destination))
                        .anyMatch(one -> Math.abs(one - cost) <= 1e-6), "seed " + seed);
                }
            }
        }
    }

    /** Two PIDs of 30 hosts with costs of all kinds between them. */
    private static FakeHostCosts manyCosts() {
        final var random = new Random(1);
        final var groups = IntStream.range(0, 60).toArray();
        final var columns = new double[60][60];
        Arrays.stream(columns).forEach(column -> Arrays.setAll(column, i -> Math.abs(random.nextGaussian())));
        return new FakeHostCosts(groups, groups, columns);
    }

    @Test
    void anotherSeedDrawsOthers() {
        final var hosts = hosts(IntStream.range(0, 60).map(i -> i / 30).toArray());
        final var costs = IntStream.range(0, 20).mapToDouble(seed -> PidCosts.of(manyCosts(), hosts, new Fold.Mean(),
            new HostPairs.Sample(50, seed), 0, Optional.empty()).cost(0, 1)).distinct().count();
        assertEquals(20, costs);
    }

    @Test
    void drawsOfAPairOfPidsDoNotDependOnOtherPids() {
        final var two = hosts(IntStream.range(0, 60).map(i -> i / 30).toArray());
        final var three = hosts(IntStream.range(0, 61).map(i -> i / 30).toArray());
        final var more = manyCosts();
        final var groups = IntStream.range(0, 61).map(i -> Math.min(i, 59)).toArray();
        final var pairs = new HostPairs.Sample(50, 5);
        assertEquals(PidCosts.of(more, two, new Fold.Mean(), pairs, 0, Optional.empty()).cost(0, 1),
            PidCosts.of(new FakeHostCosts(groups, groups, more.columns()), three, new Fold.Mean(), pairs,
                0, Optional.empty()).cost(0, 1));
    }

    @Test
    void errorBoundsHoldForMostSeeds() {
        final int seeds = 400;
        final var hosts = hosts(IntStream.range(0, 60).map(i -> i / 30).toArray());
        final var costs = manyCosts();
        final var all = between(costs, hosts, 0, 1);
        for (var fold : FOLDS) {
            final double exact = PidCosts.of(costs, hosts, fold, ALL, 0, Optional.empty()).cost(0, 1);
            int held = 0;
            double bounds = 0;
            for (int seed = 0; seed < seeds; seed++) {
                final var sampled =
                    PidCosts.of(costs, hosts, fold, new HostPairs.Sample(200, seed), 0, Optional.empty());
                final var error = sampled.samplingError().orElseThrow();
                final double cost = sampled.cost(0, 1);
                final boolean holds = switch (fold) {
                    case Fold.Mean mean -> error.unit() == SamplingError.Unit.COST
                        && Math.abs(cost - exact) <= error.bound();
                    case Fold.Min min -> part(all, cost - 1e-6) <= error.bound();
                    case Fold.Max max -> 100 - part(all, cost + 1e-6) <= error.bound();
                    case Fold.Percentile percentile -> error.unit() == SamplingError.Unit.PERCENT_OF_PAIRS
                        && Math.abs(part(all, cost + 1e-6) - percentile.percent()) <= error.bound();
                };
                held += holds ? 1 : 0;
                bounds += error.bound();
            }
            assertTrue(held >= 0.93 * seeds, fold + ": " + held);
            // and they say something
            assertTrue(bounds / seeds < (fold instanceof Fold.Mean ? 0.1 : 10), fold + ": " + bounds / seeds);
        }
    }

    /** Returns how many percent of the costs are not more than one. */
    private static double part(final double[] costs, final double cost) {
        return 100.0 * Arrays.stream(costs).filter(each -> each <= cost).count() / costs.length;
    }

    @Test
    void pairsThatAreNotDrawnDoNotCount() {
        final var hosts = hosts(IntStream.range(0, 60).map(i -> i / 30).toArray());
        final var all = between(manyCosts(), hosts, 0, 1);
        for (int seed = 0; seed < 20; seed++) {
            // the mean of one pair is its cost
            final double one = PidCosts.of(manyCosts(), hosts, new Fold.Mean(), new HostPairs.Sample(1, seed), 0,
                Optional.empty()).cost(0, 1);
            assertTrue(Arrays.stream(all).anyMatch(cost -> Math.abs(cost - one) <= 1e-6), "seed " + seed);
        }
    }

    @Test
    void oneDrawTellsNothingOfTheErrorOfAMean() {
        final var hosts = hosts(IntStream.range(0, 60).map(i -> i / 30).toArray());
        assertEquals(Optional.of(new SamplingError(Double.POSITIVE_INFINITY, SamplingError.Unit.COST)),
            PidCosts.of(manyCosts(), hosts, new Fold.Mean(), new HostPairs.Sample(1, 3), 0, Optional.empty())
                .samplingError());
        assertEquals(Optional.of(new SamplingError(95, SamplingError.Unit.PERCENT_OF_PAIRS)),
            PidCosts.of(manyCosts(), hosts, new Fold.Min(), new HostPairs.Sample(1, 3), 0, Optional.empty())
                .samplingError());
    }
}

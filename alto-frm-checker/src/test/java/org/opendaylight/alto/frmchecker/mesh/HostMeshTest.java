/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.Aggregation;
import org.opendaylight.alto.core.path.LinkMeasure;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.service.HostCosts;
import org.opendaylight.alto.core.testlib.Hosts;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.frmchecker.cost.Formula;
import org.opendaylight.alto.frmchecker.cost.FormulaCosting;
import org.opendaylight.alto.frmchecker.cost.HopCosting;
import org.opendaylight.alto.frmchecker.cost.HopMeasure;
import org.opendaylight.alto.frmchecker.cost.MeasureCosting;
import org.opendaylight.alto.frmchecker.cost.PathCosting;
import org.opendaylight.alto.frmchecker.flow.Action;
import org.opendaylight.alto.frmchecker.flow.Field;
import org.opendaylight.alto.frmchecker.flow.Instructions;
import org.opendaylight.alto.frmchecker.flow.Match;
import org.opendaylight.alto.frmchecker.flow.Rule;
import org.opendaylight.alto.frmchecker.flow.SwitchPipeline;
import org.opendaylight.alto.frmchecker.trace.NetworkState;
import org.opendaylight.alto.frmchecker.trace.PathFinder;
import org.opendaylight.alto.frmchecker.trace.WalkLimits;

class HostMeshTest {
    private static final int MAX_HOPS = WalkLimits.DEFAULT.hops();
    private static final double TINY = 1e-9;
    private static final long GATEWAY = 0xAA;
    private static final SwitchPipeline SECOND = SwitchPipeline.of(new SwitchId(2), List.of(
        rule("b", Match.builder().with(Field.ETH_DST, 2), 1),
        rule("c", Match.builder().with(Field.ETH_DST, 3), 2),
        rule("d", Match.builder().with(Field.ETH_DST, GATEWAY).with(Field.IPV4_DST, 0x0A000202), 2)),
        List.of(), List.of());

    /** Some value for each port; for some of them nobody knows one. */
    private record Values(boolean isMinimum) implements LinkMeasure {
        @Override
        public double entering(final SwitchPort port) {
            return isMinimum ? 5 + port.port() % 3 : 0;
        }

        @Override
        public double leaving(final SwitchPort port) {
            final long number = port.switchId().datapathId() * 7 + port.port();
            return number % 13 == 0 ? Double.NaN : 1 + number % 5;
        }

        @Override
        public double combine(final double first, final double second) {
            return isMinimum ? Math.min(first, second) : first + second;
        }

        @Override
        public boolean isHigherBetter() {
            return isMinimum;
        }

        @Override
        public double ofNoPath() {
            return isMinimum ? Double.NaN : 0;
        }
    }

    private static PathCosting costing(final int kind) {
        return switch (kind % 4) {
            case 0 -> new HopCosting();
            case 1 -> new MeasureCosting(new Values(false));
            case 2 -> new MeasureCosting(new Values(true));
            default -> new FormulaCosting(new Formula("10 * hopcount + a"),
                Map.of("hopcount", new HopMeasure(), "a", new Values(true)));
        };
    }

    private static CarefulCosts careful(final PathFinder finder, final PathCosting costing,
            final Aggregation aggregation) {
        return (sources, destination) -> Arrays.stream(finder.costs(sources, List.of(destination), costing, aggregation,
            whole(finder, costing, aggregation))).mapToDouble(row -> row[0]).toArray();
    }

    private static Function<PathQuery, OptionalDouble> whole(final PathFinder finder, final PathCosting costing,
            final Aggregation aggregation) {
        return query -> costing.of(finder.paths(query), aggregation);
    }

    /** The cost of a pair by itself. */
    private static double alone(final PathFinder finder, final Host from, final Host to, final PathCosting costing,
            final Aggregation aggregation) {
        for (final var source : from.addresses()) {
            for (final var destination : to.addresses()) {
                if (source.family() == destination.family()) {
                    return finder.cost(PathQuery.between(source, destination), costing, aggregation,
                        whole(finder, costing, aggregation)).orElse(Double.NaN);
                }
            }
        }
        return Double.NaN;
    }

    private static double[][] columns(final HostCosts costs) {
        return IntStream.range(0, costs.destinationGroupCount()).mapToObj(costs::costsTo).toArray(double[][]::new);
    }

    private static double pairCost(final HostCosts costs, final double[][] columns, final int from, final int to) {
        final int source = costs.sourceGroup(from);
        final int destination = costs.destinationGroup(to);
        return source == HostCosts.NO_GROUP || destination == HostCosts.NO_GROUP ? Double.NaN
            : columns[destination][source];
    }

    /** Whatever changes, and in whatever order: each pair has the cost that it has when it is looked at alone. */
    @RepeatedTest(60)
    void costsOfAllPairsAreThoseOfEachPair(final RepetitionInfo repetition) {
        final long seed = 9439_000L + repetition.getCurrentRepetition();
        final var random = new Random(seed);
        final var network = new RandomNetwork(random, 2 + random.nextInt(6));
        final var meshes = new HostMeshes();
        for (int i = 0; i < 12; i++) {
            network.addHost();
        }
        Optional<HostCosts> last = Optional.empty();
        int arrived = 0;
        for (int step = 0; step < 12; step++) {
            final var state = network.state();
            final var hosts = network.hosts();
            final var finder = new PathFinder(state, hosts, WalkLimits.DEFAULT);
            final var costing = costing(random.nextBoolean() ? 0 : step);
            final var aggregation = Aggregation.values()[random.nextInt(Aggregation.values().length)];
            final var costs = meshes.mesh(state, hosts)
                .costs(costing, MAX_HOPS, careful(finder, costing, aggregation), last);
            final var columns = columns(costs);
            last = Optional.of(costs);
            for (int from = 0; from < hosts.size(); from++) {
                for (int to = 0; to < hosts.size(); to++) {
                    if (from != to) {
                        final var message = "seed " + seed + " step " + step + " from " + hosts.hosts().get(from)
                            + " to " + hosts.hosts().get(to);
                        final double alone =
                            alone(finder, hosts.hosts().get(from), hosts.hosts().get(to), costing, aggregation);
                        assertEquals(alone, pairCost(costs, columns, from, to), TINY, message);
                        arrived += alone > 0 ? 1 : 0;
                    }
                }
            }
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                network.change();
            }
        }
        assertTrue(arrived > 0, "seed " + seed);
    }

    private static String text(final HostGroups groups) {
        return Arrays.toString(groups.senderOf()) + Arrays.toString(groups.receiverOf())
            + groups.senders().stream().map(group -> "%n%s %s %d %s %d %d %s %s".formatted(group.first(),
                group.others(), group.at(), Arrays.toString(group.classes()), group.vlan(), group.port(),
                group.isEdge(), group.entering())).toList()
            + groups.receivers().stream().map(group -> "%n%s %s %d %s %s %d %s %s".formatted(group.first(),
                group.others(), group.at(), Arrays.toString(group.classes()), Arrays.toString(group.delivered()),
                group.port(), group.leaving(), group.isPlain())).toList();
    }

    /** What is known of the groups of before makes no difference, whatever changes. */
    @RepeatedTest(60)
    void groupsAreThoseThatAreMadeFromNothing(final RepetitionInfo repetition) {
        final long seed = 7285_000L + repetition.getCurrentRepetition();
        final var random = new Random(seed);
        final var network = new RandomNetwork(random, 2 + random.nextInt(6));
        final var meshes = new HostMeshes();
        for (int i = 0; i < 20; i++) {
            network.addHost();
        }
        final var costing = costing(random.nextInt(4));
        Optional<HostCosts> last = Optional.empty();
        int kept = 0;
        for (int step = 0; step < 30; step++) {
            final var mesh = meshes.mesh(network.state(), network.hosts());
            last = Optional.of(mesh.costs(costing, MAX_HOPS, (sources, destination) -> new double[sources.size()],
                last));
            assertEquals(text(HostGroups.of(mesh, costing.measures(), Optional.empty())),
                text(mesh.groups(costing.measures(), Optional.empty())), "seed " + seed + " step " + step);
            kept += (int) Arrays.stream(mesh.places()).filter(place -> place >= 0).count();
            network.change();
        }
        assertTrue(kept > 0, "seed " + seed);
    }

    @Test
    void hostsThatThePrefixesOfOthersDoNotTellApartAreOneGroupAndFollowedOnce() {
        final var network = new RandomNetwork(new Random(1), 5);
        for (int i = 0; i < 60; i++) {
            network.addHost();
        }
        final var state = network.state();
        final var plain = network.hosts().hosts().stream().filter(host -> host.vlan().isEmpty()
            && host.attachment().port() > 20 && host.addresses().size() == 1
            && host.addresses().first().toString().startsWith("10.")).toList();
        assertTrue(plain.size() > 10, plain::toString);
        final var costs = new HostMeshes().mesh(state, HostTable.of(plain))
            .costs(new HopCosting(), MAX_HOPS, (sources, destination) -> {
                throw new AssertionError("From " + sources + " to " + destination + " is not plain");
            }, Optional.empty());
        final long switches = plain.stream().map(host -> host.attachment().switchId()).distinct().count();
        assertEquals(switches, costs.destinationGroupCount());
        assertEquals(switches, costs.sourceGroupCount());
        for (final var column : columns(costs)) {
            assertTrue(Arrays.stream(column).allMatch(cost -> cost >= 1), () -> Arrays.toString(column));
        }
    }

    @Test
    void costsOfWaysThatStayAreNotComputedAgain() {
        final var network = new RandomNetwork(new Random(3), 6);
        for (int i = 0; i < 20; i++) {
            network.addHost();
        }
        final var meshes = new HostMeshes();
        final var first = costs(meshes, network, Optional.empty());
        final var before = columns(first);
        network.addHost();
        final var second = costs(meshes, network, Optional.of(first));
        final long same = Arrays.stream(columns(second)).filter(Set.of(before)::contains).count();
        assertEquals(before.length, second.destinationGroupCount());
        assertTrue(same > before.length / 2, () -> same + " of " + before.length);
    }

    /** The second switch tells its hosts apart in a way in which it was not asked, as it got another header. */
    @Test
    void receiversOfPacketsWithChangedHeadersAreToldApartByTheirOwnSwitch() {
        assertGateway(new HostMeshes(), true);
    }

    /** The rules of the second switch are the same, but what they mean for its hosts is not. */
    @Test
    void hostsAreAskedAboutAgainWhenASwitchBeginsOrEndsToChangeHeaders() {
        final var meshes = new HostMeshes();
        assertGateway(meshes, false);
        assertGateway(meshes, true);
        assertGateway(meshes, false);
    }

    /** A network whose first switch sends packets on to the second one, maybe with the header of a gateway. */
    private static void assertGateway(final HostMeshes meshes, final boolean changesHeaders) {
        final var first = new SwitchId(1);
        final var second = new SwitchId(2);
        final var hosts = HostTable.of(List.of(Hosts.host("00:00:00:00:00:01", "openflow:1:1", "10.0.1.1"),
            Hosts.host("00:00:00:00:00:02", "openflow:2:1", "10.0.2.1"),
            Hosts.host("00:00:00:00:00:03", "openflow:2:2", "10.0.2.2")));
        final var pipelines = Map.of(
            first, SwitchPipeline.of(first, List.of(Rule.of(0, 1, "a",
                Match.builder().masked(Field.IPV4_DST, 0x0A000200, 0xFFFFFF00L).build(), changesHeaders
                    ? Instructions.apply(new Action.SetField(Field.ETH_DST, 0, GATEWAY), new Action.Output(9))
                    : Instructions.apply(new Action.Output(9)))), List.of(), List.of()),
            second, SECOND);
        final var state = new NetworkState(Topology.of(
            Map.of(first, ports("openflow:1:1", "openflow:1:9"),
                second, ports("openflow:2:1", "openflow:2:2", "openflow:2:9")),
            Map.of(SwitchPort.parse("openflow:1:9"), SwitchPort.parse("openflow:2:9"))), pipelines, Instant.EPOCH);
        final var finder = new PathFinder(state, hosts, WalkLimits.DEFAULT);
        final var costs = meshes.mesh(state, hosts).costs(new HopCosting(), MAX_HOPS,
            careful(finder, new HopCosting(), Aggregation.values()[0]), Optional.empty());
        final var columns = columns(costs);
        assertEquals(changesHeaders ? Double.NaN : 2, pairCost(costs, columns, 0, 1));
        assertEquals(2, pairCost(costs, columns, 0, 2));
        assertEquals(1, pairCost(costs, columns, 1, 2));
    }

    private static Rule rule(final String id, final Match.Builder match, final long port) {
        return Rule.of(0, 1, id, match.build(), Instructions.apply(new Action.Output(port)));
    }

    private static List<SwitchPort> ports(final String... ports) {
        return Arrays.stream(ports).map(SwitchPort::parse).toList();
    }

    private static HostCosts costs(final HostMeshes meshes, final RandomNetwork network,
            final Optional<HostCosts> before) {
        final var state = network.state();
        final var hosts = network.hosts();
        final var finder = new PathFinder(state, hosts, WalkLimits.DEFAULT);
        return meshes.mesh(state, hosts).costs(new HopCosting(), MAX_HOPS,
            careful(finder, new HopCosting(), Aggregation.values()[0]), before);
    }
}

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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.alto.core.host.Host;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.net.VlanId;
import org.opendaylight.alto.core.path.Aggregation;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.LinkMeasure;
import org.opendaylight.alto.core.path.MeterRef;
import org.opendaylight.alto.core.path.Outcome;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.path.PathTrace;
import org.opendaylight.alto.core.testlib.Hosts;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.frmchecker.cost.HopCosting;
import org.opendaylight.alto.frmchecker.cost.MeasureCosting;
import org.opendaylight.alto.frmchecker.cost.PathCosting;
import org.opendaylight.alto.frmchecker.flow.Action;
import org.opendaylight.alto.frmchecker.flow.Action.Output;
import org.opendaylight.alto.frmchecker.flow.Action.SetField;
import org.opendaylight.alto.frmchecker.flow.Field;
import org.opendaylight.alto.frmchecker.flow.Group;
import org.opendaylight.alto.frmchecker.flow.Instructions;
import org.opendaylight.alto.frmchecker.flow.Match;
import org.opendaylight.alto.frmchecker.flow.RandomHeaders;
import org.opendaylight.alto.frmchecker.flow.ReservedPort;
import org.opendaylight.alto.frmchecker.flow.Rule;
import org.opendaylight.alto.frmchecker.flow.SwitchPipeline;

/**
 * The network of figure 3 of draft-zhang-alto-opendaylight-impl-01: switches 1, 2 and 3 in a triangle, each with a host
 * at port 1; port 2 leads to the next switch, port 3 to the one before.
 */
class PathFinderTest {
    private static final HopCosting HOPS = new HopCosting();
    private static final PathCosting WIDTH = new MeasureCosting(new Widths());
    private static final Host H1 = Hosts.host("00:00:00:00:00:01", "openflow:1:1", "10.0.0.1", "2001:db8::1");
    private static final Host H2 = Hosts.host("00:00:00:00:00:02", "openflow:2:1", "10.0.0.2", "2001:db8::2");
    private static final Host H3 = Hosts.host("00:00:00:00:00:03", "openflow:3:1", "10.0.0.3");
    private static final PathQuery H1_TO_H2 = PathQuery.between(IpAddr.parse("10.0.0.1"), IpAddr.parse("10.0.0.2"));
    private static final Match TO_H2 = Match.builder().with(Field.IPV4_DST, 0x0A000002).build();
    private static final Match SSH_TO_H2 =
        Match.builder().with(Field.IPV4_DST, 0x0A000002).with(Field.TCP_DST, 22).build();
    private static final Instant NOW = Instant.ofEpochSecond(1000);

    private final Map<SwitchId, List<Rule>> rules = new HashMap<>();
    private final Map<SwitchId, List<Group>> groups = new HashMap<>();
    private final List<MeterRef> meters = new ArrayList<>();
    private final List<SwitchPort> down = new ArrayList<>();
    private Host destination = H2;

    /** A bandwidth: 100 for each number of a port. */
    private static final class Widths implements LinkMeasure {
        @Override
        public double entering(final SwitchPort port) {
            return leaving(port);
        }

        @Override
        public double leaving(final SwitchPort port) {
            return port.port() * 100;
        }

        @Override
        public double combine(final double first, final double second) {
            return Math.min(first, second);
        }

        @Override
        public double limitedTo(final double value, final double bytesPerSecond) {
            return Math.min(value, bytesPerSecond);
        }

        @Override
        public boolean isHigherBetter() {
            return true;
        }

        @Override
        public double ofNoPath() {
            return Double.NaN;
        }
    }

    private static OptionalDouble hopCount(final PathAnswer answer, final Aggregation aggregation) {
        return cost(answer, HOPS, aggregation);
    }

    private static OptionalDouble cost(final PathAnswer answer, final PathCosting costing,
            final Aggregation aggregation) {
        return aggregation.of(answer.traces().stream().filter(PathTrace::isDelivered)
            .map(trace -> new Aggregation.PathCost(costing.of(trace.hops()), trace.share())).toList(),
            costing.isHigherBetter());
    }

    private void rule(final int switchId, final int priority, final Match match, final Instructions does) {
        rules.computeIfAbsent(new SwitchId(switchId), id -> new ArrayList<>())
            .add(Rule.of(0, priority, "f" + priority + "/" + match, match, does));
    }

    private static Instructions output(final long port) {
        return Instructions.apply(new Output(port));
    }

    private void figure3() {
        rule(1, 20, SSH_TO_H2, output(3));
        rule(1, 10, TO_H2, output(2));
        rule(2, 10, TO_H2, output(1));
        rule(3, 10, TO_H2, output(3));
    }

    private NetworkState network() {
        final var ports = new TreeMap<SwitchId, TreeSet<SwitchPort>>();
        final var links = new HashMap<SwitchPort, SwitchPort>();
        final var pipelines = new HashMap<SwitchId, SwitchPipeline>();
        for (int i = 1; i <= 3; i++) {
            final var id = new SwitchId(i);
            final var up = new TreeSet<SwitchPort>();
            for (int port = 1; port <= 4; port++) {
                up.add(new SwitchPort(id, port));
            }
            up.removeAll(down);
            ports.put(id, up);
            final var next = new SwitchPort(new SwitchId(i % 3 + 1), 3);
            links.put(new SwitchPort(id, 2), next);
            links.put(next, new SwitchPort(id, 2));
            pipelines.put(id, SwitchPipeline.of(id, rules.getOrDefault(id, List.of()),
                groups.getOrDefault(id, List.of()), up.stream().map(SwitchPort::port).toList())
                .withMeters(meters));
        }
        return new NetworkState(Topology.of(ports, links), pipelines, NOW);
    }

    private PathFinder finder() {
        return new PathFinder(network(), HostTable.of(List.of(H1, destination, H3)), WalkLimits.DEFAULT);
    }

    private PathAnswer answer() {
        return finder().paths(H1_TO_H2);
    }

    private PathTrace only() {
        final var traces = answer().traces();
        assertEquals(1, traces.size(), traces::toString);
        return traces.getFirst();
    }

    private static List<Long> switches(final PathTrace trace) {
        return trace.hops().stream().map(hop -> hop.switchId().datapathId()).toList();
    }

    @Test
    void figure3GivesTheLongWayToSshAndTheShortWayToTheRest() {
        figure3();
        final var answer = answer();
        assertEquals(List.of("ip_proto=6,tcp_dst=22", "not (ip_proto=6,tcp_dst=22)"),
            answer.traces().stream().map(PathTrace::condition).toList());
        assertEquals(List.of(List.of(1L, 3L, 2L), List.of(1L, 2L)),
            answer.traces().stream().map(PathFinderTest::switches).toList());
        assertTrue(answer.traces().stream().allMatch(PathTrace::isDelivered));
        assertEquals(OptionalInt.of(3), answer.hopCount());
        assertFalse(answer.truncated());
        assertEquals(NOW, answer.asOf());
    }

    @Test
    void queryThatNamesThePortGetsOneWay() {
        figure3();
        final var ssh = finder().paths(new PathQuery(H1_TO_H2.source(), H1_TO_H2.destination(), OptionalInt.of(6),
            OptionalInt.empty(), OptionalInt.of(22)));
        assertEquals(List.of(1L, 3L, 2L), switches(ssh.traces().getFirst()));
        assertEquals("", ssh.traces().getFirst().condition());
        assertEquals(OptionalInt.of(2), finder().paths(new PathQuery(H1_TO_H2.source(), H1_TO_H2.destination(),
            OptionalInt.of(17), OptionalInt.empty(), OptionalInt.of(22))).hopCount());
    }

    @Test
    void hopNamesPortsAndRule() {
        figure3();
        final var hop = answer().traces().getLast().hops().getFirst();
        assertEquals(1, hop.inPort());
        assertEquals(2, hop.outPort().getAsLong());
        assertEquals("f10/eth_type=0x800,ipv4_dst=10.0.0.2", hop.rules().getFirst().flowId());
        assertEquals("eth_type=0x800,ipv4_dst=10.0.0.2", hop.rules().getFirst().match());
    }

    @Test
    void ipv6IsWalkedToo() {
        final var match = Match.builder().masked(Field.IPV6_DST, 0x2001_0DB8_0000_0000L, 2, -1L, -1L).build();
        rule(1, 1, match, output(2));
        rule(2, 1, match, output(1));
        assertEquals(OptionalInt.of(2), finder()
            .paths(PathQuery.between(IpAddr.parse("2001:db8::1"), IpAddr.parse("2001:db8::2"))).hopCount());
    }

    @Test
    void unknownHostIsNamed() {
        final var trace = finder().paths(PathQuery.between(IpAddr.parse("10.0.0.1"), IpAddr.parse("10.0.0.9")))
            .traces().getFirst();
        assertEquals(Outcome.UNKNOWN_HOST, trace.outcome());
        assertEquals("10.0.0.9", trace.reason());
    }

    @Test
    void hostReachesItselfWithoutHops() {
        assertEquals(OptionalInt.of(0),
            finder().paths(PathQuery.between(IpAddr.parse("10.0.0.1"), IpAddr.parse("10.0.0.1"))).hopCount());
    }

    @Test
    void loopIsFound() {
        rule(1, 10, TO_H2, output(2));
        rule(2, 10, TO_H2, output(2));
        rule(3, 10, TO_H2, output(2));
        final var trace = only();
        assertEquals(Outcome.LOOP, trace.outcome());
        // once around, and once more by the port of the ring
        assertEquals(List.of(1L, 2L, 3L, 1L, 2L, 3L).subList(0, trace.hops().size()), switches(trace));
        assertTrue(trace.hops().size() <= 4, trace::toString);
    }

    @Test
    void loopIsFoundBeforeTheTimeToLiveEnds() {
        for (int id = 1; id <= 3; id++) {
            rule(id, 10, TO_H2, Instructions.apply(new Action.DecNwTtl(), new Output(2)));
        }
        assertEquals(Outcome.LOOP, only().outcome());
        assertTrue(only().hops().size() <= 4, only()::toString);
    }

    @Test
    void copiesThatGoRoundInEachOthersTracksLoop() {
        final var one = Match.builder().with(Field.ETH_SRC, 0x11).build();
        final var two = Match.builder().with(Field.ETH_SRC, 0x12).build();
        final var toOne = new SetField(Field.ETH_SRC, 0, 0x11);
        final var toTwo = new SetField(Field.ETH_SRC, 0, 0x12);
        rule(1, 10, one, Instructions.apply(toTwo, new Action.OutputReserved(ReservedPort.IN_PORT)));
        rule(1, 9, two, Instructions.apply(toOne, new Action.OutputReserved(ReservedPort.IN_PORT)));
        rule(1, 1, TO_H2, Instructions.apply(toOne, new Output(2), toTwo, new Output(2)));
        rule(2, 1, TO_H2, Instructions.apply(new Action.OutputReserved(ReservedPort.IN_PORT)));
        assertEquals(Outcome.LOOP, only().outcome());
    }

    @Test
    void loopThatPushesTagsEnds() {
        for (int i = 1; i <= 3; i++) {
            rule(i, 10, Match.ANY, Instructions.apply(new Action.PushVlan(), new Output(2)));
        }
        assertEquals(Outcome.UNSUPPORTED, only().outcome());
    }

    @Test
    void dropNamesTheRule() {
        rule(1, 10, TO_H2, Instructions.NONE);
        assertEquals(Outcome.DROPPED, only().outcome());
        assertEquals("by openflow:1 table 0 priority 10 [eth_type=0x800,ipv4_dst=10.0.0.2]", only().reason());
    }

    @Test
    void missNamesTheTable() {
        assertEquals(Outcome.NO_RULE, only().outcome());
        assertEquals("of table 0 of openflow:1", only().reason());
    }

    @Test
    void portThatIsDownEndsTheWay() {
        figure3();
        down.add(new SwitchPort(new SwitchId(2), 1));
        assertEquals(List.of(Outcome.PORT_DOWN, Outcome.PORT_DOWN),
            answer().traces().stream().map(PathTrace::outcome).toList());
        assertEquals(OptionalInt.empty(), answer().hopCount());
    }

    @Test
    void portWithoutTheHostLeavesTheNetwork() {
        rule(1, 10, TO_H2, output(4));
        assertEquals(Outcome.LEFT_NETWORK, only().outcome());
        assertEquals("by openflow:1:4", only().reason());
    }

    @Test
    void rewriteIsFollowedToTheNextSwitch() {
        rule(1, 10, TO_H2, Instructions.apply(new SetField(Field.IPV4_DST, 0, 0x0A000009), new Output(2)));
        rule(2, 20, TO_H2, Instructions.NONE);
        rule(2, 10, Match.builder().with(Field.IPV4_DST, 0x0A000009).build(), output(1));
        final var trace = only();
        assertTrue(trace.isDelivered());
        assertEquals(List.of("ipv4_dst=10.0.0.9"), trace.hops().getFirst().rewrites());
    }

    @Test
    void metadataStaysInItsSwitch() {
        rule(1, 10, Match.ANY, new Instructions(List.of(), List.of(new Output(2)), false, List.of(), 5, -1L,
            OptionalInt.empty()));
        rule(2, 20, Match.builder().with(Field.METADATA, 5).build(), Instructions.NONE);
        rule(2, 10, Match.builder().with(Field.METADATA, 0).build(), output(1));
        assertTrue(only().isDelivered());
    }

    @Test
    void deliveryWithATagThatTheHostDoesNotExpectIsMentioned() {
        rule(1, 10, TO_H2, Instructions.apply(new Action.PushVlan(),
            new SetField(Field.VLAN_VID, 0, Field.VLAN_PRESENT | 7), new Output(2)));
        rule(2, 10, TO_H2, output(1));
        assertEquals("with vlan_vid=7", only().reason());
        destination = new Host(H2.mac(), Optional.of(new VlanId(7)), H2.addresses(), H2.attachment(), NOW, NOW);
        assertEquals("", only().reason());
    }

    @Test
    void classThatArrivesIsDeliveredAndItsOtherCopiesAreMentioned() {
        rule(1, 10, TO_H2, Instructions.apply(new Action.OutputReserved(ReservedPort.CONTROLLER), new Output(2)));
        rule(2, 10, TO_H2, output(1));
        assertTrue(only().isDelivered());
        assertEquals("a copy is sent to the controller by openflow:1", only().reason());
    }

    @Test
    void bothWaysOfAFloodAreFollowedAndTheShorterOneArrivesFirst() {
        rule(1, 10, TO_H2, Instructions.apply(new Action.OutputReserved(ReservedPort.ALL)));
        rule(2, 10, TO_H2, output(1));
        rule(3, 10, TO_H2, output(3));
        final var trace = only();
        assertEquals(List.of(1L, 2L), switches(trace));
        assertTrue(trace.reason().contains("a copy is delivered again"), trace::reason);
    }

    @Test
    void selectGroupNamesItsBuckets() {
        groups.put(new SwitchId(1), List.of(new Group(5, Group.Type.SELECT,
            List.of(Group.Bucket.of(0, new Output(2)), Group.Bucket.of(1, new Output(3))))));
        rule(1, 10, TO_H2, Instructions.apply(new Action.ToGroup(5)));
        rule(2, 10, TO_H2, output(1));
        rule(3, 10, TO_H2, output(3));
        final var answer = answer();
        assertEquals(List.of("group 5 bucket 0 of openflow:1", "group 5 bucket 1 of openflow:1"),
            answer.traces().stream().map(PathTrace::condition).toList());
        assertEquals(OptionalInt.of(3), answer.hopCount());
    }

    @Test
    void tooManyClassesAreMarked() {
        for (int port = 1; port <= 300; port++) {
            rule(1, 10, Match.builder().with(Field.TCP_DST, port).build(),
                Instructions.apply(new SetField(Field.ETH_SRC, 0, port), new Output(2)));
        }
        rule(2, 10, TO_H2, output(1));
        final var answer = answer();
        assertTrue(answer.truncated());
        assertTrue(answer.traces().size() <= 256);
        assertEquals(OptionalInt.of(2), answer.hopCount());
    }

    @Test
    void costsAreHopCountsAndPairsWithoutPathHaveNone() {
        figure3();
        final var all = List.of(IpAddr.parse("10.0.0.1"), IpAddr.parse("10.0.0.2"), IpAddr.parse("10.0.0.9"));
        final var costs = finder().costs(all, all, HOPS, Aggregation.WORST, query -> OptionalDouble.empty());
        final double none = Double.NaN;
        final var expected = new double[][] {{0, 3, none}, {none, 0, none}, {none, none, none}};
        for (int from = 0; from < all.size(); from++) {
            for (int to = 0; to < all.size(); to++) {
                assertEquals(expected[from][to], costs[from][to]);
            }
        }
    }

    /** Fills the network with rules that meet the packets of the query often. */
    private void randomRules(final RandomHeaders make) {
        final var random = make.random();
        for (int id = 1; id <= 3; id++) {
            for (int i = 0; i < 8; i++) {
                final var actions = new ArrayList<Action>();
                if (random.nextInt(4) == 0) {
                    actions.add(new SetField(Field.TCP_DST, 0, random.nextInt(16)));
                }
                if (random.nextInt(4) == 0) {
                    actions.add(random.nextBoolean() ? new Action.PushVlan() : new Action.PopVlan());
                }
                actions.add(new Output(1 + random.nextInt(3)));
                if (random.nextInt(3) == 0) {
                    actions.add(new Output(1 + random.nextInt(3)));
                }
                final var match = Match.builder().masked(Field.TCP_DST, random.nextInt(16), random.nextInt(16));
                if (random.nextInt(3) == 0) {
                    match.masked(Field.IP_DSCP, random.nextInt(8), random.nextInt(8));
                }
                rule(id, 1 + i, match.build(), Instructions.apply(actions.toArray(Action[]::new)));
            }
        }
    }

    /** For one packet, to set a field to the value that it has is no rewrite; for its class it may be one. */
    private static List<Hop> withoutRewrites(final List<Hop> hops) {
        return hops.stream().map(hop -> new Hop(hop.switchId(), hop.inPort(), hop.outPort(), hop.rules(), List.of()))
            .toList();
    }

    @Test
    void bucketsThatSendTheSameWayAddUp() {
        rule(1, 10, TO_H2, Instructions.apply(new Action.ToGroup(5)));
        groups.put(new SwitchId(1), List.of(new Group(5, Group.Type.SELECT, List.of(
            new Group.Bucket(0, 2, OptionalLong.empty(), OptionalLong.empty(), List.of(new Output(2))),
            new Group.Bucket(1, 1, OptionalLong.empty(), OptionalLong.empty(), List.of(new Output(2))),
            new Group.Bucket(2, 1, OptionalLong.empty(), OptionalLong.empty(), List.of(new Output(3)))))));
        rule(2, 10, TO_H2, output(1));
        rule(3, 10, TO_H2, output(3));
        final var answer = answer();
        assertEquals(List.of(0.75, 0.25), answer.traces().stream().map(PathTrace::share).toList());
        assertEquals("group 5 bucket 0 of openflow:1 or group 5 bucket 1 of openflow:1",
            answer.traces().getFirst().condition());
        assertEquals(OptionalDouble.of(2.25), hopCount(answer, Aggregation.WEIGHTED));
    }

    @Test
    void costsAreAskedElsewhereOnlyWhereNoRuleTells() {
        final var asked = new ArrayList<PathQuery>();
        rule(1, 10, TO_H2, output(2));
        assertEquals(OptionalDouble.of(7), finder().cost(H1_TO_H2, HOPS, Aggregation.WORST, query -> {
            asked.add(query);
            return OptionalDouble.of(7);
        }));
        rule(2, 10, TO_H2, Instructions.NONE);
        assertEquals(OptionalDouble.empty(), finder().cost(H1_TO_H2, HOPS, Aggregation.WORST, query -> {
            asked.add(query);
            return OptionalDouble.of(7);
        }));
        assertEquals(List.of(H1_TO_H2), asked);
    }

    @Test
    void timeToLiveIsPartOfWhatAWayDependsOn() {
        final var other = Hosts.host("00:00:00:00:00:04", "openflow:1:4", "10.0.0.4");
        rule(1, 20, Match.builder().with(Field.IN_PORT, 1).build(),
            Instructions.apply(new Action.SetNwTtl(1), new Output(2)));
        rule(1, 10, TO_H2, output(2));
        rule(2, 10, TO_H2, Instructions.apply(new Action.DecNwTtl(), new Output(1)));
        final var sources = List.of(IpAddr.parse("10.0.0.4"), IpAddr.parse("10.0.0.1"));
        final var counts = new PathFinder(network(), HostTable.of(List.of(H1, H2, other)), WalkLimits.DEFAULT)
            .costs(sources, List.of(IpAddr.parse("10.0.0.2")), HOPS, Aggregation.WORST, query -> OptionalDouble.of(9));
        assertEquals(2, counts[0][0]);
        assertEquals(Double.NaN, counts[1][0]);
    }

    /** Rules for some sources that send as the others do change nothing; a packet is not sent back, though. */
    @Test
    void waysThatDoNotDependOnTheSourceAreCountedForAll() {
        final var back = Hosts.host("00:00:00:00:00:04", "openflow:1:2", "10.0.0.4");
        final var near = Hosts.host("00:00:00:00:00:05", "openflow:2:4", "10.0.0.5");
        rule(1, 20, from(0x0A000001), output(2));
        rule(1, 10, TO_H2, output(2));
        rule(2, 20, Match.builder().with(Field.IPV4_DST, 0x0A000002).with(Field.IN_PORT, 3).build(), output(1));
        rule(2, 10, TO_H2, output(1));
        rule(3, 10, TO_H2, output(3));
        final var hosts = List.of(H1, H3, near, back);
        assertArrayEquals(new double[] {2, 2, 1, Double.NaN}, countsToH2(hosts));
        // now one source is sent the long way
        rule(1, 30, from(0x0A000001), output(3));
        assertArrayEquals(new double[] {3, 2, 1, Double.NaN}, countsToH2(hosts));
    }

    /** The bandwidth from each of the first host and the third one to the second. */
    private double[] widthsToH2() {
        final var query = PathQuery.between(H3.addresses().first(), H1_TO_H2.destination());
        final var widths = finder().costs(List.of(H1_TO_H2.source(), query.source()), List.of(H1_TO_H2.destination()),
            WIDTH, Aggregation.WORST, asked -> OptionalDouble.of(9));
        assertEquals(OptionalDouble.of(widths[0][0]), finder().cost(H1_TO_H2, WIDTH, Aggregation.WORST,
            asked -> OptionalDouble.of(9)));
        assertEquals(OptionalDouble.of(widths[1][0]), cost(finder().paths(query), WIDTH, Aggregation.WORST));
        return new double[] { widths[0][0], widths[1][0] };
    }

    @Test
    void meterBoundsTheBandwidthOfTheWaysThatPassItAndNothingElse() {
        meters.addAll(List.of(new MeterRef(5, OptionalLong.of(50)), new MeterRef(6, OptionalLong.of(20)),
            new MeterRef(7, OptionalLong.empty())));
        rule(1, 10, TO_H2, output(2).metered(5));
        rule(2, 20, Match.builder().with(Field.IPV4_DST, 0x0A000002).with(Field.IN_PORT, 3).build(),
            output(1).metered(7));
        rule(2, 10, TO_H2, output(1));
        rule(3, 10, TO_H2, output(3));
        assertArrayEquals(new double[] { 50, 100 }, widthsToH2());
        assertEquals(List.of(List.of(meters.get(0)), List.of(meters.get(2))),
            only().hops().stream().map(Hop::meters).toList());
        assertEquals("", only().reason());
        assertArrayEquals(new double[] { 2, 2 }, countsToH2(List.of(H1, H3)));
        // a class of packets with a narrower meter is a path of its own, and the worst one counts
        rule(1, 20, SSH_TO_H2, output(2).metered(6));
        assertArrayEquals(new double[] { 20, 100 }, widthsToH2());
    }

    private static Match from(final long source) {
        return Match.builder().with(Field.IPV4_DST, 0x0A000002).with(Field.IPV4_SRC, source).build();
    }

    /** Counts hops to the second host. */
    private double[] countsToH2(final List<Host> sources) {
        final var all = new ArrayList<>(sources);
        all.add(H2);
        final var counts = new PathFinder(network(), HostTable.of(all), WalkLimits.DEFAULT).costs(
            sources.stream().map(host -> host.addresses().first()).toList(), List.of(H2.addresses().first()), HOPS,
            Aggregation.WORST, query -> OptionalDouble.of(9));
        return Arrays.stream(counts).mapToDouble(row -> row[0]).toArray();
    }

    /**
     * Packets to TCP port 22 have a rule of their own for a copy that is lost anyway, so they are no class of their
     * own.
     */
    @Test
    void meanCountsClassesThatAreAlikeOnce() {
        final var udp = Match.builder().with(Field.IPV4_DST, 0x0A000002).with(Field.UDP_DST, 53).build();
        rule(1, 20, udp, output(3));
        rule(1, 10, TO_H2, Instructions.apply(new Output(2), new Output(3)));
        rule(2, 10, TO_H2, output(1));
        rule(3, 20, udp, output(3));
        rule(3, 15, SSH_TO_H2, output(4));
        rule(3, 10, TO_H2, output(4));
        assertEquals(List.of(3, 2), answer().traces().stream().map(trace -> trace.hops().size()).toList());
        assertEquals(OptionalDouble.of(2.5), hopCount(answer(), Aggregation.WEIGHTED));
        assertEquals(OptionalDouble.of(2.5), finder().cost(H1_TO_H2, HOPS, Aggregation.WEIGHTED,
            query -> hopCount(finder().paths(query), Aggregation.WEIGHTED)));
    }

    /** What many pairs share is walked once; each cost is what the walk of its pair alone gives. */
    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 })
    void costsOfManyPairsAreThoseOfEachPair(final long seed) {
        final var random = new Random(seed);
        final var meterOf = new Random(-seed);
        for (int id = 1; id <= 3; id++) {
            meters.add(new MeterRef(id, id == 3 ? OptionalLong.empty() : OptionalLong.of(40 * id)));
        }
        final var all = new ArrayList<Host>();
        for (int i = 0; i < 24; i++) {
            all.add(Hosts.host(String.format("00:00:00:00:01:%02x", i), "openflow:" + (1 + i % 3) + ":"
                + (random.nextBoolean() ? 1 : 4), "10.0.1." + i));
        }
        for (int id = 1; id <= 3; id++) {
            for (int i = 0; i < 30; i++) {
                final var match = Match.builder();
                if (random.nextInt(4) > 0) {
                    match.masked(Field.IPV4_DST, 0x0A000100 | random.nextInt(24), 0xFFFFFFFFL << random.nextInt(6));
                }
                if (random.nextInt(4) == 0) {
                    match.masked(Field.IPV4_SRC, 0x0A000100 | random.nextInt(24), 0xFFFFFFFFL << random.nextInt(6));
                }
                if (random.nextInt(6) == 0) {
                    match.with(Field.IN_PORT, 1 + random.nextInt(4));
                }
                if (random.nextInt(12) == 0) {
                    match.with(Field.TCP_DST, 80);
                }
                final var actions = new ArrayList<Action>();
                switch (random.nextInt(10)) {
                    case 0 -> actions.add(new SetField(Field.IPV4_SRC, 0, 0x0A000100 | random.nextInt(24)));
                    case 1 -> actions.add(new SetField(Field.IPV4_DST, 0, 0x0A000100 | random.nextInt(24)));
                    case 2 -> actions.add(new Action.DecNwTtl());
                    case 3 -> actions.add(new Action.PushVlan());
                    default -> { }
                }
                if (random.nextInt(12) > 0) {
                    actions.add(new Output(1 + random.nextInt(4)));
                }
                final var does = Instructions.apply(actions.toArray(Action[]::new));
                rule(id, random.nextInt(6), match.build(),
                    meterOf.nextInt(6) == 0 ? does.metered(1 + meterOf.nextInt(4)) : does);
            }
        }
        final var finder = new PathFinder(network(), HostTable.of(all), WalkLimits.DEFAULT);
        final var addresses = all.stream().map(host -> host.addresses().iterator().next()).toList();
        final var aggregation = Aggregation.values()[random.nextInt(Aggregation.values().length)];
        costsAreThoseOfEachPair(finder, addresses, HOPS, aggregation, seed);
        costsAreThoseOfEachPair(finder, addresses, WIDTH, aggregation, seed);
    }

    private static void costsAreThoseOfEachPair(final PathFinder finder, final List<IpAddr> all,
            final PathCosting costing, final Aggregation aggregation, final long seed) {
        final var asked = new AtomicInteger();
        final Function<PathQuery, OptionalDouble> otherwise = query -> {
            asked.incrementAndGet();
            return cost(finder.paths(query), costing, aggregation);
        };
        final var costs = finder.costs(all, all, costing, aggregation, otherwise);
        int arrived = 0;
        for (int from = 0; from < all.size(); from++) {
            for (int to = 0; to < all.size(); to++) {
                final var query = PathQuery.between(all.get(from), all.get(to));
                final double alone = cost(finder.paths(query), costing, aggregation).orElse(Double.NaN);
                final var pair = "seed " + seed + " from " + from + " to " + to;
                assertEquals(alone, costs[from][to], pair);
                assertEquals(alone, finder.cost(query, costing, aggregation, otherwise).orElse(Double.NaN), pair);
                arrived += alone > 0 ? 1 : 0;
            }
        }
        assertTrue(arrived > 0, "seed " + seed);
        assertTrue(asked.get() < all.size() * all.size() * 2, "seed " + seed);
    }

    /** The law of the whole: whatever packet of a class is sent alone, it goes the way of its class. */
    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 })
    void everyPacketOfAClassGoesTheWayOfItsClass(final long seed) {
        final var make = new RandomHeaders(seed);
        randomRules(make);
        final var network = network();
        final var sent = HostPackets.sent(H1_TO_H2, H1, H2).with(Field.IP_PROTO, 6);
        final var walk = new PacketWalk(network, new WalkLimits(4096, 512, 200_000), H2);
        final var classes = walk.classes(H1.attachment(), sent);
        assertFalse(walk.isTruncated(), "seed " + seed);
        for (int i = 0; i < 200; i++) {
            final var packet = make.member(sent);
            final var owners = classes.stream().filter(each -> each.packets().contains(packet)).toList();
            assertEquals(1, owners.size(), "seed " + seed + " packet " + packet);
            final var alone = new PacketWalk(network, WalkLimits.DEFAULT, H2).classes(H1.attachment(), packet);
            assertEquals(1, alone.size(), "seed " + seed);
            final var expected = alone.getFirst().toTrace(packet);
            final var actual = owners.getFirst().toTrace(sent);
            assertEquals(expected.outcome(), actual.outcome(), "seed " + seed + " packet " + packet);
            // a packet that happens to have the value that is set comes back unchanged, and so is known to loop, before
            // the others of its class do
            final var laps = expected.outcome() == Outcome.LOOP
                ? actual.hops().subList(0, Math.min(expected.hops().size(), actual.hops().size())) : actual.hops();
            assertEquals(withoutRewrites(expected.hops()), withoutRewrites(laps),
                "seed " + seed + " packet " + packet);
        }
    }
}

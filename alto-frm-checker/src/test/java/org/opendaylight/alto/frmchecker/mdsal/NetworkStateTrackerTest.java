/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mdsal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.Outcome;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.testlib.FakeHostDirectory;
import org.opendaylight.alto.core.testlib.Hosts;
import org.opendaylight.mdsal.binding.api.WriteTransaction;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.mdsal.singleton.api.ClusterSingletonServiceProvider;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv4Prefix;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.PortNumber;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Uri;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.Action;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.OutputActionCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.PushMplsActionCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.output.action._case.OutputActionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.push.mpls.action._case.PushMplsActionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.list.ActionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNodeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNodeConnectorBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.meters.Meter;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.meters.MeterBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.Table;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.TableBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.TableKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.Flow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.FlowBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.FlowKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.port.rev130925.flow.capable.port.StateBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.InstructionsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.ApplyActionsCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.apply.actions._case.ApplyActionsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.list.InstructionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.group.types.rev131018.BucketId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.group.types.rev131018.GroupId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.group.types.rev131018.GroupTypes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.group.types.rev131018.group.BucketsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.group.types.rev131018.group.buckets.BucketBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.group.types.rev131018.groups.Group;
import org.opendaylight.yang.gen.v1.urn.opendaylight.group.types.rev131018.groups.GroupBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeConnectorId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.Nodes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.node.NodeConnector;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.node.NodeConnectorBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.node.NodeConnectorKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.Node;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.NodeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.NodeKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.l2.types.rev130827.EtherType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.ethernet.match.fields.EthernetTypeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.EthernetMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.IpMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.TcpFlagsMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.Ipv4MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._4.match.TcpMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.LinkId;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.NetworkTopology;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.TopologyId;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.TpId;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.link.attributes.DestinationBuilder;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.link.attributes.SourceBuilder;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.network.topology.Topology;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.network.topology.TopologyBuilder;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.network.topology.TopologyKey;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.network.topology.topology.Link;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.network.topology.topology.LinkBuilder;
import org.opendaylight.yangtools.binding.DataObject;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.common.Uint8;

/** On a real datastore, with what the OpenFlow plugin writes into it. */
class NetworkStateTrackerTest extends AbstractConcurrentDataBrokerTest {
    private static final IpAddr H1 = IpAddr.parse("10.0.0.1");
    private static final IpAddr H2 = IpAddr.parse("10.0.0.2");
    private static final DataObjectIdentifier.WithKey<Topology, TopologyKey> TOPOLOGY =
        DataObjectIdentifier.builder(NetworkTopology.class)
            .child(Topology.class, new TopologyKey(new TopologyId("flow:1"))).build();

    private final FakeHostDirectory hosts = new FakeHostDirectory();
    private final AtomicInteger topologyChanges = new AtomicInteger();
    private final AtomicInteger pathChanges = new AtomicInteger();
    private NetworkStateTracker tracker;
    private MdsalTopologyService topology;
    private PathSettingsReader settings;
    private IntendedRules intended;
    private MdsalPathService paths;

    @BeforeEach
    void before() throws Exception {
        setup();
        put(TOPOLOGY, new TopologyBuilder().setTopologyId(new TopologyId("flow:1")).build());
        tracker = new NetworkStateTracker(getDataBroker());
        topology = new MdsalTopologyService(tracker);
        settings = new PathSettingsReader(getDataBroker());
        intended = new IntendedRules(getDataBroker());
        final var finders = new PathFinders(tracker, hosts, settings, new Predictors(), intended);
        paths = new MdsalPathService(finders, new ForcedPaths(getDataBroker(), finders,
            mock(ClusterSingletonServiceProvider.class)), new PathMetrics());
        topology.onChange(topologyChanges::incrementAndGet);
        paths.onChange(pathChanges::incrementAndGet);
        hosts.set(Hosts.host("00:00:00:00:00:01", "openflow:1:1", "10.0.0.1"),
            Hosts.host("00:00:00:00:00:02", "openflow:2:1", "10.0.0.2"));
    }

    @AfterEach
    void after() {
        intended.close();
        settings.close();
        tracker.close();
    }

    private <T extends DataObject> void put(final DataObjectIdentifier<T> path, final T data) {
        final var tx = getDataBroker().newWriteOnlyTransaction();
        tx.put(LogicalDatastoreType.OPERATIONAL, path, data);
        commit(tx);
    }

    private void delete(final DataObjectIdentifier<?> path) {
        final var tx = getDataBroker().newWriteOnlyTransaction();
        tx.delete(LogicalDatastoreType.OPERATIONAL, path);
        commit(tx);
    }

    private static void commit(final WriteTransaction tx) {
        try {
            tx.commit().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void eventually(final Runnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion::run);
    }

    private static DataObjectIdentifier<Node> node(final int id) {
        return DataObjectIdentifier.builder(Nodes.class).child(Node.class, new NodeKey(new NodeId("openflow:" + id)))
            .build();
    }

    private static DataObjectIdentifier<FlowCapableNode> flowNode(final int id) {
        return DataObjectIdentifier.builder(Nodes.class).child(Node.class, new NodeKey(new NodeId("openflow:" + id)))
            .augmentation(FlowCapableNode.class).build();
    }

    private static DataObjectIdentifier<Flow> flowPath(final int id, final Flow flow) {
        return DataObjectIdentifier.builder(Nodes.class).child(Node.class, new NodeKey(new NodeId("openflow:" + id)))
            .augmentation(FlowCapableNode.class).child(Table.class, new TableKey(Uint8.ZERO))
            .child(Flow.class, flow.key()).build();
    }

    private void putSwitch(final int id, final Flow... flows) {
        put(node(id), new NodeBuilder().setId(new NodeId("openflow:" + id)).build());
        put(flowNode(id), new FlowCapableNodeBuilder().setTable(BindingMap.of(new TableBuilder().setId(Uint8.ZERO)
            .setFlow(Arrays.stream(flows).collect(BindingMap.toMap())).build())).build());
        for (final var port : List.of("1", "2", "LOCAL")) {
            putPort(id, port, false);
        }
    }

    private void putPort(final int id, final String port, final boolean linkDown) {
        final var connector = new NodeConnectorId("openflow:" + id + ":" + port);
        put(DataObjectIdentifier.builder(Nodes.class).child(Node.class, new NodeKey(new NodeId("openflow:" + id)))
            .child(NodeConnector.class, new NodeConnectorKey(connector)).build(),
            new NodeConnectorBuilder().setId(connector).addAugmentation(new FlowCapableNodeConnectorBuilder()
                .setState(new StateBuilder().setLinkDown(linkDown).setBlocked(false).setLive(true).build())
                .build()).build());
    }

    private void putLink(final String from, final String to) {
        final var link = new LinkBuilder().setLinkId(new LinkId(from))
            .setSource(new SourceBuilder().setSourceNode(nodeOf(from)).setSourceTp(new TpId(from)).build())
            .setDestination(new DestinationBuilder().setDestNode(nodeOf(to)).setDestTp(new TpId(to)).build()).build();
        put(TOPOLOGY.toBuilder().child(Link.class, link.key()).build(), link);
    }

    private static org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.NodeId nodeOf(
            final String port) {
        return new org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.NodeId(
            port.substring(0, port.lastIndexOf(':')));
    }

    private static Flow flow(final String id, final int priority, final MatchBuilder match, final Action... actions) {
        final var list = new ArrayList<org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112
            .action.list.Action>();
        for (final var action : actions) {
            list.add(new ActionBuilder().setOrder(list.size()).setAction(action).build());
        }
        return new FlowBuilder().withKey(new FlowKey(new FlowId(id))).setTableId(Uint8.ZERO)
            .setPriority(Uint16.valueOf(priority)).setMatch(match.build())
            .setInstructions(new InstructionsBuilder().setInstruction(BindingMap.of(new InstructionBuilder()
                .setOrder(0).setInstruction(new ApplyActionsCaseBuilder().setApplyActions(new ApplyActionsBuilder()
                    .setAction(list.stream().collect(BindingMap.toMap())).build()).build()).build())).build()).build();
    }

    private static MatchBuilder toH2() {
        return new MatchBuilder()
            .setEthernetMatch(new EthernetMatchBuilder().setEthernetType(new EthernetTypeBuilder()
                .setType(new EtherType(Uint32.valueOf(0x800))).build()).build())
            .setLayer3Match(new Ipv4MatchBuilder().setIpv4Destination(new Ipv4Prefix("10.0.0.2/32")).build());
    }

    private static Action output(final String port) {
        return new OutputActionCaseBuilder().setOutputAction(new OutputActionBuilder()
            .setOutputNodeConnector(new Uri(port)).setMaxLength(Uint16.MAX_VALUE).build()).build();
    }

    private void twoSwitches() {
        putSwitch(1, flow("a", 10, toH2(), output("2")));
        putSwitch(2, flow("#UF$TABLE*0-1", 10, toH2(), output("1")));
        putLink("openflow:1:2", "openflow:2:2");
        putLink("openflow:2:2", "openflow:1:2");
        eventually(() -> {
            assertEquals(2, topology.topology().links().size());
            assertEquals(OptionalInt.of(2), paths.paths(PathQuery.between(H1, H2)).hopCount());
        });
    }

    private Outcome outcome() {
        return paths.paths(PathQuery.between(H1, H2)).traces().getFirst().outcome();
    }

    @Test
    void pathFollowsRulesAndLinksOfTheDatastore() {
        twoSwitches();
        final var trace = paths.paths(PathQuery.between(H1, H2)).traces().getFirst();
        assertEquals("#UF$TABLE*0-1", trace.hops().getLast().rules().getFirst().flowId());
        assertEquals(Set.of(SwitchPort.parse("openflow:1:1"), SwitchPort.parse("openflow:1:2")),
            topology.topology().ports().get(new SwitchId(1)));
    }

    @Test
    void ruleAddedLaterChangesThePath() {
        twoSwitches();
        final int before = pathChanges.get();
        final var drop = flow("b", 20, toH2());
        put(flowPath(1, drop), drop);
        eventually(() -> assertEquals(Outcome.DROPPED, outcome()));
        eventually(() -> assertTrue(pathChanges.get() > before));
        delete(flowPath(1, drop));
        eventually(() -> assertEquals(Outcome.DELIVERED, outcome()));
    }

    @Test
    void tcpPortSplitsTheAnswer() {
        twoSwitches();
        final var ssh = flow("ssh", 20, toH2().setIpMatch(new IpMatchBuilder().setIpProtocol(Uint8.valueOf(6)).build())
            .setLayer4Match(new TcpMatchBuilder().setTcpDestinationPort(new PortNumber(Uint16.valueOf(22))).build()));
        put(flowPath(1, ssh), ssh);
        eventually(() -> assertEquals(List.of("ip_proto=6,tcp_dst=22", "not (ip_proto=6,tcp_dst=22)"),
            paths.paths(PathQuery.between(H1, H2)).traces().stream().map(trace -> trace.condition()).toList()));
    }

    @Test
    void labelIsFollowedAndWhatTheWalkCannotFollowIsNamed() {
        twoSwitches();
        final var mpls = flow("mpls", 20, toH2(), new PushMplsActionCaseBuilder()
            .setPushMplsAction(new PushMplsActionBuilder().setEthernetType(Uint16.valueOf(0x8847)).build()).build(),
            output("2"));
        put(flowPath(1, mpls), mpls);
        eventually(() -> assertEquals(Outcome.NO_RULE, outcome()));
        assertEquals(List.of("push_mpls:0x8847"),
            paths.paths(PathQuery.between(H1, H2)).traces().getFirst().hops().getFirst().rewrites());
        final var flags = flow("mpls", 20, toH2().setTcpFlagsMatch(new TcpFlagsMatchBuilder()
            .setTcpFlags(Uint16.TWO).build()), output("2"));
        put(flowPath(1, flags), flags);
        eventually(() -> assertTrue(paths.paths(PathQuery.between(H1, H2)).traces().getFirst().reason()
            .endsWith("it matches on tcp_flags=2")));
    }

    @Test
    void portThatGoesDownTakesItsLinksAlong() {
        twoSwitches();
        putPort(2, "2", true);
        eventually(() -> assertEquals(Map.of(), topology.topology().links()));
        assertEquals(Outcome.LEFT_NETWORK, outcome());
    }

    @Test
    void switchThatDisconnectsIsNoLongerThere() {
        twoSwitches();
        delete(node(2));
        eventually(() -> assertEquals(Set.of(new SwitchId(1)), topology.topology().ports().keySet()));
        assertEquals(Outcome.NO_DATA, outcome());
    }

    /** The law of taking up changes one by one: what is known is what a translation of all of it gives. */
    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    void changesOneByOneGiveWhatTheWholeGives(final long seed) {
        final var random = new Random(seed);
        putSwitch(1);
        final var id = new SwitchId(1);
        for (int step = 0; step < 120; step++) {
            final var flow = flow("f" + random.nextInt(12), random.nextInt(4), random.nextBoolean() ? toH2()
                : new MatchBuilder().setInPort(new NodeConnectorId("openflow:1:" + random.nextInt(3))),
                output(String.valueOf(1 + random.nextInt(3))));
            final var group = group(random.nextInt(4), random.nextInt(3));
            final var meter = OpenFlowData.meter(1 + random.nextInt(3), random.nextInt(3));
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3 -> put(flowPath(1, flow), flow);
                case 4, 5 -> delete(flowPath(1, flow));
                case 6 -> put(groupPath(group), group);
                case 7 -> delete(groupPath(group));
                case 8 -> putPort(1, String.valueOf(1 + random.nextInt(2)), random.nextBoolean());
                case 9 -> put(meterPath(meter), meter);
                case 10 -> delete(meterPath(meter));
                default -> put(tablePath(), new TableBuilder().setId(Uint8.ZERO)
                    .setFlow(BindingMap.of(flow)).build());
            }
            if (step % 10 == 0) {
                eventually(() -> {
                    final var known = tracker.state().pipelines().get(id);
                    assertEquals(OpenFlowTranslator.toPipeline(id, read(flowNode(1)), known.livePorts()), known,
                        "seed " + seed);
                });
            }
        }
    }

    private static DataObjectIdentifier<Table> tablePath() {
        return flowNode(1).toBuilder().child(Table.class, new TableKey(Uint8.ZERO)).build();
    }

    private static DataObjectIdentifier<Group> groupPath(final Group group) {
        return flowNode(1).toBuilder().child(Group.class, group.key()).build();
    }

    private static DataObjectIdentifier<Meter> meterPath(final Meter meter) {
        return flowNode(1).toBuilder().child(Meter.class, meter.key()).build();
    }

    private static Group group(final long id, final long bucket) {
        return new GroupBuilder().setGroupId(new GroupId(Uint32.valueOf(id))).setGroupType(GroupTypes.GroupSelect)
            .setBuckets(new BucketsBuilder().setBucket(BindingMap.of(new BucketBuilder()
                .setBucketId(new BucketId(Uint32.valueOf(bucket))).build())).build()).build();
    }

    private <T extends DataObject> T read(final DataObjectIdentifier<T> path) {
        try (var tx = getDataBroker().newReadOnlyTransaction()) {
            return tx.read(LogicalDatastoreType.OPERATIONAL, path).get().orElseThrow();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatDoesNotChangeForwardingIsNotAChange() {
        twoSwitches();
        final var meter = OpenFlowData.meter(5, 8);
        final int pathsAtFirst = pathChanges.get();
        put(meterPath(meter), meter);
        eventually(() -> assertEquals(pathsAtFirst + 1, pathChanges.get()));
        assertEquals(Set.of(5L), tracker.state().pipelines().get(new SwitchId(1)).meters().keySet());
        final int topologyBefore = topologyChanges.get();
        final int pathsBefore = pathChanges.get();
        // the plugin writes a rule or a meter again with its counters, a port with its speed
        final var again = flow("a", 10, toH2(), output("2"));
        put(flowPath(1, again), new FlowBuilder(again).setFlowName("again").build());
        put(meterPath(meter), new MeterBuilder(meter).setMeterName("again").build());
        putPort(1, "1", false);
        // a change after them is the sign that they have passed
        putPort(1, "9", true);
        final var last = flow("z", 1, toH2(), output("2"));
        put(flowPath(2, last), last);
        eventually(() -> assertEquals(2, tracker.state().pipelines().get(new SwitchId(2)).ruleCount()));
        eventually(() -> assertEquals(pathsBefore + 1, pathChanges.get()));
        assertEquals(topologyBefore, topologyChanges.get());
    }

    @Test
    void costsComeFromThePathsAndUnknownTypesAreRefused() {
        twoSwitches();
        final var hopcount = CostType.numerical(CostMetric.HOPCOUNT);
        final var costs = paths.snapshot().costs(hopcount, List.of(H1, H2), List.of(H1, H2));
        assertEquals(OptionalDouble.of(0), costs.cost(0, 0));
        assertEquals(OptionalDouble.of(2), costs.cost(0, 1));
        assertEquals(OptionalDouble.empty(), costs.cost(1, 0));
        assertEquals(List.of(OptionalDouble.of(2), OptionalDouble.empty()),
            paths.snapshot().costs(hopcount, List.of(PathQuery.between(H1, H2), PathQuery.between(H2, H1))));
        final var ordinal = new CostType(CostMetric.HOPCOUNT, CostMode.ORDINAL);
        assertThrows(IllegalArgumentException.class, () -> paths.snapshot().costs(ordinal, List.of(H1), List.of(H2)));
    }

    @Test
    void aSnapshotStaysAsTheNetworkWas() {
        twoSwitches();
        final var hopcount = CostType.numerical(CostMetric.HOPCOUNT);
        final var before = paths.snapshot();
        putSwitch(1);
        eventually(() -> assertEquals(OptionalDouble.empty(),
            paths.snapshot().costs(hopcount, List.of(H1), List.of(H2)).cost(0, 0)));
        assertEquals(OptionalDouble.of(2), before.costs(hopcount, List.of(H1), List.of(H2)).cost(0, 0));
        assertEquals(List.of(OptionalDouble.of(2)), before.costs(hopcount, List.of(PathQuery.between(H1, H2))));
    }
}

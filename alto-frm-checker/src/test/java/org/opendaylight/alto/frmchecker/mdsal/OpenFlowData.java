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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.WriteTransaction;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv4Prefix;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.PortNumber;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Uri;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.OutputActionCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.output.action._case.OutputActionBuilder;
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
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.MeterCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.apply.actions._case.ApplyActionsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.list.InstructionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeConnectorId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.Nodes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.node.NodeConnector;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.node.NodeConnectorBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.node.NodeConnectorKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.Node;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.NodeKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.l2.types.rev130827.EtherType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.BandId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.MeterFlags;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.MeterId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.band.type.band.type.DropBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.band.type.band.type.DscpRemarkBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.meter.MeterBandHeadersBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.meter.meter.band.headers.MeterBandHeader;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.meter.meter.band.headers.MeterBandHeaderBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.ethernet.match.fields.EthernetTypeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.EthernetMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.IpMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.Ipv4MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._4.match.TcpMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.LinkId;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.NetworkTopology;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.TopologyId;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.TpId;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.link.attributes.DestinationBuilder;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.link.attributes.SourceBuilder;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.network.topology.Topology;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.network.topology.TopologyKey;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.network.topology.topology.Link;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.network.topology.topology.LinkBuilder;
import org.opendaylight.yangtools.binding.DataObject;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.common.Uint8;

/** Writes what the OpenFlow plugin, and whoever configures it, write into the datastores. */
record OpenFlowData(DataBroker broker) {
    <T extends DataObject> void put(final LogicalDatastoreType type, final DataObjectIdentifier<T> path,
            final T data) {
        final var tx = broker.newWriteOnlyTransaction();
        tx.mergeParentStructurePut(type, path, data);
        commit(tx);
    }

    void delete(final LogicalDatastoreType type, final DataObjectIdentifier<?> path) {
        final var tx = broker.newWriteOnlyTransaction();
        tx.delete(type, path);
        commit(tx);
    }

    private static void commit(final WriteTransaction tx) {
        try {
            tx.commit().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static DataObjectIdentifier<Flow> flowPath(final int id, final Flow flow) {
        return DataObjectIdentifier.builder(Nodes.class).child(Node.class, node(id))
            .augmentation(FlowCapableNode.class).child(Table.class, new TableKey(Uint8.ZERO))
            .child(Flow.class, flow.key()).build();
    }

    private static NodeKey node(final int id) {
        return new NodeKey(new NodeId("openflow:" + id));
    }

    void putSwitch(final int id, final Flow... flows) {
        put(LogicalDatastoreType.OPERATIONAL, DataObjectIdentifier.builder(Nodes.class).child(Node.class, node(id))
            .augmentation(FlowCapableNode.class).build(), new FlowCapableNodeBuilder().setTable(BindingMap.of(
                new TableBuilder().setId(Uint8.ZERO).setFlow(Arrays.stream(flows).collect(BindingMap.toMap())).build()))
                .build());
        for (int port = 1; port <= 2; port++) {
            final var connector = new NodeConnectorId("openflow:" + id + ":" + port);
            put(LogicalDatastoreType.OPERATIONAL, DataObjectIdentifier.builder(Nodes.class).child(Node.class, node(id))
                .child(NodeConnector.class, new NodeConnectorKey(connector)).build(),
                new NodeConnectorBuilder().setId(connector).addAugmentation(new FlowCapableNodeConnectorBuilder()
                    .setState(new StateBuilder().setLinkDown(false).setBlocked(false).setLive(true).build())
                    .build()).build());
        }
    }

    void putLink(final String from, final String to) {
        final var link = new LinkBuilder().setLinkId(new LinkId(from))
            .setSource(new SourceBuilder().setSourceNode(nodeOf(from)).setSourceTp(new TpId(from)).build())
            .setDestination(new DestinationBuilder().setDestNode(nodeOf(to)).setDestTp(new TpId(to)).build()).build();
        put(LogicalDatastoreType.OPERATIONAL, DataObjectIdentifier.builder(NetworkTopology.class)
            .child(Topology.class, new TopologyKey(new TopologyId("flow:1"))).child(Link.class, link.key()).build(),
            link);
    }

    private static org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.NodeId nodeOf(
            final String port) {
        return new org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.NodeId(
            port.substring(0, port.lastIndexOf(':')));
    }

    static DataObjectIdentifier<Meter> meterPath(final int id, final Meter meter) {
        return DataObjectIdentifier.builder(Nodes.class).child(Node.class, node(id))
            .augmentation(FlowCapableNode.class).child(Meter.class, meter.key()).build();
    }

    /** Makes a meter with a band that remarks and bands that drop, at rates in kilobits per second. */
    static Meter meter(final long id, final long... dropRates) {
        final var bands = new ArrayList<MeterBandHeader>();
        bands.add(new MeterBandHeaderBuilder().setBandId(new BandId(Uint32.ZERO))
            .setBandType(new DscpRemarkBuilder().setDscpRemarkRate(Uint32.ONE).build()).build());
        for (final long rate : dropRates) {
            bands.add(new MeterBandHeaderBuilder().setBandId(new BandId(Uint32.valueOf(bands.size())))
                .setBandType(new DropBuilder().setDropRate(Uint32.valueOf(rate)).build()).build());
        }
        return new MeterBuilder().setMeterId(new MeterId(Uint32.valueOf(id)))
            .setFlags(new MeterFlags(false, true, false, false))
            .setMeterBandHeaders(new MeterBandHeadersBuilder()
                .setMeterBandHeader(bands.stream().collect(BindingMap.toMap())).build()).build();
    }

    /** Has packets of a rule pass a meter before what else it does. */
    static Flow metered(final Flow flow, final long meter) {
        final var instructions = new ArrayList<>(flow.getInstructions().nonnullInstruction().values());
        instructions.add(new InstructionBuilder().setOrder(instructions.size()).setInstruction(new MeterCaseBuilder()
            .setMeter(new org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction
                .meter._case.MeterBuilder().setMeterId(new MeterId(Uint32.valueOf(meter))).build()).build()).build());
        return new FlowBuilder(flow).setInstructions(new InstructionsBuilder()
            .setInstruction(instructions.stream().collect(BindingMap.toMap())).build()).build();
    }

    /** Makes a rule for IPv4 packets to an address; {@code tcpPort} 0 means all of them. */
    static Flow flow(final String id, final int priority, final String destination, final int tcpPort,
            final String output) {
        final var match = new MatchBuilder()
            .setEthernetMatch(new EthernetMatchBuilder().setEthernetType(new EthernetTypeBuilder()
                .setType(new EtherType(Uint32.valueOf(0x800))).build()).build())
            .setLayer3Match(new Ipv4MatchBuilder().setIpv4Destination(new Ipv4Prefix(destination + "/32")).build());
        if (tcpPort != 0) {
            match.setIpMatch(new IpMatchBuilder().setIpProtocol(Uint8.valueOf(6)).build())
                .setLayer4Match(new TcpMatchBuilder()
                    .setTcpDestinationPort(new PortNumber(Uint16.valueOf(tcpPort))).build());
        }
        final var action = new ActionBuilder().setOrder(0).setAction(new OutputActionCaseBuilder()
            .setOutputAction(new OutputActionBuilder().setOutputNodeConnector(new Uri(output))
                .setMaxLength(Uint16.MAX_VALUE).build()).build()).build();
        return new FlowBuilder().withKey(new FlowKey(new FlowId(id))).setTableId(Uint8.ZERO)
            .setPriority(Uint16.valueOf(priority)).setMatch(match.build())
            .setInstructions(new InstructionsBuilder().setInstruction(BindingMap.of(new InstructionBuilder()
                .setOrder(0).setInstruction(new ApplyActionsCaseBuilder().setApplyActions(new ApplyActionsBuilder()
                    .setAction(BindingMap.of(action)).build()).build()).build())).build()).build();
    }
}

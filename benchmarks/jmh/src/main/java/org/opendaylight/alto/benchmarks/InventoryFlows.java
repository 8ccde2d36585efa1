/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.benchmarks;

import java.util.Random;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv4Prefix;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.PortNumber;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Uri;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.OutputActionCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.output.action._case.OutputActionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.list.ActionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.Table;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.TableKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.Flow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.FlowBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.FlowKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.InstructionsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.Match;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.ApplyActionsCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.apply.actions._case.ApplyActionsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.list.InstructionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeConnectorId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.Nodes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.Node;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.NodeKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.l2.types.rev130827.EtherType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.ethernet.match.fields.EthernetTypeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.EthernetMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.IpMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.Ipv4MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._4.match.TcpMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._4.match.UdpMatchBuilder;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.common.Uint8;

/** Flows as the OpenFlow plugin writes them into the inventory, of random forms with several combinations of masks. */
final class InventoryFlows {
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int PORTS = 4;

    private final Random random;

    InventoryFlows(final Random random) {
        this.random = random;
    }

    static DataObjectIdentifier<FlowCapableNode> node(final int switchId) {
        return DataObjectIdentifier.builder(Nodes.class)
            .child(Node.class, new NodeKey(new NodeId("openflow:" + switchId))).augmentation(FlowCapableNode.class)
            .build();
    }

    static DataObjectIdentifier<Flow> flow(final int switchId, final Flow flow) {
        return DataObjectIdentifier.builder(Nodes.class)
            .child(Node.class, new NodeKey(new NodeId("openflow:" + switchId))).augmentation(FlowCapableNode.class)
            .child(Table.class, new TableKey(Uint8.ZERO)).child(Flow.class, flow.key()).build();
    }

    /** Makes a flow with a match of its own. */
    Flow next(final int switchId, final String id) {
        return withPort(new FlowBuilder().withKey(new FlowKey(new FlowId(id))).setTableId(Uint8.ZERO)
            .setPriority(Uint16.valueOf(100 + random.nextInt(1000))).setMatch(match(switchId)).build(),
            1 + random.nextInt(PORTS));
    }

    private static Flow withPort(final Flow flow, final int port) {
        final var action = new ActionBuilder().setOrder(0).setAction(new OutputActionCaseBuilder()
            .setOutputAction(new OutputActionBuilder().setOutputNodeConnector(new Uri(String.valueOf(port)))
                .setMaxLength(Uint16.MAX_VALUE).build()).build()).build();
        return new FlowBuilder(flow).setInstructions(new InstructionsBuilder().setInstruction(BindingMap.of(
            new InstructionBuilder().setOrder(0).setInstruction(new ApplyActionsCaseBuilder().setApplyActions(
                new ApplyActionsBuilder().setAction(BindingMap.of(action)).build()).build()).build())).build()).build();
    }

    private Match match(final int switchId) {
        final var match = new MatchBuilder().setEthernetMatch(new EthernetMatchBuilder().setEthernetType(
            new EthernetTypeBuilder().setType(new EtherType(Uint32.valueOf(0x800))).build()).build());
        final var addresses = new Ipv4MatchBuilder();
        switch (random.nextInt(6)) {
            case 0 -> addresses.setIpv4Source(prefix(24)).setIpv4Destination(prefix(32));
            case 1 -> addresses.setIpv4Source(prefix(32)).setIpv4Destination(prefix(24));
            case 2 -> {
                addresses.setIpv4Destination(prefix(32));
                match.setInPort(new NodeConnectorId("openflow:" + switchId + ":" + (1 + random.nextInt(PORTS))));
            }
            case 3 -> {
                addresses.setIpv4Destination(prefix(32));
                tcp(match);
            }
            case 4 -> {
                addresses.setIpv4Destination(prefix(24));
                match.setIpMatch(new IpMatchBuilder().setIpProtocol(Uint8.valueOf(UDP)).build())
                    .setLayer4Match(new UdpMatchBuilder().setUdpDestinationPort(port()).build());
            }
            default -> {
                addresses.setIpv4Source(prefix(28)).setIpv4Destination(prefix(28));
                tcp(match);
            }
        }
        return match.setLayer3Match(addresses.build()).build();
    }

    private void tcp(final MatchBuilder match) {
        match.setIpMatch(new IpMatchBuilder().setIpProtocol(Uint8.valueOf(TCP)).build())
            .setLayer4Match(new TcpMatchBuilder().setTcpDestinationPort(port()).build());
    }

    private PortNumber port() {
        return new PortNumber(Uint16.valueOf(random.nextInt(0x10000)));
    }

    private Ipv4Prefix prefix(final int length) {
        final int address = 10 << 24 | random.nextInt(1 << 24) & -1 << 32 - length;
        return new Ipv4Prefix("10." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255) + "/"
            + length);
    }
}

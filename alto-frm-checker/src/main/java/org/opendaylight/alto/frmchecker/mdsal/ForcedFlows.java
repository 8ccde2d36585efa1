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

import org.opendaylight.alto.core.net.AddressFamily;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv4Prefix;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv6Prefix;
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
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.FlowCookie;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.Instructions;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.InstructionsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.Match;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.ApplyActionsCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.apply.actions._case.ApplyActionsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.list.InstructionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.Nodes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.Node;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.NodeKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.l2.types.rev130827.EtherType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.ethernet.match.fields.EthernetTypeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.EthernetMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.Ipv4MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.Ipv6MatchBuilder;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.common.Uint8;

/** The rules of predicted paths, in the OpenFlow plugin's words. */
final class ForcedFlows {
    private static final String ID_PREFIX = "alto-path:";

    private ForcedFlows() {
        // static only
    }

    static boolean isOurs(final Flow flow) {
        return flow.getId().getValue().startsWith(ID_PREFIX);
    }

    static DataObjectIdentifier<Flow> path(final SwitchId switchId, final Uint8 table, final FlowKey key) {
        return DataObjectIdentifier.builder(Nodes.class)
            .child(Node.class, new NodeKey(new NodeId(switchId.toString())))
            .augmentation(FlowCapableNode.class)
            .child(Table.class, new TableKey(table))
            .child(Flow.class, key)
            .build();
    }

    /** Names the rules of a pair. */
    static FlowKey key(final PathQuery pair) {
        return new FlowKey(new FlowId(ID_PREFIX + pair.source() + "-" + pair.destination()));
    }

    /** Makes the rule of one switch for all packets between the addresses of a query. */
    static Flow flow(final PathQuery pair, final Hop hop, final ForceSettings settings) {
        return new FlowBuilder()
            .withKey(key(pair))
            .setTableId(settings.table())
            .setPriority(settings.priority())
            .setCookie(new FlowCookie(settings.cookie()))
            .setIdleTimeout(settings.idleTimeout())
            .setHardTimeout(settings.hardTimeout())
            .setMatch(match(pair))
            .setInstructions(output(hop.outPort().getAsLong()))
            .build();
    }

    private static Match match(final PathQuery pair) {
        final boolean isIpv4 = pair.source().family() == AddressFamily.IPV4;
        return new MatchBuilder()
            .setEthernetMatch(new EthernetMatchBuilder()
                .setEthernetType(new EthernetTypeBuilder()
                    .setType(new EtherType(Uint32.valueOf(isIpv4 ? 0x0800 : 0x86DD)))
                    .build())
                .build())
            .setLayer3Match(isIpv4
                ? new Ipv4MatchBuilder()
                    .setIpv4Source(new Ipv4Prefix(pair.source() + "/32"))
                    .setIpv4Destination(new Ipv4Prefix(pair.destination() + "/32"))
                    .build()
                : new Ipv6MatchBuilder()
                    .setIpv6Source(new Ipv6Prefix(pair.source() + "/128"))
                    .setIpv6Destination(new Ipv6Prefix(pair.destination() + "/128"))
                    .build())
            .build();
    }

    private static Instructions output(final long port) {
        return new InstructionsBuilder()
            .setInstruction(BindingMap.of(new InstructionBuilder()
                .setOrder(0)
                .setInstruction(new ApplyActionsCaseBuilder()
                    .setApplyActions(new ApplyActionsBuilder()
                        .setAction(BindingMap.of(new ActionBuilder()
                            .setOrder(0)
                            .setAction(new OutputActionCaseBuilder()
                                .setOutputAction(new OutputActionBuilder()
                                    .setOutputNodeConnector(new Uri(Long.toString(port)))
                                    .setMaxLength(Uint16.MAX_VALUE)
                                    .build())
                                .build())
                            .build()))
                        .build())
                    .build())
                .build()))
            .build();
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.hosttracker.mdsal;

import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.PortNumber;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Uri;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.OutputActionCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.output.action._case.OutputActionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.list.ActionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.AddFlowInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.AddFlowInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.RemoveFlowInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.RemoveFlowInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.FlowCookie;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.OutputPortValues;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.Instructions;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.InstructionsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.Match;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.ApplyActionsCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.apply.actions._case.ApplyActionsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.list.InstructionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeRef;
import org.opendaylight.yang.gen.v1.urn.opendaylight.l2.types.rev130827.EtherType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.ethernet.match.fields.EthernetTypeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.EthernetMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.Icmpv6MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.IpMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._4.match.UdpMatchBuilder;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.common.Uint64;
import org.opendaylight.yangtools.yang.common.Uint8;

/** The rules that send packets to the controller, in the OpenFlow plugin's words. */
final class PuntFlows {
    /** OFPCML_NO_BUFFER of OpenFlow 1.3: the whole packet, and none of it kept in the switch. */
    private static final Uint16 WHOLE_PACKET = Uint16.MAX_VALUE;

    /** What one rule sends to the controller. */
    enum Kind {
        /** To learn hosts, and to deliver it. */
        ARP(etherType(0x0806)),
        /** Without it no link is ever discovered. */
        LLDP(etherType(0x88CC)),
        /** Like a request of ARP, for IPv6. */
        NEIGHBOUR_SOLICITATION(icmpv6(135)),
        /** Like a reply of ARP, for IPv6. */
        NEIGHBOUR_ADVERTISEMENT(icmpv6(136)),
        /** What DHCP servers send to clients. */
        DHCP(udp(67, 68));

        private final Match match;

        Kind(final MatchBuilder match) {
            this.match = match.build();
        }

        private static MatchBuilder etherType(final int etherType) {
            return new MatchBuilder()
                .setEthernetMatch(new EthernetMatchBuilder()
                    .setEthernetType(new EthernetTypeBuilder()
                        .setType(new EtherType(Uint32.valueOf(etherType)))
                        .build())
                    .build());
        }

        private static MatchBuilder ip(final int etherType, final int protocol) {
            return etherType(etherType)
                .setIpMatch(new IpMatchBuilder().setIpProtocol(Uint8.valueOf(protocol)).build());
        }

        private static MatchBuilder icmpv6(final int type) {
            return ip(0x86DD, 58)
                .setIcmpv6Match(new Icmpv6MatchBuilder().setIcmpv6Type(Uint8.valueOf(type)).build());
        }

        private static MatchBuilder udp(final int from, final int to) {
            return ip(0x0800, 17)
                .setLayer4Match(new UdpMatchBuilder()
                    .setUdpSourcePort(new PortNumber(Uint16.valueOf(from)))
                    .setUdpDestinationPort(new PortNumber(Uint16.valueOf(to)))
                    .build());
        }
    }

    private PuntFlows() {
        // static methods only
    }

    static AddFlowInput add(final NodeRef node, final Kind kind, final PuntSettings settings) {
        return new AddFlowInputBuilder()
            .setNode(node)
            .setTableId(Uint8.valueOf(settings.table()))
            .setPriority(Uint16.valueOf(settings.priority()))
            .setCookie(new FlowCookie(settings.cookie()))
            .setIdleTimeout(Uint16.ZERO)
            .setHardTimeout(Uint16.ZERO)
            .setMatch(kind.match)
            .setInstructions(toController())
            .build();
    }

    /** Names the rule by its cookie too, so that one of the operator's with the same match stays. */
    static RemoveFlowInput remove(final NodeRef node, final Kind kind, final PuntSettings settings) {
        return new RemoveFlowInputBuilder()
            .setNode(node)
            .setTableId(Uint8.valueOf(settings.table()))
            .setPriority(Uint16.valueOf(settings.priority()))
            .setCookie(new FlowCookie(settings.cookie()))
            .setCookieMask(new FlowCookie(Uint64.MAX_VALUE))
            .setStrict(true)
            .setMatch(kind.match)
            .build();
    }

    private static Instructions toController() {
        return new InstructionsBuilder()
            .setInstruction(BindingMap.of(new InstructionBuilder()
                .setOrder(0)
                .setInstruction(new ApplyActionsCaseBuilder()
                    .setApplyActions(new ApplyActionsBuilder()
                        .setAction(BindingMap.of(new ActionBuilder()
                            .setOrder(0)
                            .setAction(new OutputActionCaseBuilder()
                                .setOutputAction(new OutputActionBuilder()
                                    .setOutputNodeConnector(new Uri(OutputPortValues.CONTROLLER.toString()))
                                    .setMaxLength(WHOLE_PACKET)
                                    .build())
                                .build())
                            .build()))
                        .build())
                    .build())
                .build()))
            .build();
    }
}

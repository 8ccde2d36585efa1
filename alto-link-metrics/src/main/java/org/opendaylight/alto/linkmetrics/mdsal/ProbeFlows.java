/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.mdsal;

import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.linkmetrics.probe.ProbeCodec;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Uri;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.OutputActionCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.output.action._case.OutputActionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.list.Action;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.list.ActionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.AddFlowInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.AddFlowInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.RemoveFlowInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.RemoveFlowInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.FlowCookie;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.OutputPortValues;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.InstructionsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.Match;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.ApplyActionsCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.apply.actions._case.ApplyActionsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.list.InstructionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.l2.types.rev130827.EtherType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.ethernet.match.fields.EthernetTypeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.EthernetMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.TransmitPacketInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.TransmitPacketInputBuilder;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.common.Uint64;
import org.opendaylight.yangtools.yang.common.Uint8;

/** Probes, and the rule that sends them to the controller, in the OpenFlow plugin's words. */
final class ProbeFlows {
    private static final FlowCookie COOKIE = new FlowCookie(Uint64.valueOf(0x616c_746f_6c69_6e6bL));
    /** OFPCML_NO_BUFFER of OpenFlow 1.3: the whole packet, and none of it kept in the switch. */
    private static final Uint16 WHOLE_PACKET = Uint16.MAX_VALUE;
    private static final Match MATCH = new MatchBuilder()
        .setEthernetMatch(new EthernetMatchBuilder()
            .setEthernetType(new EthernetTypeBuilder()
                .setType(new EtherType(Uint32.valueOf(ProbeCodec.ETHER_TYPE)))
                .build())
            .build())
        .build();

    private ProbeFlows() {
        // static methods only
    }

    static AddFlowInput add(final SwitchId id, final RuleSettings settings) {
        return new AddFlowInputBuilder()
            .setNode(InventoryTranslator.toNode(id))
            .setTableId(Uint8.valueOf(settings.table()))
            .setPriority(Uint16.valueOf(settings.priority()))
            .setCookie(COOKIE)
            .setIdleTimeout(Uint16.ZERO)
            .setHardTimeout(Uint16.ZERO)
            .setMatch(MATCH)
            .setInstructions(new InstructionsBuilder()
                .setInstruction(BindingMap.of(new InstructionBuilder()
                    .setOrder(0)
                    .setInstruction(new ApplyActionsCaseBuilder()
                        .setApplyActions(new ApplyActionsBuilder().setAction(BindingMap.of(toController())).build())
                        .build())
                    .build()))
                .build())
            .build();
    }

    /** Names the rule by its cookie too, so that one of the operator's with the same match stays. */
    static RemoveFlowInput remove(final SwitchId id, final RuleSettings settings) {
        return new RemoveFlowInputBuilder()
            .setNode(InventoryTranslator.toNode(id))
            .setTableId(Uint8.valueOf(settings.table()))
            .setPriority(Uint16.valueOf(settings.priority()))
            .setCookie(COOKIE)
            .setCookieMask(new FlowCookie(Uint64.MAX_VALUE))
            .setStrict(true)
            .setMatch(MATCH)
            .build();
    }

    /** Sends a frame out of a port. */
    static TransmitPacketInput outOf(final SwitchId id, final long port, final byte[] frame) {
        return new TransmitPacketInputBuilder()
            .setNode(InventoryTranslator.toNode(id))
            .setEgress(InventoryTranslator.toConnector(id, Long.toString(port)))
            .setPayload(frame)
            .build();
    }

    /** Sends a frame to a switch and straight back. */
    static TransmitPacketInput back(final SwitchId id, final byte[] frame) {
        return new TransmitPacketInputBuilder()
            .setNode(InventoryTranslator.toNode(id))
            .setEgress(InventoryTranslator.toConnector(id, OutputPortValues.CONTROLLER.toString()))
            .setAction(BindingMap.of(toController()))
            .setPayload(frame)
            .build();
    }

    private static Action toController() {
        return new ActionBuilder()
            .setOrder(0)
            .setAction(new OutputActionCaseBuilder()
                .setOutputAction(new OutputActionBuilder()
                    .setOutputNodeConnector(new Uri(OutputPortValues.CONTROLLER.toString()))
                    .setMaxLength(WHOLE_PACKET)
                    .build())
                .build())
            .build();
    }
}

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
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.MacAddress;
import org.opendaylight.alto.frmchecker.flow.Action;
import org.opendaylight.alto.frmchecker.flow.Field;
import org.opendaylight.alto.frmchecker.flow.ReservedPort;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.ControllerActionCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.CopyTtlInCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.CopyTtlOutCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.DecMplsTtlCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.DecNwTtlCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.DropActionCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.FloodActionCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.FloodAllActionCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.GroupActionCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.OutputActionCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.PopMplsActionCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.PopPbbActionCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.PopVlanActionCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.PushMplsActionCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.PushPbbActionCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.PushVlanActionCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.SetDlDstActionCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.SetDlSrcActionCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.SetFieldCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.SetMplsTtlActionCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.SetNwTtlActionCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.SetQueueActionCase;
import org.opendaylight.yangtools.yang.common.Uint16;

/** Translates actions. What cannot be expressed becomes {@link Action.Unsupported}. */
final class ActionTranslator {
    private static final int MPLS_UNICAST = 0x8847;

    private ActionTranslator() {
        // static only
    }

    static List<Action> translate(final Collection<? extends org.opendaylight.yang.gen.v1.urn.opendaylight.action.types
            .rev131112.action.list.Action> actions) {
        return actions.stream()
            .sorted(Comparator.comparingInt(action -> action.getOrder() == null ? 0 : action.getOrder()))
            .flatMap(action -> translate(action.getAction()).stream())
            .toList();
    }

    private static List<Action> translate(final org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112
            .action.@Nullable Action action) {
        return switch (action) {
            case null -> List.of(new Action.Unsupported("an empty action"));
            case OutputActionCase output -> {
                final var connector = output.getOutputAction() == null ? null
                    : output.getOutputAction().getOutputNodeConnector();
                yield List.of(connector == null ? new Action.Unsupported("output without a port")
                    : output(connector.getValue()));
            }
            case ControllerActionCase controller -> List.of(new Action.OutputReserved(ReservedPort.CONTROLLER));
            case FloodActionCase flood -> List.of(new Action.OutputReserved(ReservedPort.FLOOD));
            case FloodAllActionCase all -> List.of(new Action.OutputReserved(ReservedPort.ALL));
            case GroupActionCase group -> {
                final var id = group.getGroupAction() == null ? null : group.getGroupAction().getGroupId();
                yield List.of(id == null ? new Action.Unsupported("group without a number")
                    : new Action.ToGroup(id.toJava()));
            }
            case SetFieldCase set -> setFields(set);
            case SetDlDstActionCase set when set.getSetDlDstAction() != null
                && set.getSetDlDstAction().getAddress() != null ->
                List.of(mac(Field.ETH_DST, set.getSetDlDstAction().getAddress().getValue()));
            case SetDlSrcActionCase set when set.getSetDlSrcAction() != null
                && set.getSetDlSrcAction().getAddress() != null ->
                List.of(mac(Field.ETH_SRC, set.getSetDlSrcAction().getAddress().getValue()));
            case PushVlanActionCase push -> List.of(new Action.PushVlan());
            case PopVlanActionCase pop -> List.of(new Action.PopVlan());
            // OpenFlow 1.3 has no drop action; it stands for the absence of an output
            case DropActionCase drop -> List.of(new Action.Transparent("drop"));
            case PushMplsActionCase push -> List.of(new Action.PushMpls(
                etherType(push.getPushMplsAction() == null ? null : push.getPushMplsAction().getEthernetType(),
                    MPLS_UNICAST)));
            case PopMplsActionCase pop when pop.getPopMplsAction() != null
                && pop.getPopMplsAction().getEthernetType() != null ->
                List.of(new Action.PopMpls(pop.getPopMplsAction().getEthernetType().toJava()));
            case PushPbbActionCase push -> List.of(new Action.PushPbb());
            case PopPbbActionCase pop -> List.of(new Action.PopPbb());
            case DecNwTtlCase ttl -> List.of(new Action.DecNwTtl());
            case SetNwTtlActionCase set when set.getSetNwTtlAction() != null
                && set.getSetNwTtlAction().getNwTtl() != null ->
                List.of(new Action.SetNwTtl(set.getSetNwTtlAction().getNwTtl().toJava()));
            case DecMplsTtlCase ttl -> List.of(new Action.DecMplsTtl());
            case SetMplsTtlActionCase set when set.getSetMplsTtlAction() != null
                && set.getSetMplsTtlAction().getMplsTtl() != null ->
                List.of(new Action.SetMplsTtl(set.getSetMplsTtlAction().getMplsTtl().toJava()));
            case CopyTtlOutCase copy -> List.of(new Action.CopyTtlOut());
            case CopyTtlInCase copy -> List.of(new Action.CopyTtlIn());
            case SetQueueActionCase queue -> List.of(new Action.Transparent("set_queue"));
            default -> List.of(new Action.Unsupported(name(action.implementedInterface())));
        };
    }

    private static int etherType(final @Nullable Uint16 value, final int otherwise) {
        return value == null ? otherwise : value.toJava();
    }

    private static Action output(final String text) {
        final var number = PortNames.number(text);
        if (number.isEmpty()) {
            return new Action.Unsupported("output:" + text);
        }
        return PortNames.reserved(number.getAsLong()).<Action>map(Action.OutputReserved::new)
            .orElseGet(() -> PortNames.isPhysical(number.getAsLong()) ? new Action.Output(number.getAsLong())
                : new Action.Unsupported("output:" + text));
    }

    private static List<Action> setFields(final SetFieldCase set) {
        final var actions = new ArrayList<Action>();
        try {
            final var fields = new MatchTranslator(set.getSetField());
            fields.fields().forEach(value -> actions.add(value.field() == Field.VLAN_VID
                // setting the VLAN id leaves the tag where it is
                ? new Action.SetField(Field.VLAN_VID, 0, value.low() & 0xFFF | Field.VLAN_PRESENT)
                : value.toSetField()));
            fields.unsupported().forEach(text -> actions.add(new Action.Unsupported("set_field:" + text)));
        } catch (IllegalArgumentException e) {
            actions.add(new Action.Unsupported("set_field: " + e.getMessage()));
        }
        return actions.isEmpty() ? List.of(new Action.Unsupported("set_field of nothing")) : actions;
    }

    private static Action mac(final Field field, final String address) {
        return new Action.SetField(field, 0, MacAddress.parse(address).value());
    }

    /** Makes {@code push_mpls} of {@code PushMplsActionCase}. */
    private static String name(final Class<?> type) {
        return type.getSimpleName().replaceFirst("(Action)?Case$", "").replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
            .toLowerCase(Locale.ROOT);
    }
}

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

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.frmchecker.flow.SwitchPipeline;
import org.opendaylight.mdsal.binding.api.DataObjectModification;
import org.opendaylight.mdsal.binding.api.DataObjectModification.ModificationType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.meters.Meter;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.Table;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.Flow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.group.types.rev131018.groups.Group;
import org.opendaylight.yangtools.binding.DataObject;

/**
 * Takes a change of a switch's inventory up into its pipeline. What costs nothing: counters. The plugin writes each
 * rule again with its counters every few seconds, so most changes are of them, and they are told by a comparison.
 */
final class ForwardingChange {
    private ForwardingChange() {
        // static only
    }

    /** Tells whether rules, groups or meters changed, or the whole switch. */
    static boolean isIn(final DataObjectModification<FlowCapableNode> node) {
        return node.modificationType() != ModificationType.SUBTREE_MODIFIED
            || node.getModifiedChildren(Table.class).stream().anyMatch(ForwardingChange::isInTable)
            || node.getModifiedChildren(Group.class).stream().anyMatch(ForwardingChange::isInGroup)
            || metersChanged(node);
    }

    private static boolean isInTable(final DataObjectModification<Table> table) {
        return table.modificationType() != ModificationType.SUBTREE_MODIFIED
            || table.getModifiedChildren(Flow.class).stream().anyMatch(ForwardingChange::isInFlow);
    }

    private static boolean isInFlow(final DataObjectModification<Flow> flow) {
        return !sameFlow(flow.dataBefore(), flow.dataAfter());
    }

    private static boolean sameFlow(final @Nullable Flow before, final @Nullable Flow after) {
        return before != null && after != null && Objects.equals(before.getPriority(), after.getPriority())
            && Objects.equals(before.getMatch(), after.getMatch())
            && Objects.equals(before.getInstructions(), after.getInstructions())
            && Objects.equals(before.getCookie(), after.getCookie());
    }

    private static boolean isInGroup(final DataObjectModification<Group> group) {
        final var before = group.dataBefore();
        final var after = group.dataAfter();
        return before == null || after == null || before.getGroupType() != after.getGroupType()
            || !Objects.equals(before.getBuckets(), after.getBuckets());
    }

    private static boolean metersChanged(final DataObjectModification<FlowCapableNode> node) {
        return node.getModifiedChildren(Meter.class).stream().anyMatch(meter -> {
            final var before = meter.dataBefore();
            final var after = meter.dataAfter();
            return before == null || after == null || !Objects.equals(before.getFlags(), after.getFlags())
                || !Objects.equals(before.getMeterBandHeaders(), after.getMeterBandHeaders());
        });
    }

    /**
     * Takes up what changed below a switch that stays.
     *
     * @param pipeline the pipeline before
     * @param node a change of type {@code SUBTREE_MODIFIED}
     * @return the pipeline after; the same one if no rule, group or meter changed
     */
    static SwitchPipeline apply(final SwitchPipeline pipeline, final DataObjectModification<FlowCapableNode> node) {
        var changed = pipeline;
        for (final var table : node.getModifiedChildren(Table.class)) {
            final int tableId = present(table).key().getId().toJava();
            changed = table.modificationType() == ModificationType.SUBTREE_MODIFIED
                ? applyFlows(changed, tableId, table.getModifiedChildren(Flow.class))
                : changed.withTable(tableId, table.dataAfter() == null ? List.of()
                    : OpenFlowTranslator.toRules(table.dataAfter()));
        }
        for (final var group : node.getModifiedChildren(Group.class)) {
            if (isInGroup(group)) {
                final var after = group.dataAfter();
                changed = after == null
                    ? changed.withoutGroup(present(group).key().getGroupId().getValue().toJava())
                    : changed.with(OpenFlowTranslator.toGroup(after));
            }
        }
        return metersChanged(node) ? changed.withMeters(OpenFlowTranslator.toMeters(requireNonNull(node.dataAfter())))
            : changed;
    }

    private static <T extends DataObject> T present(final DataObjectModification<T> entry) {
        final var after = entry.dataAfter();
        return after != null ? after : requireNonNull(entry.dataBefore());
    }

    private static SwitchPipeline applyFlows(final SwitchPipeline pipeline, final int tableId,
            final Collection<DataObjectModification<Flow>> flows) {
        var changed = pipeline;
        for (final var flow : flows) {
            if (isInFlow(flow)) {
                final var before = flow.dataBefore();
                if (before != null) {
                    changed = changed.without(OpenFlowTranslator.toRule(tableId, before));
                }
                final var after = flow.dataAfter();
                if (after != null) {
                    changed = changed.with(OpenFlowTranslator.toRule(tableId, after));
                }
            }
        }
        return changed;
    }
}

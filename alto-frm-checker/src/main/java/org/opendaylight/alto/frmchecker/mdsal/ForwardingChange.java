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

import java.util.List;
import java.util.Objects;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.frmchecker.flow.Rule;
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
 * table and rule again with its counters every few seconds, so most changes are of them, and they are told by a
 * comparison.
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
        return !isThereStill(table)
            || table.getModifiedChildren(Flow.class).stream().anyMatch(ForwardingChange::isInFlow);
    }

    /** Tells whether a table was there before and is there now, even if it was written anew. */
    private static boolean isThereStill(final DataObjectModification<Table> table) {
        return table.dataBefore() != null && table.dataAfter() != null;
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
     * @param polled the rules that are kept in the pipeline although they are missing
     * @return the pipeline after; the same one if no rule, group or meter changed
     */
    static SwitchPipeline apply(final SwitchPipeline pipeline, final DataObjectModification<FlowCapableNode> node,
            final PolledRules polled) {
        var changed = pipeline;
        for (final var table : node.getModifiedChildren(Table.class)) {
            changed = isThereStill(table) ? applyFlows(changed, table, polled) : applyTable(changed, table);
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

    private static SwitchPipeline applyTable(final SwitchPipeline pipeline, final DataObjectModification<Table> table) {
        final var after = table.dataAfter();
        return pipeline.withTable(present(table).key().getId().toJava(),
            after == null ? List.of() : OpenFlowTranslator.toRules(after));
    }

    private static SwitchPipeline applyFlows(final SwitchPipeline pipeline, final DataObjectModification<Table> table,
            final PolledRules polled) {
        final int tableId = present(table).key().getId().toJava();
        // only who reads all rules writes a whole table
        final boolean mayComeBack = polled.isReading() && table.modificationType() == ModificationType.WRITE;
        var changed = pipeline;
        for (final var flow : table.getModifiedChildren(Flow.class)) {
            if (isInFlow(flow)) {
                final var before = flow.dataBefore();
                final var after = flow.dataAfter();
                if (before != null && after == null && mayComeBack) {
                    polled.keep(OpenFlowTranslator.toRule(tableId, before));
                    continue;
                }
                if (before != null) {
                    changed = changed.without(OpenFlowTranslator.toRule(tableId, before));
                }
                if (after != null) {
                    changed = with(changed, OpenFlowTranslator.toRule(tableId, after), polled);
                }
            }
        }
        return changed;
    }

    private static SwitchPipeline with(final SwitchPipeline pipeline, final Rule rule, final PolledRules polled) {
        final var kept = polled.take(rule);
        if (kept.isEmpty()) {
            return pipeline.with(rule);
        }
        return kept.orElseThrow().equals(rule) ? pipeline : pipeline.without(kept.orElseThrow()).with(rule);
    }

    /** Removes the rules that were missing and did not come back. */
    static SwitchPipeline withoutMissing(final SwitchPipeline pipeline, final PolledRules polled) {
        var changed = pipeline;
        for (final var rule : polled.takeAll()) {
            changed = changed.without(rule);
        }
        return changed;
    }
}

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

import java.util.Objects;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.mdsal.binding.api.DataObjectModification;
import org.opendaylight.mdsal.binding.api.DataObjectModification.ModificationType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.Table;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.Flow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.group.types.rev131018.groups.Group;

/**
 * Tells changes of rules and groups from changes of their counters. The plugin writes each rule again with its counters
 * every few seconds, so most changes are of the second kind.
 */
final class ForwardingChange {
    private ForwardingChange() {
        // static only
    }

    static boolean isIn(final DataObjectModification<FlowCapableNode> node) {
        return node.modificationType() != ModificationType.SUBTREE_MODIFIED
            || node.getModifiedChildren(Table.class).stream().anyMatch(ForwardingChange::isInTable)
            || node.getModifiedChildren(Group.class).stream().anyMatch(ForwardingChange::isInGroup);
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
}

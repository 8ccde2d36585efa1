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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.opendaylight.alto.frmchecker.flow.Rule;
import org.opendaylight.mdsal.binding.api.DataObjectModification;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableStatisticsGatheringStatus;

/**
 * The rules of one switch that are not in the datastore while the OpenFlow plugin reads the switch's rules, but may be
 * in the switch. When the plugin begins to read, it empties all tables and then writes the rules as they come, in one
 * transaction; but it commits that half-done when a port changes meanwhile, or when it begins to read again before it
 * has read all, as it does when it is busy. So a rule that is missing is kept until the plugin says that it has read
 * all. For one thread.
 */
final class PolledRules {
    /** How often the plugin began to read and did not say that it has ended. */
    private int begun;
    private final Map<Place, Rule> kept = new HashMap<>();

    /** A rule of a table. */
    private record Place(int tableId, String flowId) {
    }

    /**
     * Takes up what the plugin says of its reading.
     *
     * @param status the change of the marks that it leaves in the datastore
     * @return whether it has read all
     */
    boolean mark(final DataObjectModification<FlowCapableStatisticsGatheringStatus> status) {
        final var before = Optional.ofNullable(status.dataBefore());
        final var after = Optional.ofNullable(status.dataAfter());
        if (isNew(before.map(FlowCapableStatisticsGatheringStatus::getSnapshotGatheringStatusStart),
                after.map(FlowCapableStatisticsGatheringStatus::getSnapshotGatheringStatusStart))) {
            begun++;
        }
        final boolean hasEnded =
            isNew(before.map(FlowCapableStatisticsGatheringStatus::getSnapshotGatheringStatusEnd),
                after.map(FlowCapableStatisticsGatheringStatus::getSnapshotGatheringStatusEnd));
        if (hasEnded) {
            begun = Math.max(0, begun - 1);
        }
        return hasEnded;
    }

    private static boolean isNew(final Optional<?> before, final Optional<?> after) {
        return after.isPresent() && !Objects.equals(before, after);
    }

    /** Tells whether rules that are missing may come back. */
    boolean isReading() {
        return begun > 0;
    }

    /** Keeps a rule that is missing now. */
    void keep(final Rule rule) {
        kept.put(new Place(rule.tableId(), rule.flowId()), rule);
    }

    /** Returns the rule that was kept in place of one that is there again, and keeps it no more. */
    Optional<Rule> take(final Rule rule) {
        return Optional.ofNullable(kept.remove(new Place(rule.tableId(), rule.flowId())));
    }

    /** Returns the rules that were kept, and keeps none any more. */
    List<Rule> takeAll() {
        final var all = List.copyOf(kept.values());
        kept.clear();
        return all;
    }
}

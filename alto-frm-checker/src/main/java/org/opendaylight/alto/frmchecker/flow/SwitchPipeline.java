/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.flow;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.opendaylight.alto.core.net.SwitchId;

/**
 * All that decides what a switch does with a packet: its tables, groups and live ports, at one moment. Immutable.
 *
 * @param switchId the switch
 * @param tables the tables that have rules, by number
 * @param groups the groups, by number
 * @param livePorts numbers of the physical ports that are up
 */
public record SwitchPipeline(SwitchId switchId, SortedMap<Integer, FlowTable> tables, SortedMap<Long, Group> groups,
        SortedSet<Long> livePorts) {
    public SwitchPipeline {
        tables = ImmutableSortedMap.copyOf(tables);
        groups = ImmutableSortedMap.copyOf(groups);
        livePorts = ImmutableSortedSet.copyOf(livePorts);
    }

    /**
     * Makes a pipeline.
     *
     * @param switchId the switch
     * @param rules the rules of all tables, in any order
     * @param groups the groups
     * @param livePorts numbers of the physical ports that are up
     * @return the pipeline
     */
    public static SwitchPipeline of(final SwitchId switchId, final Collection<Rule> rules,
            final Collection<Group> groups, final Collection<Long> livePorts) {
        final var byTable = new TreeMap<Integer, List<Rule>>();
        rules.forEach(rule -> byTable.computeIfAbsent(rule.tableId(), id -> new ArrayList<>()).add(rule));
        final var tables = new TreeMap<Integer, FlowTable>();
        byTable.forEach((id, of) -> tables.put(id, FlowTable.of(of)));
        final Map<Long, Group> byId = new TreeMap<>();
        groups.forEach(group -> byId.put(group.id(), group));
        return new SwitchPipeline(switchId, tables, ImmutableSortedMap.copyOf(byId),
            ImmutableSortedSet.copyOf(livePorts));
    }

    /**
     * Returns this pipeline with other ports.
     *
     * @param ports numbers of the physical ports that are up
     * @return the pipeline
     */
    public SwitchPipeline withLivePorts(final Collection<Long> ports) {
        return new SwitchPipeline(switchId, tables, groups, ImmutableSortedSet.copyOf(ports));
    }

    /**
     * Tells what the switch does with some packets. The answers do not overlap, except where a group chooses; together
     * they are all the packets, if there are fewer of them than {@code maxAnswers}.
     *
     * @param packets the packets, as they were sent by the source
     * @param header their header as they come in, narrowed by {@code packets}
     * @param maxAnswers how many answers to give at most, at least 1
     * @return an answer for each class of packets, in the order of the rules
     */
    public List<Lookup> lookup(final PacketSet packets, final Header header, final int maxAnswers) {
        return new PipelineWalk(this, maxAnswers).lookup(packets, header);
    }

    /**
     * Counts the rules.
     *
     * @return number of rules in all tables
     */
    public int ruleCount() {
        return tables.values().stream().mapToInt(table -> table.rules().size()).sum();
    }

    boolean isLive(final Group.Bucket bucket, final int depth) {
        if (bucket.watchPort().isEmpty() && bucket.watchGroup().isEmpty()) {
            return true;
        }
        if (bucket.watchPort().isPresent() && livePorts.contains(bucket.watchPort().getAsLong())) {
            return true;
        }
        if (bucket.watchGroup().isEmpty() || depth >= PipelineWalk.MAX_GROUP_DEPTH) {
            return false;
        }
        final var watched = groups.get(bucket.watchGroup().getAsLong());
        return watched != null && watched.buckets().stream().anyMatch(other -> isLive(other, depth + 1));
    }
}

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
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.path.MeterRef;

/**
 * All that decides what a switch does with a packet: its tables, groups, meters and live ports, at one moment.
 * Immutable; a changed pipeline shares with the old one what did not change.
 */
public final class SwitchPipeline {
    private final SwitchId switchId;
    /** By table number; those without rules may be missing. */
    private final FlowTable[] tables;
    private final ImmutableSortedMap<Long, Group> groups;
    private final ImmutableSortedMap<Long, MeterRef> meters;
    private final ImmutableSortedSet<Long> livePorts;

    private SwitchPipeline(final SwitchId switchId, final FlowTable[] tables,
            final ImmutableSortedMap<Long, Group> groups, final ImmutableSortedMap<Long, MeterRef> meters,
            final ImmutableSortedSet<Long> livePorts) {
        this.switchId = switchId;
        this.tables = tables;
        this.groups = groups;
        this.meters = meters;
        this.livePorts = livePorts;
    }

    /**
     * Makes a pipeline without meters.
     *
     * @param switchId the switch
     * @param rules the rules of all tables, in any order; a flow id is there once in a table
     * @param groups the groups
     * @param livePorts numbers of the physical ports that are up
     * @return the pipeline
     */
    public static SwitchPipeline of(final SwitchId switchId, final Collection<Rule> rules,
            final Collection<Group> groups, final Collection<Long> livePorts) {
        final var byTable = rules.stream().collect(Collectors.groupingBy(Rule::tableId));
        final int highest = byTable.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
        final var tables = new FlowTable[highest + 1];
        Arrays.setAll(tables, id -> FlowTable.of(byTable.getOrDefault(id, List.of())));
        final Map<Long, Group> byId = new TreeMap<>();
        groups.forEach(group -> byId.put(group.id(), group));
        return new SwitchPipeline(switchId, tables, ImmutableSortedMap.copyOf(byId), ImmutableSortedMap.of(),
            ImmutableSortedSet.copyOf(livePorts));
    }

    /**
     * Returns which switch it is.
     *
     * @return its id
     */
    public SwitchId switchId() {
        return switchId;
    }

    /**
     * Returns a table.
     *
     * @param tableId its number
     * @return the table; empty if the switch has no rules in it
     */
    public FlowTable table(final int tableId) {
        return tableId < tables.length ? tables[tableId] : FlowTable.EMPTY;
    }

    /**
     * Returns all rules.
     *
     * @return the rules of all tables, in any order within a table
     */
    public List<Rule> rules() {
        return Arrays.stream(tables).flatMap(table -> table.rules().stream()).toList();
    }

    /**
     * Returns the groups.
     *
     * @return the groups, by number
     */
    public SortedMap<Long, Group> groups() {
        return groups;
    }

    /**
     * Returns the meters.
     *
     * @return the meters, by number
     */
    public SortedMap<Long, MeterRef> meters() {
        return meters;
    }

    /**
     * Returns the ports that packets can pass.
     *
     * @return numbers of the physical ports that are up
     */
    public SortedSet<Long> livePorts() {
        return livePorts;
    }

    /**
     * Returns this pipeline with other ports.
     *
     * @param ports numbers of the physical ports that are up
     * @return the pipeline
     */
    public SwitchPipeline withLivePorts(final Collection<Long> ports) {
        return new SwitchPipeline(switchId, tables, groups, meters, ImmutableSortedSet.copyOf(ports));
    }

    /**
     * Returns this pipeline with other meters.
     *
     * @param all the meters, each once
     * @return the pipeline
     */
    public SwitchPipeline withMeters(final Collection<MeterRef> all) {
        return new SwitchPipeline(switchId, tables, groups,
            all.stream().collect(ImmutableSortedMap.toImmutableSortedMap(Comparator.naturalOrder(), MeterRef::id,
                meter -> meter)), livePorts);
    }

    /**
     * Returns this pipeline with a rule more.
     *
     * @param rule a rule with a flow id that its table does not have
     * @return the pipeline
     */
    public SwitchPipeline with(final Rule rule) {
        return withTable(rule.tableId(), table(rule.tableId()).with(rule));
    }

    /**
     * Returns this pipeline with a group, in place of the one with its number if there is one.
     *
     * @param group a group
     * @return the pipeline
     */
    public SwitchPipeline with(final Group group) {
        final var changed = new TreeMap<>(groups);
        changed.put(group.id(), group);
        return new SwitchPipeline(switchId, tables, ImmutableSortedMap.copyOf(changed), meters, livePorts);
    }

    /**
     * Returns this pipeline without a rule.
     *
     * @param rule a rule, of which table, flow id, priority and match count
     * @return the pipeline; this one if it does not have the rule
     */
    public SwitchPipeline without(final Rule rule) {
        final var before = table(rule.tableId());
        final var after = before.without(rule);
        return after == before ? this : withTable(rule.tableId(), after);
    }

    /**
     * Returns this pipeline with all rules of a table exchanged.
     *
     * @param tableId number of the table
     * @param rules its rules; a flow id is there once
     * @return the pipeline
     */
    public SwitchPipeline withTable(final int tableId, final Collection<Rule> rules) {
        return withTable(tableId, FlowTable.of(rules));
    }

    private SwitchPipeline withTable(final int tableId, final FlowTable table) {
        final var changed = Arrays.copyOf(tables, Math.max(tables.length, tableId + 1));
        Arrays.fill(changed, tables.length, changed.length, FlowTable.EMPTY);
        changed[tableId] = table;
        return new SwitchPipeline(switchId, changed, groups, meters, livePorts);
    }

    /**
     * Returns this pipeline without a group.
     *
     * @param groupId a number
     * @return the pipeline
     */
    public SwitchPipeline withoutGroup(final long groupId) {
        final var changed = new TreeMap<>(groups);
        changed.remove(groupId);
        return new SwitchPipeline(switchId, tables, ImmutableSortedMap.copyOf(changed), meters, livePorts);
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
        return new PipelineWalk(this, maxAnswers, null).lookup(packets, header);
    }

    /**
     * Tells what the switch does with some packets, and on what that depends.
     *
     * @param packets the packets, as they were sent by the source
     * @param header their header as they come in, narrowed by {@code packets}
     * @param maxAnswers how many answers to give at most, at least 1
     * @param asked takes up the bits of {@code header} on which the answers depend; tags and headers that are pushed or
     *     popped on the way are not taken account of
     * @return an answer for each class of packets, in the order of the rules
     */
    public List<Lookup> lookup(final PacketSet packets, final Header header, final int maxAnswers,
            final AskedBits asked) {
        return new PipelineWalk(this, maxAnswers, asked).lookup(packets, header);
    }

    /**
     * Finds the port by which packets leave, if this switch does nothing else with them: in each table that they pass
     * the rules that are for some of them all do the same, and in the last one that is only to send them out. Much
     * faster than {@link #lookup}.
     *
     * @param headers the packets as they arrive
     * @param asked takes up the bits of {@code headers} on which the result depends; may be null
     * @return number of a port, another one than that by which they came, maybe a port that the switch does not have;
     *     0 if it is not as simple as that
     */
    public long onlyOutput(final Cube headers, final @Nullable AskedBits asked) {
        int tableId = 0;
        while (true) {
            final var common = table(tableId).common(headers, asked);
            if (common.isEmpty()) {
                return 0;
            }
            final var instructions = common.orElseThrow();
            if (instructions.goToTable().isEmpty()) {
                final long port = instructions.onlyOutput();
                return port == headers.value(Field.IN_PORT) ? 0 : port;
            }
            final int next = instructions.goToTable().getAsInt();
            if (!instructions.onlyJumps() || next <= tableId) {
                return 0;
            }
            tableId = next;
        }
    }

    /**
     * Counts the rules.
     *
     * @return number of rules in all tables
     */
    public int ruleCount() {
        return Arrays.stream(tables).mapToInt(FlowTable::size).sum();
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

    /** Compares all rules, groups and meters, in a time that grows with their number where they are not shared. */
    @Override
    public boolean equals(final @Nullable Object obj) {
        if (this == obj) {
            return true;
        }
        if (!(obj instanceof SwitchPipeline other) || !switchId.equals(other.switchId) || !groups.equals(other.groups)
            || !meters.equals(other.meters) || !livePorts.equals(other.livePorts)) {
            return false;
        }
        return IntStream.range(0, Math.max(tables.length, other.tables.length))
            .allMatch(id -> table(id).equals(other.table(id)));
    }

    @Override
    public int hashCode() {
        return Objects.hash(switchId, groups, meters, livePorts, ruleCount());
    }

    @Override
    public String toString() {
        return switchId + " with " + ruleCount() + " rules, " + groups.size() + " groups, " + meters.size()
            + " meters, live ports " + livePorts;
    }
}

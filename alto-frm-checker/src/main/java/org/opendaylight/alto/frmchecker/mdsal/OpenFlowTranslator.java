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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.path.MeterRef;
import org.opendaylight.alto.frmchecker.flow.Action;
import org.opendaylight.alto.frmchecker.flow.Group;
import org.opendaylight.alto.frmchecker.flow.Instructions;
import org.opendaylight.alto.frmchecker.flow.Match;
import org.opendaylight.alto.frmchecker.flow.Rule;
import org.opendaylight.alto.frmchecker.flow.SwitchPipeline;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNodeConnector;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.meters.Meter;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.Table;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.Flow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.ApplyActionsCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.ClearActionsCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.GoToTableCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.MeterCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.WriteActionsCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.WriteMetadataCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.list.Instruction;
import org.opendaylight.yang.gen.v1.urn.opendaylight.group.types.rev131018.GroupTypes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.group.types.rev131018.group.buckets.Bucket;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.band.type.band.type.Drop;
import org.opendaylight.yangtools.yang.common.Uint32;

/**
 * Translates the inventory of the OpenFlow plugin. Takes every value that the model allows: what the result cannot
 * express, it names.
 */
public final class OpenFlowTranslator {
    /** OpenFlow's words for "no port" and "no group" (OFPP_ANY, OFPG_ANY). */
    private static final long NONE = 0xFFFF_FFFFL;

    private static final long BYTES_PER_KILOBIT = 125;

    private OpenFlowTranslator() {
        // static only
    }

    /**
     * Translates the tables, groups and meters of a switch.
     *
     * @param switchId the switch
     * @param node its inventory
     * @param livePorts numbers of the physical ports that are up
     * @return the pipeline
     */
    public static SwitchPipeline toPipeline(final SwitchId switchId, final FlowCapableNode node,
            final Collection<Long> livePorts) {
        final var rules = node.nonnullTable().values().stream().flatMap(table -> toRules(table).stream()).toList();
        final var groups = node.nonnullGroup().values().stream().map(OpenFlowTranslator::toGroup).toList();
        return SwitchPipeline.of(switchId, rules, groups, livePorts).withMeters(toMeters(node));
    }

    /**
     * Tells whether a port lets packets pass.
     *
     * @param connector the port
     * @return false if its link is down or it was switched off
     */
    public static boolean isUp(final FlowCapableNodeConnector connector) {
        final var configuration = connector.getConfiguration();
        final var state = connector.getState();
        return (configuration == null || !configuration.getPORTDOWN())
            && (state == null || !Boolean.TRUE.equals(state.getLinkDown()));
    }

    /** Translates a table. */
    static List<Rule> toRules(final Table table) {
        return table.nonnullFlow().values().stream().map(flow -> toRule(table.getId().toJava(), flow)).toList();
    }

    /** Translates a rule. */
    static Rule toRule(final int tableId, final Flow flow) {
        final var match = Match.builder();
        final var unsupported = new ArrayList<String>();
        try {
            final var translated = new MatchTranslator(flow.getMatch());
            translated.fields().forEach(value -> value.addTo(match));
            unsupported.addAll(translated.unsupported());
        } catch (IllegalArgumentException e) {
            unsupported.add(String.valueOf(e.getMessage()));
        }
        // the specification's defaults: priority 0x8000, cookie 0
        return new Rule(tableId, flow.getPriority() == null ? 0x8000 : flow.getPriority().toJava(),
            flow.getId().getValue(), flow.getCookie() == null ? 0 : flow.getCookie().getValue().longValue(),
            match.build(), unsupported.isEmpty() ? Optional.empty() : Optional.of(String.join(",", unsupported)),
            toInstructions(flow));
    }

    private static Instructions toInstructions(final Flow flow) {
        final var collected = new Collected();
        if (flow.getInstructions() != null) {
            flow.getInstructions().nonnullInstruction().values().stream()
                .sorted(Comparator.comparingInt(instruction ->
                    instruction.getOrder() == null ? 0 : instruction.getOrder()))
                .forEach(collected::add);
        }
        return collected.toInstructions();
    }

    /** The instructions of a rule; there is at most one of each type. */
    private static final class Collected {
        private final List<String> unsupported = new ArrayList<>();
        private final List<Action> apply = new ArrayList<>();
        private final List<Action> write = new ArrayList<>();
        private boolean clear;
        private long metadata;
        private long metadataMask;
        private OptionalInt goToTable = OptionalInt.empty();
        private OptionalLong meter = OptionalLong.empty();

        void add(final Instruction entry) {
            switch (entry.getInstruction()) {
                case null -> unsupported.add("an empty instruction");
                case ApplyActionsCase applied -> {
                    if (applied.getApplyActions() != null) {
                        apply.addAll(ActionTranslator.translate(applied.getApplyActions().nonnullAction().values()));
                    }
                }
                case WriteActionsCase written -> {
                    if (written.getWriteActions() != null) {
                        write.addAll(ActionTranslator.translate(written.getWriteActions().nonnullAction().values()));
                    }
                }
                case ClearActionsCase cleared -> clear = true;
                case WriteMetadataCase written -> {
                    final var data = written.getWriteMetadata();
                    if (data != null && data.getMetadata() != null) {
                        metadata = data.getMetadata().longValue();
                        metadataMask = data.getMetadataMask() == null ? -1L : data.getMetadataMask().longValue();
                    }
                }
                case GoToTableCase jump -> {
                    if (jump.getGoToTable() == null || jump.getGoToTable().getTableId() == null) {
                        unsupported.add("goto_table without a table");
                    } else {
                        goToTable = OptionalInt.of(jump.getGoToTable().getTableId().toJava());
                    }
                }
                case MeterCase named -> {
                    if (named.getMeter() == null || named.getMeter().getMeterId() == null) {
                        unsupported.add("meter without a number");
                    } else {
                        meter = OptionalLong.of(named.getMeter().getMeterId().getValue().toJava());
                    }
                }
                default -> unsupported.add(entry.getInstruction().implementedInterface().getSimpleName());
            }
        }

        Instructions toInstructions() {
            return new Instructions(unsupported, apply, clear, write, metadata, metadataMask, goToTable, meter);
        }
    }

    /** Translates a group. */
    static Group toGroup(final org.opendaylight.yang.gen.v1.urn.opendaylight.group.types.rev131018.groups
            .Group group) {
        final var buckets = group.getBuckets() == null ? List.<Group.Bucket>of()
            : group.getBuckets().nonnullBucket().values().stream()
                .sorted(Comparator.comparingLong(bucket -> bucket.getBucketId().getValue().toJava()))
                .map(OpenFlowTranslator::toBucket).toList();
        return new Group(group.getGroupId().getValue().toJava(), toType(group.getGroupType()), buckets);
    }

    private static Group.Type toType(final @Nullable GroupTypes type) {
        return switch (type) {
            case null -> Group.Type.UNSUPPORTED;
            case GroupAll -> Group.Type.ALL;
            case GroupSelect -> Group.Type.SELECT;
            case GroupIndirect -> Group.Type.INDIRECT;
            case GroupFf -> Group.Type.FAST_FAILOVER;
        };
    }

    private static Group.Bucket toBucket(final Bucket bucket) {
        return new Group.Bucket(bucket.getBucketId().getValue().toJava(),
            bucket.getWeight() == null ? 1 : bucket.getWeight().toJava(),
            watched(bucket.getWatchPort()), watched(bucket.getWatchGroup()),
            ActionTranslator.translate(bucket.nonnullAction().values()));
    }

    /** Translates the meters of a switch. */
    static List<MeterRef> toMeters(final FlowCapableNode node) {
        return node.nonnullMeter().values().stream()
            .map(meter -> new MeterRef(meter.getMeterId().getValue().toJava(), bytesPerSecond(meter))).toList();
    }

    /** Of the bands that drop the one with the lowest rate decides; those that remark let all packets pass. */
    private static OptionalLong bytesPerSecond(final Meter meter) {
        final var bands = meter.getMeterBandHeaders();
        final boolean countsPackets = meter.getFlags() != null && meter.getFlags().getMeterPktps();
        return bands == null || countsPackets ? OptionalLong.empty() : bands.nonnullMeterBandHeader().values().stream()
            .filter(band -> band.getBandType() instanceof Drop drop && drop.getDropRate() != null)
            .mapToLong(band -> ((Drop) band.getBandType()).getDropRate().toJava() * BYTES_PER_KILOBIT).min();
    }

    private static OptionalLong watched(final @Nullable Uint32 number) {
        return number == null || number.toJava() == NONE ? OptionalLong.empty() : OptionalLong.of(number.toJava());
    }
}

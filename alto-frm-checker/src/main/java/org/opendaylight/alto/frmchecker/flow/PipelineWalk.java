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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opendaylight.alto.core.path.Outcome;

/** One passage of packets through the tables of a switch. */
final class PipelineWalk {
    /** How deep groups may refer to groups; a cycle ends here. */
    static final int MAX_GROUP_DEPTH = 16;

    private final SwitchPipeline pipeline;
    private final int maxAnswers;
    private final List<Lookup> answers = new ArrayList<>();

    PipelineWalk(final SwitchPipeline pipeline, final int maxAnswers) {
        this.pipeline = pipeline;
        this.maxAnswers = maxAnswers;
    }

    List<Lookup> lookup(final PacketSet packets, final Header header) {
        matchTable(0, PipelineState.entering(packets, header));
        return answers;
    }

    /** Every jump goes to a higher table, so this ends. */
    private void matchTable(final int tableId, final PipelineState state) {
        final var table = pipeline.tables().get(tableId);
        var rest = Optional.of(state.packets());
        if (table != null) {
            final var rules = table.rules();
            for (int i = 0; i < rules.size() && rest.isPresent(); i++) {
                rest = matchRule(table, i, state, rest.orElseThrow());
            }
        }
        rest.ifPresent(packets -> answer(state.narrowedTo(packets).ended(Outcome.NO_RULE,
            "of table " + tableId + " of " + pipeline.switchId())));
    }

    /** Lets one rule take its packets, and returns those that it leaves to the rules below. */
    private Optional<PacketSet> matchRule(final FlowTable table, final int index, final PipelineState state,
            final PacketSet packets) {
        if (answers.size() >= maxAnswers) {
            return Optional.empty();
        }
        final var rule = table.rules().get(index);
        final var header = state.header().narrowedBy(packets.base()).fields();
        final var relation = rule.match().relationTo(header);
        if (relation == Relation.DIFFERS) {
            return Optional.of(packets);
        }
        // the bits that decide are open here, so they were never rewritten: ask them of the packets as sent
        final var matched = packets.base().narrowedBy(header.intersect(rule.match()).orElseThrow()
            .onlyWhereOpenIn(header));
        final var taken = relation == Relation.MATCHES ? Optional.of(packets) : packets.within(matched);
        taken.ifPresent(these -> follow(table, index, state.narrowedTo(these)));
        return relation == Relation.MATCHES ? Optional.empty() : packets.without(matched);
    }

    private void follow(final FlowTable table, final int index, final PipelineState state) {
        final var rule = table.rules().get(index);
        var now = state.by(rule);
        if (rule.unsupportedMatch().isPresent()) {
            answer(now.ended(Outcome.UNSUPPORTED, "whether " + rule.ref(pipeline.switchId())
                + " is for these packets cannot be told: it matches on " + rule.unsupportedMatch().orElseThrow()));
            return;
        }
        final var rivals = table.rivals(index, now.header().fields());
        if (!rivals.isEmpty()) {
            now = now.noting(rule.ref(pipeline.switchId()) + " overlaps with "
                + rivals.getFirst().ref(pipeline.switchId()) + ", which OpenFlow leaves to the switch");
        }
        final var instructions = rule.instructions();
        if (!instructions.unsupported().isEmpty()) {
            answer(now.ended(Outcome.UNSUPPORTED, unsupported(rule, instructions.unsupported().getFirst())));
            return;
        }
        for (final var applied : execute(instructions.apply(), now, rule, 0)) {
            if (applied.hasEnded()) {
                answer(applied);
            } else {
                writeAndGoOn(rule, applied);
            }
        }
    }

    private void writeAndGoOn(final Rule rule, final PipelineState state) {
        final var instructions = rule.instructions();
        var now = instructions.clear() ? state.withActionSet(List.of()) : state;
        now = now.withActionSet(Action.writeInto(now.actionSet(), instructions.write()));
        if (instructions.metadataMask() != 0) {
            now = now.withHeader(now.header().with(new Cube.Builder(now.header().fields())
                .put(Field.METADATA.lowWord(), instructions.metadata(), instructions.metadataMask()).build()));
        }
        if (instructions.goToTable().isEmpty()) {
            execute(now.actionSet(), now, rule, 0).forEach(this::answer);
        } else if (instructions.goToTable().getAsInt() > rule.tableId()) {
            matchTable(instructions.goToTable().getAsInt(), now);
        } else {
            answer(now.ended(Outcome.UNSUPPORTED,
                unsupported(rule, "goto_table:" + instructions.goToTable().getAsInt() + ", which is not forward")));
        }
    }

    /** Does actions in order. More than one state comes back where a group chooses. */
    private List<PipelineState> execute(final List<Action> actions, final PipelineState start, final Rule rule,
            final int depth) {
        var states = List.of(start);
        for (final var action : actions) {
            final var next = new ArrayList<PipelineState>();
            for (final var state : states) {
                if (state.hasEnded()) {
                    next.add(state);
                } else {
                    next.addAll(execute(action, state, rule, depth));
                }
            }
            states = next;
        }
        return states;
    }

    private List<PipelineState> execute(final Action action, final PipelineState state, final Rule rule,
            final int depth) {
        return switch (action) {
            case Action.Output output -> List.of(output.port() == state.inPort()
                // specification, section 4.5: a packet goes back only by the reserved port IN_PORT
                ? state.noting("output to port " + output.port() + ", by which it came in, is suppressed")
                : state.emitting(output.port()));
            case Action.OutputReserved output -> List.of(outputReserved(output.port(), state, rule));
            case Action.ToGroup to -> group(to.groupId(), state, rule, depth);
            case Action.SetField set -> List.of(state.setting(set)
                .orElseGet(() -> state.ended(Outcome.UNSUPPORTED, unsupported(rule, set.toString()))));
            case Action.PushVlan push -> List.of(state.header().pushVlan()
                .map(header -> state.withHeader(header).rewriting(push.toString()))
                .orElseGet(() -> state.ended(Outcome.UNSUPPORTED, unsupported(rule, "one VLAN tag more"))));
            case Action.PopVlan pop -> List.of(state.header().isTagged()
                ? state.withHeader(state.header().popVlan(state.packets().base())).rewriting(pop.toString()) : state);
            case Action.Transparent transparent -> List.of(state);
            case Action.Unsupported unknown ->
                List.of(state.ended(Outcome.UNSUPPORTED, unsupported(rule, unknown.text())));
        };
    }

    private PipelineState outputReserved(final ReservedPort port, final PipelineState state, final Rule rule) {
        return switch (port) {
            case IN_PORT -> state.emitting(state.inPort());
            case ALL -> {
                var flooded = state;
                for (final long each : pipeline.livePorts()) {
                    flooded = each == state.inPort() ? flooded : flooded.emitting(each);
                }
                yield flooded;
            }
            case CONTROLLER -> state.emitting(new Emission.ToController());
            case LOCAL -> state.emitting(new Emission.ToSwitch());
            case TABLE, NORMAL, FLOOD ->
                state.ended(Outcome.UNSUPPORTED, unsupported(rule, "output:" + port));
        };
    }

    /** The group works on copies: after it, the packet is as it was before. */
    private List<PipelineState> group(final long id, final PipelineState state, final Rule rule, final int depth) {
        final var group = pipeline.groups().get(id);
        if (group == null) {
            return List.of(state.ended(Outcome.UNSUPPORTED,
                unsupported(rule, "group:" + id + ", which does not exist")));
        }
        if (depth == MAX_GROUP_DEPTH) {
            return List.of(state.ended(Outcome.UNSUPPORTED,
                unsupported(rule, "group:" + id + " within too many groups")));
        }
        final var live = group.buckets().stream().filter(bucket -> pipeline.isLive(bucket, 0)).toList();
        return switch (group.type()) {
            case ALL, INDIRECT -> {
                var states = List.of(state);
                for (final var bucket : group.buckets()) {
                    states = states.stream().flatMap(each -> each.hasEnded() ? Stream.of(each)
                        : bucket(bucket, each, rule, depth).stream()).toList();
                }
                yield states;
            }
            case FAST_FAILOVER -> live.isEmpty() ? List.of(state.noting("no bucket of group " + id + " is live"))
                : bucket(live.getFirst(), state, rule, depth);
            case SELECT -> {
                final boolean weighted = live.stream().anyMatch(bucket -> bucket.weight() > 0);
                final var eligible = live.stream().filter(bucket -> !weighted || bucket.weight() > 0).toList();
                yield eligible.isEmpty() ? List.of(state.noting("no bucket of group " + id + " is live"))
                    : eligible.stream().flatMap(bucket -> bucket(bucket, eligible.size() == 1 ? state
                        : state.choosing("group " + id + " bucket " + bucket.id() + " of " + pipeline.switchId()),
                        rule, depth).stream()).toList();
            }
            case UNSUPPORTED -> List.of(state.ended(Outcome.UNSUPPORTED,
                unsupported(rule, "group:" + id + ", which is of an unknown type")));
        };
    }

    private List<PipelineState> bucket(final Group.Bucket bucket, final PipelineState state, final Rule rule,
            final int depth) {
        return execute(bucket.actions(), state, rule, depth + 1).stream()
            .map(after -> after.withHeader(state.header()).withRewrites(state.rewrites())).toList();
    }

    private String unsupported(final Rule rule, final String what) {
        return rule.ref(pipeline.switchId()) + " does " + what;
    }

    private void answer(final PipelineState state) {
        if (answers.size() < maxAnswers) {
            answers.add(state.toLookup(pipeline.switchId()));
        }
    }
}

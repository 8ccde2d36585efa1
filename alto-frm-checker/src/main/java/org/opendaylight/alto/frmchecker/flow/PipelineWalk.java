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
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.path.MeterRef;
import org.opendaylight.alto.core.path.Outcome;

/**
 * One walk of packets through the tables of a switch. Where a rule is for some of them only, they part. For one lookup.
 */
final class PipelineWalk {
    /** Groups that refer to groups deeper than this are taken for a loop, which OpenFlow forbids. */
    static final int MAX_GROUP_DEPTH = 32;

    private final SwitchPipeline pipeline;
    private final int maxAnswers;
    private final @Nullable AskedBits asked;
    private final List<Lookup> answers = new ArrayList<>(1);

    PipelineWalk(final SwitchPipeline pipeline, final int maxAnswers, final @Nullable AskedBits asked) {
        this.pipeline = pipeline;
        this.maxAnswers = maxAnswers;
        this.asked = asked;
    }

    List<Lookup> lookup(final PacketSet packets, final Header header) {
        matchTable(0, PipelineState.entering(packets, header));
        return answers;
    }

    /** Every jump goes to a higher table, so this ends. */
    private void matchTable(final int tableId, final PipelineState state) {
        final var rules = pipeline.table(tableId).deciding(state.header().fields(), asked);
        var rest = Optional.of(state);
        for (int i = 0; i < rules.size() && rest.isPresent(); i++) {
            if (answers.size() >= maxAnswers) {
                return;
            }
            final var parted = part(rest.orElseThrow(), rules.get(i).match());
            final int index = i;
            parted.matching().ifPresent(these -> follow(rules, index, these));
            rest = parted.rest();
        }
        rest.ifPresent(these -> answer(these.ended(Outcome.NO_RULE,
            "of table " + tableId + " of " + pipeline.switchId())));
    }

    /** Some packets, parted by a match. */
    private record Parted(Optional<PipelineState> matching, Optional<PipelineState> rest) {
    }

    private static Parted part(final PipelineState state, final Match match) {
        final var header = state.header().fields();
        return switch (match.relationTo(header)) {
            case MATCHES -> new Parted(Optional.of(state), Optional.empty());
            case DIFFERS -> new Parted(Optional.empty(), Optional.of(state));
            case DEPENDS -> {
                // the bits that decide are open here, so they were never rewritten: ask them of the packets as sent
                final var packets = state.packets();
                final var matched = packets.base().narrowedBy(header.intersect(match).orElseThrow()
                    .onlyWhereOpenIn(header));
                yield new Parted(packets.within(matched).map(state::narrowedTo),
                    packets.without(matched).map(state::narrowedTo));
            }
        };
    }

    private void follow(final List<Rule> rules, final int index, final PipelineState state) {
        final var rule = rules.get(index);
        var now = state.by(rule);
        if (rule.unsupportedMatch().isPresent()) {
            answer(now.ended(Outcome.UNSUPPORTED, "whether " + rule.ref(pipeline.switchId())
                + " is for these packets cannot be told: it matches on " + rule.unsupportedMatch().orElseThrow()));
            return;
        }
        for (int i = index + 1; i < rules.size() && rules.get(i).priority() == rule.priority(); i++) {
            final var rival = rules.get(i);
            if (!rival.instructions().equals(rule.instructions())
                && rival.match().relationTo(now.header().fields()) != Relation.DIFFERS) {
                now = now.noting(rule.ref(pipeline.switchId()) + " overlaps with " + rival.ref(pipeline.switchId())
                    + ", which OpenFlow leaves to the switch");
                break;
            }
        }
        final var instructions = rule.instructions();
        if (!instructions.unsupported().isEmpty()) {
            answer(now.ended(Outcome.UNSUPPORTED, unsupported(rule, instructions.unsupported().getFirst())));
            return;
        }
        if (instructions.meter().isPresent()) {
            now = metered(instructions.meter().getAsLong(), now, rule);
        }
        for (final var applied : execute(instructions.apply(), now, rule, 0)) {
            if (applied.hasEnded()) {
                answer(applied);
            } else {
                writeAndGoOn(rule, applied);
            }
        }
    }

    /** A meter drops packets by rate and not by path, so they go on. */
    private PipelineState metered(final long id, final PipelineState state, final Rule rule) {
        final var meter = pipeline.meters().get(id);
        return meter != null ? state.passing(meter) : state.passing(new MeterRef(id, OptionalLong.empty()))
            .noting(rule.ref(pipeline.switchId()) + " names meter:" + id + ", which does not exist");
    }

    private void writeAndGoOn(final Rule rule, final PipelineState state) {
        final var instructions = rule.instructions();
        var now = instructions.clear() ? state.withActionSet(List.of()) : state;
        if (!instructions.write().isEmpty()) {
            now = now.withActionSet(Action.writeInto(now.actionSet(), instructions.write()));
        }
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

    /**
     * Does actions in order. More than one state comes back where a group chooses or only some packets have a field.
     */
    private List<PipelineState> execute(final List<Action> actions, final PipelineState start, final Rule rule,
            final int depth) {
        var state = start;
        for (int i = 0; i < actions.size() && !state.hasEnded(); i++) {
            final var next = execute(actions.get(i), state, rule, depth);
            if (next.size() != 1) {
                final var others = actions.subList(i + 1, actions.size());
                return next.stream().flatMap(each -> execute(others, each, rule, depth).stream()).toList();
            }
            state = next.getFirst();
        }
        return List.of(state);
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
            case Action.SetField set -> whereThere(set.field(), state, each -> each.setting(set));
            case Action.PushVlan push -> List.of(pushed(state, state.header().pushVlan(), push, rule));
            case Action.PopVlan pop -> {
                ask(Field.VLAN_VID);
                yield List.of(changed(state, state.header().popVlan(state.packets().base()), pop));
            }
            case Action.PushMpls push -> {
                ask(Field.ETH_TYPE);
                yield List.of(pushed(state, state.header().pushMpls(push.etherType()), push, rule));
            }
            case Action.PopMpls pop -> {
                ask(Field.ETH_TYPE);
                yield List.of(popped(state, state.header().popMpls(pop.etherType(), state.packets().base()), pop,
                    rule));
            }
            case Action.PushPbb push -> List.of(pushed(state, state.header().pushPbb(), push, rule));
            case Action.PopPbb pop -> {
                ask(Field.ETH_TYPE);
                yield List.of(popped(state, state.header().popPbb(state.packets().base()), pop, rule));
            }
            case Action.SetNwTtl set ->
                whereThere(Field.NW_TTL, state, each -> each.setting(Field.NW_TTL, set.ttl(), set));
            case Action.SetMplsTtl set ->
                whereThere(Field.MPLS_TTL, state, each -> each.setting(Field.MPLS_TTL, set.ttl(), set));
            case Action.DecNwTtl dec -> countingDown(Field.NW_TTL, state, dec);
            case Action.DecMplsTtl dec -> countingDown(Field.MPLS_TTL, state, dec);
            case Action.CopyTtlOut copy -> List.of(changed(state, state.header().copyTtlOut(), copy));
            case Action.CopyTtlIn copy -> List.of(changed(state, state.header().copyTtlIn(), copy));
            case Action.Transparent transparent -> List.of(state);
            case Action.Unsupported unknown ->
                List.of(state.ended(Outcome.UNSUPPORTED, unsupported(rule, unknown.text())));
        };
    }

    private void ask(final Field field) {
        if (asked != null) {
            asked.add(field);
        }
    }

    /** Does something with the packets that have a field. */
    private List<PipelineState> whereThere(final Field field, final PipelineState state,
            final UnaryOperator<PipelineState> action) {
        var rest = Optional.of(state);
        final var all = new ArrayList<PipelineState>(1);
        for (final var presence : field.presence()) {
            if (asked != null) {
                presence.forEachWord((word, value, mask) -> asked.add(word, mask));
            }
            if (rest.isPresent()) {
                final var parted = part(rest.orElseThrow(), presence);
                parted.matching().ifPresent(these -> all.add(action.apply(these)));
                rest = parted.rest();
            }
        }
        rest.ifPresent(all::add);
        return all;
    }

    /** A packet of which the time to live is not known has enough of it. */
    private List<PipelineState> countingDown(final Field field, final PipelineState state, final Action action) {
        ask(field);
        return whereThere(field, state, each -> {
            final var fields = each.header().fields();
            if (!fields.isExact(field)) {
                return each;
            }
            final int ttl = (int) fields.value(field);
            return ttl > 1 ? each.setting(field, ttl - 1, action)
                : each.ended(Outcome.DROPPED, "as its time to live ends at " + pipeline.switchId());
        });
    }

    private static PipelineState changed(final PipelineState state, final Header header, final Action action) {
        return header.equals(state.header()) ? state : state.withHeader(header).rewriting(action);
    }

    private PipelineState pushed(final PipelineState state, final Optional<Header> header, final Action action,
            final Rule rule) {
        return header.map(after -> state.withHeader(after).rewriting(action))
            .orElseGet(() -> state.ended(Outcome.UNSUPPORTED, unsupported(rule, action + " once more")));
    }

    private PipelineState popped(final PipelineState state, final Optional<Header> header, final Action action,
            final Rule rule) {
        return header.map(after -> changed(state, after, action)).orElseGet(() -> state.ended(Outcome.UNSUPPORTED,
            unsupported(rule, action + ", and what comes to light is not known")));
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
            case SELECT -> select(id, live, state, rule, depth);
            case UNSUPPORTED -> List.of(state.ended(Outcome.UNSUPPORTED,
                unsupported(rule, "group:" + id + ", which is of an unknown type")));
        };
    }

    private List<PipelineState> select(final long id, final List<Group.Bucket> live, final PipelineState state,
            final Rule rule, final int depth) {
        final boolean weighted = live.stream().anyMatch(bucket -> bucket.weight() > 0);
        final var eligible = live.stream().filter(bucket -> !weighted || bucket.weight() > 0).toList();
        if (eligible.isEmpty()) {
            return List.of(state.noting("no bucket of group " + id + " is live"));
        }
        if (eligible.size() == 1) {
            return bucket(eligible.getFirst(), state, rule, depth);
        }
        final double total = weighted ? eligible.stream().mapToLong(Group.Bucket::weight).sum() : eligible.size();
        return eligible.stream().flatMap(bucket -> bucket(bucket, state.choosing(new Choice(pipeline.switchId(), id,
            bucket.id(), (weighted ? bucket.weight() : 1) / total)), rule, depth).stream()).toList();
    }

    private List<PipelineState> bucket(final Group.Bucket bucket, final PipelineState state, final Rule rule,
            final int depth) {
        return execute(bucket.actions(), state, rule, depth + 1).stream()
            .map(after -> after.withHeader(state.header().narrowedBy(after.packets().base()))
                .withRewrites(state.rewrites()).afterCopy()).toList();
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

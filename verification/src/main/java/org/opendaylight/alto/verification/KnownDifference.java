/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.verification;

import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.opendaylight.alto.frmchecker.flow.Action;
import org.opendaylight.alto.frmchecker.flow.Field;
import org.opendaylight.alto.frmchecker.flow.Group;
import org.opendaylight.alto.frmchecker.flow.Instructions;
import org.opendaylight.alto.frmchecker.flow.ReservedPort;
import org.opendaylight.alto.verification.FieldMatch.Masked;

/**
 * Where Open vSwitch departs from the specification, or says less than it might. Each reason, with the section of the
 * specification, is in {@code docs/verification.md}.
 *
 * <p>Most are imitated: rules are changed so that a switch that follows the specification does with them what Open
 * vSwitch does with the rules as they were. Only if that walk gives exactly the answer of Open vSwitch, the difference
 * is a known one.
 */
enum KnownDifference {
    /** Where a table has no rule for a packet, the action set is carried out; it should be dropped with the packet. */
    ACTION_SET_AFTER_MISS(KnownDifference::withBottomRules),
    /** A pushed VLAN tag starts with zeros; it should start with the values of the tag that was outermost. */
    PUSHED_TAG_IS_ZERO(each -> changing(each, KnownDifference::withZeroedTags)),
    /** A pushed MPLS label takes its values from IP; it should be zero but for the time to live. */
    PUSHED_LABEL_IS_OF_IP(KnownDifference::withLabelsOfIp),
    /** The port ALL includes the port LOCAL, which is not a physical port. */
    ALL_INCLUDES_LOCAL(each -> changing(each, KnownDifference::withLocalAfterAll)),
    /** A bucket of weight 0 is never chosen, not even where all buckets have this weight. */
    ZERO_WEIGHT_IS_NEVER(KnownDifference::withoutWeightless),
    /** More than one of those above. */
    SEVERAL(UnaryOperator.identity()),
    /** A packet that goes round in a loop is dropped with all its copies, once 64 switches are passed. */
    LOOP_DROPS_ALL(UnaryOperator.identity()),
    /** A packet that goes round in a loop and loses time to live there leaves copies each time, until it is dropped. */
    LOOP_UNTIL_EXPIRED(UnaryOperator.identity()),
    /** Where the time to live ends in a table, the action set is carried out; the packet should be dropped with it. */
    ACTION_SET_AFTER_EXPIRY(UnaryOperator.identity()),
    /** A packet that should get a fourth MPLS label is dropped. */
    THREE_LABELS(UnaryOperator.identity()),
    /** Where a label is popped and another one pushed, the frame keeps the Ethernet type that it had before. */
    MPLS_TYPE_KEPT(UnaryOperator.identity()),
    /** An MPLS label is pushed below VLAN tags; it should be the outermost. */
    LABEL_AFTER_TAGS(UnaryOperator.identity()),
    /** A third VLAN tag makes the switch forget the first. */
    TWO_TAGS(UnaryOperator.identity());

    private static final int TRAFFIC_CLASSES = 8;
    private static final int IPV6_EXPLICIT_NULL = 2;

    private final UnaryOperator<TestSwitch> imitation;

    KnownDifference(final UnaryOperator<TestSwitch> imitation) {
        this.imitation = imitation;
    }

    TestSwitch imitate(final TestSwitch original) {
        return imitation.apply(original);
    }

    Network imitate(final Network network) {
        return network.withSwitches(network.switches().stream().map(this::imitate).toList());
    }

    /** Returns the network whose rules, by the specification, do what Open vSwitch does with those of another one. */
    static Network imitateAll(final Network network) {
        return network.withSwitches(network.switches().stream().map(original -> {
            var changed = original;
            for (final var difference : values()) {
                changed = difference.imitate(changed);
            }
            return changed;
        }).toList());
    }

    private static TestSwitch withBottomRules(final TestSwitch original) {
        final var rules = new ArrayList<>(original.rules());
        Stream.concat(Stream.of(0), original.rules().stream().map(TestRule::tableId)).distinct()
            .filter(table -> original.rules().stream().noneMatch(rule -> rule.tableId() == table
                && rule.priority() == 0))
            .forEach(table -> rules.add(new TestRule(table, 0, FieldMatch.ANY, Instructions.NONE)));
        return new TestSwitch(original.id(), rules, original.groups());
    }

    private static TestSwitch changing(final TestSwitch original, final UnaryOperator<List<Action>> change) {
        return new TestSwitch(original.id(), original.rules().stream().map(rule -> {
            final var was = rule.instructions();
            return rule.doing(new Instructions(was.unsupported(), change.apply(was.apply()), was.clear(),
                was.write(), was.metadata(), was.metadataMask(), was.goToTable()));
        }).toList(), original.groups().stream().map(group -> new Group(group.id(), group.type(),
            group.buckets().stream().map(bucket -> new Group.Bucket(bucket.id(), bucket.weight(), bucket.watchPort(),
                bucket.watchGroup(), change.apply(bucket.actions()))).toList())).toList());
    }

    private static TestSwitch withoutWeightless(final TestSwitch original) {
        return new TestSwitch(original.id(), original.rules(), original.groups().stream()
            .map(group -> group.type() != Group.Type.SELECT ? group : new Group(group.id(), group.type(),
                group.buckets().stream().filter(bucket -> bucket.weight() > 0).toList())).toList());
    }

    private static List<Action> withZeroedTags(final List<Action> actions) {
        return actions.stream().flatMap(action -> action instanceof Action.PushVlan ? Stream.of(action,
            new Action.SetField(Field.VLAN_VID, 0, Field.VLAN_PRESENT), new Action.SetField(Field.VLAN_PCP, 0, 0))
            : Stream.of(action)).toList();
    }

    private static List<Action> withLocalAfterAll(final List<Action> actions) {
        return actions.stream().flatMap(action -> action.equals(new Action.OutputReserved(ReservedPort.ALL))
            ? Stream.of(action, new Action.OutputReserved(ReservedPort.LOCAL)) : Stream.of(action)).toList();
    }

    /** Knows the values by rules of their own for all kinds of IP, as far as these see them. */
    private static TestSwitch withLabelsOfIp(final TestSwitch original) {
        final var rules = new ArrayList<TestRule>();
        for (final var rule : original.rules()) {
            final int priority = 2 * rule.priority();
            rules.add(new TestRule(rule.tableId(), priority, rule.match(), rule.instructions()));
            final int push = indexOfPush(rule.instructions().apply());
            if (push >= 0) {
                for (final int type : List.of(EtherType.IPV4, EtherType.IPV6)) {
                    for (int trafficClass = 0; trafficClass < TRAFFIC_CLASSES; trafficClass++) {
                        labelled(rule, priority + 1, push, type, trafficClass).ifPresent(rules::add);
                    }
                }
            }
        }
        return new TestSwitch(original.id(), rules, original.groups());
    }

    private static int indexOfPush(final List<Action> actions) {
        return Iterables.indexOf(actions, Action.PushMpls.class::isInstance);
    }

    private static Optional<TestRule> labelled(final TestRule rule, final int priority, final int push, final int type,
            final int trafficClass) {
        final var apply = new ArrayList<>(rule.instructions().apply());
        final long pushed = apply.subList(0, push).stream()
            .flatMap(action -> action instanceof Action.SetField set && set.field() == Field.IP_DSCP
                ? Stream.of(set.low()) : Stream.empty())
            .reduce((first, last) -> last).orElse((long) trafficClass) % TRAFFIC_CLASSES;
        apply.addAll(push + 1, List.of(
            new Action.SetField(Field.MPLS_LABEL, 0, type == EtherType.IPV6 ? IPV6_EXPLICIT_NULL : 0),
            new Action.SetField(Field.MPLS_TC, 0, pushed)));
        final var was = rule.instructions();
        return rule.match().and(Field.ETH_TYPE, Masked.exactly(Bits.of(type)))
            .flatMap(match -> match.and(Field.IP_DSCP,
                new Masked(Bits.of(trafficClass), Bits.of(TRAFFIC_CLASSES - 1))))
            .map(match -> new TestRule(rule.tableId(), priority, match, new Instructions(was.unsupported(), apply,
                was.clear(), was.write(), was.metadata(), was.metadataMask(), was.goToTable())));
    }
}

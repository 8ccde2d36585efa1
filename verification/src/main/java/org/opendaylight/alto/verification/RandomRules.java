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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.frmchecker.flow.Action;
import org.opendaylight.alto.frmchecker.flow.Cube;
import org.opendaylight.alto.frmchecker.flow.Field;
import org.opendaylight.alto.frmchecker.flow.Group;
import org.opendaylight.alto.frmchecker.flow.Instructions;

/** Draws the rules and groups of one switch. */
final class RandomRules {
    private static final List<Integer> TABLES = List.of(0, 1, 2, 7);
    private static final int MOST_RULES = 10;
    private static final int MOST_GROUPS = 5;
    private static final int MOST_BUCKETS = 4;
    private static final int PRIORITIES = 1000;

    private final Random random;
    private final ValuePool pool;
    private final RandomMatch matches;
    private final RandomTargets targets;
    private final SwitchId switchId;
    private final List<Long> inPorts;
    private final List<Long> groupIds = new ArrayList<>();

    RandomRules(final Random random, final ValuePool pool, final Wiring wiring, final SwitchId switchId) {
        this.random = random;
        this.pool = pool;
        this.switchId = switchId;
        matches = new RandomMatch(random, pool);
        targets = new RandomTargets(random, wiring, switchId);
        inPorts = wiring.livePorts(switchId);
    }

    TestSwitch draw() {
        final var groups = groups();
        final var rules = new ArrayList<TestRule>();
        final int tables = 1 + random.nextInt(TABLES.size());
        for (final int table : TABLES.subList(0, tables)) {
            final var later = TABLES.subList(0, tables).stream().filter(other -> other > table).toList();
            rules.addAll(table(table, later));
        }
        return new TestSwitch(switchId, rules, groups);
    }

    private List<TestRule> table(final int table, final List<Integer> later) {
        final var rules = new ArrayList<TestRule>();
        for (int count = 2 + random.nextInt(MOST_RULES - 1); count > 0; count--) {
            final var match = matches.draw(inPorts);
            rules.add(new TestRule(table, priority(match, rules), match, instructions(match, later)));
        }
        if (random.nextInt(6) > 0) {
            rules.add(new TestRule(table, 0, FieldMatch.ANY, instructions(FieldMatch.ANY, later)));
        }
        return rules;
    }

    /** Draws a priority that leaves nothing to the switch: rules of one priority do not overlap. */
    private int priority(final FieldMatch match, final List<TestRule> others) {
        if (!others.isEmpty() && random.nextBoolean()) {
            final int shared = ValuePool.pick(random, others).priority();
            if (others.stream().filter(other -> other.priority() == shared).noneMatch(other -> overlap(match, other))) {
                return shared;
            }
        }
        while (true) {
            final int priority = 1 + random.nextInt(PRIORITIES);
            if (others.stream().noneMatch(other -> other.priority() == priority)) {
                return priority;
            }
        }
    }

    private static boolean overlap(final FieldMatch match, final TestRule other) {
        return Cube.ALL.intersect(match.toMatch()).orElseThrow().intersect(other.match().toMatch()).isPresent();
    }

    private Instructions instructions(final FieldMatch match, final List<Integer> later) {
        final boolean goesOn = !later.isEmpty() && random.nextInt(5) > 1;
        final var apply = new ArrayList<>(RandomChanges.draw(random, pool, Optional.of(match), 3, false));
        final var write = new ArrayList<Action>();
        final boolean writes = random.nextInt(3) == 0;
        if (goesOn ? random.nextInt(6) == 0 : !writes && random.nextInt(12) > 0) {
            apply.add(targets.draw(groupIds, false));
            if (random.nextInt(5) == 0) {
                apply.add(targets.draw(groupIds, false));
            }
        }
        if (writes) {
            // after a tag or label was pushed or popped, the switch lets these do nothing that depends on it
            if (isPlain(apply)) {
                write.addAll(RandomChanges.draw(random, pool, Optional.of(match), 2, true));
            }
            write.add(target(write));
        }
        final var metadata = pool.value(random, Field.METADATA).low();
        final boolean marks = goesOn && random.nextInt(3) == 0;
        return new Instructions(List.of(), apply, random.nextInt(10) == 0, write, marks ? metadata : 0,
            !marks ? 0 : random.nextBoolean() ? -1L : 0xF00F & random.nextLong(),
            goesOn ? OptionalInt.of(ValuePool.pick(random, later)) : OptionalInt.empty());
    }

    /**
     * Draws a target for a set. Another switch would not see what a label has hidden that was popped in a set: the
     * patch ports of Open vSwitch hand packets on as they were taken apart before.
     */
    private Action target(final List<Action> set) {
        return set.stream().anyMatch(Action.PopMpls.class::isInstance) ? targets.atEdge()
            : targets.draw(groupIds, true);
    }

    private static boolean isPlain(final List<Action> apply) {
        return apply.stream().noneMatch(action -> action instanceof Action.PushVlan || action instanceof Action.PopVlan
            || action instanceof Action.PushMpls || action instanceof Action.PopMpls);
    }

    /** Groups refer to groups of higher numbers, so that they do not refer to themselves in the end. */
    private List<Group> groups() {
        final var groups = new ArrayList<Group>();
        for (long id = random.nextInt(MOST_GROUPS + 1); id > 0; id--) {
            groups.addFirst(group(id));
            groupIds.add(id);
        }
        return groups;
    }

    private Group group(final long id) {
        final var type = ValuePool.pick(random, List.of(Group.Type.ALL, Group.Type.SELECT, Group.Type.INDIRECT,
            Group.Type.FAST_FAILOVER));
        final int count = type == Group.Type.INDIRECT ? 1 : 1 + random.nextInt(MOST_BUCKETS);
        return new Group(id, type, Stream.iterate(0, bucket -> bucket + 1).limit(count)
            .map(bucket -> bucket(bucket, type)).toList());
    }

    private Group.Bucket bucket(final int id, final Group.Type type) {
        final var all = new ArrayList<>(RandomChanges.draw(random, pool, Optional.empty(), 2, true));
        if (random.nextInt(12) > 0) {
            all.add(target(all));
        }
        final boolean watches = type == Group.Type.FAST_FAILOVER || type == Group.Type.SELECT && random.nextInt(3) == 0;
        final boolean watchesGroup = watches && !groupIds.isEmpty() && random.nextInt(4) == 0;
        return new Group.Bucket(id, type == Group.Type.SELECT ? random.nextInt(4) : 0,
            watches && !watchesGroup ? OptionalLong.of(targets.watched()) : OptionalLong.empty(),
            watchesGroup ? OptionalLong.of(ValuePool.pick(random, groupIds)) : OptionalLong.empty(), all);
    }
}

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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowTableTest {
    private static Rule rule(final int priority, final String id, final Match match) {
        return Rule.of(0, priority, id, match, Instructions.NONE);
    }

    private static Rule rule(final int priority, final String id, final Match match, final long port) {
        return Rule.of(0, priority, id, match, Instructions.apply(new Action.Output(port)));
    }

    /** What rules that decide have in common, if some of them matches all headers. */
    private static Optional<Instructions> common(final List<Rule> deciding, final Cube headers) {
        final var all = deciding.stream().map(Rule::instructions).distinct().toList();
        return all.size() == 1
            && deciding.stream().anyMatch(rule -> rule.match().relationTo(headers) == Relation.MATCHES)
            ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** What a switch that looks at each rule in turn would find. */
    private static List<Rule> scan(final List<Rule> rules, final Cube headers) {
        final var sorted = rules.stream().sorted(Rule.ORDER).toList();
        final int floor = sorted.stream().filter(rule -> rule.match().relationTo(headers) == Relation.MATCHES)
            .mapToInt(Rule::priority).max().orElse(-1);
        return sorted.stream().filter(rule -> rule.priority() >= floor
            && rule.match().relationTo(headers) != Relation.DIFFERS).toList();
    }

    private static Match wideMatch(final RandomHeaders make) {
        final var random = make.random();
        final var match = Match.builder();
        for (final var field : List.of(Field.IN_PORT, Field.ETH_DST, Field.IPV4_SRC, Field.IPV4_DST, Field.TCP_SRC,
                Field.TCP_DST, Field.IP_PROTO)) {
            switch (random.nextInt(4)) {
                case 0 -> match.with(field, random.nextInt(16));
                case 1 -> match.masked(field, random.nextInt(16), random.nextInt(16));
                default -> { }
            }
        }
        return match.build();
    }

    /** The law of the index: after any changes it finds what a look at each rule finds, for known and open headers. */
    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })
    void findsWhatALookAtEachRuleFinds(final long seed) {
        final var make = new RandomHeaders(seed);
        final var random = make.random();
        final var rules = new ArrayList<Rule>();
        var table = FlowTable.EMPTY;
        for (int step = 0; step < 600; step++) {
            if (rules.isEmpty() || random.nextInt(3) > 0) {
                final var match = random.nextInt(8) == 0 ? make.match() : wideMatch(make);
                rules.add(rule(random.nextInt(8), "f" + step, match, 1 + random.nextInt(2)));
                table = table.with(rules.getLast());
            } else {
                table = table.without(rules.remove(random.nextInt(rules.size())));
            }
            assertEquals(rules.size(), table.size());
            for (int i = 0; i < 4; i++) {
                final var headers = switch (i) {
                    case 0 -> make.member(Cube.ALL);
                    case 1 -> make.member(Cube.ALL.intersect(rules.isEmpty() ? Match.ANY
                        : rules.get(random.nextInt(rules.size())).match()).orElseThrow());
                    case 2 -> Cube.ALL.intersect(wideMatch(make)).orElseThrow();
                    default -> make.cube();
                };
                final var deciding = scan(rules, headers);
                final var where = "seed " + seed + " step " + step + " headers " + headers;
                assertEquals(deciding, table.deciding(headers, null), where);
                assertEquals(common(deciding, headers), table.common(headers, null), where);
            }
        }
        assertEquals(FlowTable.of(rules), table);
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5 })
    void headersThatAgreeInWhatWasAskedFindTheSame(final long seed) {
        final var make = new RandomHeaders(seed);
        final var rules = new ArrayList<Rule>();
        for (int i = 0; i < 40; i++) {
            rules.add(rule(make.random().nextInt(40), "f" + i, wideMatch(make)));
        }
        final var table = FlowTable.of(rules);
        int agreed = 0;
        for (int i = 0; i < 2000; i++) {
            final var first = make.member(Cube.ALL);
            // the same but for some bits of one field
            final var field = List.of(Field.TCP_DST, Field.IPV4_SRC, Field.IN_PORT).get(i % 3);
            final var second = first.with(field, first.value(field) ^ make.random().nextInt(16));
            final var asked = new AskedBits();
            final var found = table.deciding(first, asked);
            if (asked.agree(first, second)) {
                agreed++;
                assertEquals(asked.hash(first), asked.hash(second));
                assertEquals(found, table.deciding(second, null), "seed " + seed);
            }
        }
        assertTrue(agreed > 0, "seed " + seed);
    }

    @Test
    void manyRulesWithOneKeyAreFoundByTheirPorts() {
        final var rules = IntStream.range(0, 500).mapToObj(port -> rule(port % 7, "p" + port, Match.builder()
            .with(Field.IPV4_DST, 1).with(Field.TCP_DST, port).build())).toList();
        final var shuffled = new ArrayList<>(rules);
        Collections.shuffle(shuffled, new Random(1));
        final var table = FlowTable.of(shuffled);
        final var headers = Cube.NONE.with(Field.ETH_TYPE, 0x800).with(Field.IPV4_DST, 1).with(Field.IP_PROTO, 6);
        assertEquals(List.of(rules.get(77)), table.deciding(headers.with(Field.TCP_DST, 77), null));
        var rest = table;
        for (final var rule : shuffled) {
            rest = rest.without(rule);
        }
        assertEquals(FlowTable.EMPTY, rest);
        assertEquals(500, table.size(), "the old table stays what it was");
    }

    @Test
    void ruleThatIsNotThereTakesNothingAway() {
        final var match = Match.builder().with(Field.IPV4_DST, 1).build();
        final var table = FlowTable.of(List.of(rule(5, "a", match)));
        assertSame(table, table.without(rule(5, "b", match)));
        assertSame(table, table.without(rule(6, "a", match)));
        assertSame(table, table.without(rule(5, "a", Match.ANY)));
        assertNotEquals(table, table.without(rule(5, "a", match)));
    }

    @Test
    void fieldsDoNotShareBits() {
        final var used = new long[Field.WORDS];
        for (final var field : Field.values()) {
            assertEquals(0, used[field.lowWord()] & field.wordBits(), field::wireName);
            used[field.lowWord()] |= field.wordBits();
            if (field.isWide()) {
                assertEquals(0, used[field.highWord()], field::wireName);
                used[field.highWord()] = -1L;
            }
            assertEquals(field.bits(), Long.bitCount(field.wordBits()) + Long.bitCount(field.highBits()),
                field::wireName);
        }
    }
}

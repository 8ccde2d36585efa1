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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A flow table. Immutable. A rule more or less costs a time that hardly grows with the number of rules, and two tables
 * share what they have in common.
 */
public final class FlowTable {
    /** The table without rules. */
    public static final FlowTable EMPTY = new FlowTable(TupleSpace.empty(TupleSpace.FIRST_STAGE), 0);

    private final TupleSpace rules;
    private final int size;

    private FlowTable(final TupleSpace rules, final int size) {
        this.rules = rules;
        this.size = size;
    }

    /**
     * Makes a table.
     *
     * @param rules rules in any order, no two of them with the same flow id
     * @return the table
     */
    public static FlowTable of(final Collection<Rule> rules) {
        var table = EMPTY;
        for (final var rule : rules) {
            table = table.with(rule);
        }
        return table;
    }

    /**
     * Adds a rule.
     *
     * @param rule a rule with a flow id that the table does not have
     * @return the table with the rule
     */
    public FlowTable with(final Rule rule) {
        return new FlowTable(rules.with(rule), size + 1);
    }

    /**
     * Removes a rule.
     *
     * @param rule a rule, of which flow id, priority and match count
     * @return the table without the rule; this one if it does not have it
     */
    public FlowTable without(final Rule rule) {
        final var rest = rules.without(rule);
        return rest == rules ? this : new FlowTable(rest, size - 1);
    }

    /**
     * Counts the rules.
     *
     * @return number of rules
     */
    public int size() {
        return size;
    }

    /** Returns all rules, in any order. */
    List<Rule> rules() {
        final var all = new ArrayList<Rule>(size);
        rules.forEach(all::add);
        return all;
    }

    /**
     * Returns the rules that decide what becomes of some headers.
     *
     * @param headers the headers
     * @param asked takes up the bits of the headers on which the result depends; may be null
     * @return the rules that match some of them, those that win first, down to the first that matches all of them and
     *     its equals in priority
     */
    List<Rule> deciding(final Cube headers, final @Nullable AskedBits asked) {
        final var candidates = new Candidates(headers, asked);
        rules.collect(candidates);
        return candidates.inOrder();
    }

    /**
     * Returns what all of some headers get done to them, whichever rules decide.
     *
     * @param headers the headers
     * @param asked takes up the bits of the headers on which the result depends; may be null
     * @return the instructions of all rules that decide; empty if they differ, if it cannot be told which rules decide,
     *     or if some of the headers have no rule
     */
    Optional<Instructions> common(final Cube headers, final @Nullable AskedBits asked) {
        final var candidates = new Candidates(headers, asked);
        rules.collect(candidates);
        return candidates.common();
    }

    /** Compares all rules, in a time that grows with their number. */
    @Override
    public boolean equals(final @Nullable Object obj) {
        return this == obj || obj instanceof FlowTable other && size == other.size
            && Set.copyOf(rules()).equals(Set.copyOf(other.rules()));
    }

    @Override
    public int hashCode() {
        return Set.copyOf(rules()).hashCode();
    }
}

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

import java.util.Collection;
import java.util.List;

/**
 * A flow table. Immutable.
 *
 * @param rules the rules, those that win first
 */
public record FlowTable(List<Rule> rules) {
    public FlowTable {
        rules = rules.stream().sorted(Rule.ORDER).toList();
    }

    /**
     * Makes a table.
     *
     * @param rules rules in any order
     * @return the table
     */
    public static FlowTable of(final Collection<Rule> rules) {
        return new FlowTable(List.copyOf(rules));
    }

    /**
     * Returns the rules after one of this table that have the same priority and overlap with it there.
     *
     * @param index index of the rule
     * @param packets headers that the rule matches
     * @return rules that match some of these headers and do something else with them
     */
    List<Rule> rivals(final int index, final Cube packets) {
        final var rule = rules.get(index);
        return rules.subList(index + 1, rules.size()).stream()
            .takeWhile(other -> other.priority() == rule.priority())
            .filter(other -> !other.instructions().equals(rule.instructions()))
            .filter(other -> other.match().relationTo(packets) != Relation.DIFFERS)
            .toList();
    }
}

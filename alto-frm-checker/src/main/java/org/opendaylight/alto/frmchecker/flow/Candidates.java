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
import org.eclipse.jdt.annotation.Nullable;

/**
 * Collects the rules of a table that decide what becomes of some headers: all that match some of them, down to the
 * first that matches all of them, with its equals in priority. For one lookup.
 */
final class Candidates {
    private final Cube headers;
    private final @Nullable AskedBits asked;
    private final List<Rule> found = new ArrayList<>(4);
    /** Priority of a rule that matches all headers; rules below it decide nothing. */
    private int floor = -1;
    /** Of the rules with that priority that match all headers, the one that wins. */
    private Optional<Rule> winner = Optional.empty();

    Candidates(final Cube headers, final @Nullable AskedBits asked) {
        this.headers = headers;
        this.asked = asked;
    }

    Cube headers() {
        return headers;
    }

    /** Tells whether a rule of this priority may decide something. */
    boolean wants(final int priority) {
        return priority >= floor;
    }

    void ask(final KeyMask mask) {
        if (asked != null) {
            mask.ask(asked);
        }
    }

    void offer(final Rule rule) {
        if (!wants(rule.priority())) {
            return;
        }
        if (asked != null) {
            rule.match().forEachWord((word, value, mask) -> asked.add(word, mask));
        }
        final var relation = rule.match().relationTo(headers);
        if (relation != Relation.DIFFERS) {
            found.add(rule);
        }
        if (relation == Relation.MATCHES) {
            if (winner.isEmpty() || Rule.ORDER.compare(rule, winner.orElseThrow()) < 0) {
                winner = Optional.of(rule);
            }
            floor = rule.priority();
        }
    }

    /**
     * Returns what all headers get done to them; empty if the rules that decide do not all do the same, if it cannot be
     * told whether one of them decides, or if there are headers without a rule.
     */
    Optional<Instructions> common() {
        if (winner.isEmpty()) {
            return Optional.empty();
        }
        final var first = winner.orElseThrow();
        for (final var rule : found) {
            // most often there is only one, whose instructions need not be fetched to be compared with themselves
            if (wants(rule.priority()) && (rule.unsupportedMatch().isPresent()
                    || rule != first && !rule.instructions().equals(first.instructions()))) {
                return Optional.empty();
            }
        }
        return Optional.of(first.instructions());
    }

    /** Returns the rules, those that win first. */
    List<Rule> inOrder() {
        if (found.size() > 1) {
            found.removeIf(rule -> !wants(rule.priority()));
            found.sort(Rule.ORDER);
        }
        return found;
    }
}

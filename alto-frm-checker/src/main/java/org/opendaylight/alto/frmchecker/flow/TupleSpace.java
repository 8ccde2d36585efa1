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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rules by what they ask for, so that a lookup costs one probe for each combination of masks and not a look at each
 * rule (tuple space search: Srinivasan, Suri and Varghese, 1999). Immutable; a change costs the logarithm of the number
 * of rules.
 *
 * <p>Two stages, as queries leave ports and the like open: rules are searched first by the words that queries know,
 * then,
 * if many agree in these, by the others. A probe in the first stage works for open ports too.
 */
final class TupleSpace {
    static final int FIRST_STAGE = 0;
    static final int LAST_STAGE = 1;

    private final int stage;
    /** One for each combination of masks, that with the highest priority first. */
    private final RuleTrie[] tuples;
    /** What most probes read, and no more, side by side: the time of a lookup is that of fetching memory. */
    private final KeyMask[] masks;
    private final long[][] filters;
    private final int[] maxPriorities;

    private TupleSpace(final int stage, final RuleTrie[] tuples) {
        this.stage = stage;
        this.tuples = tuples;
        masks = Arrays.stream(tuples).map(RuleTrie::mask).toArray(KeyMask[]::new);
        filters = Arrays.stream(tuples).map(trie -> trie.filter().bits()).toArray(long[][]::new);
        maxPriorities = Arrays.stream(tuples).mapToInt(RuleTrie::maxPriority).toArray();
    }

    static TupleSpace empty(final int stage) {
        return new TupleSpace(stage, new RuleTrie[0]);
    }

    static boolean isOfStage(final int word, final int stage) {
        return Field.isMostlyKnown(word) == (stage == FIRST_STAGE);
    }

    boolean isEmpty() {
        return tuples.length == 0;
    }

    /** Only if there is a rule. */
    int maxPriority() {
        return maxPriorities[0];
    }

    /** Only if there is a rule. */
    Rule anyRule() {
        return tuples[0].anyRule();
    }

    void collect(final Candidates candidates) {
        final var headers = candidates.headers();
        for (int i = 0; i < masks.length && candidates.wants(maxPriorities[i]); i++) {
            final var mask = masks[i];
            candidates.ask(mask);
            if (!mask.isKnownIn(headers)) {
                tuples[i].collectAll(candidates);
                continue;
            }
            final int hash = mask.hash(headers);
            if (KeyFilter.mayHave(filters[i], hash)) {
                tuples[i].probe(hash, candidates);
            }
        }
    }

    void forEach(final Consumer<Rule> action) {
        for (final var tuple : tuples) {
            tuple.forEach(action);
        }
    }

    TupleSpace with(final Rule rule) {
        final int index = indexOf(rule);
        final var changed = index == tuples.length ? Arrays.copyOf(tuples, tuples.length + 1) : tuples.clone();
        changed[index] = index == tuples.length ? RuleTrie.of(rule, stage) : tuples[index].with(rule);
        return sorted(changed);
    }

    /** Returns this space without a rule that it may have. */
    TupleSpace without(final Rule rule) {
        final int index = indexOf(rule);
        if (index == tuples.length) {
            return this;
        }
        final var rest = tuples[index].without(rule);
        if (rest == tuples[index]) {
            return this;
        }
        if (rest != null) {
            final var changed = tuples.clone();
            changed[index] = rest;
            return sorted(changed);
        }
        final List<RuleTrie> others = new ArrayList<>(Arrays.asList(tuples));
        others.remove(index);
        return new TupleSpace(stage, others.toArray(RuleTrie[]::new));
    }

    private int indexOf(final Rule rule) {
        final var mask = KeyMask.of(rule.match(), stage);
        int index = 0;
        while (index < tuples.length && masks[index] != mask) {
            index++;
        }
        return index;
    }

    private TupleSpace sorted(final RuleTrie[] changed) {
        Arrays.sort(changed, Comparator.comparingInt(RuleTrie::maxPriority).reversed());
        return new TupleSpace(stage, changed);
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.frmchecker.flow.FlowTable;
import org.opendaylight.alto.frmchecker.flow.Rule;

/**
 * How much heap a million rules need, and what it costs to add a rule to a large flow table compared with a small one.
 * To be run on one core.
 */
public final class RulesBenchmark {
    private static final int SIDE = 10;
    private static final int RULES_PER_SWITCH = 10_000;
    private static final double TARGET_MEBIBYTES = 1024;
    private static final int SMALL = 100;
    private static final int LARGE = 10_000;
    private static final int ADDED = 1_000;
    private static final int ROUNDS = 41;
    private static final int WARM_UP = 20;
    private static final double TARGET_RATIO = 3;
    private static final double MEBIBYTE = 1 << 20;

    private RulesBenchmark() {
    }

    /**
     * Runs it.
     *
     * @param args not used
     */
    public static void main(final String[] args) {
        final boolean small = heap();
        System.out.println();
        System.exit(adding() && small ? 0 : 1);
    }

    private static boolean heap() {
        final long before = Figures.usedHeap();
        var grid = new GridNetwork(SIDE, RULES_PER_SWITCH);
        final var all = (Figures.usedHeap() - before) / MEBIBYTE;
        final var rules = grid.state.pipelines().values().stream().map(pipeline -> List.copyOf(pipeline.rules()))
            .toList();
        grid = null;
        final var alone = (Figures.usedHeap() - before) / MEBIBYTE;
        final int count = rules.stream().mapToInt(List::size).sum();
        if (count != SIDE * SIDE * RULES_PER_SWITCH) {
            throw new IllegalStateException("There are " + count + " rules");
        }
        System.out.printf("| heap of %d rules in %d switches | MiB | bytes a rule |%n", count, rules.size());
        System.out.println("|---|---|---|");
        System.out.printf("| all pipelines with their rules, topology and 1000 hosts (target %.0f MiB) | %.0f | %.0f |%n",
            TARGET_MEBIBYTES, all, all * MEBIBYTE / count);
        System.out.printf("| of which the rules, as they stand in lists | %.0f | %.0f |%n", alone,
            alone * MEBIBYTE / count);
        return all < TARGET_MEBIBYTES;
    }

    private static boolean adding() {
        // switch 1 of a grid in which the hosts' rules and the routes are few among the others
        final var rules = new ArrayList<>(new GridNetwork(SIDE, LARGE + ADDED).state.pipelines().get(new SwitchId(1))
            .rules());
        Collections.shuffle(rules, new Random(1));
        final var added = rules.subList(LARGE, LARGE + ADDED);
        final var large = FlowTable.of(rules.subList(0, LARGE));
        final var few = FlowTable.of(rules.subList(0, SMALL));
        final var toFew = new double[ROUNDS];
        final var toLarge = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            final double one = microseconds(few, added);
            final double other = microseconds(large, added);
            if (round >= 0) {
                toFew[round] = one;
                toLarge[round] = other;
            }
        }
        final double ratio = Figures.quantile(toLarge, 0.5) / Figures.quantile(toFew, 0.5);
        System.out.printf("| a rule added, one core, microseconds | median (range) of %d x %d |%n", ROUNDS, ADDED);
        System.out.println("|---|---|");
        System.out.printf("| to a table of %d rules | %s |%n", SMALL, Figures.spread(toFew, "%.2f"));
        System.out.printf("| to a table of %d rules | %s |%n", LARGE, Figures.spread(toLarge, "%.2f"));
        System.out.printf("| one against the other (target %.0f) | %.2f |%n", TARGET_RATIO, ratio);
        return ratio < TARGET_RATIO;
    }

    /** Adds each rule to the table as it is, and returns what one takes. */
    private static double microseconds(final FlowTable table, final List<Rule> rules) {
        long sizes = 0;
        final long start = System.nanoTime();
        for (final var rule : rules) {
            sizes += table.with(rule).size();
        }
        final double taken = (System.nanoTime() - start) / 1e3 / rules.size();
        if (sizes != (table.size() + 1L) * rules.size()) {
            throw new IllegalStateException("A rule was not added");
        }
        return taken;
    }
}

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

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.opendaylight.alto.verification.Comparison.Result;
import org.opendaylight.alto.verification.Comparison.Verdict;
import org.opendaylight.alto.verification.WalkedClass.Mark;

/** Counts what was compared, so that a reader sees that it was worth comparing. One thread may use it. */
final class Tally {
    private static final int MANY_SWITCHES = 6;

    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final Map<KnownDifference, Integer> known = new EnumMap<>(KnownDifference.class);
    private final Map<Mark, Integer> marks = new EnumMap<>(Mark.class);
    private final Map<String, Integer> endings = new TreeMap<>();
    private final Map<Integer, Integer> hops = new TreeMap<>();
    private int total;
    private int notFollowed;
    private int skipped;
    private int members;
    private int classes;
    private int queriesSkipped;
    private int symbolicDifferences;

    void add(final Probe probe, final Result result) {
        total++;
        verdicts.merge(result.verdict(), 1, Integer::sum);
        result.known().forEach(each -> known.merge(each, 1, Integer::sum));
        final var walked = result.ours().getFirst();
        walked.marks().forEach(mark -> marks.merge(mark, 1, Integer::sum));
        hops.merge(Math.min(MANY_SWITCHES, walked.hops()), 1, Integer::sum);
        final var copies = walked.copies();
        count("a copy leaves by a port at the edge", copies.stream().anyMatch(Copy::isAtEdge));
        count("a copy leaves with other headers than it came with",
            copies.stream().anyMatch(copy -> copy.isRewritten(probe.packet())));
        count("several copies leave", copies.size() > 1);
        count("a copy goes to the controller", copies.stream().anyMatch(copy -> copy.port() == Copy.CONTROLLER));
        count("a copy goes to the switch itself", copies.stream().anyMatch(copy -> copy.port() == Copy.LOCAL));
        count("a copy leaves with an MPLS label",
            copies.stream().anyMatch(copy -> copy.isAtEdge() && copy.isLabelled()));
        count("a copy leaves without the MPLS label with which it came", !probe.packet().labels().isEmpty()
            && copies.stream().anyMatch(copy -> copy.isAtEdge() && !copy.isLabelled()));
        count("a group chooses", !walked.choices().isEmpty());
    }

    void add(final SymbolicCheck check, final int differences) {
        members += check.members();
        classes += check.classes();
        queriesSkipped += check.skipped();
        symbolicDifferences += differences;
    }

    private void count(final String what, final boolean happened) {
        if (happened) {
            endings.merge(what, 1, Integer::sum);
        }
    }

    /**
     * Takes note of packets of which the switch was not asked.
     *
     * @param unknown those of which the FRM checker says that it cannot follow them
     * @param many those of which there are too many copies
     */
    void leftOut(final int unknown, final int many) {
        notFollowed += unknown;
        skipped += many;
    }

    int total() {
        return total;
    }

    /** Returns how many comparisons and members of classes came out wrong. */
    int differences() {
        return verdicts.getOrDefault(Verdict.DIFFERENT, 0) + symbolicDifferences;
    }

    void print(final PrintStream out) {
        out.printf("%,d packets compared: %,d alike, %,d differ as documented, %,d DIFFER;"
            + " left out: %,d with too many copies to follow, %,d of which the FRM checker tells nothing%n", total,
            verdicts.getOrDefault(Verdict.SAME, 0), verdicts.getOrDefault(Verdict.KNOWN, 0),
            verdicts.getOrDefault(Verdict.DIFFERENT, 0), skipped, notFollowed);
        out.printf("%,d members of %,d classes of packets walked: %,d DIFFER (%,d queries with too many classes)%n",
            members, classes, symbolicDifferences, queriesSkipped);
        out.println("What became of the packets (several may hold for one):");
        endings.forEach((what, count) -> line(out, what, count));
        marks.forEach((mark, count) -> line(out, mark.text(), count));
        out.println("Switches passed by all copies of a packet together:");
        hops.forEach((count, packets) -> line(out, count + (count == MANY_SWITCHES ? " or more" : ""), packets));
        if (!known.isEmpty()) {
            out.println("Documented differences (docs/verification.md):");
            known.forEach((difference, count) -> line(out, difference.name(), count));
        }
    }

    private void line(final PrintStream out, final String what, final int count) {
        out.printf("  %7s  %5.1f %%  %s%n", String.format("%,d", count), 100.0 * count / total, what);
    }
}

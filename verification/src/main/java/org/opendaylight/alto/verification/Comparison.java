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

import com.google.common.base.Suppliers;
import com.google.common.collect.Multisets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.opendaylight.alto.frmchecker.trace.NetworkState;
import org.opendaylight.alto.verification.WalkedClass.Mark;

/** Compares the walks of one network with the answers of Open vSwitch. */
final class Comparison {
    /** How a comparison ended. */
    enum Verdict {
        /** Both say the same. */
        SAME,
        /** They differ in a way that is documented. */
        KNOWN,
        /** They differ. */
        DIFFERENT
    }

    /**
     * The result of one comparison.
     *
     * @param verdict how it ended
     * @param known the documented differences that explain it
     * @param ours the classes that were compared: one, or more where groups choose
     */
    record Result(Verdict verdict, Set<KnownDifference> known, List<WalkedClass> ours) {
    }

    private final Network network;
    private final Walker walker;
    private final NetworkState state;
    private final Map<KnownDifference, NetworkState> imitations = new EnumMap<>(KnownDifference.class);
    private final Supplier<NetworkState> fullImitation;

    Comparison(final Network network, final Walker walker) {
        this.network = network;
        this.walker = walker;
        state = network.state();
        fullImitation = Suppliers.memoize(() -> KnownDifference.imitateAll(network).state());
    }

    NetworkState state() {
        return state;
    }

    /** Walks a packet. */
    List<WalkedClass> walk(final Probe probe) {
        return walk(state, probe);
    }

    private List<WalkedClass> walk(final NetworkState in, final Probe probe) {
        return walker.walk(in, probe.from(), probe.packet().header());
    }

    /**
     * Tells whether the switch should be asked. It follows each copy that goes round in a loop until it gives up, and
     * where that makes copies which come back, too, there are thousands of them.
     */
    boolean isWorthTracing(final Probe probe, final List<WalkedClass> ours) {
        return isBounded(ours) && isBounded(walk(fullImitation.get(), probe));
    }

    private static boolean isBounded(final List<WalkedClass> walked) {
        return walked.stream().noneMatch(each -> each.marks().contains(Mark.TOO_MANY)
            || each.marks().contains(Mark.LOOPS));
    }

    /** Tells whether the FRM checker says of each copy what becomes of it, also if it takes the way of the switch. */
    boolean isFollowed(final Probe probe, final List<WalkedClass> ours) {
        return !has(ours, Mark.UNSUPPORTED) && !has(walk(fullImitation.get(), probe), Mark.UNSUPPORTED);
    }

    Result compare(final Probe probe, final List<WalkedClass> ours, final TraceAnswer theirs) {
        if (holds(ours, probe, theirs)) {
            return new Result(Verdict.SAME, Set.of(), ours);
        }
        final var known = explain(ours, probe, theirs);
        return new Result(known.isEmpty() ? Verdict.DIFFERENT : Verdict.KNOWN, known, ours);
    }

    private static boolean holds(final List<WalkedClass> ours, final Probe probe, final TraceAnswer theirs) {
        return ours.stream().anyMatch(each -> !theirs.isEndless() && isSettled(each) && theirs.isOf(each.copies()));
    }

    private static boolean isSettled(final WalkedClass walked) {
        return !walked.marks().contains(Mark.LOOP) && !walked.marks().contains(Mark.UNSUPPORTED);
    }

    private Set<KnownDifference> explain(final List<WalkedClass> ours, final Probe probe, final TraceAnswer theirs) {
        for (final var difference : KnownDifference.values()) {
            if (holds(walk(imitation(difference), probe), probe, theirs)) {
                return EnumSet.of(difference);
            }
        }
        final var imitated = walk(fullImitation.get(), probe);
        if (holds(imitated, probe, theirs)) {
            return Set.of(KnownDifference.SEVERAL);
        }
        if (imitated.stream().anyMatch(each -> isSettled(each) && !theirs.isEndless()
                && theirs.withOneMplsType().isOf(TraceAnswer.withOneMplsType(each.copies())))) {
            return EnumSet.of(KnownDifference.MPLS_TYPE_KEPT);
        }
        if (theirs.isEndless() && has(imitated, Mark.LOOP)) {
            return EnumSet.of(KnownDifference.LOOP_DROPS_ALL);
        }
        if (theirs.isExpired() && has(imitated, Mark.LOOP)) {
            return EnumSet.of(KnownDifference.LOOP_UNTIL_EXPIRED);
        }
        if (theirs.isExpired() && imitated.stream().anyMatch(each -> each.marks().contains(Mark.DROP)
                && Multisets.containsOccurrences(theirs.copies(), each.copies()))) {
            return EnumSet.of(KnownDifference.ACTION_SET_AFTER_EXPIRY);
        }
        if (theirs.hasTooManyLabels() && has(imitated, Mark.MANY_LABELS)) {
            return EnumSet.of(KnownDifference.THREE_LABELS);
        }
        if (has(imitated, Mark.MANY_TAGS)) {
            return EnumSet.of(KnownDifference.TWO_TAGS);
        }
        if (has(imitated, Mark.LABEL_MEETS_TAG)) {
            return EnumSet.of(KnownDifference.LABEL_AFTER_TAGS);
        }
        return Set.of();
    }

    private static boolean has(final List<WalkedClass> walked, final Mark mark) {
        return walked.stream().anyMatch(each -> each.marks().contains(mark));
    }

    private NetworkState imitation(final KnownDifference difference) {
        return imitations.computeIfAbsent(difference, each -> each.imitate(network).state());
    }
}

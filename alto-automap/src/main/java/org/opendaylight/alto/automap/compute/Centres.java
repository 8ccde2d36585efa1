/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.compute;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Chooses anchors so that the largest distance of a switch to its nearest anchor is small, and not more than twice the
 * smallest that is possible if distances add up and are the same in both directions (greedy farthest-point choice, by
 * T. F. Gonzalez, 1985).
 *
 * <p>First, while some switches reach no anchor, the first one of them becomes one; there may be more anchors than
 * wanted then. Then, while there are fewer, the switch that is farthest from its nearest anchor becomes one, the first
 * one of equals.
 *
 * <p>Anchors of before that are still connected are chosen before all others, in their order: first those that reach no
 * anchor, then as many as are wanted. This choice is given up for one from nothing if its largest distance is more than
 * {@value #TOLERANCE} times as bad, or if it needs more anchors.
 */
final class Centres {
    /** How much worse anchors of before may be than new ones. */
    static final double TOLERANCE = 1.5;

    private final SwitchDistances distances;
    private final int wanted;
    private final Map<Integer, double[]> toAnchor;
    private final Set<Integer> anchors = new LinkedHashSet<>();
    private final double[] toNearest;

    private Centres(final SwitchDistances distances, final int wanted, final Map<Integer, double[]> toAnchor,
            final Collection<Integer> before) {
        this.distances = distances;
        this.toAnchor = toAnchor;
        final int count = distances.switches().size();
        this.wanted = Math.min(wanted, count);
        toNearest = new double[count];
        Arrays.fill(toNearest, SwitchDistances.UNREACHABLE);
        before.forEach(this::addIfApart);
        for (int i = 0; i < count; i++) {
            addIfApart(i);
        }
        before.forEach(anchor -> {
            if (anchors.size() < this.wanted) {
                add(anchor);
            }
        });
        while (anchors.size() < this.wanted) {
            add(farthest());
        }
    }

    /**
     * Chooses anchors.
     *
     * @param distances of switches
     * @param wanted how many, if possible; 1 or more
     * @param before places of the anchors of before, in the order in which they were chosen
     * @return places of the anchors, in the order in which they were chosen
     */
    static List<Integer> choose(final SwitchDistances distances, final int wanted, final List<Integer> before) {
        final var toAnchor = new HashMap<Integer, double[]>();
        final var fresh = new Centres(distances, wanted, toAnchor, List.of());
        final var kept = before.isEmpty() ? fresh : new Centres(distances, wanted, toAnchor, before);
        final boolean isGood = kept.anchors.size() <= Math.max(wanted, fresh.anchors.size())
            && !distances.isBeyond(kept.radius(), fresh.radius(), TOLERANCE);
        return List.copyOf(isGood ? kept.anchors : fresh.anchors);
    }

    /**
     * Tells which anchor each switch is nearest to.
     *
     * @param distances of switches
     * @param anchors places of anchors, of which each switch reaches one
     * @return the place of the nearest anchor, the first one of equals, for each switch by its place
     */
    static int[] nearest(final SwitchDistances distances, final Collection<Integer> anchors) {
        final var nearest = new int[distances.switches().size()];
        final var toNearest = new double[nearest.length];
        Arrays.fill(toNearest, SwitchDistances.UNREACHABLE);
        for (int anchor : new TreeSet<>(anchors)) {
            final var toAnchor = distances.to(List.of(anchor));
            for (int i = 0; i < nearest.length; i++) {
                if (toAnchor[i] < toNearest[i]) {
                    toNearest[i] = toAnchor[i];
                    nearest[i] = anchor;
                }
            }
        }
        return nearest;
    }

    private void addIfApart(final int place) {
        if (toNearest[place] == SwitchDistances.UNREACHABLE) {
            add(place);
        }
    }

    private void add(final int anchor) {
        anchors.add(anchor);
        final var all = toAnchor.computeIfAbsent(anchor, key -> distances.to(List.of(key)));
        for (int i = 0; i < all.length; i++) {
            toNearest[i] = Math.min(toNearest[i], all[i]);
        }
    }

    private int farthest() {
        int farthest = -1;
        for (int i = 0; i < toNearest.length; i++) {
            if (!anchors.contains(i) && (farthest < 0 || toNearest[i] > toNearest[farthest])) {
                farthest = i;
            }
        }
        return farthest;
    }

    private double radius() {
        return Arrays.stream(toNearest).max().orElse(SwitchDistances.HERE);
    }
}

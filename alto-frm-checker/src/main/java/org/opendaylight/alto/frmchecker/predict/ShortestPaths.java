/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.predict;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.topology.Topology;

/**
 * The shortest paths over one topology, as trees towards each switch, made by breadth-first search when they are first
 * asked for: O(switches + links) each. May be used from any thread.
 */
final class ShortestPaths {
    /** A link, by the numbers of its switches. */
    private record Link(int fromSwitch, int toSwitch, SwitchPort from) {
    }

    private final Topology topology;
    private final ImmutableMap<SwitchId, Integer> numbers;
    /** Links that lead into each switch. */
    private final List<List<Link>> into;
    /** All links, in the order of the port that sends. */
    private final List<Link> links = new ArrayList<>();
    /** For each destination, by which port each switch sends; null where no link leads there. */
    private final AtomicReferenceArray<SwitchPort[]> trees;

    ShortestPaths(final Topology topology) {
        this.topology = topology;
        final var builder = ImmutableMap.<SwitchId, Integer>builder();
        into = new ArrayList<>();
        for (final var id : topology.ports().keySet()) {
            builder.put(id, into.size());
            into.add(new ArrayList<>());
        }
        numbers = builder.buildOrThrow();
        trees = new AtomicReferenceArray<>(into.size());
        topology.links().forEach((from, to) -> {
            final var link = new Link(number(from.switchId()), number(to.switchId()), from);
            links.add(link);
            into.get(link.toSwitch).add(link);
        });
    }

    Topology topology() {
        return topology;
    }

    /**
     * Tells where a switch sends.
     *
     * @param at a switch of the topology
     * @param destination another switch of it
     * @return the port, or empty if no link leads there
     */
    Optional<SwitchPort> next(final SwitchId at, final SwitchId destination) {
        final int root = number(destination);
        var tree = trees.get(root);
        if (tree == null) {
            tree = treeTowards(root);
            trees.set(root, tree);
        }
        return Optional.ofNullable(tree[number(at)]);
    }

    private int number(final SwitchId id) {
        return requireNonNull(numbers.get(id));
    }

    private SwitchPort[] treeTowards(final int root) {
        final var distances = new int[into.size()];
        Arrays.fill(distances, Integer.MAX_VALUE);
        distances[root] = 0;
        final var queue = new ArrayDeque<Integer>();
        queue.add(root);
        while (!queue.isEmpty()) {
            final int here = queue.remove();
            for (final var link : into.get(here)) {
                if (distances[link.fromSwitch] == Integer.MAX_VALUE) {
                    distances[link.fromSwitch] = distances[here] + 1;
                    queue.add(link.fromSwitch);
                }
            }
        }
        final var tree = new SwitchPort[into.size()];
        for (final var link : links) {
            final int nearer = distances[link.toSwitch];
            if (nearer != Integer.MAX_VALUE && distances[link.fromSwitch] == nearer + 1
                && tree[link.fromSwitch] == null) {
                tree[link.fromSwitch] = link.from;
            }
        }
        return tree;
    }
}

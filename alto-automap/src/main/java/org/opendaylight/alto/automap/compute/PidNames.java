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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.net.SwitchId;

/**
 * Names clusters of switches so that a PID keeps its name when the network changes a little.
 *
 * <p>A cluster and a PID of before that have switches in common may have the same name. Such pairs are taken in the
 * order of how many switches they have in common, most first, then of the names, then of the clusters; the name is the
 * cluster's if neither was given away. A cluster that gets no name so has that of its first switch; if that is another
 * one's, the first of {@code -2}, {@code -3}, ... that is free is added. Clusters are in the order of their first
 * switches.
 */
final class PidNames {
    private PidNames() {
    }

    private record Claim(Pid name, int cluster) {
    }

    /**
     * Names clusters.
     *
     * @param switches all switches, in order
     * @param clusters a number for the cluster of each switch, 0 or more
     * @param before the PID of each switch as it was, also of switches that are gone
     * @return the PID of each switch
     */
    static SortedMap<SwitchId, Pid> of(final List<SwitchId> switches, final int[] clusters,
            final SortedMap<SwitchId, Pid> before) {
        // clusters are counted anew, in the order of their first switches
        final var numbers = new HashMap<Integer, Integer>();
        final var firsts = new ArrayList<SwitchId>();
        final var common = new HashMap<Claim, Integer>();
        for (int i = 0; i < clusters.length; i++) {
            final var id = switches.get(i);
            final int number = numbers.computeIfAbsent(clusters[i], key -> {
                firsts.add(id);
                return firsts.size() - 1;
            });
            final var name = before.get(id);
            if (name != null) {
                common.merge(new Claim(name, number), 1, Integer::sum);
            }
        }

        final var names = new HashMap<Integer, Pid>();
        final var used = new HashSet<Pid>();
        common.entrySet().stream()
            .sorted(Comparator.<HashMap.Entry<Claim, Integer>>comparingInt(entry -> -entry.getValue())
                .thenComparing(entry -> entry.getKey().name)
                .thenComparingInt(entry -> entry.getKey().cluster))
            .map(HashMap.Entry::getKey)
            .forEach(claim -> {
                if (!used.contains(claim.name) && names.putIfAbsent(claim.cluster, claim.name) == null) {
                    used.add(claim.name);
                }
            });
        for (int number = 0; number < firsts.size(); number++) {
            names.computeIfAbsent(number, key -> unused(firsts.get(key).toString(), used));
        }

        final var pids = new TreeMap<SwitchId, Pid>();
        for (int i = 0; i < clusters.length; i++) {
            pids.put(switches.get(i), names.get(numbers.get(clusters[i])));
        }
        return pids;
    }

    private static Pid unused(final String name, final HashSet<Pid> used) {
        var pid = new Pid(name);
        for (int i = 2; !used.add(pid); i++) {
            pid = new Pid(name + "-" + i);
        }
        return pid;
    }
}

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

import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.topology.Topology;

/** The groupings that put switches into PIDs. Pure functions. */
final class SwitchGroupings {
    private SwitchGroupings() {
    }

    /**
     * Makes each switch a PID with its name.
     *
     * @param topology the connected switches
     * @param attached the switches that hosts are attached to, also those that are not connected
     * @param before what this made before
     * @return the PIDs
     */
    static SwitchPids bySwitch(final Topology topology, final Collection<SwitchId> attached, final SwitchPids before) {
        final var pids = new TreeMap<SwitchId, Pid>();
        topology.ports().keySet().forEach(id -> pids.put(id, ownPid(id, before)));
        attached.forEach(id -> pids.computeIfAbsent(id, key -> ownPid(key, before)));
        return pids.equals(before.ofSwitch()) ? before : SwitchPids.of(pids);
    }

    private static Pid ownPid(final SwitchId id, final SwitchPids before) {
        final var pid = before.ofSwitch().get(id);
        return pid == null ? new Pid(id.toString()) : pid;
    }

    /**
     * Puts each switch into the PID of the nearest anchor, that with the first name of equals. The distance is that
     * from the switch to the anchor. Anchors that are not connected are passed over. A switch that reaches no anchor is
     * in no PID.
     *
     * @param distances of switches
     * @param anchors the anchors of each PID
     * @return the PIDs, also those without a switch
     */
    static SwitchPids nearest(final SwitchDistances distances, final SortedMap<Pid, SortedSet<SwitchId>> anchors) {
        final var switches = distances.switches();
        final var least = new double[switches.size()];
        Arrays.fill(least, SwitchDistances.UNREACHABLE);
        final var pids = new TreeMap<SwitchId, Pid>();
        anchors.forEach((pid, of) -> {
            final var toPid = distances.to(places(distances, of));
            for (int i = 0; i < least.length; i++) {
                if (toPid[i] < least[i]) {
                    least[i] = toPid[i];
                    pids.put(switches.get(i), pid);
                }
            }
        });
        return new SwitchPids(pids, ImmutableSortedSet.copyOf(anchors.keySet()), List.of());
    }

    /**
     * Makes each set of switches that are connected by links a PID.
     *
     * @param topology the connected switches
     * @param before what this made before
     * @return the PIDs, named by {@link PidNames}
     */
    static SwitchPids byComponent(final Topology topology, final SwitchPids before) {
        return SwitchPids.of(PidNames.of(List.copyOf(topology.ports().keySet()), Components.of(topology),
            before.ofSwitch()));
    }

    /**
     * Puts each switch to the nearest one of anchors that {@link Centres} chooses, the first one of equals.
     *
     * @param distances of switches
     * @param count how many anchors are wanted
     * @param before what this made before
     * @return the PIDs, named by {@link PidNames}
     */
    static SwitchPids byCentre(final SwitchDistances distances, final int count, final SwitchPids before) {
        final var switches = distances.switches();
        final var anchors = Centres.choose(distances, count, places(distances, before.anchors()));
        final var pids = PidNames.of(switches, Centres.nearest(distances, anchors), before.ofSwitch());
        return new SwitchPids(pids, ImmutableSortedSet.copyOf(pids.values()),
            anchors.stream().map(switches::get).toList());
    }

    /**
     * Makes each cluster of {@link AverageLinkage} a PID.
     *
     * @param distances of switches
     * @param count how many PIDs are wanted
     * @param before what this made before
     * @return the PIDs, named by {@link PidNames}
     */
    static SwitchPids byCluster(final SwitchDistances distances, final int count, final SwitchPids before) {
        return SwitchPids.of(PidNames.of(distances.switches(), AverageLinkage.clusters(distances, count),
            before.ofSwitch()));
    }

    private static List<Integer> places(final SwitchDistances distances, final Iterable<SwitchId> ids) {
        final var places = new ArrayList<Integer>();
        ids.forEach(id -> distances.place(id).ifPresent(places::add));
        return places;
    }
}

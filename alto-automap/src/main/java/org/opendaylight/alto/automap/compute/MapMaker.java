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

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinTask;
import java.util.function.LongSupplier;
import org.opendaylight.alto.automap.compute.MapReport.Cause;
import org.opendaylight.alto.automap.spec.MapSpecs;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.Versioned;
import org.opendaylight.alto.core.service.CostSnapshot;

/**
 * Makes all maps that are wanted, and computes of them only what may have changed.
 *
 * <p>The maps are those that would be made from nothing, but for three things that remember the past: the names of PIDs
 * ({@link PidNames}), the anchors of {@link Centres}, and a cost map that stays because no cost is farther from the
 * published one than the step. For the same network, the first maps are the same everywhere.
 */
public final class MapMaker {
    private final LongSupplier nanoTime;

    /**
     * Makes maps and takes the time.
     *
     * @param nanoTime a clock of nanoseconds, such as {@link System#nanoTime}
     */
    public MapMaker(final LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Makes maps. A map that cannot be made is not among them, and its report says why.
     *
     * @param specs what is wanted
     * @param snapshot the network
     * @param changes what may have changed since the snapshot of {@code previous}
     * @param previous what this returned last; {@link MapResult#NONE} at first
     * @return the maps
     */
    public MapResult make(final MapSpecs specs, final CostSnapshot snapshot, final NetworkChanges changes,
            final MapResult previous) {
        final var places = snapshot.hosts().placesIn(previous.hosts());
        final var hosts = new NetworkMapMaker.Hosts(places,
            HostSwitches.of(snapshot.hosts().hosts(), places, previous.hostSwitches()));
        final var run = new MapRun(snapshot, hosts, causes(snapshot, places, changes, previous), previous, nanoTime);
        // meanwhile costs are computed here; if no other processor is free, the network maps are made in join()
        final var later = ForkJoinTask.adapt(() -> networkMaps(specs, run)).fork();
        run.prepareCosts(specs);
        final var made = later.join();
        final var costMaps = new TreeMap<ResourceId, Versioned<CostMap>>();
        specs.costMaps().values().forEach(spec -> run.costMap(spec, Optional.ofNullable(made.get(spec.networkMap())))
            .ifPresent(map -> costMaps.put(spec.id(), map)));
        final var networkMaps = new TreeMap<ResourceId, Versioned<NetworkMap>>();
        made.forEach((id, map) -> networkMaps.put(id, map.versioned()));
        return new MapResult(new MapSet(networkMaps, costMaps), run.reports(), specs, snapshot.hosts(),
            hosts.switches(), snapshot.topology(), made, run.pidCosts());
    }

    private static SortedMap<ResourceId, MadeNetworkMap> networkMaps(final MapSpecs specs, final MapRun run) {
        final var made = new TreeMap<ResourceId, MadeNetworkMap>();
        specs.networkMaps().values().forEach(spec -> run.networkMap(spec).ifPresent(map -> made.put(spec.id(), map)));
        return made;
    }

    private static Set<Cause> causes(final CostSnapshot snapshot, final int[] places, final NetworkChanges changes,
            final MapResult previous) {
        final var causes = EnumSet.noneOf(Cause.class);
        if (places.length != previous.hosts().size() || !areInPlace(places)) {
            causes.add(Cause.HOSTS);
        }
        if (previous.topology() != snapshot.topology() && !previous.topology().equals(snapshot.topology())) {
            causes.add(Cause.TOPOLOGY);
        }
        if (changes.paths()) {
            causes.add(Cause.PATHS);
        }
        if (changes.metrics()) {
            causes.add(Cause.METRICS);
        }
        return causes;
    }

    /** Tells whether each host is where it was, whenever it was seen. */
    private static boolean areInPlace(final int[] places) {
        for (int place = 0; place < places.length; place++) {
            if (places[place] != place) {
                return false;
            }
        }
        return true;
    }
}

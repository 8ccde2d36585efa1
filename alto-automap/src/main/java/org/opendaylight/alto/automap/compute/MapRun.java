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

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Iterables;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.opendaylight.alto.automap.compute.MapReport.Cause;
import org.opendaylight.alto.automap.compute.MapReport.Outcome;
import org.opendaylight.alto.automap.spec.CostMapSpec;
import org.opendaylight.alto.automap.spec.Fold;
import org.opendaylight.alto.automap.spec.HostPairs;
import org.opendaylight.alto.automap.spec.MapSpecs;
import org.opendaylight.alto.automap.spec.NetworkMapSpec;
import org.opendaylight.alto.core.map.ContentTag;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.map.Versioned;
import org.opendaylight.alto.core.path.LinkMeasure;
import org.opendaylight.alto.core.service.CostSnapshot;
import org.opendaylight.alto.core.service.HostCosts;
import org.opendaylight.alto.core.topology.Topology;

/**
 * Makes the maps of one moment, with what they have in common. Used by one thread, but for {@link #prepareCosts}:
 * meanwhile another one may make network maps.
 */
final class MapRun {
    private final CostSnapshot snapshot;
    private final Set<Cause> changes;
    private final MapResult previous;
    private final LongSupplier nanoTime;
    private final boolean isSameGraph;
    private final NetworkMapMaker networkMapMaker;
    private final Map<CostMetric, SwitchDistances> distances = new HashMap<>();
    private final Map<CostType, Offered> hostCosts = new HashMap<>();
    private final Map<Folding, PidCosts> folded = new HashMap<>();
    /** The rows that were made of costs, which have no other way of comparing than to be the same object. */
    private final Map<PidCosts, SortedMap<Pid, CostRow>> rows = new HashMap<>();
    private final SortedMap<ResourceId, MapReport> reports = new TreeMap<>();
    private final SortedMap<ResourceId, PidCosts> pidCosts = new TreeMap<>();

    /**
     * Prepares to make maps.
     *
     * @param snapshot the network
     * @param hosts what is known of its hosts
     * @param changes what changed since the maps of before
     * @param previous the maps of before
     * @param nanoTime a clock of nanoseconds
     */
    MapRun(final CostSnapshot snapshot, final NetworkMapMaker.Hosts hosts, final Set<Cause> changes,
            final MapResult previous, final LongSupplier nanoTime) {
        this.snapshot = snapshot;
        this.changes = changes;
        this.previous = previous;
        this.nanoTime = nanoTime;
        isSameGraph = isSameGraph(snapshot.topology(), previous.topology());
        networkMapMaker = new NetworkMapMaker(snapshot, hosts, metric -> distances.computeIfAbsent(metric,
            key -> new SwitchDistances(snapshot.topology(), snapshot.measure(key).orElseThrow())));
    }

    /** The costs of a type between hosts, or why there are none. */
    private record Offered(Optional<HostCosts> costs, String problem) {
    }

    /** All that costs between PIDs depend on. */
    private record Folding(HostCosts between, HostPids hosts, Fold fold, HostPairs pairs, double ofNoPath,
            Optional<PidCosts> before) {
        PidCosts costs() {
            return PidCosts.of(between, hosts, fold, pairs, ofNoPath, before);
        }
    }

    /** Tells whether switches and links are the same; other ports do not matter to network maps. */
    private static boolean isSameGraph(final Topology one, final Topology other) {
        return one == other
            || Iterables.elementsEqual(one.ports().keySet(), other.ports().keySet())
                && one.links().equals(other.links());
    }

    /** Returns what became of the maps that were made, by their names. */
    SortedMap<ResourceId, MapReport> reports() {
        return reports;
    }

    /** Returns the costs of which the published cost maps are made, by their names, as far as they are known. */
    SortedMap<ResourceId, PidCosts> pidCosts() {
        return pidCosts;
    }

    /** Makes a network map, unless its metric is not offered. */
    Optional<MadeNetworkMap> networkMap(final NetworkMapSpec spec) {
        final var before = Optional.ofNullable(previous.networkMaps().get(spec.id()));
        final var causes = causes(before.isPresent()
            && spec.equals(previous.specs().networkMaps().get(spec.id())));
        causes.retainAll(NetworkMapMaker.causes(spec.grouping()));
        if (isSameGraph) {
            causes.remove(Cause.TOPOLOGY);
        }
        final var metric = NetworkMapMaker.metric(spec.grouping()).filter(each -> snapshot.measure(each).isEmpty());
        if (metric.isPresent()) {
            return notMade(spec.id(), causes, "no values of links are known for metric " + metric.orElseThrow());
        }
        if (causes.isEmpty()) {
            reuseReport(spec.id());
            return before;
        }
        final long start = nanoTime.getAsLong();
        final var made = networkMapMaker.make(spec, before,
            !causes.contains(Cause.TOPOLOGY) && !causes.contains(Cause.METRICS));
        final var pids = made.versioned().map().pids();
        final var last = before.map(map -> map.versioned().map().pids()).orElse(ImmutableSortedMap.of());
        final boolean isSame = before.isPresent() && before.orElseThrow().versioned() == made.versioned();
        reports.put(spec.id(), new MapReport(spec.id(), isSame ? Outcome.SAME : Outcome.RENEWED, causes,
            Differences.count(last, pids), pids.size(), nanoTime.getAsLong() - start, Optional.empty(),
            Optional.empty()));
        return Optional.of(made);
    }

    /** Computes the costs between hosts that cost maps will be made of, if anything changed. */
    void prepareCosts(final MapSpecs specs) {
        if (!changes.isEmpty()) {
            specs.costMaps().values().stream().filter(spec -> specs.networkMaps().containsKey(spec.networkMap()))
                .map(CostMapSpec::type).forEach(this::hostCosts);
        }
    }

    /** Makes a cost map on a network map, unless that was not made or there are no such costs. */
    Optional<Versioned<CostMap>> costMap(final CostMapSpec spec, final Optional<MadeNetworkMap> networkMap) {
        final var before = Optional.ofNullable(previous.maps().costMaps().get(spec.id()));
        final var wished = Optional.ofNullable(previous.specs().costMaps().get(spec.id()));
        final var causes = causes(before.isPresent() && wished.equals(Optional.of(spec)));
        if (networkMap.orElse(null) != previous.networkMaps().get(spec.networkMap())) {
            causes.add(Cause.NETWORK_MAP);
        }
        if (networkMap.isEmpty()) {
            return notMade(spec.id(), causes, "there is no network map " + spec.networkMap());
        }
        if (causes.isEmpty()) {
            reuseReport(spec.id());
            Optional.ofNullable(previous.pidCosts().get(spec.id())).ifPresent(costs -> pidCosts.put(spec.id(), costs));
            return before;
        }
        final long start = nanoTime.getAsLong();
        final var found = hostCosts(spec.type());
        if (found.costs.isEmpty()) {
            return notMade(spec.id(), causes, "no costs of type " + spec.type() + " are offered: " + found.problem);
        }
        final var between = found.costs.orElseThrow();
        final var on = networkMap.orElseThrow();
        // several metrics often have the same costs, such as all those that are hops
        final var costs = folded.computeIfAbsent(new Folding(between, on.hosts(), spec.fold(), spec.pairs(),
            snapshot.measure(spec.type().metric()).map(LinkMeasure::ofNoPath).orElse(0.0),
            Optional.ofNullable(previous.pidCosts().get(spec.id()))), Folding::costs);
        final var map = new CostMap(on.versioned().vtag(), spec.type(), rows.computeIfAbsent(costs,
            key -> CostMaps.rows(on.hosts().pids(), key, before.map(Versioned::map))));

        final boolean stays = before.isPresent() && wished.filter(last -> isAlike(last, spec)).isPresent()
            && before.orElseThrow().map().networkMap().equals(map.networkMap())
            && CostMaps.areNear(map, before.orElseThrow().map(), spec.stepPercent());
        final int changed = Differences.count(before.map(last -> last.map().rows())
            .orElse(ImmutableSortedMap.of()), map.rows());
        if (!stays || changed == 0) {
            // else the published map is not made of them
            pidCosts.put(spec.id(), costs);
        }
        final var versioned = stays ? before.orElseThrow()
            : new Versioned<>(new VersionTag(spec.id(), ContentTag.of(map)), map);
        final var outcome = !stays ? Outcome.RENEWED : changed == 0 ? Outcome.SAME : Outcome.WITHIN_STEP;
        reports.put(spec.id(), new MapReport(spec.id(), outcome, causes, changed, map.rows().size(),
            nanoTime.getAsLong() - start, costs.samplingError(), Optional.empty()));
        return Optional.of(versioned);
    }

    private EnumSet<Cause> causes(final boolean isKnown) {
        final var causes = EnumSet.noneOf(Cause.class);
        causes.addAll(changes);
        if (!isKnown) {
            causes.add(Cause.WISH);
        }
        return causes;
    }

    private <T> Optional<T> notMade(final ResourceId id, final Set<Cause> causes, final String problem) {
        reports.put(id, MapReport.notMade(id, causes, problem));
        return Optional.empty();
    }

    private void reuseReport(final ResourceId id) {
        Optional.ofNullable(previous.reports().get(id)).ifPresent(report -> reports.put(id, report.untouched()));
    }

    private Offered hostCosts(final CostType type) {
        return hostCosts.computeIfAbsent(type, this::offered);
    }

    private Offered offered(final CostType type) {
        if (!type.mode().equals(CostMode.NUMERICAL)) {
            return new Offered(Optional.empty(), "the mode is not 'numerical'");
        }
        try {
            return new Offered(Optional.of(snapshot.costs(type)), "");
        } catch (IllegalArgumentException e) {
            return new Offered(Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /** Tells whether two wishes are for the same costs. */
    private static boolean isAlike(final CostMapSpec one, final CostMapSpec other) {
        return one.type().equals(other.type()) && one.fold().equals(other.fold()) && one.pairs().equals(other.pairs());
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.frmchecker.mdsal;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.path.LinkMeasure;
import org.opendaylight.alto.core.service.CostSnapshot;
import org.opendaylight.alto.core.service.HostCostService;
import org.opendaylight.alto.core.service.HostCosts;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.frmchecker.cost.PathCosting;
import org.opendaylight.alto.frmchecker.mesh.HostMesh;
import org.opendaylight.alto.frmchecker.mesh.HostMeshes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Costs between all hosts through the rules in the operational datastore; where these have no answer, from those who
 * expect one, who are asked for one pair of hosts of each two groups. Nothing is installed because of it. May be used
 * from any thread; works on the caller's, and on all processors.
 */
@Component
public final class MdsalHostCostService implements HostCostService {
    private final HostMeshes meshes = new HostMeshes();
    /** The last costs of each type, much of which often stays the same. */
    private final Map<CostType, HostCosts> last = new ConcurrentHashMap<>();
    private final PathFinders finders;
    private final PathMetrics metrics;

    @Activate
    public MdsalHostCostService(@Reference final PathFinders finders, @Reference final PathMetrics metrics) {
        this.finders = requireNonNull(finders);
        this.metrics = requireNonNull(metrics);
    }

    @Override
    public CostSnapshot snapshot() {
        final var settings = finders.settings();
        final var finder = finders.finders(settings);
        return new Snapshot(settings, finder, Suppliers.memoize(
            () -> meshes.mesh(finder.installed().network(), finder.installed().hosts())), metrics, last);
    }

    @Override
    public Registration onPathChange(final Runnable listener) {
        return finders.onChange(listener);
    }

    @Override
    public Registration onMetricChange(final Runnable listener) {
        return metrics.listeners().add(listener);
    }

    private record Snapshot(PathSettings settings, PathFinders.Finders finder, Supplier<HostMesh> mesh,
            PathMetrics metrics, Map<CostType, HostCosts> last) implements CostSnapshot {
        @Override
        public HostTable hosts() {
            return finder.installed().hosts();
        }

        @Override
        public Topology topology() {
            return finder.installed().network().topology();
        }

        @Override
        public Optional<LinkMeasure> measure(final CostMetric metric) {
            return metrics.measure(metric);
        }

        @Override
        public HostCosts costs(final CostType type) {
            if (!type.mode().equals(CostMode.NUMERICAL)) {
                throw new IllegalArgumentException("Cost mode " + type.mode() + " is not 'numerical'");
            }
            final var costing = metrics.costing(type.metric(), settings.routingCost());
            final var costs = mesh.get().costs(costing, finder.installed().limits().hops(),
                (sources, destination) -> careful(sources, destination, costing), Optional.ofNullable(last.get(type)));
            last.put(type, costs);
            return costs;
        }

        private double[] careful(final List<IpAddr> sources, final IpAddr destination, final PathCosting costing) {
            return Arrays.stream(finder.installed().costs(sources, List.of(destination), costing,
                settings.aggregation(), query -> costing.of(finder.whole().paths(query), settings.aggregation())))
                .mapToDouble(row -> row[0]).toArray();
        }
    }
}

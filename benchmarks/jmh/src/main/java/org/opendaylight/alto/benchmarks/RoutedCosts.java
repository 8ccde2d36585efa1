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

import com.google.common.base.Suppliers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.path.LinkMeasure;
import org.opendaylight.alto.core.service.ChangeListeners;
import org.opendaylight.alto.core.service.CostSnapshot;
import org.opendaylight.alto.core.service.HostCostService;
import org.opendaylight.alto.core.service.HostCosts;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.frmchecker.cost.HopCosting;
import org.opendaylight.alto.frmchecker.cost.HopMeasure;
import org.opendaylight.alto.frmchecker.mesh.HostMesh;
import org.opendaylight.alto.frmchecker.mesh.HostMeshes;
import org.opendaylight.alto.frmchecker.trace.NetworkState;
import org.opendaylight.alto.frmchecker.trace.WalkLimits;

/**
 * Costs between all hosts of a network that is told, as the FRM checker computes them; each type of cost is hops. Each
 * way must be plain.
 */
final class RoutedCosts implements HostCostService {
    private final HostMeshes meshes = new HostMeshes();
    private final Map<CostType, HostCosts> last = new ConcurrentHashMap<>();
    private final ChangeListeners listeners = new ChangeListeners();
    private volatile Network network;

    RoutedCosts(final Network network) {
        this.network = network;
    }

    /** Rules, links and hosts of one moment. */
    record Network(NetworkState state, HostTable hosts) {
    }

    Network network() {
        return network;
    }

    /** Takes another network, and tells those who listen to paths. */
    void become(final Network next) {
        network = next;
        listeners.fire();
    }

    @Override
    public CostSnapshot snapshot() {
        final var now = network;
        return new Snapshot(now, Suppliers.memoize(() -> meshes.mesh(now.state(), now.hosts())), last);
    }

    @Override
    public Registration onPathChange(final Runnable listener) {
        return listeners.add(listener);
    }

    @Override
    public Registration onMetricChange(final Runnable listener) {
        return () -> { };
    }

    private record Snapshot(Network network, Supplier<HostMesh> mesh, Map<CostType, HostCosts> last)
            implements CostSnapshot {
        @Override
        public HostTable hosts() {
            return network.hosts();
        }

        @Override
        public Topology topology() {
            return network.state().topology();
        }

        @Override
        public Optional<LinkMeasure> measure(final CostMetric metric) {
            return metric.equals(CostMetric.HOPCOUNT) ? Optional.of(new HopMeasure()) : Optional.empty();
        }

        @Override
        public HostCosts costs(final CostType type) {
            final var costs = mesh.get().costs(new HopCosting(), WalkLimits.DEFAULT.hops(), (sources, destination) -> {
                throw new IllegalStateException("The way to " + destination + " is not plain");
            }, Optional.ofNullable(last.get(type)));
            last.put(type, costs);
            return costs;
        }
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.mdsal;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.path.LinkMeasure;
import org.opendaylight.alto.core.service.ChangeListeners;
import org.opendaylight.alto.core.service.CostSnapshot;
import org.opendaylight.alto.core.service.HostCostService;
import org.opendaylight.alto.core.service.HostCosts;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.core.testlib.FakeHostDirectory;
import org.opendaylight.alto.core.testlib.FakeTopologyService;
import org.opendaylight.alto.core.topology.Topology;

/** Each host is a group, and all pairs have one cost. */
final class FakeHostCostService implements HostCostService {
    private final ChangeListeners pathListeners = new ChangeListeners();
    private final ChangeListeners metricListeners = new ChangeListeners();
    private final AtomicInteger asked = new AtomicInteger();
    private final FakeHostDirectory hosts;
    private final FakeTopologyService topology;

    private volatile double cost = Double.NaN;

    FakeHostCostService(final FakeHostDirectory hosts, final FakeTopologyService topology) {
        this.hosts = hosts;
        this.topology = topology;
    }

    /** Sets the cost of all pairs, NaN for none, and tells those who wait for other paths. */
    void setByPath(final double newCost) {
        cost = newCost;
        pathListeners.fire();
    }

    /** Sets the cost of all pairs, NaN for none, and tells those who wait for other values of metrics. */
    void setByMetric(final double newCost) {
        cost = newCost;
        metricListeners.fire();
    }

    /** How often costs were asked for. */
    int asked() {
        return asked.get();
    }

    @Override
    public CostSnapshot snapshot() {
        return new Snapshot(hosts.hosts(), topology.topology(), cost, asked);
    }

    @Override
    public Registration onPathChange(final Runnable listener) {
        return pathListeners.add(listener);
    }

    @Override
    public Registration onMetricChange(final Runnable listener) {
        return metricListeners.add(listener);
    }

    private record Snapshot(HostTable hosts, Topology topology, double cost, AtomicInteger asked)
            implements CostSnapshot {
        @Override
        public Optional<LinkMeasure> measure(final CostMetric metric) {
            return Optional.empty();
        }

        @Override
        public HostCosts costs(final CostType type) {
            if (type.metric().equals(CostMetric.LOSSRATE)) {
                throw new IllegalArgumentException("nobody measures it");
            }
            asked.incrementAndGet();
            return new Costs(hosts.size(), cost);
        }
    }

    private record Costs(int hosts, double cost) implements HostCosts {
        @Override
        public int sourceGroup(final int host) {
            return host;
        }

        @Override
        public int destinationGroup(final int host) {
            return host;
        }

        @Override
        public int sourceGroupCount() {
            return hosts;
        }

        @Override
        public int destinationGroupCount() {
            return hosts;
        }

        @Override
        public double[] costsTo(final int destinationGroup) {
            final var costs = new double[hosts];
            Arrays.fill(costs, cost);
            return costs;
        }
    }
}

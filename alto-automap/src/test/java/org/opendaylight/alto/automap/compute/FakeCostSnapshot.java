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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.path.LinkMeasure;
import org.opendaylight.alto.core.service.CostSnapshot;
import org.opendaylight.alto.core.service.HostCosts;
import org.opendaylight.alto.core.topology.Topology;

/**
 * A network, as given.
 *
 * @param hosts hosts
 * @param topology switches and links
 * @param measures values of links
 * @param offered costs between hosts
 * @param asked the types that were asked for
 */
record FakeCostSnapshot(HostTable hosts, Topology topology, Map<CostMetric, LinkMeasure> measures,
        Map<CostType, HostCosts> offered, List<CostType> asked) implements CostSnapshot {
    static FakeCostSnapshot of(final HostTable hosts, final Topology topology) {
        final var measures = new HashMap<CostMetric, LinkMeasure>();
        measures.put(CostMetric.HOPCOUNT, FakeMeasure.HOPS);
        return new FakeCostSnapshot(hosts, topology, measures, new HashMap<>(), new ArrayList<>());
    }

    FakeCostSnapshot measuring(final CostMetric metric, final LinkMeasure measure) {
        measures.put(metric, measure);
        return this;
    }

    FakeCostSnapshot offering(final CostMetric metric, final HostCosts costs) {
        offered.put(CostType.numerical(metric), costs);
        return this;
    }

    @Override
    public Optional<LinkMeasure> measure(final CostMetric metric) {
        return Optional.ofNullable(measures.get(metric));
    }

    @Override
    public HostCosts costs(final CostType type) {
        final var costs = offered.get(type);
        if (costs == null) {
            throw new IllegalArgumentException("not offered here");
        }
        asked.add(type);
        return costs;
    }
}

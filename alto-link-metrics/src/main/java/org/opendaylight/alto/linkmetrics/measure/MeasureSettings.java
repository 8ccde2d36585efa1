/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.linkmetrics.measure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.opendaylight.alto.core.map.CostContext;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.Statistic;
import org.opendaylight.alto.core.net.SwitchPort;

/**
 * How an operator wants links to be measured.
 *
 * @param window what the values are made of was observed so long
 * @param probeInterval how often each link is probed; zero for never
 * @param maxProbesPerSecond the most probes of all links and switches together
 * @param samplesKept the most samples of one metric of one link
 * @param statistics what is offered of each metric beside its default statistic
 * @param links what is said of links, by the port that sends; wins over what is measured
 * @param contexts what clients are told of where the values of a metric come from, by base metric
 */
public record MeasureSettings(Duration window, Duration probeInterval, int maxProbesPerSecond, int samplesKept,
        List<Statistic> statistics, Map<SwitchPort, LinkValues> links, Map<CostMetric, CostContext> contexts) {
    private static final CostContext ESTIMATION = new CostContext(CostContext.Source.ESTIMATION, Map.of());

    public MeasureSettings {
        statistics = List.copyOf(statistics);
        links = Map.copyOf(links);
        contexts = Map.copyOf(contexts);
    }

    LinkValues of(final SwitchPort port) {
        return links.getOrDefault(port, LinkValues.NONE);
    }

    /**
     * Returns what clients are told of a metric.
     *
     * @param metric with or without statistic
     * @return where its values come from
     */
    public CostContext context(final CostMetric metric) {
        return contexts.getOrDefault(metric.base(), ESTIMATION);
    }
}

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

import com.google.common.collect.ImmutableSortedSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.opendaylight.alto.core.link.LinkStatus;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.LinkMeasure;

/**
 * What is known of all links at one moment. Immutable; the values of a metric are computed when it is first asked for.
 * May be used by several threads.
 */
public final class MetricSnapshot {
    private final List<PortMetrics> ports;
    private final MeasureSettings settings;
    private final ImmutableSortedSet<CostMetric> offered;
    private final Map<CostMetric, LinkMeasure> measures = new ConcurrentHashMap<>();

    MetricSnapshot(final Collection<PortMetrics> ports, final MeasureSettings settings) {
        this.ports = List.copyOf(ports);
        this.settings = settings;
        final var all = ImmutableSortedSet.<CostMetric>naturalOrder();
        for (final var metric : MeasuredMetric.values()) {
            all.add(metric.metric());
            settings.statistics().forEach(statistic -> all.add(metric.metric().with(statistic)));
        }
        offered = all.build();
    }

    /**
     * Returns what can be asked for.
     *
     * @return metrics with and without statistic
     */
    public SortedSet<CostMetric> offered() {
        return offered;
    }

    /**
     * Returns how links are measured.
     *
     * @return the operator's settings
     */
    public MeasureSettings settings() {
        return settings;
    }

    /**
     * Returns what computes a metric of paths.
     *
     * @param metric one that is offered
     * @return its values
     * @throws IllegalArgumentException if it is not offered
     */
    public LinkMeasure measure(final CostMetric metric) {
        if (!offered.contains(metric)) {
            throw new IllegalArgumentException(metric + " is not measured");
        }
        return measures.computeIfAbsent(metric, this::compute);
    }

    private LinkMeasure compute(final CostMetric name) {
        final var metric = MeasuredMetric.of(name).orElseThrow();
        final var statistic = name.statistic().orElse(metric.defaultStatistic());
        final var entering = new HashMap<SwitchPort, Double>();
        final var leaving = new HashMap<SwitchPort, Double>();
        for (final var port : ports) {
            final boolean isEdge = port.to().isEmpty();
            if (isEdge && !metric.countsHosts()) {
                entering.put(port.port(), 0.0);
                leaving.put(port.port(), 0.0);
            } else {
                leaving.put(port.port(), port.get(metric).get(statistic));
                if (isEdge) {
                    entering.put(port.port(), port.entering(metric).get(statistic));
                }
            }
        }
        return new PathMeasure(entering, leaving, metric.algebra());
    }

    /**
     * Tells whether it is worth to look again: whether something became known or unknown, or differs by more than
     * noise. Compares values of the default statistics only.
     *
     * @param earlier an earlier snapshot
     * @return false if what was made of the earlier one still holds
     */
    public boolean differsFrom(final MetricSnapshot earlier) {
        if (!settings.equals(earlier.settings) || ports.size() != earlier.ports.size()) {
            return true;
        }
        for (int i = 0; i < ports.size(); i++) {
            if (ports.get(i).differsFrom(earlier.ports.get(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns what is known of each link and of each port to hosts.
     *
     * @return by the port that sends
     */
    public List<LinkStatus> links() {
        return ports.stream().map(PortMetrics::toStatus).toList();
    }
}

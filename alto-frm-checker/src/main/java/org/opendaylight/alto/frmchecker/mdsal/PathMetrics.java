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

import com.google.common.collect.ImmutableSortedSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opendaylight.alto.core.map.CostContext;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.path.LinkMeasure;
import org.opendaylight.alto.core.service.ChangeListeners;
import org.opendaylight.alto.core.service.PathMetricSource;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.frmchecker.cost.Formula;
import org.opendaylight.alto.frmchecker.cost.FormulaCosting;
import org.opendaylight.alto.frmchecker.cost.HopCosting;
import org.opendaylight.alto.frmchecker.cost.HopMeasure;
import org.opendaylight.alto.frmchecker.cost.MeasureCosting;
import org.opendaylight.alto.frmchecker.cost.PathCosting;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metrics that a path can be asked for: {@code hopcount}, those that bundles publish, and {@code routingcost}, an
 * operator's {@link Formula} of the others. May be used from any thread.
 */
@Component(service = PathMetrics.class)
public final class PathMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(PathMetrics.class);
    private static final Set<CostMetric> OWN = Set.of(CostMetric.HOPCOUNT, CostMetric.ROUTINGCOST);

    private final List<PathMetricSource> sources = new CopyOnWriteArrayList<>();
    private final Map<PathMetricSource, Registration> registrations = new ConcurrentHashMap<>();
    private final ChangeListeners listeners = new ChangeListeners();
    private final Set<Formula> complained = ConcurrentHashMap.newKeySet();

    /**
     * Takes a source that a bundle publishes.
     *
     * @param source the source
     */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSource(final PathMetricSource source) {
        sources.add(source);
        registrations.put(source, source.onChange(listeners::fire));
        complained.clear();
        LOG.info("Metrics of paths are here: {}", source.metrics());
        listeners.fire();
    }

    /**
     * Forgets a source that goes.
     *
     * @param source the source
     */
    public void removeSource(final PathMetricSource source) {
        if (sources.remove(source)) {
            final var registration = registrations.remove(source);
            if (registration != null) {
                registration.close();
            }
            complained.clear();
            LOG.info("Metrics of paths are gone: {}", source.metrics());
            listeners.fire();
        }
    }

    /** Those who want to hear that values, or the metrics that there are, have changed. */
    ChangeListeners listeners() {
        return listeners;
    }

    /** Returns all metrics. */
    SortedSet<CostMetric> metrics() {
        final var all = ImmutableSortedSet.<CostMetric>naturalOrder().addAll(OWN);
        sources.forEach(source -> all.addAll(source.metrics()));
        return all.build();
    }

    private Optional<PathMetricSource> sourceOf(final CostMetric metric) {
        return OWN.contains(metric) ? Optional.empty()
            : sources.stream().filter(source -> source.metrics().contains(metric)).findFirst();
    }

    Optional<CostContext> context(final CostMetric metric) {
        return sourceOf(metric).map(source -> source.context(metric));
    }

    /**
     * Makes what computes a metric, at this moment.
     *
     * @throws IllegalArgumentException if there is no such metric
     */
    PathCosting costing(final CostMetric metric, final Formula routingCost) {
        if (metric.equals(CostMetric.HOPCOUNT)) {
            return new HopCosting();
        }
        if (metric.equals(CostMetric.ROUTINGCOST)) {
            return routingCost(routingCost);
        }
        return new MeasureCosting(measure(metric).orElseThrow(() -> new IllegalArgumentException(
            "Metric " + metric + " is not one of " + metrics())));
    }

    /** Makes what measures a metric, at this moment; empty if there is no such metric, or if a formula makes it. */
    Optional<LinkMeasure> measure(final CostMetric metric) {
        return metric.equals(CostMetric.HOPCOUNT) ? Optional.of(new HopMeasure())
            : sourceOf(metric).map(source -> source.measures(List.of(metric)).getFirst());
    }

    private PathCosting routingCost(final Formula formula) {
        if (formula.equals(Formula.DEFAULT)) {
            return new HopCosting();
        }
        final var inputs = new HashMap<String, LinkMeasure>();
        try {
            final var others = new TreeSet<>(metrics());
            others.remove(CostMetric.ROUTINGCOST);
            formula.metrics(others).forEach((name, other) ->
                measure(other).ifPresent(measure -> inputs.put(name, measure)));
        } catch (IllegalArgumentException e) {
            if (complained.add(formula)) {
                LOG.warn("Nothing has a routingcost, as its formula cannot be computed: {}", e.getMessage());
            }
            return PathCosting.UNKNOWN;
        }
        return new FormulaCosting(formula, inputs);
    }
}

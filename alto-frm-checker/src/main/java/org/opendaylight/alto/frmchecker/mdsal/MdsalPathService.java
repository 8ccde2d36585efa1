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

import com.google.common.collect.ImmutableSortedSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import org.opendaylight.alto.core.map.CostContext;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.service.EndpointCostService;
import org.opendaylight.alto.core.service.EndpointCosts;
import org.opendaylight.alto.core.service.PathService;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.frmchecker.cost.PathCosting;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Paths, and costs that come from paths, through the rules in the operational datastore; where these have no answer,
 * from those who expect one, in the operator's order. Each call works on one state of the network and one host table.
 * May be used from any thread; works on the caller's.
 */
@Component
public final class MdsalPathService implements PathService, EndpointCostService {
    private static final Logger LOG = LoggerFactory.getLogger(MdsalPathService.class);

    private final PathFinders finders;
    private final ForcedPaths forced;
    private final PathMetrics metrics;

    @Activate
    public MdsalPathService(@Reference final PathFinders finders, @Reference final ForcedPaths forced,
            @Reference final PathMetrics metrics) {
        this.finders = requireNonNull(finders);
        this.forced = requireNonNull(forced);
        this.metrics = requireNonNull(metrics);
    }

    /** Answers a query, and has a predicted path installed if the operator wants it. */
    private PathAnswer answer(final PathFinders.Finders finder, final PathSettings settings, final PathQuery query) {
        final var answer = finder.whole().paths(query);
        if (settings.force().enabled()) {
            forced.answered(query, answer);
        }
        return answer;
    }

    @Override
    public List<PathAnswer> paths(final List<PathQuery> queries) {
        final var settings = finders.settings();
        final var finder = finders.finders(settings);
        return queries.stream().map(query -> {
            final var answer = answer(finder, settings, query);
            LOG.trace("Paths of {} are {}", query, answer);
            return answer;
        }).toList();
    }

    @Override
    public Registration onChange(final Runnable listener) {
        return finders.onChange(listener);
    }

    @Override
    public SortedSet<CostType> costTypes() {
        return metrics.metrics().stream().map(CostType::numerical)
            .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    }

    @Override
    public Optional<CostContext> context(final CostMetric metric) {
        return metrics.context(metric);
    }

    private PathCosting costing(final CostType type, final PathSettings settings) {
        if (!type.mode().equals(CostMode.NUMERICAL)) {
            throw new IllegalArgumentException("Cost type " + type + " is not one of " + costTypes());
        }
        return metrics.costing(type.metric(), settings.routingCost());
    }

    @Override
    public Snapshot snapshot() {
        final var settings = finders.settings();
        return new Costs(settings, finders.finders(settings));
    }

    /** Costs on one state of the network, by the settings of that time. */
    private final class Costs implements Snapshot {
        private final PathSettings settings;
        private final PathFinders.Finders finder;

        Costs(final PathSettings settings, final PathFinders.Finders finder) {
            this.settings = settings;
            this.finder = finder;
        }

        /** The cost of a pair by all its paths, with gaps filled. */
        private OptionalDouble whole(final PathQuery query, final PathCosting costing) {
            return costing.of(answer(finder, settings, query), settings.aggregation());
        }

        @Override
        public EndpointCosts costs(final CostType type, final List<IpAddr> sources, final List<IpAddr> destinations) {
            final var costing = costing(type, settings);
            return EndpointCosts.ofRows(finder.installed().costs(sources, destinations, costing,
                settings.aggregation(), query -> whole(query, costing)));
        }

        @Override
        public List<OptionalDouble> costs(final CostType type, final List<PathQuery> flows) {
            final var costing = costing(type, settings);
            return flows.stream().map(flow -> finder.installed().cost(flow, costing, settings.aggregation(),
                query -> whole(query, costing))).toList();
        }
    }
}

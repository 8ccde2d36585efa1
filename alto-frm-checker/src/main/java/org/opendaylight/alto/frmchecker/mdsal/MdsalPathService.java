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

import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.service.EndpointCostService;
import org.opendaylight.alto.core.service.EndpointCosts;
import org.opendaylight.alto.core.service.PathService;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.frmchecker.cost.HopCounts;
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

    @Activate
    public MdsalPathService(@Reference final PathFinders finders, @Reference final ForcedPaths forced) {
        this.finders = requireNonNull(finders);
        this.forced = requireNonNull(forced);
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
        return HopCounts.TYPES;
    }

    @Override
    public EndpointCosts costs(final CostType type, final List<IpAddr> sources, final List<IpAddr> destinations) {
        HopCounts.requireOffered(type);
        final var settings = finders.settings();
        final var finder = finders.finders(settings);
        return EndpointCosts.ofRows(finder.installed().hopCounts(sources, destinations, settings.aggregation(),
            query -> answer(finder, settings, query).hopCount(settings.aggregation())));
    }

    @Override
    public List<OptionalDouble> costs(final CostType type, final List<PathQuery> flows) {
        HopCounts.requireOffered(type);
        final var settings = finders.settings();
        final var finder = finders.finders(settings);
        return flows.stream().map(flow -> finder.installed().hopCount(flow, settings.aggregation(),
            query -> answer(finder, settings, query).hopCount(settings.aggregation()))).toList();
    }
}

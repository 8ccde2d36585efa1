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
import java.util.function.Function;
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

    /** Answers queries on one state of the network, and has predicted paths installed if the operator wants it. */
    private Function<PathQuery, PathAnswer> answers(final PathSettings settings) {
        final var finder = finders.finder(settings);
        return !settings.force().enabled() ? finder::paths : query -> {
            final var answer = finder.paths(query);
            forced.answered(query, answer);
            return answer;
        };
    }

    @Override
    public List<PathAnswer> paths(final List<PathQuery> queries) {
        final var answers = answers(finders.settings());
        return queries.stream().map(query -> {
            final var answer = answers.apply(query);
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
        return HopCounts.of(type, sources, destinations, hopCounts());
    }

    @Override
    public List<OptionalDouble> costs(final CostType type, final List<PathQuery> flows) {
        return HopCounts.of(type, flows, hopCounts());
    }

    private Function<PathQuery, OptionalDouble> hopCounts() {
        final var settings = finders.settings();
        final var answers = answers(settings);
        return query -> answers.apply(query).hopCount(settings.aggregation());
    }
}

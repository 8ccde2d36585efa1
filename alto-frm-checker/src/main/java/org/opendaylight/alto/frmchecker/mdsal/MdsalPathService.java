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
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.service.EndpointCostService;
import org.opendaylight.alto.core.service.EndpointCosts;
import org.opendaylight.alto.core.service.HostDirectory;
import org.opendaylight.alto.core.service.PathService;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.frmchecker.cost.HopCounts;
import org.opendaylight.alto.frmchecker.predict.Intention;
import org.opendaylight.alto.frmchecker.predict.PredictingFinder;
import org.opendaylight.alto.frmchecker.predict.Prediction;
import org.opendaylight.alto.frmchecker.predict.Supplement;
import org.opendaylight.alto.frmchecker.trace.NetworkState;
import org.opendaylight.alto.frmchecker.trace.PathFinder;
import org.opendaylight.alto.frmchecker.trace.WalkLimits;
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

    private final NetworkStateTracker tracker;
    private final HostDirectory hosts;
    private final PathSettingsReader settings;
    private final Predictors predictors;
    private final IntendedRules intended;

    @Activate
    public MdsalPathService(@Reference final NetworkStateTracker tracker, @Reference final HostDirectory hosts,
            @Reference final PathSettingsReader settings, @Reference final Predictors predictors,
            @Reference final IntendedRules intended) {
        this.tracker = requireNonNull(tracker);
        this.hosts = requireNonNull(hosts);
        this.settings = requireNonNull(settings);
        this.predictors = requireNonNull(predictors);
        this.intended = requireNonNull(intended);
    }

    private PredictingFinder finder(final PathSettings wanted) {
        final var network = tracker.state();
        final var table = hosts.hosts();
        return new PredictingFinder(new PathFinder(network, table, WalkLimits.DEFAULT)::paths,
            wanted.predictors().stream().flatMap(name -> supplement(name, network, table).stream()).toList());
    }

    private Optional<Supplement> supplement(final String name, final NetworkState network, final HostTable table) {
        if (!name.equals(Intention.NAME)) {
            return predictors.named(name)
                .map(predictor -> new Prediction(predictor, network.topology(), table));
        }
        // made when there is a gap, which in most networks is never
        return Optional.of((query, answer) -> {
            final var meant = intended.addTo(network);
            return new Intention(new PathFinder(meant.network(), table, WalkLimits.DEFAULT)::paths, meant.pending())
                .fill(query, answer);
        });
    }

    @Override
    public List<PathAnswer> paths(final List<PathQuery> queries) {
        final var finder = finder(settings.settings());
        return queries.stream().map(query -> {
            final var answer = finder.paths(query);
            LOG.trace("Paths of {} are {}", query, answer);
            return answer;
        }).toList();
    }

    @Override
    public Registration onChange(final Runnable listener) {
        final var registrations = Stream.of(tracker.pathListeners(), settings.listeners(), predictors.listeners(),
            intended.listeners()).map(listeners -> listeners.add(listener)).toList();
        return () -> registrations.forEach(Registration::close);
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
        final var wanted = settings.settings();
        final var finder = finder(wanted);
        return query -> finder.paths(query).hopCount(wanted.aggregation());
    }
}

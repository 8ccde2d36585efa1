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

import java.util.Optional;
import java.util.stream.Stream;
import org.opendaylight.alto.core.host.HostTable;
import org.opendaylight.alto.core.service.ChangeListeners;
import org.opendaylight.alto.core.service.HostDirectory;
import org.opendaylight.alto.core.service.Registration;
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

/** Makes finders of paths, each on one state of the network and one host table. May be used from any thread. */
@Component(service = PathFinders.class)
public final class PathFinders {
    private final NetworkStateTracker tracker;
    private final HostDirectory hosts;
    private final PathSettingsReader settings;
    private final Predictors predictors;
    private final IntendedRules intended;

    @Activate
    public PathFinders(@Reference final NetworkStateTracker tracker, @Reference final HostDirectory hosts,
            @Reference final PathSettingsReader settings, @Reference final Predictors predictors,
            @Reference final IntendedRules intended) {
        this.tracker = requireNonNull(tracker);
        this.hosts = requireNonNull(hosts);
        this.settings = requireNonNull(settings);
        this.predictors = requireNonNull(predictors);
        this.intended = requireNonNull(intended);
    }

    PathSettings settings() {
        return settings.settings();
    }

    /**
     * Finders on one state of the network.
     *
     * @param installed follows installed rules
     * @param whole follows installed rules, and has gaps filled as the operator wants
     */
    record Finders(PathFinder installed, PredictingFinder whole) {
    }

    Finders finders(final PathSettings wanted) {
        final var network = tracker.state();
        final var table = hosts.hosts();
        final var installed = walk(network, table);
        return new Finders(installed, new PredictingFinder(installed::paths,
            wanted.predictors().stream().flatMap(name -> supplement(name, network, table).stream()).toList()));
    }

    private static PathFinder walk(final NetworkState network, final HostTable table) {
        return new PathFinder(network, table, WalkLimits.DEFAULT);
    }

    private Optional<Supplement> supplement(final String name, final NetworkState network, final HostTable table) {
        if (!name.equals(Intention.NAME)) {
            return predictors.named(name)
                .map(predictor -> new Prediction(predictor, network.topology(), table));
        }
        // made when there is a gap, which in most networks is never
        return Optional.of((query, answer) -> {
            final var meant = intended.addTo(network);
            return new Intention(walk(meant.network(), table)::paths, meant.pending()).fill(query, answer);
        });
    }

    /** Has something run after each change that may change a path. */
    Registration onChange(final Runnable listener) {
        final var registrations = Stream.of(tracker.pathListeners(), settings.listeners(), predictors.listeners(),
            intended.listeners()).map((ChangeListeners listeners) -> listeners.add(listener)).toList();
        return () -> registrations.forEach(Registration::close);
    }
}

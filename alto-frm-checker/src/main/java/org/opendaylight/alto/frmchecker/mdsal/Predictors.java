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

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.opendaylight.alto.core.net.SwitchPort;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.PathQuery;
import org.opendaylight.alto.core.service.ChangeListeners;
import org.opendaylight.alto.core.service.PathPredictor;
import org.opendaylight.alto.core.topology.Topology;
import org.opendaylight.alto.frmchecker.predict.Intention;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The predictors that bundles publish, by name. May be used from any thread. */
@Component(service = Predictors.class)
public final class Predictors {
    private static final Logger LOG = LoggerFactory.getLogger(Predictors.class);

    private final ChangeListeners listeners = new ChangeListeners();
    private final List<Guarded> predictors = new CopyOnWriteArrayList<>();
    private final Set<String> missed = ConcurrentHashMap.newKeySet();

    /** A predictor whose failure is not ours. */
    private record Guarded(String name, PathPredictor predictor, AtomicBoolean failed) implements PathPredictor {
        // Code of others: what it throws must not take the answer from the client.
        @Override
        @SuppressWarnings("checkstyle:IllegalCatch")
        public Optional<List<Hop>> predict(final PathQuery query, final SwitchPort from, final SwitchPort to,
                final Topology topology) {
            try {
                return predictor.predict(query, from, to, topology);
            } catch (RuntimeException e) {
                if (failed.compareAndSet(false, true)) {
                    LOG.warn("Predictor {} failed on {}; that is as if it expected nothing", name, query, e);
                } else {
                    LOG.debug("Predictor {} failed again, on {}", name, query, e);
                }
                return Optional.empty();
            }
        }
    }

    /**
     * Takes a predictor that a bundle publishes.
     *
     * @param predictor the predictor
     */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addPredictor(final PathPredictor predictor) {
        final var name = predictor.name();
        if (!name.matches("[0-9A-Za-z_-]{1,64}") || name.equals(Intention.NAME) || name.equals(PathSettings.NOBODY)
            || find(name).isPresent()) {
            LOG.warn("Predictor {} is not used: its name '{}' is not allowed or taken", predictor, name);
            return;
        }
        predictors.add(new Guarded(name, predictor, new AtomicBoolean()));
        missed.remove(name);
        LOG.info("Predictor {} is here", name);
        listeners.fire();
    }

    /**
     * Forgets a predictor that goes.
     *
     * @param predictor the predictor
     */
    public void removePredictor(final PathPredictor predictor) {
        if (predictors.removeIf(guarded -> guarded.predictor == predictor)) {
            LOG.info("Predictor {} is gone", predictor.name());
            listeners.fire();
        }
    }

    /** Where to be told when a predictor comes or goes. */
    ChangeListeners listeners() {
        return listeners;
    }

    private Optional<Guarded> find(final String name) {
        return predictors.stream().filter(guarded -> guarded.name.equals(name)).findFirst();
    }

    /** Finds a predictor that an operator named; it is logged once if nobody has the name. */
    Optional<PathPredictor> named(final String name) {
        final var found = find(name);
        if (found.isEmpty() && missed.add(name)) {
            LOG.warn("No predictor is called {}; the name is ignored until one is", name);
        }
        return found.map(PathPredictor.class::cast);
    }
}

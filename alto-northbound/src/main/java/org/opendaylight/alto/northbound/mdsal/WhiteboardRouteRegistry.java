/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.mdsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.opendaylight.alto.core.service.ChangeListeners;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.northbound.catalog.CatalogBuilder;
import org.opendaylight.alto.northbound.catalog.RouteRegistry;
import org.opendaylight.alto.northbound.jaxrs.RouteCheck;
import org.opendaylight.alto.northbound.spi.AltoRoute;
import org.opendaylight.alto.northbound.spi.RouteEntry;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes up the routes that other bundles publish as OSGi services. A route that fails harms itself only. */
@Component(service = RouteRegistry.class)
public final class WhiteboardRouteRegistry implements RouteRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(WhiteboardRouteRegistry.class);

    private final List<Bound> bound = new CopyOnWriteArrayList<>();
    private final ChangeListeners listeners = new ChangeListeners();

    /** A route that is there, whether it can be served or not. */
    private static final class Bound {
        private final AltoRoute route;
        private volatile Optional<String> problem = Optional.empty();
        private volatile Registration registration = () -> { };
        private volatile boolean failing;

        Bound(final AltoRoute route) {
            this.route = route;
        }
    }

    /**
     * Adds a route.
     *
     * @param route what to serve
     */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
        policyOption = ReferencePolicyOption.GREEDY)
    void bindRoute(final AltoRoute route) {
        final var added = new Bound(route);
        added.problem = ask(added, asked -> RouteCheck.problem(asked.resource())).orElseGet(
            () -> Optional.of("it does not say what answers; the log has the reason"));
        bound.add(added);
        added.problem.ifPresentOrElse(problem -> LOG.warn("Route {} is not served: {}", route, problem),
            () -> LOG.info("Serving route {}", route));
        added.registration = ask(added, asked -> asked.onChange(listeners::fire)).orElse(() -> { });
        listeners.fire();
    }

    /**
     * Removes a route.
     *
     * @param route what not to serve any more
     */
    void unbindRoute(final AltoRoute route) {
        for (var removed : bound) {
            if (removed.route == route && bound.remove(removed)) {
                ask(removed, asked -> {
                    removed.registration.close();
                    return asked;
                });
                LOG.info("Route {} is gone", route);
            }
        }
        listeners.fire();
    }

    @Override
    public List<AltoRoute> routes() {
        return bound.stream().filter(each -> each.problem.isEmpty()).map(each -> each.route).toList();
    }

    @Override
    public void addTo(final CatalogBuilder builder) {
        for (var each : bound) {
            ask(each, route -> new Offer(route.publisher(), List.copyOf(route.entries()))).ifPresent(offer -> {
                each.failing = false;
                final var problem = each.problem;
                for (var entry : offer.entries) {
                    problem.ifPresentOrElse(why -> builder.leaveOut(entry, offer.publisher, why),
                        () -> builder.addRoute(entry, offer.publisher));
                }
                if (problem.isEmpty()) {
                    builder.addOverview(served -> ask(each, route -> List.copyOf(route.entriesOver(served)))
                        .orElseGet(List::of), offer.publisher);
                }
            });
        }
    }

    private record Offer(String publisher, List<RouteEntry> entries) {
    }

    @Override
    public void refuse(final AltoRoute route, final String problem) {
        final var refused = new ArrayList<Bound>();
        bound.stream().filter(each -> each.route == route && each.problem.isEmpty()).forEach(each -> {
            each.problem = Optional.of(problem);
            refused.add(each);
        });
        if (!refused.isEmpty()) {
            LOG.warn("Route {} is not served: {}", route, problem);
            listeners.fire();
        }
    }

    @Override
    public Registration onChange(final Runnable listener) {
        return listeners.add(listener);
    }

    /** Asks a route something; tells the log of the first time in a row that it fails. */
    // we do not know what the code of others throws
    @SuppressWarnings("checkstyle:IllegalCatch")
    private static <T> Optional<T> ask(final Bound asked, final Function<AltoRoute, T> question) {
        try {
            return Optional.of(question.apply(asked.route));
        } catch (RuntimeException | LinkageError e) {
            if (!asked.failing) {
                asked.failing = true;
                LOG.warn("Route of {} failed", asked.route.getClass().getName(), e);
            }
            return Optional.empty();
        }
    }
}

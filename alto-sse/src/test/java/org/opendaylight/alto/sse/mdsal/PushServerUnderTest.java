/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.mdsal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.opendaylight.alto.core.service.EndpointCostService;
import org.opendaylight.alto.northbound.catalog.CatalogBuilder;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.mdsal.TestServer;
import org.opendaylight.alto.sse.FakeFeed;

/** The routes on the web server and the Jersey that the controller has, fed by hand. */
public final class PushServerUnderTest implements AutoCloseable {
    public final TestServer http;
    public final FakeFeed feed;
    public final PushServer push;

    private ResourceCatalog catalog;

    public PushServerUnderTest(final ResourceCatalog first, final Map<String, Integer> settings) throws Exception {
        this(first, settings, Path.of("no-users"));
    }

    public PushServerUnderTest(final ResourceCatalog first, final Map<String, Integer> settings, final Path users)
            throws Exception {
        http = new TestServer(users);
        feed = new FakeFeed(first);
        catalog = first;
        http.publish(first);
        push = new PushServer(feed, http.requests(), config(settings));
        http.bind(new UpdateStreamRoute(push));
        http.bind(new TipsRoute(push));
        // routes are taken up by another thread
        Awaitility.await().untilAsserted(() -> assertEquals(405, http.get("/alto/tips").statusCode()));
    }

    /** Adds the routes to a catalogue, as the resource pool does. */
    public void addRoutes(final CatalogBuilder builder) {
        http.routes().addTo(builder);
    }

    /** Publishes as the resource pool does: first it is served, then others hear of it. */
    public void publish(final ResourceCatalog next) {
        catalog = next;
        http.publish(next);
        feed.publish(next);
    }

    /** Has endpoint costs computed by a rule from now on. */
    public void compute(final EndpointCostService costs) {
        http.bind(costs);
        feed.publish(catalog, Optional.of(costs));
    }

    public ResourceCatalog catalog() {
        return catalog;
    }

    /** Ends what tells clients of changes, while the web server goes on. */
    public void endPush() {
        push.close();
    }

    @Override
    public void close() throws Exception {
        push.close();
        http.close();
    }

    /** What OSGi makes of a configuration. */
    private static PushConfig config(final Map<String, Integer> settings) {
        return (PushConfig) Proxy.newProxyInstance(PushConfig.class.getClassLoader(),
            new Class<?>[] { PushConfig.class }, (proxy, method, args) -> {
                if (method.getReturnType() == Class.class) {
                    return PushConfig.class.asSubclass(Annotation.class);
                }
                final var name = method.getName().replace("$_$", "-");
                return settings.getOrDefault(name, (Integer) method.getDefaultValue());
            });
    }
}

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

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.ChangeListeners;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.northbound.Fixtures;
import org.opendaylight.alto.northbound.catalog.CatalogBuilder;
import org.opendaylight.alto.northbound.catalog.EndpointCostTypes;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.error.AltoRequestException;
import org.opendaylight.alto.northbound.json.MediaTypes;
import org.opendaylight.alto.northbound.spi.AltoRoute;
import org.opendaylight.alto.northbound.spi.RouteEntry;

@DisplayName("Z26: other bundles add routes")
class WhiteboardTest {
    private TestServer server;

    /** A route of another bundle. */
    private static final class FakeRoute implements AltoRoute {
        final ChangeListeners listeners = new ChangeListeners();
        private final Supplier<Object> resource;
        private volatile Supplier<List<RouteEntry>> entries;

        FakeRoute(final Supplier<Object> resource, final String... ids) {
            this.resource = resource;
            entries = () -> List.of(ids).stream()
                .map(id -> new RouteEntry(new ResourceId(id), "/" + id, "text/plain")).toList();
        }

        @Override
        public Object resource() {
            return resource.get();
        }

        @Override
        public Collection<RouteEntry> entries() {
            return entries.get();
        }

        @Override
        public String publisher() {
            return "fake";
        }

        @Override
        public Registration onChange(final Runnable listener) {
            return listeners.add(listener);
        }
    }

    @Path("/hello")
    public static final class Hello {
        private final String text;

        Hello(final String text) {
            this.text = text;
        }

        @GET
        @Produces("text/plain")
        public String get() {
            return text;
        }

        @GET
        @Path("bad")
        @Produces("text/plain")
        public String bad() {
            throw AltoRequestException.missing("x");
        }
    }

    @Path("/networkmap/{id}")
    public static final class Shadow {
        @GET
        public String get() {
            throw new NotFoundException();
        }
    }

    @Path("{all:.*}")
    public static final class Everything {
        @GET
        public String get() {
            return "mine";
        }
    }

    @Path("/slow")
    public static final class Slow {
        private final CountDownLatch arrived = new CountDownLatch(2);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final CompletableFuture<AsyncResponse> suspended = new CompletableFuture<>();

        @GET
        @Path("ready")
        @Produces("text/plain")
        public String ready() {
            return "ready";
        }

        @GET
        @Path("sync")
        @Produces("text/plain")
        public String sync() throws InterruptedException {
            arrived.countDown();
            return goOn.await(30, TimeUnit.SECONDS) ? "done" : "timeout";
        }

        @GET
        @Path("async")
        @Produces("text/plain")
        public void async(@Suspended final AsyncResponse response) {
            suspended.complete(response);
            arrived.countDown();
        }
    }

    @BeforeEach
    void start() throws Exception {
        server = new TestServer();
        server.publish(Fixtures.catalog());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private void awaitBody(final String path, final String body) {
        await().atMost(Duration.ofSeconds(30)).until(() -> server.get(path).body(), body::equals);
    }

    private void awaitStatus(final String path, final int status) {
        await().atMost(Duration.ofSeconds(30)).until(() -> server.get(path).statusCode(), code -> code == status);
    }

    private ResourceCatalog catalog() {
        final var builder = new CatalogBuilder(ResourceCatalog.EMPTY);
        server.routes().addTo(builder);
        return builder.build();
    }

    private String problem(final String id) {
        return catalog().resources().stream().filter(resource -> resource.id().value().equals(id)).findFirst()
            .orElseThrow().problem().orElse("");
    }

    @Test
    void aRouteIsServedAsLongAsItsServiceIsThere() throws Exception {
        assertEquals(404, server.get("/alto/hello").statusCode());
        final var route = new FakeRoute(() -> new Hello("hi"), "hello");
        server.bind(route);
        awaitBody("/alto/hello", "hi");
        assertEquals(200, server.get("/alto/networkmap/my-default-network-map").statusCode());
        assertEquals("/alto/hello", Fixtures.json(catalog().directory(EndpointCostTypes.NONE).toString())
            .at("/resources/hello/uri").textValue());
        server.unbind(route);
        awaitStatus("/alto/hello", 404);
        assertTrue(catalog().resources().stream().noneMatch(resource -> resource.id().value().equals("hello")));
    }

    @Test
    @DisplayName("M-7285-08: a route answers with the errors of RFC 7285")
    void aRouteThrowsOurErrors() throws Exception {
        server.bind(new FakeRoute(() -> new Hello("hi")));
        awaitBody("/alto/hello", "hi");
        final var answer = server.get("/alto/hello/bad");
        assertEquals(400, answer.statusCode());
        assertEquals(List.of(MediaTypes.ERROR), answer.headers().allValues("Content-Type"));
        assertEquals("{\"meta\":{\"code\":\"E_MISSING_FIELD\",\"field\":\"x\"}}", answer.body());
    }

    @Test
    void aRouteThatIsExchangedIsServedInItsNewForm() {
        final var before = new FakeRoute(() -> new Hello("old"));
        server.bind(before);
        awaitBody("/alto/hello", "old");
        server.unbind(before);
        server.bind(new FakeRoute(() -> new Hello("new")));
        awaitBody("/alto/hello", "new");
    }

    @Test
    void requestsUnderWayAreAnsweredWhileRoutesAreExchanged() throws Exception {
        final var slow = new Slow();
        final var route = new FakeRoute(() -> slow);
        server.bind(route);
        awaitBody("/alto/slow/ready", "ready");
        final var sync = server.getAsync("/alto/slow/sync");
        final var async = server.getAsync("/alto/slow/async");
        assertTrue(slow.arrived.await(30, TimeUnit.SECONDS));
        server.unbind(route);
        awaitStatus("/alto/slow/ready", 404);
        slow.goOn.countDown();
        slow.suspended.get(30, TimeUnit.SECONDS).resume("done");
        for (var answer : List.of(sync.get(30, TimeUnit.SECONDS), async.get(30, TimeUnit.SECONDS))) {
            assertEquals(200, answer.statusCode());
            assertEquals("done", answer.body());
        }
    }

    @Test
    void aRouteThatGetsInTheWayOfOursIsRefused() throws Exception {
        server.bind(new FakeRoute(Shadow::new, "shadow"));
        server.bind(new FakeRoute(Everything::new, "everything"));
        server.bind(new FakeRoute(() -> "no route at all", "text"));
        server.bind(new FakeRoute(() -> new Hello("hi")));
        awaitBody("/alto/hello", "hi");
        assertEquals(404, server.get("/alto/x").statusCode());
        assertEquals("path '/networkmap/{id}' starts with the segment of another route", problem("shadow"));
        assertEquals("path '{all:.*}' does not start with a segment of its own, without a template",
            problem("everything"));
        assertEquals("class java.lang.String has no annotation @Path", problem("text"));
        assertFalse(catalog().directory(EndpointCostTypes.NONE).toString().contains("shadow"));
    }

    @Test
    void ofTwoRoutesOfOnePathTheFirstIsServed() throws Exception {
        server.bind(new FakeRoute(() -> new Hello("first"), "first"));
        awaitBody("/alto/hello", "first");
        server.bind(new FakeRoute(Twin::new, "second"));
        await().atMost(Duration.ofSeconds(30)).until(() -> problem("second"),
            problem -> problem.startsWith("JAX-RS does not take it beside the other routes"));
        awaitBody("/alto/hello", "first");
        assertEquals(200, server.get("/alto").statusCode());
        assertEquals("", problem("first"));
    }

    @Path("/hello")
    public static final class Twin {
        @GET
        @Produces("text/plain")
        public String get() {
            return "second";
        }
    }

    @Test
    void aRouteThatThrowsHarmsItselfOnly() throws Exception {
        server.bind(new FakeRoute(() -> {
            throw new IllegalStateException("This route is broken on purpose");
        }, "broken"));
        final var failing = new FakeRoute(() -> new Hello("hi"), "hello");
        failing.entries = () -> {
            throw new LinkageError("These entries are broken on purpose");
        };
        server.bind(failing);
        awaitBody("/alto/hello", "hi");
        assertEquals("it does not say what answers; the log has the reason", problem("broken"));
        assertTrue(catalog().resources().stream().noneMatch(resource -> resource.id().value().equals("hello")));
    }

    @Test
    void tellsOfRoutesAndOfTheirEntries() {
        final var runs = new AtomicInteger();
        final var registration = server.routes().onChange(runs::incrementAndGet);
        final var route = new FakeRoute(() -> new Hello("hi"));
        server.bind(route);
        assertEquals(1, runs.get());
        route.listeners.fire();
        assertEquals(2, runs.get());
        server.unbind(route);
        assertEquals(3, runs.get());
        route.listeners.fire();
        assertEquals(3, runs.get(), "a route that is gone is not listened to");
        registration.close();
        server.bind(route);
        assertEquals(3, runs.get());
    }
}

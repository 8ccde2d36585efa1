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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.Registration;
import org.opendaylight.alto.core.statistics.Outcome;
import org.opendaylight.alto.core.statistics.ResourceCounts;
import org.opendaylight.alto.northbound.Fixtures;
import org.opendaylight.alto.northbound.json.MediaTypes;
import org.opendaylight.alto.northbound.observe.Observations;
import org.opendaylight.alto.northbound.spi.AltoRoute;
import org.opendaylight.alto.northbound.spi.RouteEntry;

@DisplayName("RFC 7285, section 16.2.5: what is asked and answered is counted")
class ObservingFilterTest {
    private static final String MAP = "my-default-network-map";

    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer();
        server.publish(Fixtures.catalog());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private ResourceCounts counts(final String resource) {
        return server.counts().resources().stream().filter(each -> each.resource().equals(resource)).findFirst()
            .orElseThrow();
    }

    /** The client may have the answer before it is counted. */
    private ResourceCounts countsAfter(final String resource, final long answers) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> counts(resource),
            found -> found.durations().count() == answers);
    }

    private static Outcome outcome(final int status) {
        return new Outcome(status, Optional.empty());
    }

    @Test
    void countsAnswersAndTheirBytes() throws Exception {
        final var answer = server.get("/alto/networkmap/" + MAP);
        server.get("/alto/networkmap/" + MAP, "If-None-Match", answer.headers().firstValue("ETag").orElseThrow());
        server.get("/alto/networkmap/" + MAP + "/");
        server.send(server.request("/alto/networkmap/" + MAP).HEAD());
        server.get("/alto/networkmap/" + MAP, "Accept", "text/html");
        final var counts = countsAfter(MAP, 5);
        assertEquals(5, counts.requests());
        assertEquals(Map.of(outcome(200), 3L, outcome(304), 1L, outcome(406), 1L), counts.responses());
        assertEquals(1, counts.errors());
        assertTrue(counts.sentBytes() > 2L * answer.body().length()
            && counts.sentBytes() < 3L * answer.body().length(), counts::toString);
        assertEquals(0, counts.receivedBytes());
        assertEquals("network-map", counts.service());
        assertEquals(0, server.counts().inProgress());
    }

    @Test
    void countsErrorsByTheirCode() throws Exception {
        final var body = "{\"pids\":7}".getBytes(StandardCharsets.UTF_8);
        server.post("/alto/networkmap/" + MAP + "/filtered", MediaTypes.NETWORK_MAP_FILTER, body);
        server.post("/alto/networkmap/" + MAP + "/filtered", MediaTypes.NETWORK_MAP_FILTER, "{".getBytes(
            StandardCharsets.UTF_8));
        server.post("/alto/networkmap/" + MAP + "/filtered", "text/plain", body);
        final var counts = countsAfter(MAP + "-filtered", 3);
        assertEquals(Map.of(new Outcome(400, Optional.of("E_INVALID_FIELD_TYPE")), 1L,
            new Outcome(400, Optional.of("E_SYNTAX")), 1L, outcome(415), 1L), counts.responses());
        assertEquals(2, counts.responses(400));
        assertEquals(2 * body.length + 1, counts.receivedBytes());
        assertEquals("filtered-network-map", counts.service());
    }

    @Test
    void whatIsNotThereCountsAsOne() throws Exception {
        for (var path : List.of("/alto/networkmap/no", "/alto/no", "/alto/costmap/no/such/thing")) {
            assertEquals(404, server.get(path).statusCode());
        }
        server.get("/alto");
        assertEquals(Map.of(outcome(404), 3L), countsAfter(Observations.UNKNOWN, 3).responses());
        assertEquals(Map.of(outcome(200), 1L), countsAfter(Observations.DIRECTORY, 1).responses());
    }

    /** Answers later. */
    @Path("/slow")
    public static final class Slow implements AltoRoute {
        private final CompletableFuture<AsyncResponse> suspended = new CompletableFuture<>();

        @GET
        public void get(@Suspended final AsyncResponse response) {
            suspended.complete(response);
        }

        @Override
        public Object resource() {
            return this;
        }

        @Override
        public List<RouteEntry> entries() {
            return List.of(new RouteEntry(new ResourceId("slow"), "/slow", "text/plain"));
        }

        @Override
        public String publisher() {
            return "test";
        }

        @Override
        public Registration onChange(final Runnable listener) {
            return () -> { };
        }
    }

    @Test
    void anAnswerThatComesLaterIsCountedWhenItIsThere() throws Exception {
        final var slow = new Slow();
        server.bind(slow);
        final var builder = Fixtures.builder();
        server.routes().addTo(builder);
        server.publish(builder.build());
        await().atMost(Duration.ofSeconds(30)).until(() -> server.send(server.request("/alto/slow")
            .method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody())).statusCode() == 200);
        final long before = counts("slow").requests();
        final var answer = server.getAsync("/alto/slow");
        final var response = slow.suspended.get();
        await().atMost(Duration.ofSeconds(30)).until(() -> server.counts().inProgress() == 1);
        assertEquals(before + 1, counts("slow").requests());
        assertEquals(before, counts("slow").durations().count());
        response.resume("done");
        assertEquals("done", answer.get().body());
        assertEquals(before + 1, countsAfter("slow", before + 1).durations().count());
        assertEquals(0, server.counts().inProgress());
    }

    @Test
    void theAccessLogHasALineForEachRequest() throws Exception {
        server.get("/alto/no?x=%22", "User-Agent", "a\"b\\c\tdé", "Referer", "http://example.com/");
        await().atMost(Duration.ofSeconds(30)).until(() -> server.accessLog().size() == 1);
        final var line = server.accessLog().getFirst();
        assertTrue(line.matches("127\\.0\\.0\\.1 - - \\[\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000] "
            + "\"GET /alto/no\\?x=%22 HTTP/1\\.1\" 404 \\d+ \"http://example\\.com/\" \"a\\\\\"b\\\\\\\\c\\\\x09d.*\" \\d+"),
            line);
    }

    @Test
    void prometheusGetsTheCounts() throws Exception {
        server.get("/alto/networkmap/" + MAP);
        countsAfter(MAP, 1);
        final var answer = server.get(MetricsEndpoint.CONTEXT_PATH + MetricsEndpoint.PATH);
        assertEquals(200, answer.statusCode());
        assertEquals(List.of("text/plain; version=0.0.4; charset=utf-8"), answer.headers().allValues("Content-Type"));
        assertTrue(answer.body().contains("\nalto_responses_total{error=\"\",resource=\"" + MAP
            + "\",service=\"network-map\",status=\"200\"} 1.0\n"), answer.body());
    }

    @Test
    void aServerIsReadyWhenItHasReadTheDatastoreAndHasRoutes() throws Exception {
        assertEquals(200, server.get(HealthServlet.LIVE).statusCode());
        assertEquals("{\"status\":\"up\"}", server.get(HealthServlet.LIVE).body());
        final var answer = server.get(HealthServlet.READY);
        assertEquals(503, answer.statusCode());
        assertEquals("{\"status\":\"down\",\"missing\":[\"resources\"]}", answer.body());
    }
}

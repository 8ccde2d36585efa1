/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.jaxrs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.sse.Changes;
import org.opendaylight.alto.sse.Copy;
import org.opendaylight.alto.sse.mdsal.PushServerUnderTest;

/** RFC 9569 by a real web server. */
class TipsTest {
    private static final String TIPS = "application/alto-tips+json";
    private static final String TIPS_PARAMS = "application/alto-tipsparams+json";
    private static final String COST_MAP = "application/alto-costmap+json";
    private static final String ALL_TYPES =
        COST_MAP + ",application/merge-patch+json,application/json-patch+json,application/alto-error+json";
    private static final String ROUTING = "{\"resource-id\":\"routing\"}";

    private final long seed = System.nanoTime();
    private final Changes changes = new Changes(seed);
    private PushServerUnderTest server;

    @BeforeEach
    void start() throws Exception {
        server = new PushServerUnderTest(changes.catalog(), Map.of("view-seconds", 3, "poll-seconds", 2,
            "max-polls", 10, "max-views", 3, "max-versions", 5));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private HttpResponse<String> post(final String path, final String body) throws Exception {
        return server.http.post(path, TIPS_PARAMS, body.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode open(final String body) throws Exception {
        final var answer = post("/alto/tips", body);
        assertEquals(200, answer.statusCode(), answer::body);
        assertEquals(TIPS, answer.headers().firstValue("Content-Type").orElseThrow());
        return Copy.json(answer.body());
    }

    private static String pathOf(final JsonNode view) {
        return URI.create(view.get("tips-view-uri").textValue()).getPath();
    }

    private static JsonNode graph(final JsonNode view) {
        return view.get("tips-view-summary").get("updates-graph-summary");
    }

    private HttpResponse<String> edge(final String view, final long from, final long to, final String... accept)
            throws IOException, InterruptedException {
        return server.http.get(view + "/ug/" + from + "/" + to, "Accept",
            accept.length == 0 ? ALL_TYPES : accept[0]);
    }

    /** Changes the routing costs in any case. */
    private void change() {
        final var before = server.catalog().costMap("routing").orElseThrow().vtag();
        ResourceCatalog next = changes.next();
        while (next.costMap("routing").orElseThrow().vtag().equals(before)) {
            next = changes.next();
        }
        server.publish(next);
    }

    private void awaitVersion(final long number) {
        Awaitility.await().atMost(30, TimeUnit.SECONDS).pollInterval(1, TimeUnit.MILLISECONDS).until(() ->
            server.push.views().stream().filter(view -> view.resource().equals(new ResourceId("routing")))
                .anyMatch(view -> view.last() == number));
    }

    /** M-9569-02, M-9569-03. */
    @Test
    void aViewIsOpenedWithTheEdgeOfTheLastSnapshot() throws Exception {
        final var view = open(ROUTING);
        final var uri = view.get("tips-view-uri").textValue();
        assertTrue(uri.matches("http://127\\.0\\.0\\.1:[0-9]+/alto/tips/[A-Za-z0-9_-]{22}"), uri);
        assertEquals(Copy.json("{\"start-seq\":1,\"end-seq\":1,\"start-edge-rec\":{\"seq-i\":0,\"seq-j\":1}}"),
            graph(view));
        // one view for all who ask for the same, and one for each of two requests
        assertEquals(view, open(ROUTING));
        assertFalse(uri.equals(open("{\"resource-id\":\"hops\"}").get("tips-view-uri").textValue()));
        final var snapshot = edge(pathOf(view), 0, 1);
        assertEquals(200, snapshot.statusCode());
        assertEquals(COST_MAP, snapshot.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("max-age=3600, immutable", snapshot.headers().firstValue("Cache-Control").orElseThrow());
        assertEquals(server.http.get("/alto/costmap/routing").body(), snapshot.body());
    }

    /** A resource that is followed: what asks for its view, and what asks for it. */
    private record Followed(String request, Callable<JsonNode> resource) {
    }

    private Followed whole(final String id, final String path) {
        return new Followed("{\"resource-id\":\"" + id + "\"}", () -> Copy.json(server.http.get(path).body()));
    }

    private Followed part(final String id, final String path, final String type, final String input) {
        final var sent = input.getBytes(StandardCharsets.UTF_8);
        return new Followed("{\"resource-id\":\"" + id + "\",\"input\":" + input + "}",
            () -> Copy.json(server.http.post(path, "application/alto-" + type + "+json", sent).body()));
    }

    /** M-9569-01 and the law of TIPS: all versions can be had by each way, and are what the resource answered. */
    @Test
    void eachWayToAVersionGivesTheSame() throws Exception {
        requireLaw(whole("routing", "/alto/costmap/routing"));
    }

    @Test
    void eachWayToANetworkMapGivesTheSame() throws Exception {
        assertTrue(requireLaw(whole("net", "/alto/networkmap/net")).contains("application/json-patch+json"));
    }

    @Test
    void eachWayToAPartGivesTheSame() throws Exception {
        assertTrue(requireLaw(part("net-filtered-costs", "/alto/networkmap/net/filtered-costs", "costmapfilter",
            "{\"cost-type\":{\"cost-mode\":\"numerical\",\"cost-metric\":\"hopcount\"},\"pids\":{\"srcs\":[],"
                + "\"dsts\":[]},\"constraints\":[\"le 60\"]}")).contains("application/merge-patch+json"));
    }

    private Set<String> requireLaw(final Followed followed) throws Exception {
        final var path = pathOf(open(followed.request));
        final var versions = new ArrayList<JsonNode>();
        versions.add(followed.resource.call());
        final var copy = new Copy();
        copy.take("application/json", versions.getFirst().toString());
        final var kinds = new HashSet<String>();
        long start = 1;
        for (int number = 2; number < 40; number++) {
            JsonNode next = versions.getLast();
            while (next.equals(versions.getLast())) {
                server.publish(changes.next());
                next = followed.resource.call();
            }
            versions.add(next);
            // it is waited for, unless it is there already
            final int awaited = number;
            final var patch = Awaitility.await().atMost(30, TimeUnit.SECONDS).until(
                () -> edge(path, awaited - 1, awaited), answer -> answer.statusCode() != 503);
            assertEquals(200, patch.statusCode(), patch::body);
            kinds.add(patch.headers().firstValue("Content-Type").orElseThrow());
            copy.take(patch.headers().firstValue("Content-Type").orElseThrow(), patch.body());
            assertEquals(next, copy.value(), "seed " + seed);
            final var summary = graph(open(followed.request));
            assertEquals(number, summary.get("end-seq").longValue());
            assertTrue(summary.get("start-seq").longValue() >= start, "only to the right");
            start = summary.get("start-seq").longValue();
            assertTrue(number - start < 5, "bounded");
            for (long old = start; old <= number; old++) {
                assertEquals(versions.get((int) old - 1), Copy.json(edge(path, 0, old, "*/*").body()), "seed " + seed);
            }
        }
        return kinds;
    }

    /** M-9569-04: all who wait are answered by the one change. */
    @Test
    void theNextEdgeIsWaitedFor() throws Exception {
        final var path = pathOf(open(ROUTING));
        final var waiting = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < 10; i++) {
            waiting.add(server.http.getAsync(path + "/ug/1/2"));
        }
        Awaitility.await().until(() -> server.push.counts().waiting() == 10);
        // M-9569-05
        final var refused = edge(path, 1, 2);
        assertEquals(429, refused.statusCode());
        assertTrue(refused.headers().firstValue("Retry-After").isPresent());
        change();
        for (var answer : waiting) {
            final var edge = answer.get(30, TimeUnit.SECONDS);
            assertEquals(200, edge.statusCode(), edge::body);
            assertTrue(edge.headers().firstValue("Content-Type").orElseThrow().endsWith("-patch+json"));
        }
        assertEquals(0, server.push.counts().waiting());
        // who waited and does not take the patch, is told in the same way as who did not wait
        final var picky = CompletableFuture.supplyAsync(() -> {
            try {
                return edge(path, 2, 3, COST_MAP).statusCode();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Awaitility.await().until(() -> server.push.counts().waiting() == 1);
        change();
        assertEquals(415, picky.get(30, TimeUnit.SECONDS));
        // nobody is kept waiting for ever
        final var late = edge(path, 3, 4);
        assertEquals(503, late.statusCode());
        assertEquals("1", late.headers().firstValue("Retry-After").orElseThrow());
        assertEquals(0, server.push.counts().waiting());
    }

    /** M-9569-05. */
    @Test
    void edgesThatAreNotThereAreToldApart() throws Exception {
        final var path = pathOf(open(ROUTING));
        for (int number = 2; number < 12; number++) {
            change();
            awaitVersion(number);
        }
        assertEquals(410, edge(path, 1, 2).statusCode());
        assertEquals(410, edge(path, 0, 1).statusCode());
        assertEquals(425, edge(path, 12, 13).statusCode());
        assertEquals(425, edge(path, 0, 12).statusCode());
        assertEquals(404, edge(path, 11, 11).statusCode());
        assertEquals(404, edge(path, 0, 0).statusCode());
        assertEquals(404, edge(path + "x", 0, 11).statusCode());
        assertEquals(415, edge(path, 0, 11, "application/merge-patch+json").statusCode());
        assertEquals(415, edge(path, 10, 11, COST_MAP).statusCode());
        assertEquals(405, post(path + "/ug/10/11", ROUTING).statusCode());
    }

    /** M-9569-06. */
    @Test
    void wrongRequestsOpenNoView() throws Exception {
        requireError("{}", "{\"code\":\"E_MISSING_FIELD\",\"field\":\"resource-id\"}");
        requireError("{\"resource-id\":\"my-network-map/#\"}",
            "{\"code\":\"E_INVALID_FIELD_VALUE\",\"field\":\"resource-id\",\"value\":\"my-network-map/#\"}");
        requireError("{\"resource-id\":\"moon\"}",
            "{\"code\":\"E_INVALID_FIELD_VALUE\",\"field\":\"resource-id\",\"value\":\"moon\"}");
        requireError("{\"resource-id\":\"net-filtered\",\"input\":{}}",
            "{\"code\":\"E_MISSING_FIELD\",\"field\":\"pids\"}");
        requireError("{\"resource-id\":\"net-filtered\",\"input\":[]}",
            "{\"code\":\"E_INVALID_FIELD_TYPE\",\"field\":\"input\"}");
        assertEquals(0, server.push.counts().followed());
    }

    private void requireError(final String body, final String error) throws Exception {
        final var answer = post("/alto/tips", body);
        assertEquals(400, answer.statusCode(), answer::body);
        assertEquals(Copy.json(error), Copy.json(answer.body()).get("meta"), answer::body);
    }

    /** M-9569-02, M-9569-08: by patches if they are shorter, else the last snapshot. */
    @Test
    void whatToFetchFirstIsRecommended() throws Exception {
        final var view = open(ROUTING);
        final var path = pathOf(view);
        final var tags = new ArrayList<String>();
        tags.add(server.catalog().costMap("routing").orElseThrow().vtag().tag());
        for (int number = 2; number < 4; number++) {
            change();
            awaitVersion(number);
            tags.add(server.catalog().costMap("routing").orElseThrow().vtag().tag());
        }
        final var first = graph(open(ROUTING)).get("start-seq").intValue();
        final var tagged = "{\"resource-id\":\"routing\",\"tag\":\"" + tags.getLast() + "\"}";
        assertEquals(Copy.json("{\"seq-i\":3,\"seq-j\":4}"), graph(open(tagged)).get("start-edge-rec"));
        assertEquals(Copy.json("{\"seq-i\":0,\"seq-j\":3}"),
            graph(open("{\"resource-id\":\"routing\",\"tag\":\"0\"}")).get("start-edge-rec"));
        final var next = post(path + "/ug", tagged);
        assertEquals("application/merge-patch+json", next.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(Copy.json("{\"tips-view-summary\":{\"updates-graph-summary\":{\"start-seq\":" + first
            + ",\"end-seq\":3,\"start-edge-rec\":{\"seq-i\":3,\"seq-j\":4}}}}"), Copy.json(next.body()));
        assertEquals(404, post("/alto/tips/moon/ug", ROUTING).statusCode());
        assertEquals(400, post(path + "/ug", "{\"resource-id\":\"hops\"}").statusCode());
        assertEquals(400, post(path + "/ug", "{\"resource-id\":\"routing\",\"input\":{}}").statusCode());
    }

    /** M-9569-07: a view is closed when nobody uses it, and not while somebody waits. */
    @Test
    void aViewThatNobodyUsesIsClosed() throws Exception {
        final var path = pathOf(open(ROUTING));
        open("{\"resource-id\":\"hops\"}");
        open("{\"resource-id\":\"net\"}");
        final var refused = post("/alto/tips", "{\"resource-id\":\"net-filtered\",\"input\":{\"pids\":[]}}");
        assertEquals(429, refused.statusCode());
        Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> {
            // it answers 503 after two seconds, all the time
            assertEquals(503, edge(path, 1, 2).statusCode());
            return server.push.views().size() == 1;
        });
        Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> server.push.views().isEmpty());
        assertEquals(404, edge(path, 0, 1).statusCode());
        assertEquals(0, server.push.counts().followed());
        // its URI is never used again
        assertFalse(pathOf(open(ROUTING)).equals(path));
    }

    @Test
    void whoWaitsIsToldThatTheServerEnds() throws Exception {
        final var path = pathOf(open(ROUTING));
        final var waiting = server.http.getAsync(path + "/ug/1/2");
        Awaitility.await().until(() -> server.push.counts().waiting() == 1);
        server.endPush();
        final var answer = waiting.get(30, TimeUnit.SECONDS);
        assertEquals(404, answer.statusCode(), answer::body);
    }
}

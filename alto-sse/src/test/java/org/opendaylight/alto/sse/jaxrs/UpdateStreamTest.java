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
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.northbound.FlowCosts;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.sse.Changes;
import org.opendaylight.alto.sse.Copy;
import org.opendaylight.alto.sse.SseClient;
import org.opendaylight.alto.sse.SseClient.Event;
import org.opendaylight.alto.sse.mdsal.PushServerUnderTest;

/** RFC 8895 by a real web server. */
class UpdateStreamTest {
    private static final String STREAM_PARAMS = "application/alto-updatestreamparams+json";
    private static final String CONTROL = "application/alto-updatestreamcontrol+json";
    private static final String NETWORK_MAP = "application/alto-networkmap+json";
    private static final String COST_MAP = "application/alto-costmap+json";
    private static final String BOTH =
        "{\"add\":{\"c\":{\"resource-id\":\"routing\"},\"n\":{\"resource-id\":\"net\"}}}";

    private final long seed = System.nanoTime();
    private final Changes changes = new Changes(seed);
    private final HttpClient client = HttpClient.newHttpClient();
    private PushServerUnderTest server;

    @BeforeEach
    void start() throws Exception {
        server = new PushServerUnderTest(changes.catalog(), Map.of("keep-alive-seconds", 1, "gone-seconds", 1,
            "max-streams-per-client", 20, "max-substreams", 5));
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.close();
    }

    private SseClient open(final String body) throws Exception {
        final var stream = new SseClient(client, server.http.request("/alto/updates")
            .header("Content-Type", STREAM_PARAMS).header("Accept", "text/event-stream,application/alto-error+json")
            .POST(BodyPublishers.ofString(body)));
        if (stream.response().statusCode() != 200) {
            throw new AssertionError(stream.response() + " "
                + new String(stream.response().body().readAllBytes(), StandardCharsets.UTF_8));
        }
        return stream;
    }

    private void requireError(final String path, final String body, final String error) throws Exception {
        final var answer = server.http.post(path, STREAM_PARAMS, body.getBytes(StandardCharsets.UTF_8));
        assertEquals(400, answer.statusCode(), answer::body);
        assertEquals("application/alto-error+json", answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(Copy.json(error), Copy.json(answer.body()).get("meta"), answer::body);
    }

    private static Event nextData(final SseClient stream) throws InterruptedException {
        var event = stream.next();
        while (event.name().equals(":")) {
            event = stream.next();
        }
        return event;
    }

    private static String controlUri(final SseClient stream) throws InterruptedException {
        final var first = stream.next();
        assertEquals(CONTROL, first.name());
        return Copy.json(first.data()).get("control-uri").textValue();
    }

    private int control(final String uri, final String body) throws Exception {
        return server.http.post(uri, STREAM_PARAMS, body.getBytes(StandardCharsets.UTF_8)).statusCode();
    }

    private JsonNode get(final String path) throws Exception {
        return Copy.json(server.http.get(path).body());
    }

    /** M-8895-01, M-8895-02, M-8895-03. */
    @Test
    void controlComesFirstThenWholeResourcesInTheOrderOfDependency() throws Exception {
        try (var stream = open(BOTH)) {
            assertEquals("text/event-stream", stream.response().headers().firstValue("Content-Type").orElseThrow());
            // a client that reads whole chunks must not wait for the next event to have this one
            assertFalse(stream.response().headers().firstValue("Transfer-Encoding").isPresent());
            final var first = stream.next();
            assertEquals(CONTROL, first.name());
            assertTrue(Copy.json(first.data()).get("control-uri").textValue().matches(
                "/alto/updates/control/[A-Za-z0-9_-]{22}"), first::data);
            // the cost map was asked for first, and depends on the other
            final var network = stream.next();
            assertEquals(NETWORK_MAP + ",n", network.name());
            assertEquals(get("/alto/networkmap/net"), Copy.json(network.data()));
            final var costs = stream.next();
            assertEquals(COST_MAP + ",c", costs.name());
            assertEquals(get("/alto/costmap/routing"), Copy.json(costs.data()));
        }
    }

    /** M-8895-02: a version that the client has is not sent again; another one is sent as a whole. */
    @Test
    void aCurrentTagSavesTheFirstReplacement() throws Exception {
        final var tag = changes.catalog().costMap("routing").orElseThrow().vtag().tag();
        final var copy = new Copy();
        copy.take(COST_MAP, server.http.get("/alto/costmap/routing").body());
        try (var stream = open("{\"add\":{\"c\":{\"resource-id\":\"routing\",\"tag\":\"" + tag + "\"},"
                + "\"old\":{\"resource-id\":\"hops\",\"tag\":\"0\"}}}")) {
            controlUri(stream);
            assertEquals(COST_MAP + ",old", stream.next().name());
            ResourceCatalog next = changes.next();
            while (next.costMap("routing").orElseThrow().vtag().tag().equals(tag)) {
                next = changes.next();
            }
            server.publish(next);
            Event event = nextData(stream);
            while (!event.substream().equals("c")) {
                event = nextData(stream);
            }
            // the first event is what changed since
            copy.take(event.mediaType(), event.data());
            assertEquals(get("/alto/costmap/routing"), copy.value(), "seed " + seed);
        }
    }

    /** M-8895-04. */
    @Test
    void whoTakesNoPatchesGetsWholeResourcesOnly() throws Exception {
        try (var stream = open("{\"add\":{\"c\":{\"resource-id\":\"routing\",\"incremental-changes\":false}}}")) {
            controlUri(stream);
            for (int i = 0; i < 10; i++) {
                final var event = nextData(stream);
                assertEquals(COST_MAP + ",c", event.name());
                ResourceCatalog next = changes.next();
                while (next.costMap("routing").orElseThrow().vtag().equals(
                        server.catalog().costMap("routing").orElseThrow().vtag())) {
                    next = changes.next();
                }
                server.publish(next);
            }
        }
    }

    /** The law of update streams, by all kinds of resources: whatever changes, each copy is what a GET gives. */
    @Test
    void copiesAreWhatTheServerAnswersAtEachVersion() throws Exception {
        final var filter = "{\"cost-type\":{\"cost-mode\":\"numerical\",\"cost-metric\":\"hopcount\"},"
            + "\"pids\":{\"srcs\":[],\"dsts\":[]},\"constraints\":[\"le 60\"]}";
        final var multi = "{\"multi-cost-types\":[{\"cost-mode\":\"numerical\",\"cost-metric\":\"hopcount\"},"
            + "{\"cost-mode\":\"numerical\",\"cost-metric\":\"routingcost\"}],\"pids\":{\"srcs\":[],\"dsts\":[]}}";
        final var properties = "{\"properties\":[\"net.pid\",\"priv:rack\"],\"endpoints\":[\"ipv4:10.0.0.1\","
            + "\"ipv4:10.0.1.2\",\"ipv4:10.0.0.2\"]}";
        server.publish(changes.next());
        final var whole = "{\"add\":{\"n\":{\"resource-id\":\"net\"},\"r\":{\"resource-id\":\"routing\"},"
            + "\"f\":{\"resource-id\":\"net-filtered-costs\",\"input\":" + filter + "},"
            + "\"m\":{\"resource-id\":\"net-filtered-costs\",\"input\":" + multi + "},"
            + "\"p\":{\"resource-id\":\"net-filtered\",\"input\":{\"pids\":[]}}}}";
        final var others = "{\"add\":{\"e\":{\"resource-id\":\"endpoint-property\",\"input\":" + properties + "}}}";
        while (changes.catalog().properties().names().isEmpty()) {
            server.publish(changes.next());
        }
        final var copies = new HashMap<String, Copy>();
        try (var stream = open(whole); var second = open(others)) {
            controlUri(stream);
            controlUri(second);
            for (int i = 0; i < 60; i++) {
                final var expected = new HashMap<String, JsonNode>();
                expected.put("n", get("/alto/networkmap/net"));
                expected.put("r", get("/alto/costmap/routing"));
                expected.put("f", post("/alto/networkmap/net/filtered-costs", "costmapfilter", filter));
                expected.put("m", post("/alto/networkmap/net/filtered-costs", "costmapfilter", multi));
                expected.put("p", post("/alto/networkmap/net/filtered", "networkmapfilter", "{\"pids\":[]}"));
                expected.put("e", post("/alto/endpointprop", "endpointpropparams", properties));
                final int version = i;
                Awaitility.await().atMost(30, TimeUnit.SECONDS).pollInterval(1, TimeUnit.MILLISECONDS)
                    .untilAsserted(() -> {
                        take(stream, copies);
                        take(second, copies);
                        final var values = new HashMap<String, JsonNode>();
                        copies.forEach((id, copy) -> values.put(id, copy.value()));
                        assertEquals(expected, values, () -> "seed " + seed + ", version " + version);
                    });
                server.publish(changes.next());
            }
        }
    }

    /** Costs of endpoints follow the network, and an empty list of sources means the client. */
    @Test
    void endpointCostsAreFollowedFromTheClientsAddress() throws Exception {
        final var input = "{\"cost-type\":{\"cost-mode\":\"numerical\",\"cost-metric\":\"hopcount\"},"
            + "\"endpoints\":{\"dsts\":[\"ipv4:10.0.0.1\",\"ipv4:10.0.0.2\",\"ipv4:10.0.0.3\"]}}";
        server.compute(FlowCosts.numerical(flow -> 3));
        final var copies = new HashMap<String, Copy>();
        try (var stream = open("{\"add\":{\"e\":{\"resource-id\":\"endpoint-cost\",\"input\":" + input + "}}}")) {
            controlUri(stream);
            for (int round = 0; round < 5; round++) {
                final int hops = round;
                server.compute(FlowCosts.numerical(flow -> flow.destination().toString().endsWith("3") ? Double.NaN
                    : flow.destination().toString().endsWith("2") ? hops : 3));
                final var expected = Copy.json("{\"ipv4:127.0.0.1\":{\"ipv4:10.0.0.1\":3,\"ipv4:10.0.0.2\":" + hops
                    + "}}");
                Awaitility.await().atMost(30, TimeUnit.SECONDS).untilAsserted(() -> {
                    take(stream, copies);
                    assertEquals(expected, copies.get("e").value().get("endpoint-cost-map"));
                });
            }
        }
    }

    private JsonNode post(final String path, final String type, final String body) throws Exception {
        return Copy.json(server.http.post(path, "application/alto-" + type + "+json",
            body.getBytes(StandardCharsets.UTF_8)).body());
    }

    private static void take(final SseClient stream, final Map<String, Copy> copies) {
        for (var event = stream.nextIfAny(); event.isPresent(); event = stream.nextIfAny()) {
            final var found = event.orElseThrow();
            if (!found.name().equals(":")) {
                assertTrue(found.name().contains(","), found::toString);
                copies.computeIfAbsent(found.substream(), id -> new Copy()).take(found.mediaType(), found.data());
            }
        }
    }

    /** M-8895-06: what is sent to several clients is the same. */
    @Test
    void allClientsGetTheSameVersions() throws Exception {
        final var streams = new ArrayList<SseClient>();
        for (int i = 0; i < 10; i++) {
            streams.add(open(BOTH));
            controlUri(streams.getLast());
        }
        for (int i = 0; i < 5; i++) {
            server.publish(changes.next());
        }
        final var copies = streams.stream().map(stream -> new HashMap<String, Copy>()).toList();
        final var expected = Map.of("n", get("/alto/networkmap/net"), "c", get("/alto/costmap/routing"));
        for (int i = 0; i < streams.size(); i++) {
            final int index = i;
            Awaitility.await().atMost(30, TimeUnit.SECONDS).untilAsserted(() -> {
                take(streams.get(index), copies.get(index));
                final var values = new HashMap<String, JsonNode>();
                copies.get(index).forEach((id, copy) -> values.put(id, copy.value()));
                assertEquals(expected, values, "seed " + seed);
            });
        }
        for (var stream : streams) {
            stream.close();
        }
    }

    /** M-8895-08, M-8895-09. */
    @Test
    void wrongRequestsOpenNoStream() throws Exception {
        requireError("/alto/updates", "{}", "{\"code\":\"E_MISSING_FIELD\",\"field\":\"add\"}");
        requireError("/alto/updates", "{\"add\":{}}", "{\"code\":\"E_MISSING_FIELD\",\"field\":\"add\"}");
        requireError("/alto/updates", "{\"remove\":[]}", "{\"code\":\"E_MISSING_FIELD\",\"field\":\"add\"}");
        requireError("/alto/updates", "{\"add\":[]}", "{\"code\":\"E_INVALID_FIELD_TYPE\",\"field\":\"add\"}");
        requireError("/alto/updates", "{\"add\":{\"x\":{\"resource-id\":\"moon\"}}}",
            "{\"code\":\"E_INVALID_FIELD_VALUE\",\"field\":\"add/x/resource-id\",\"value\":\"moon\"}");
        requireError("/alto/updates", "{\"add\":{\"x\":{\"resource-id\":\"my-networkmap/#\"}}}",
            "{\"code\":\"E_INVALID_FIELD_VALUE\",\"field\":\"add/x/resource-id\",\"value\":\"my-networkmap/#\"}");
        requireError("/alto/updates", "{\"add\":{\"x\":{\"tag\":\"1\"}}}",
            "{\"code\":\"E_MISSING_FIELD\",\"field\":\"add/x/resource-id\"}");
        requireError("/alto/updates", "{\"add\":{\"x\":{\"resource-id\":\"net\",\"incremental-changes\":1}}}",
            "{\"code\":\"E_INVALID_FIELD_TYPE\",\"field\":\"add/x/incremental-changes\"}");
        // M-8895-18: a substream id is a part of lines of events
        requireError("/alto/updates", "{\"add\":{\"x\\ndata: y\":{\"resource-id\":\"net\"}}}",
            "{\"code\":\"E_INVALID_FIELD_VALUE\",\"field\":\"add\",\"value\":\"[\\\"x\\\\ndata: y\\\"]\"}");
        // the very error of the resource
        requireError("/alto/updates", "{\"add\":{\"n\":{\"resource-id\":\"net\"},"
            + "\"x\":{\"resource-id\":\"net-filtered\",\"input\":{\"pids\":\"all\"}}}}",
            "{\"code\":\"E_INVALID_FIELD_TYPE\",\"field\":\"pids\"}");
        requireError("/alto/updates", "{\"add\":{\"x\":{\"resource-id\":\"net-filtered-costs\",\"input\":{}}}}",
            "{\"code\":\"E_MISSING_FIELD\",\"field\":\"cost-type\"}");
        assertEquals(List.of(), server.push.streams());
        assertEquals(0, server.push.counts().followed());
        try (var stream = open("{\"add\":{\"n\":{\"resource-id\":\"net\"}},\"remove\":[\"n\"]}")) {
            controlUri(stream);
            assertEquals(NETWORK_MAP + ",n", stream.next().name());
        }
    }

    /** M-8895-11 to M-8895-14. */
    @Test
    void aStreamIsChangedByItsControlUri() throws Exception {
        try (var stream = open("{\"add\":{\"n\":{\"resource-id\":\"net\"}}}")) {
            final var uri = controlUri(stream);
            assertEquals(NETWORK_MAP + ",n", stream.next().name());
            assertEquals(204, control(uri, "{\"add\":{\"c\":{\"resource-id\":\"routing\"}}}"));
            assertEquals(new Event(CONTROL, "{\"started\":[\"c\"]}"), nextData(stream));
            assertEquals(COST_MAP + ",c", nextData(stream).name());
            // added before removed, and all or nothing
            requireError(uri, "{\"add\":{\"h\":{\"resource-id\":\"hops\"}},\"remove\":[\"h\"]}",
                "{\"code\":\"E_INVALID_FIELD_VALUE\",\"field\":\"remove\",\"value\":\"[\\\"h\\\"]\"}");
            requireError(uri, "{\"add\":{\"n\":{\"resource-id\":\"hops\"}}}",
                "{\"code\":\"E_INVALID_FIELD_VALUE\",\"field\":\"add\",\"value\":\"[\\\"n\\\"]\"}");
            requireError(uri, "{\"add\":{\"h\":{\"resource-id\":\"hops\"}},\"remove\":[]}",
                "{\"code\":\"E_INVALID_FIELD_VALUE\",\"field\":\"remove\",\"value\":\"[]\"}");
            requireError(uri, "{\"add\":{\"h\":{\"resource-id\":\"moon\"}},\"remove\":[\"n\"]}",
                "{\"code\":\"E_INVALID_FIELD_VALUE\",\"field\":\"add/h/resource-id\",\"value\":\"moon\"}");
            requireError(uri, "{\"remove\":[\"n\",\"x\"]}",
                "{\"code\":\"E_INVALID_FIELD_VALUE\",\"field\":\"remove\",\"value\":\"[\\\"x\\\"]\"}");
            requireError(uri, "{}", "{\"code\":\"E_MISSING_FIELD\",\"field\":\"add\"}");
            assertEquals(List.of("n", "c"), server.push.streams().getFirst().substreams().stream()
                .map(substream -> substream.id()).toList());
            assertEquals(204, control(uri, "{\"add\":{\"h\":{\"resource-id\":\"hops\"}},\"remove\":[\"n\"]}"));
            assertEquals(new Event(CONTROL, "{\"started\":[\"h\"]}"), nextData(stream));
            final var stopped = nextData(stream);
            assertEquals(List.of("n"), List.of(Copy.json(stopped.data()).get("stopped").get(0).textValue()));
            assertEquals(COST_MAP + ",h", nextData(stream).name());
            // RFC 8895, section 7.6: one may be removed twice, but not used again
            assertEquals(204, control(uri, "{\"remove\":[\"n\"]}"));
            requireError(uri, "{\"add\":{\"n\":{\"resource-id\":\"net\"}}}",
                "{\"code\":\"E_INVALID_FIELD_VALUE\",\"field\":\"add\",\"value\":\"[\\\"n\\\"]\"}");
            // M-8895-13
            assertEquals(204, control(uri, "{\"remove\":[]}"));
            final var all = Copy.json(nextData(stream).data());
            assertEquals(Copy.json("[\"c\",\"h\"]"), all.get("stopped"));
            assertEquals("end", stream.next().name());
            // M-8895-15
            assertEquals(404, control(uri, "{\"remove\":[]}"));
        }
        Awaitility.await().untilAsserted(() -> assertEquals(0, server.push.counts().followed()));
    }

    /** M-8895-10: the name is enough, and cannot be guessed. */
    @Test
    void aStreamOfSomebodyElseIsNotFound() throws Exception {
        try (var stream = open(BOTH)) {
            final var uri = controlUri(stream);
            assertEquals(404, control(uri.substring(0, uri.length() - 1) + "~", "{\"remove\":[]}"));
        }
    }

    /** M-8895-16. */
    @Test
    void silenceIsBrokenByComments() throws Exception {
        try (var stream = open("{\"add\":{\"n\":{\"resource-id\":\"net\"}}}")) {
            controlUri(stream);
            assertEquals(NETWORK_MAP + ",n", stream.next().name());
            assertEquals(":", stream.next().name());
            assertEquals(":", stream.next().name());
        }
    }

    /** M-8895-20. */
    @Test
    void aResourceThatGoesStopsItsSubstream() throws Exception {
        try (var stream = open(BOTH)) {
            controlUri(stream);
            nextData(stream);
            nextData(stream);
            server.publish(ResourceCatalog.EMPTY);
            final var stopped = Copy.json(nextData(stream).data());
            assertEquals(Copy.json("[\"c\",\"n\"]"), stopped.get("stopped"));
            assertEquals("The resource is not there any more", stopped.get("description").textValue());
            assertEquals("end", stream.next().name());
        }
        assertEquals(0, server.push.counts().followed());
    }

    @Test
    void aResourceThatComesBackSoonGoesOn() throws Exception {
        try (var stream = open(BOTH)) {
            controlUri(stream);
            final var copy = new Copy();
            nextData(stream);
            final var before = nextData(stream);
            copy.take(before.mediaType(), before.data());
            server.publish(ResourceCatalog.EMPTY);
            ResourceCatalog next = changes.next();
            while (next.costMap("routing").orElseThrow().body().toString().equals(before.data().replace("\n", ""))) {
                next = changes.next();
            }
            server.publish(next);
            final var expected = get("/alto/costmap/routing");
            while (!expected.equals(copy.value())) {
                final var event = nextData(stream);
                assertTrue(event.name().contains("patch") || event.name().contains("map"), event::toString);
                if (event.substream().equals("c")) {
                    copy.take(event.mediaType(), event.data());
                }
            }
        }
    }

    /** M-8895-19: limits are answered by 503. */
    @Test
    void thereAreLimits() throws Exception {
        final var streams = new ArrayList<SseClient>();
        for (int i = 0; i < 20; i++) {
            streams.add(open(BOTH));
        }
        final var refused = server.http.post("/alto/updates", STREAM_PARAMS, BOTH.getBytes(StandardCharsets.UTF_8));
        assertEquals(503, refused.statusCode());
        assertTrue(refused.headers().firstValue("Retry-After").isPresent());
        assertTrue(refused.body().contains("127.0.0.1 has 20 update streams already"), refused::body);
        for (var stream : streams) {
            stream.close();
        }
        // who is gone is found by the next keep-alive
        Awaitility.await().atMost(30, TimeUnit.SECONDS).untilAsserted(() ->
            assertEquals(0, server.push.counts().streams()));
        assertEquals(0, server.push.counts().followed());
        // and for the web server they have ended, too
        Awaitility.await().atMost(30, TimeUnit.SECONDS).untilAsserted(() ->
            assertEquals(0, server.http.counts().inProgress()));
        open(BOTH).close();
        final var many = new StringBuilder("{\"add\":{\"a\":{\"resource-id\":\"net\"}");
        for (int i = 0; i < 5; i++) {
            many.append(",\"n").append(i).append("\":{\"resource-id\":\"net\"}");
        }
        assertEquals(503, server.http.post("/alto/updates", STREAM_PARAMS,
            many.append("}}").toString().getBytes(StandardCharsets.UTF_8)).statusCode());
    }

    @Test
    void theEndOfTheServerIsTold() throws Exception {
        try (var stream = open(BOTH)) {
            controlUri(stream);
            nextData(stream);
            nextData(stream);
            server.close();
            final var stopped = Copy.json(nextData(stream).data());
            assertEquals("The server is being stopped", stopped.get("description").textValue());
            assertEquals("end", stream.next().name());
        }
    }

    @Test
    void theDirectoryListsWhatCanBeFollowed() throws Exception {
        server.publish(new Changes(seed, server::addRoutes).catalog());
        final var resources = get("/alto").get("resources");
        final var stream = resources.get("update-stream");
        assertEquals("text/event-stream", stream.get("media-type").textValue());
        assertEquals(STREAM_PARAMS, stream.get("accepts").textValue());
        assertTrue(stream.get("capabilities").get("support-stream-control").booleanValue());
        assertEquals("application/merge-patch+json,application/json-patch+json",
            stream.get("capabilities").get("incremental-change-media-types").get("net-filtered-costs").textValue());
        assertEquals(Copy.json("[\"endpoint-property\",\"hops\",\"net\",\"net-filtered\",\"net-filtered-costs\","
            + "\"routing\"]"), stream.get("uses"));
        assertEquals("application/alto-tips+json", resources.get("tips").get("media-type").textValue());
    }
}

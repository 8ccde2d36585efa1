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

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opendaylight.alto.northbound.FlowCosts;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.sse.Changes;
import org.opendaylight.alto.sse.Copy;
import org.opendaylight.alto.sse.SseClient;
import org.opendaylight.alto.sse.SseClient.Event;
import org.opendaylight.alto.sse.mdsal.PushServerUnderTest;

@DisplayName("Nobody is told of changes of what they may not read")
class FollowingRightsTest {
    private static final String STREAM_PARAMS = "application/alto-updatestreamparams+json";
    private static final String CONTROL = "application/alto-updatestreamcontrol+json";
    private static final String TIPS_PARAMS = "application/alto-tipsparams+json";
    private static final String FOR_NOC = "/costmap/routing: noc";
    private static final String ALICE = basic("alice", "wonderland");
    private static final String BOB = basic("bob", "builder");

    private final Changes changes = new Changes(1);
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private PushServerUnderTest server;

    @BeforeEach
    void start() throws Exception {
        server = new PushServerUnderTest(changes.catalog(), Map.of("keep-alive-seconds", 60), folder.resolve("users"));
        server.http.readers().put("alice", Set.of("noc"), "wonderland");
        server.http.readers().put("bob", Set.of(), "builder");
        rule(FOR_NOC);
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.close();
    }

    private void rule(final String rules) {
        server.http.permit(Map.of("access", "authenticated", "rules", rules));
    }

    private static String basic(final String user, final String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(final String user, final String path) {
        return server.http.request(path).header("Authorization", user);
    }

    private HttpResponse<String> post(final String user, final String path, final String type, final String body)
            throws Exception {
        return server.http.send(request(user, path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> control(final String user, final String path, final String body) throws Exception {
        return post(user, path, STREAM_PARAMS, body);
    }

    private SseClient open(final HttpRequest.Builder request, final String body) throws Exception {
        final var stream = new SseClient(client, request.header("Content-Type", STREAM_PARAMS)
            .POST(BodyPublishers.ofString(body)));
        assertEquals(200, stream.response().statusCode());
        return stream;
    }

    private static String add(final String... resources) {
        final var added = new ArrayList<String>();
        for (var resource : resources) {
            added.add("\"" + resource.charAt(0) + "\":{\"resource-id\":\"" + resource + "\"}");
        }
        return "{\"add\":{" + String.join(",", added) + "}}";
    }

    private static Event next(final SseClient stream) throws InterruptedException {
        var event = stream.next();
        while (event.name().equals(":")) {
            event = stream.next();
        }
        return event;
    }

    private static String controlUri(final SseClient stream) throws InterruptedException {
        return Copy.json(next(stream).data()).get("control-uri").textValue();
    }

    private static void requireForbidden(final HttpResponse<String> answer, final String user, final String path) {
        assertEquals(403, answer.statusCode(), answer::body);
        assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("User " + user + " has no role that may read " + path,
            Copy.json(answer.body()).get("detail").textValue());
    }

    private void change(final String costMap) {
        final var before = server.catalog().costMap(costMap).orElseThrow().vtag();
        ResourceCatalog next = changes.next();
        while (next.costMap(costMap).orElseThrow().vtag().equals(before)) {
            next = changes.next();
        }
        server.publish(next);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "net                | /networkmap/net                | {}",
        "routing            | /costmap/routing               | {}",
        "net-filtered       | /networkmap/net/filtered       | {\"pids\":[]}",
        "net-filtered-costs | /networkmap/net/filtered-costs | {\"cost-type\":{\"cost-mode\":\"numerical\","
            + "\"cost-metric\":\"hopcount\"},\"pids\":{\"srcs\":[],\"dsts\":[]}}",
        "endpoint-property  | /endpointprop                  | {\"properties\":[\"net.pid\"],"
            + "\"endpoints\":[\"ipv4:10.0.0.1\"]}",
        "endpoint-cost      | /endpointcost                  | {\"cost-type\":{\"cost-mode\":\"numerical\","
            + "\"cost-metric\":\"hopcount\"},\"endpoints\":{\"dsts\":[\"ipv4:10.0.0.1\"]}}"})
    void aRuleAboutAResourceIsAboutFollowingIt(final String id, final String path, final String input)
            throws Exception {
        server.compute(FlowCosts.numerical(flow -> 3));
        Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> post(ALICE, "/alto/tips", TIPS_PARAMS,
            "{\"resource-id\":\"" + id + "\",\"input\":" + input + "}").statusCode() == 200);
        final int followed = server.push.counts().followed();
        rule(path + ": noc");
        final var wanted = "{\"resource-id\":\"" + id + "\",\"input\":" + input + "}";
        final var stream = "{\"add\":{\"h\":{\"resource-id\":\"hops\"},\"x\":" + wanted + "}}";
        requireForbidden(control(BOB, "/alto/updates", stream), "bob", path);
        requireForbidden(post(BOB, "/alto/tips", TIPS_PARAMS, wanted), "bob", path);
        assertEquals(0, server.push.counts().streams());
        assertEquals(followed, server.push.counts().followed());
        open(request(ALICE, "/alto/updates"), stream).close();
        assertEquals(200, post(ALICE, "/alto/tips", TIPS_PARAMS, wanted).statusCode());
        // and only about that
        open(request(BOB, "/alto/updates"), add("hops")).close();
        assertEquals(200, post(BOB, "/alto/tips", TIPS_PARAMS, "{\"resource-id\":\"hops\"}").statusCode());
    }

    @Test
    void whatIsNotThereIsTheClientsMistakeBeforeAllElse() throws Exception {
        rule("/costmap/*: noc");
        assertEquals(400, control(BOB, "/alto/updates", add("moon")).statusCode());
        assertEquals(400, post(BOB, "/alto/tips", TIPS_PARAMS, "{\"resource-id\":\"moon\"}").statusCode());
    }

    @Test
    void anAdditionIsRefusedAsAWhole() throws Exception {
        try (var stream = open(request(BOB, "/alto/updates"), add("net"))) {
            final var uri = controlUri(stream);
            requireForbidden(control(BOB, uri, add("hops", "routing")), "bob", "/costmap/routing");
            // so the id of the other one was not used
            assertEquals(204, control(BOB, uri, add("hops")).statusCode());
            assertEquals("n", next(stream).substream());
            assertEquals(Copy.json("{\"started\":[\"h\"]}"), Copy.json(next(stream).data()));
            // nobody else can have told bob, nor can bob have others told
            requireForbidden(control(ALICE, uri, add("routing")), "bob", "/costmap/routing");
        }
        try (var stream = open(request(ALICE, "/alto/updates"), add("net"))) {
            requireForbidden(control(BOB, controlUri(stream), add("routing")), "bob", "/costmap/routing");
        }
    }

    private void requireStopped(final Set<String> stopped, final boolean ended, final Callable<?> change)
            throws Exception {
        try (var stream = open(request(ALICE, "/alto/updates"), add("net", "routing"))) {
            controlUri(stream);
            assertEquals("n", next(stream).substream());
            assertEquals("r", next(stream).substream());
            change.call();
            // nothing changes meanwhile
            final var event = next(stream);
            assertEquals(CONTROL, event.name());
            final var told = Copy.json(event.data());
            final var names = new HashSet<String>();
            told.get("stopped").forEach(name -> names.add(name.textValue()));
            assertEquals(stopped, names);
            assertEquals("The client may not read this resource any more", told.get("description").textValue());
            if (ended) {
                assertEquals("end", next(stream).name());
            } else {
                change("routing");
                final var before = server.catalog().networkMap("net").orElseThrow().vtag();
                while (server.catalog().networkMap("net").orElseThrow().vtag().equals(before)) {
                    change("routing");
                }
                assertEquals("n", next(stream).substream());
            }
        }
    }

    @Test
    void rulesAndRolesThatChangeStopWhatTheyAreAbout() throws Exception {
        requireStopped(Set.of("r"), false, () -> {
            rule("/costmap/routing: boss");
            return null;
        });
        rule(FOR_NOC);
        requireStopped(Set.of("r"), false, () -> server.http.readers().put("alice", Set.of(), "wonderland"));
    }

    @Test
    void whoWouldNotPassAnyMoreIsToldNothingAnyMore() throws Exception {
        requireStopped(Set.of("n", "r"), true, () -> {
            rule("/updates*: boss");
            return null;
        });
        rule(FOR_NOC);
        requireStopped(Set.of("n", "r"), true, () -> server.http.readers().put("alice", Set.of("noc"), "other"));
        server.http.readers().put("alice", Set.of("noc"), "wonderland");
        requireStopped(Set.of("n", "r"), true, () -> server.http.readers().remove("alice"));
    }

    @Test
    void aStreamFromBeforeALogInWasWantedEnds() throws Exception {
        server.http.permit(Map.of("access", "open"));
        try (var stream = open(server.http.request("/alto/updates"), add("net", "routing"))) {
            controlUri(stream);
            next(stream);
            next(stream);
            rule("");
            assertEquals(CONTROL, next(stream).name());
            assertEquals("end", next(stream).name());
        }
    }

    /** A version that comes right after the rule that forbids it is not told. */
    @Test
    void aVersionAfterTheRuleIsNotTold() throws Exception {
        try (var stream = open(request(ALICE, "/alto/updates"), add("routing"))) {
            controlUri(stream);
            assertEquals("r", next(stream).substream());
            rule("/costmap/routing: boss");
            change("routing");
            assertEquals(CONTROL, next(stream).name());
            assertEquals("end", next(stream).name());
        }
    }

    @Test
    void aViewIsForThoseWhoMayReadItsResource() throws Exception {
        final var wanted = "{\"resource-id\":\"routing\"}";
        requireForbidden(post(BOB, "/alto/tips", TIPS_PARAMS, wanted), "bob", "/costmap/routing");
        assertEquals(0, server.push.counts().views());
        final var view = URI.create(Copy.json(post(ALICE, "/alto/tips", TIPS_PARAMS, wanted).body())
            .get("tips-view-uri").textValue()).getPath();
        final var edge = server.http.send(request(ALICE, view + "/ug/0/1"));
        assertEquals(200, edge.statusCode());
        assertFalse(edge.headers().firstValue("Cache-Control").orElseThrow().contains("public"));
        for (var path : List.of("/ug/0/1", "/ug/1/2", "/ug/7/8")) {
            requireForbidden(server.http.send(request(BOB, view + path)), "bob", "/costmap/routing");
        }
        requireForbidden(post(BOB, view + "/ug", TIPS_PARAMS, wanted), "bob", "/costmap/routing");
        assertEquals(200, post(ALICE, view + "/ug", TIPS_PARAMS, wanted).statusCode());
        // who waits when the rules change is not told what comes then
        final var waiting = client.sendAsync(request(ALICE, view + "/ug/1/2").build(), BodyHandlers.ofString());
        Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> server.push.counts().waiting() == 1);
        rule("/costmap/routing: boss");
        change("routing");
        requireForbidden(waiting.get(30, TimeUnit.SECONDS), "alice", "/costmap/routing");
        requireForbidden(server.http.send(request(ALICE, view + "/ug/0/1")), "alice", "/costmap/routing");
        rule(FOR_NOC);
        assertEquals(200, server.http.send(request(ALICE, view + "/ug/1/2")).statusCode());
    }
}

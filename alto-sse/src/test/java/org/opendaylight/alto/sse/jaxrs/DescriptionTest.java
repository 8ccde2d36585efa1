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
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.ws.rs.Consumes;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.mdsal.TestServer;
import org.opendaylight.alto.sse.Changes;
import org.opendaylight.alto.sse.Copy;
import org.opendaylight.alto.sse.SseClient;
import org.opendaylight.alto.sse.json.PushCodec;
import org.opendaylight.alto.sse.mdsal.PushServerUnderTest;

/** The server's description has the routes of this bundle, and what they answer. */
class DescriptionTest {
    private static final String ALTO = "/alto";
    private static final JsonNode DESCRIPTION = description();
    private static final String EDGE = "/alto/tips/{id}/ug/{from}/{to}";
    /** Come from what stands before all routes. */
    private static final Set<String> BEFORE = Set.of("401", "403", "503");
    private static final String PROBLEM = "application/problem+json";
    private static final String STREAM = "{\"add\":{\"n\":{\"resource-id\":\"net\"}}}";
    private static final String VIEW = "{\"resource-id\":\"routing\"}";

    private final Changes changes = new Changes(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private final SortedMap<String, Set<String>> answers = new TreeMap<>();
    private PushServerUnderTest server;

    /** What a client has to know to send a request; what is produced is empty if a method decides that itself. */
    private record Operation(String method, String path, Set<String> consumes, Set<String> produces) {
    }

    private static JsonNode description() {
        try (var in = TestServer.class.getResourceAsStream("alto-openapi.json")) {
            return Copy.json(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(final JsonNode node) {
        return ImmutableSet.copyOf(node.fieldNames());
    }

    private static Stream<Operation> described() {
        return DESCRIPTION.get("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
            .filter(entry -> entry.getValue().path("tags").path(0).asText().equals("odl-alto-sse"))
            .map(entry -> new Operation(entry.getKey().toUpperCase(Locale.ROOT), path.getKey(),
                names(entry.getValue().at("/requestBody/content")),
                names(entry.getValue().at("/responses/200/content")))));
    }

    private static SortedMap<String, Set<String>> described(final JsonNode operation) {
        final var all = ImmutableSortedMap.<String, Set<String>>naturalOrder();
        operation.get("responses").properties().forEach(entry -> {
            final var reference = entry.getValue().path("$ref").asText();
            final var answer = reference.isEmpty() ? entry.getValue() : DESCRIPTION.at(reference.substring(1));
            assertTrue(answer.has("description"), reference);
            all.put(entry.getKey(), new TreeSet<>(names(answer.path("content"))));
        });
        return all.build();
    }

    private static Stream<Operation> operations(final Class<?> resource) {
        final var base = ALTO + resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getMethods()).flatMap(method -> operation(method, base).stream());
    }

    private static Optional<Operation> operation(final Method method, final String base) {
        return Arrays.stream(method.getAnnotations())
            .flatMap(each -> Optional.ofNullable(each.annotationType().getAnnotation(HttpMethod.class)).stream())
            .findFirst().map(verb -> {
                final var path = method.getAnnotation(Path.class);
                final var consumes = method.getAnnotation(Consumes.class);
                final var produces = method.getAnnotation(Produces.class);
                return new Operation(verb.value(), path == null ? base
                    // without the expression that a parameter has to fit
                    : base + "/" + path.value().replaceFirst("^/", "").replaceAll(": *[^/]*\\}(?=/|$)", "}"),
                    consumes == null ? Set.of() : Set.of(consumes.value()),
                    produces == null ? Set.of() : Set.of(produces.value()));
            });
    }

    @BeforeEach
    void start() throws Exception {
        server = new PushServerUnderTest(changes.catalog(), Map.of("max-streams-per-client", 1, "max-substreams", 2,
            "max-views", 1, "max-polls", 1, "poll-seconds", 1, "max-versions", 2));
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.close();
    }

    private void note(final HttpResponse<?> answer) {
        answers.computeIfAbsent(Integer.toString(answer.statusCode()), status -> new TreeSet<>())
            .addAll(answer.headers().allValues("Content-Type"));
    }

    private HttpResponse<String> post(final String path, final String type, final String body) throws Exception {
        final var answer = server.http.post(path, type, body.getBytes(StandardCharsets.UTF_8));
        note(answer);
        return answer;
    }

    /** Sends what no route takes. */
    private void postWrong(final String path, final String type, final String good) throws Exception {
        post(path, type, "{");
        post(path, type, " ".repeat(TestServer.MAX_REQUEST_BYTES + 1));
        post(path, "text/plain", good);
    }

    private void postUnacceptable(final String path, final String type, final String good) throws Exception {
        note(server.http.send(server.http.request(path).header("Content-Type", type).header("Accept", "text/html")
            .POST(BodyPublishers.ofString(good))));
    }

    private void requireDescribed(final String path, final String method) {
        BEFORE.forEach(status -> answers.computeIfAbsent(status, absent -> new TreeSet<>()).add(PROBLEM));
        assertEquals(described(DESCRIPTION.get("paths").get(path).get(method)), answers);
    }

    private void change() {
        final var before = server.catalog().costMap("routing").orElseThrow().vtag();
        ResourceCatalog next = changes.next();
        while (next.costMap("routing").orElseThrow().vtag().equals(before)) {
            next = changes.next();
        }
        final long last = server.push.views().getFirst().last();
        server.publish(next);
        Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> server.push.views().getFirst().last() > last);
    }

    @Test
    void hasTheRoutesThatThereAre() {
        assertEquals(Stream.of(UpdateStreamResource.class, TipsResource.class).flatMap(DescriptionTest::operations)
            // the one that finds out what an edge is
            .map(each -> each.method().equals("GET") ? new Operation(each.method(), each.path(), each.consumes(),
                described(DESCRIPTION.get("paths").get(EDGE).get("get")).get("200")) : each)
            .collect(ImmutableSet.toImmutableSet()), described().collect(ImmutableSet.toImmutableSet()));
    }

    @Test
    void hasTheAnswersToWhoOpensAndChangesAStream() throws Exception {
        try (var stream = new SseClient(client, server.http.request("/alto/updates")
                .header("Content-Type", PushCodec.STREAM_PARAMS).POST(BodyPublishers.ofString(STREAM)))) {
            note(stream.response());
            assertEquals("503", Integer.toString(post("/alto/updates", PushCodec.STREAM_PARAMS, STREAM).statusCode()));
            postWrong("/alto/updates", PushCodec.STREAM_PARAMS, STREAM);
            postUnacceptable("/alto/updates", PushCodec.STREAM_PARAMS, STREAM);
            requireDescribed("/alto/updates", "post");
            answers.clear();
            final var uri = Copy.json(stream.next().data()).get("control-uri").textValue();
            post(uri, PushCodec.STREAM_PARAMS, "{\"add\":{\"a\":{\"resource-id\":\"net\"}}}");
            assertEquals(Set.of("204"), answers.keySet());
            assertEquals(503, post(uri, PushCodec.STREAM_PARAMS, "{\"add\":{\"b\":{\"resource-id\":\"net\"}}}")
                .statusCode());
            post(uri + "x", PushCodec.STREAM_PARAMS, STREAM);
            postWrong(uri, PushCodec.STREAM_PARAMS, STREAM);
            requireDescribed("/alto/updates/control/{id}", "post");
        }
    }

    @Test
    void hasTheAnswersToWhoOpensAView() throws Exception {
        final var view = URI.create(Copy.json(post("/alto/tips", PushCodec.TIPS_PARAMS, VIEW).body())
            .get("tips-view-uri").textValue()).getPath() + "/ug";
        assertEquals(429, post("/alto/tips", PushCodec.TIPS_PARAMS, "{\"resource-id\":\"net\"}").statusCode());
        postWrong("/alto/tips", PushCodec.TIPS_PARAMS, VIEW);
        postUnacceptable("/alto/tips", PushCodec.TIPS_PARAMS, VIEW);
        requireDescribed("/alto/tips", "post");
        answers.clear();
        post(view, PushCodec.TIPS_PARAMS, VIEW);
        post("/alto/tips/none/ug", PushCodec.TIPS_PARAMS, VIEW);
        postWrong(view, PushCodec.TIPS_PARAMS, VIEW);
        postUnacceptable(view, PushCodec.TIPS_PARAMS, VIEW);
        requireDescribed("/alto/tips/{id}/ug", "post");
    }

    @Test
    void hasTheAnswersToWhoFetchesAnEdge() throws Exception {
        final var view = URI.create(Copy.json(post("/alto/tips", PushCodec.TIPS_PARAMS, VIEW).body())
            .get("tips-view-uri").textValue()).getPath() + "/ug/";
        answers.clear();
        final var waiting = server.http.getAsync(view + "1/2");
        Awaitility.await().until(() -> server.push.counts().waiting() == 1);
        note(server.http.get(view + "1/2"));
        assertEquals(Set.of("429"), answers.keySet());
        note(waiting.get(30, TimeUnit.SECONDS));
        assertEquals(Set.of("429", "503"), answers.keySet());
        change();
        note(server.http.get(view + "0/2"));
        note(server.http.get(view + "1/2"));
        note(server.http.get(view + "0/2", "Accept", "text/html"));
        note(server.http.get(view + "4/5"));
        note(server.http.get(view + "1/4"));
        note(server.http.get(view + "2/2"));
        for (int i = 0; i < 3; i++) {
            change();
        }
        note(server.http.get(view + "1/2"));
        // what a view of another kind of resource, or another change, would be
        final var edge = DESCRIPTION.get("paths").get(EDGE).get("get");
        final var found = answers.put("200", described(edge).get("200"));
        assertTrue(described(edge).get("200").containsAll(found), found::toString);
        assertTrue(found.contains("application/alto-costmap+json"), found::toString);
        requireDescribed(EDGE, "get");
    }
}

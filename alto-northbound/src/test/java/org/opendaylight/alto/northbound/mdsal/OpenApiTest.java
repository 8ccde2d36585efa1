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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.lang.reflect.Method;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.ws.rs.Consumes;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.northbound.Fixtures;
import org.opendaylight.alto.northbound.FlowCosts;
import org.opendaylight.alto.northbound.catalog.EndpointCostOffer;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.client.TrustedProxies;
import org.opendaylight.alto.northbound.jaxrs.AltoApplication;
import org.opendaylight.alto.northbound.jaxrs.RequestLimits;
import org.opendaylight.alto.northbound.jaxrs.Requests;
import org.opendaylight.alto.northbound.jaxrs.Workload;

/** The description is true: it has the routes that there are, and what they answer. */
class OpenApiTest {
    private static final String TEXT = new String(DescriptionServlet.read(), StandardCharsets.UTF_8);
    private static final JsonNode DESCRIPTION = Fixtures.json(TEXT);
    private static final FlowCosts COSTS = FlowCosts.numerical(flow -> 1);

    @TempDir
    java.nio.file.Path folder;

    /** What a client has to know to send a request. */
    private record Operation(String method, String path, Set<String> consumes, Set<String> produces) {
    }

    private static Set<String> names(final JsonNode node) {
        return ImmutableSet.copyOf(node.fieldNames());
    }

    private static Set<Operation> described() {
        final var operations = ImmutableSet.<Operation>builder();
        DESCRIPTION.path("paths").properties().stream().filter(path -> isAlto(path.getKey()))
            .forEach(path -> path.getValue().properties().stream().filter(entry -> !entry.getKey().equals("parameters"))
                // a tag names another bundle's feature, whose own test looks at these
                .filter(entry -> !entry.getValue().has("tags"))
                .forEach(entry -> operations.add(new Operation(entry.getKey().toUpperCase(Locale.ROOT),
                    path.getKey(), names(entry.getValue().at("/requestBody/content")),
                    names(entry.getValue().at("/responses/200/content"))))));
        return operations.build();
    }

    private static Map<String, Set<String>> described(final JsonNode operation) {
        final var answers = new TreeMap<String, Set<String>>();
        operation.path("responses").properties().forEach(entry -> {
            final var reference = entry.getValue().path("$ref").asText();
            final var answer = reference.isEmpty() ? entry.getValue() : DESCRIPTION.at(reference.substring(1));
            assertTrue(answer.has("description"), reference);
            answers.put(entry.getKey(), new TreeSet<>(names(answer.path("content"))));
        });
        return answers;
    }

    private static boolean isAlto(final String path) {
        return path.equals(ResourceCatalog.CONTEXT_PATH) || path.startsWith(ResourceCatalog.CONTEXT_PATH + "/");
    }

    private static Stream<Operation> operations(final Class<?> resource, final String base) {
        return Arrays.stream(resource.getMethods()).flatMap(method -> operations(method, base));
    }

    private static Stream<Operation> operations(final Method method, final String base) {
        final var path = method.getAnnotation(Path.class);
        final var whole = path == null ? base : base + "/" + path.value();
        final var verb = Arrays.stream(method.getAnnotations())
            .flatMap(each -> Optional.ofNullable(each.annotationType().getAnnotation(HttpMethod.class)).stream())
            .findFirst();
        if (verb.isPresent()) {
            final var consumes = method.getAnnotation(Consumes.class);
            final var produces = method.getAnnotation(Produces.class);
            return Stream.of(new Operation(verb.orElseThrow().value(), whole,
                consumes == null ? Set.of() : Set.of(consumes.value()),
                produces == null ? Set.of() : Set.of(produces.value())));
        }
        // a method that finds who answers
        return path == null ? Stream.empty() : operations(method.getReturnType(), whole);
    }

    @Test
    void hasTheRoutesThatThereAre() {
        final var routes = ImmutableSet.<Operation>builder();
        new AltoApplication(Fixtures::catalog, Optional::empty, new Requests(new RequestLimits(1, 1),
            new Workload(1, Duration.ZERO), TrustedProxies.NONE), List.of()).getSingletons().stream()
            .map(Object::getClass).filter(each -> each.isAnnotationPresent(Path.class))
            .forEach(each -> operations(each, ResourceCatalog.CONTEXT_PATH
                + each.getAnnotation(Path.class).value().replaceFirst("^/$", "")).forEach(routes::add));
        assertEquals(routes.build(), described());
    }

    @Test
    void isValid() {
        assertEquals(List.of(), new OpenAPIV3Parser().readContents(TEXT).getMessages());
    }

    static Stream<String> paths() {
        return described().stream().map(Operation::path);
    }

    /** Provokes each answer that this test knows how to provoke, and collects the media types by status. */
    @ParameterizedTest
    @MethodSource("paths")
    void hasTheAnswersThatThereAre(final String path) throws Exception {
        final var server = new TestServer(folder.resolve("alto-users"));
        try {
            final var builder = Fixtures.builder();
            builder.addEndpointCost(new ResourceId("part"), "operator", EndpointCostOffer.ALL);
            server.publish(builder.build());
            server.bind(COSTS);
            final var id = path.contains("costmap/") ? "numerical-routing-cost-map"
                : path.contains("endpointcost/") ? "part" : "my-default-network-map";
            final var answers = new TreeMap<String, Set<String>>();
            final var operation = DESCRIPTION.path("paths").path(path);
            askTooEarly(path, answers);
            askAsStranger(server, path, answers);
            if (operation.has("get")) {
                askGet(server, path.replace("{id}", id), answers);
                if (path.contains("{id}")) {
                    note(answers, server.get(path.replace("{id}", "none")));
                }
                assertEquals(described(operation.path("get")), answers);
            } else {
                final var type = operation.at("/post/requestBody/content").fieldNames().next();
                askPost(server, path, id, type, answers);
                assertEquals(described(operation.path("post")), answers);
            }
        } finally {
            server.close();
        }
    }

    private static void askTooEarly(final String path, final Map<String, Set<String>> answers) throws Exception {
        final var starting = TestServer.withoutFilter();
        try {
            note(answers, starting.get(path.replace("{id}", "x")));
        } finally {
            starting.close();
        }
    }

    private void askAsStranger(final TestServer server, final String path, final Map<String, Set<String>> answers)
            throws Exception {
        server.access().modified(Map.of("access", "authenticated", "rules", "/*: noc"));
        server.access().put("bob", Set.of(), "builder");
        final var here = path.replace("{id}", "x");
        note(answers, server.get(here));
        note(answers, server.get(here, "Authorization", "Basic "
            + Base64.getEncoder().encodeToString(bytes("bob:builder"))));
        server.access().modified(Map.of());
    }

    private static void askGet(final TestServer server, final String path, final Map<String, Set<String>> answers)
            throws Exception {
        final var found = server.get(path);
        note(answers, found);
        note(answers, server.get(path, "If-None-Match", found.headers().firstValue("ETag").orElseThrow()));
        note(answers, server.get(path, "If-Match", "\"other\""));
        note(answers, server.get(path, "Accept", "text/html"));
    }

    private static void askPost(final TestServer server, final String path, final String id, final String type,
            final Map<String, Set<String>> answers) throws Exception {
        final var here = path.replace("{id}", id);
        final var good = bytes(goodBody(path));
        final var found = server.post(here, type, good);
        assertEquals(200, found.statusCode(), found::body);
        note(answers, found);
        note(answers, server.post(here, type, bytes("{")));
        note(answers, server.post(here, type, new byte[TestServer.MAX_REQUEST_BYTES + 1]));
        note(answers, server.post(here, "text/plain", good));
        note(answers, server.send(server.request(here).header("Content-Type", type).header("Accept", "text/html")
            .POST(BodyPublishers.ofByteArray(good))));
        if (path.contains("{id}")) {
            note(answers, server.post(path.replace("{id}", "none"), type, good));
        }
        if (path.contains("endpointcost")) {
            server.unbind(COSTS);
            note(answers, server.post(here, type, good));
        }
        if (path.contains("endpointprop")) {
            server.publish(ResourceCatalog.EMPTY);
            note(answers, server.post(here, type, good));
        }
    }

    private static String goodBody(final String path) {
        if (path.endsWith("/filtered")) {
            return "{\"pids\":[]}";
        }
        if (path.endsWith("/filtered-costs")) {
            return "{\"cost-type\":{\"cost-mode\":\"numerical\",\"cost-metric\":\"routingcost\"}}";
        }
        return path.contains("endpointcost")
            ? "{\"cost-type\":{\"cost-mode\":\"numerical\",\"cost-metric\":\"routingcost\"},"
                + "\"endpoints\":{\"srcs\":[\"ipv4:192.0.2.1\"],\"dsts\":[\"ipv4:192.0.2.2\"]}}"
            : "{\"properties\":[\"my-default-network-map.pid\"],\"endpoints\":[\"ipv4:192.0.2.34\"]}";
    }

    private static byte[] bytes(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void note(final Map<String, Set<String>> answers, final HttpResponse<String> answer) {
        answers.computeIfAbsent(Integer.toString(answer.statusCode()), status -> new TreeSet<>())
            .addAll(answer.headers().allValues("Content-Type"));
    }
}

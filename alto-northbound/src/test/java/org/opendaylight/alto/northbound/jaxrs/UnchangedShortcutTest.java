/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.jaxrs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.HandlerList;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.aaa.web.servlet.jersey2.JerseyServletSupport;
import org.opendaylight.alto.northbound.Fixtures;
import org.opendaylight.alto.northbound.catalog.EndpointCostTypes;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.client.TrustedProxies;
import org.opendaylight.alto.northbound.json.MediaTypes;

@DisplayName("A client whose copy is that of the server hears so at once, as JAX-RS would tell it")
class UnchangedShortcutTest {
    private static final String NETWORK_MAP = "/alto/networkmap/my-default-network-map";
    private static final String COST_MAP = "/alto/costmap/numerical-routing-cost-map";
    private static final int NOT_ANSWERED = 418;
    private static final ResourceCatalog CATALOG = Fixtures.catalog();
    private static final String NETWORK_TAG = Fixtures.TAG;
    private static final String COST_TAG =
        CATALOG.costMap("numerical-routing-cost-map").orElseThrow().vtag().tag();
    private static final String DIRECTORY_TAG = CATALOG.directory(EndpointCostTypes.NONE).contentTag();

    private static final Server SERVER = new Server();
    private static final ServerConnector CONNECTOR = new ServerConnector(SERVER);
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Tries the shortcut only. */
    private static final class ShortcutServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(final HttpServletRequest request, final HttpServletResponse response) {
            if (!new UnchangedShortcut(() -> CATALOG, Optional::empty).answer(request, response)) {
                response.setStatus(NOT_ANSWERED);
            }
        }
    }

    @BeforeAll
    static void start() throws Exception {
        CONNECTOR.setHost("127.0.0.1");
        SERVER.addConnector(CONNECTOR);
        // the same paths by two names of the host
        final var shortcut = new ServletContextHandler();
        shortcut.setVirtualHosts(new String[] { "127.0.0.1" });
        shortcut.addServlet(new ServletHolder(new ShortcutServlet()), "/alto/*");
        final var routes = new ServletContextHandler();
        routes.setVirtualHosts(new String[] { "localhost" });
        final var workload = new Workload(1000, Duration.ZERO);
        routes.addServlet(new ServletHolder(new JerseyServletSupport().createHttpServletBuilder(new AltoApplication(
            () -> CATALOG, Optional::empty, new Requests(new RequestLimits(1000, 100), workload,
                TrustedProxies.NONE), List.of())).build()), "/alto/*");
        SERVER.setHandler(new HandlerList(shortcut, routes));
        SERVER.start();
    }

    @AfterAll
    static void stop() throws Exception {
        CLIENT.close();
        SERVER.stop();
    }

    /** A request without the server to which it goes. */
    private record Question(String method, String path, List<String> headers) {
        HttpResponse<String> ask(final String host) throws IOException, InterruptedException {
            final var request = HttpRequest.newBuilder(
                URI.create("http://" + host + ":" + CONNECTOR.getLocalPort() + path))
                .method(method, BodyPublishers.noBody());
            for (int i = 0; i < headers.size(); i += 2) {
                request.header(headers.get(i), headers.get(i + 1));
            }
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        }

        HttpResponse<String> askShortcut() throws IOException, InterruptedException {
            return ask("127.0.0.1");
        }

        HttpResponse<String> askRoutes() throws IOException, InterruptedException {
            return ask("localhost");
        }
    }

    private static Question question(final String path, final String... headers) {
        return new Question("GET", path, List.of(headers));
    }

    private static String choose(final Random random, final String... values) {
        return values[random.nextInt(values.length)];
    }

    /** Chooses the first one half of the time. */
    private static String mostly(final Random random, final String... values) {
        return random.nextBoolean() ? values[0] : choose(random, values);
    }

    private static Question any(final Random random) {
        final var path = choose(random, "/alto", "/alto/", NETWORK_MAP, COST_MAP, COST_MAP + "/",
            NETWORK_MAP + "/filtered", "/alto/networkmap/x", COST_MAP + "?x=y", COST_MAP + ";x",
            "/alto/costmap/%6eumerical-routing-cost-map");
        final var tag =
            path.contains("networkmap") ? NETWORK_TAG : path.contains("costmap") ? COST_TAG : DIRECTORY_TAG;
        final var headers = new ArrayList<String>();
        for (int i = random.nextInt(8) == 0 ? 2 : 1; i > 0; i--) {
            headers.add("If-None-Match");
            headers.add(mostly(random, "'T'", "W/'T'", "'x', 'T'", "'T',W/'x'", " 'T' , 'y'", "'x'", "*", "'x', *",
                "w/'T'", "'T", "T", "T'", "'T',", ",'T'", "'T' 'x'", "", "'\\T'", "'x',,'T'", "W/ 'T'", "'T,'",
                "'a,b', 'T'", "'', 'T'", "'x''T'", "'x', 'T").replace('\'', '"').replace("T", tag));
        }
        final var type = path.contains("networkmap") ? MediaTypes.NETWORK_MAP
            : path.contains("costmap") ? MediaTypes.COST_MAP : MediaTypes.DIRECTORY;
        for (int i = random.nextInt(4) == 0 ? random.nextInt(3) : 1; i > 0; i--) {
            headers.add("Accept");
            headers.add(mostly(random, "*/*", "A", "application/*", "A,application/alto-error+json", "text/html, A",
                "A;q=0", "A;q=0.5", "*/*;q=0", "text/*, */*", "text/*", "x", "A, x", "*", "*/json", "A,", "", "A/*",
                "APPLICATION/*", "a b/c, A", "A; charset=utf-8").replace("A", type));
        }
        if (random.nextBoolean()) {
            headers.add("Accept-Encoding");
            headers.add(mostly(random, "gzip", "identity", "gzip;q=0", "br, gzip;q=0.5", "*", "", "gz ip"));
        }
        if (random.nextInt(8) == 0) {
            headers.add(choose(random, "If-Match", "Content-Type", "If-Modified-Since", "Accept-Language", "Cookie"));
            headers.add(choose(random, "*", "\"" + tag + "\"", "text/plain", "Thu, 01 Jan 1970 00:00:00 GMT", "x=;"));
        }
        return new Question(mostly(random, "GET", "HEAD", "OPTIONS", "PUT"), path, headers);
    }

    @Test
    @DisplayName("M-7285-15: whatever the headers, the answer is that of JAX-RS")
    void answersAsTheRoutesDo() throws Exception {
        final long seed = 9110;
        final var random = new Random(seed);
        int answered = 0;
        for (int i = 0; i < 1000; i++) {
            final var question = any(random);
            final var shortcut = question.askShortcut();
            if (shortcut.statusCode() != NOT_ANSWERED) {
                answered++;
                final var routes = question.askRoutes();
                final var message = "seed " + seed + ": " + question;
                assertEquals(routes.statusCode(), shortcut.statusCode(), message);
                assertEquals(routes.body(), shortcut.body(), message);
                assertEquals(routes.headers().map().toString().replaceAll("date=\\[[^]]*\\]", ""),
                    shortcut.headers().map().toString().replaceAll("date=\\[[^]]*\\]", ""), message);
            }
        }
        assertTrue(answered > 50, answered + " answers");
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"T\"", "W/\"T\"", "\"x\", W/\"T\"", "\"T\" ,\"x\"" })
    @DisplayName("RFC 9110, section 13.1.2: tags are compared weakly, in a list")
    void knowsTheTagInAList(final String copies) throws Exception {
        assertEquals(304, question(NETWORK_MAP, "If-None-Match", copies.replace("T", NETWORK_TAG)).askShortcut()
            .statusCode());
        assertEquals(304, question(COST_MAP, "If-None-Match", copies.replace("T", COST_TAG)).askShortcut()
            .statusCode());
        assertEquals(304, question("/alto", "If-None-Match", copies.replace("T", DIRECTORY_TAG)).askShortcut()
            .statusCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "*/* | 304", "application/* | 304", "application/alto-costmap+json | 304",
        "application/alto-costmap+json,application/alto-error+json | 304", "text/html, */* | 304",
        "application/alto-networkmap+json | 418", "application/alto-costmap+json;q=0 | 418", "text/* | 418",
        "x, */* | 418" })
    @DisplayName("RFC 9110, section 12.5.1: whoever does not clearly take the resource is left to JAX-RS")
    void accept(final String ranges, final int status) throws Exception {
        assertEquals(status, question(COST_MAP, "If-None-Match", "\"" + COST_TAG + "\"", "Accept", ranges)
            .askShortcut().statusCode());
    }

    @Test
    @DisplayName("RFC 9110, section 8.8.1: the tag of the compressed form is weak")
    void theTagIsThatOfTheForm() throws Exception {
        final var tag = "\"" + COST_TAG + "\"";
        assertEquals(Optional.of(tag), question(COST_MAP, "If-None-Match", tag).askShortcut().headers()
            .firstValue("ETag"));
        assertEquals(Optional.of("W/" + tag), question(COST_MAP, "If-None-Match", tag, "Accept-Encoding", "gzip")
            .askShortcut().headers().firstValue("ETag"));
    }
}

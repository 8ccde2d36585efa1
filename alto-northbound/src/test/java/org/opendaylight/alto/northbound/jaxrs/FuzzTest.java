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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.alto.northbound.Fixtures;
import org.opendaylight.alto.northbound.FlowCosts;
import org.opendaylight.alto.northbound.Mutations;
import org.opendaylight.alto.northbound.json.MediaTypes;
import org.opendaylight.alto.northbound.mdsal.TestServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests that are valid but for some bytes. Set the system property alto.fuzz.seed to repeat a run. */
class FuzzTest {
    private static final Logger LOG = LoggerFactory.getLogger(FuzzTest.class);
    private static final int REQUESTS = Integer.getInteger("alto.fuzz.requests", 3000);
    private static final String DEEP = "[".repeat(TestServer.MAX_REQUEST_BYTES / 2);
    private static final String MAP = "/alto/networkmap/my-default-network-map";

    /** A route and a request that is right. */
    private record Valid(String path, String accepts, String produces, String body) {
    }

    private static final List<Valid> VALID = List.of(
        costs(Fixtures.example("endpointcost-request.json")),
        costs("""
            {"cost-type":{"cost-mode":"ordinal","cost-metric":"hopcount"},"endpoint-flows":[
             {"src":"tcp:192.0.2.1:22","dst":"ipv4:192.0.2.2"},{"srcs":["udp:[::1]:1"],"dsts":["ipv6:::2"]}]}"""),
        costs("""
            {"multi-cost-types":[{"cost-mode":"ordinal","cost-metric":"hopcount"},
              {"cost-mode":"numerical","cost-metric":"routingcost"}],
             "or-constraints":[["[1] le 1","[0] ge 1"],["eq 2"]],
             "endpoints":{"srcs":["ipv4:192.0.2.1"],"dsts":["ipv4:192.0.2.2"]}}"""),
        new Valid("/alto/endpointprop", MediaTypes.ENDPOINT_PROP_PARAMS, MediaTypes.ENDPOINT_PROP,
            Fixtures.example("endpointprop-request.json")),
        new Valid(MAP + "/filtered", MediaTypes.NETWORK_MAP_FILTER, MediaTypes.NETWORK_MAP,
            "{\"pids\":[\"PID1\",\"PID2\"],\"address-types\":[\"ipv4\"]}"),
        new Valid(MAP + "/filtered-costs", MediaTypes.COST_MAP_FILTER, MediaTypes.COST_MAP, """
            {"cost-type":{"cost-mode":"numerical","cost-metric":"routingcost"},"constraints":["ge 0"],
             "pids":{"srcs":["PID1"],"dsts":["PID1","PID2","PID3"]}}"""),
        new Valid(MAP + "/filtered-costs", MediaTypes.COST_MAP_FILTER, MediaTypes.COST_MAP, """
            {"multi-cost-types":[{"cost-mode":"numerical","cost-metric":"hopcount"},
              {"cost-mode":"numerical","cost-metric":"routingcost"}],
             "or-constraints":[["[0] ge 1","[1] lt 1e3"],["eq 5"]]}"""));

    private static Valid costs(final String body) {
        return new Valid("/alto/endpointcost", MediaTypes.ENDPOINT_COST_PARAMS, MediaTypes.ENDPOINT_COST, body);
    }

    /** {@code ./alto verify} runs it for longer. */
    @Test
    void aMutatedRequestIsAnsweredOrRefusedButNeverBreaksTheServer() throws Exception {
        final long seed = Long.getLong("alto.fuzz.seed", System.nanoTime());
        LOG.info("{} requests, alto.fuzz.seed={}", REQUESTS, seed);
        final var random = new Random(seed);
        final var seen = new HashMap<String, Integer>();
        final var server = new TestServer();
        try {
            server.publish(Fixtures.catalog());
            server.bind(FlowCosts.numerical(flow -> 1));
            for (int i = 0; i < REQUESTS; i++) {
                final var valid = VALID.get(i % VALID.size());
                final var body = Mutations.mutate(valid.body().getBytes(StandardCharsets.UTF_8), random);
                final var answer = server.post(valid.path(), valid.accepts(), body);
                final var what = "seed " + seed + ", request " + i + ": " + valid.path() + ' '
                    + new String(body, StandardCharsets.ISO_8859_1) + " -> " + answer.body();
                final var type = switch (answer.statusCode()) {
                    case 200 -> valid.produces();
                    case 400 -> MediaTypes.ERROR;
                    case 413 -> MediaTypes.PROBLEM;
                    default -> throw new AssertionError("Status " + answer.statusCode() + ", " + what);
                };
                assertEquals(List.of(type), answer.headers().allValues("Content-Type"), what);
                assertTrue(Fixtures.json(answer.body()).isObject(), what);
                seen.merge(valid.path() + ' ' + answer.statusCode(), 1, Integer::sum);
            }
            // nothing is left behind
            for (var valid : VALID) {
                final var body = valid.body() + " ".repeat(TestServer.MAX_REQUEST_BYTES - valid.body().length());
                assertEquals(200, server.post(valid.path(), valid.accepts(),
                    body.getBytes(StandardCharsets.UTF_8)).statusCode(), () -> "seed " + seed + ", " + valid);
            }
        } finally {
            server.close();
        }
        VALID.forEach(valid -> assertTrue(
            seen.keySet().containsAll(List.of(valid.path() + " 200", valid.path() + " 400")), seen::toString));
    }

    /** Whatever comes over the connection, the next one is served. */
    @Test
    void aBrokenConnectionOrHeaderHarmsNobodyElse() throws Exception {
        final long seed = Long.getLong("alto.fuzz.seed", System.nanoTime());
        LOG.info("alto.fuzz.seed={}", seed);
        final var random = new Random(seed);
        final var server = new TestServer();
        try {
            server.publish(Fixtures.catalog());
            server.bind(FlowCosts.numerical(flow -> 1));
            final var uri = URI.create(server.getBaseURL());
            for (int i = 0; i < REQUESTS / 20; i++) {
                final var valid = VALID.get(i % VALID.size());
                final var request = """
                    POST %s HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Content-Type: %s\r
                    Accept: %s, */*;q=0.5\r
                    Forwarded: for="[2001:db8::1]:1";by=10.0.0.1\r
                    Content-Length: %d\r
                    Connection: close\r
                    \r
                    %s""".formatted(valid.path(), valid.accepts(), valid.produces(), valid.body().length(),
                        valid.body());
                final var bytes = Mutations.mutate(request.getBytes(StandardCharsets.UTF_8), random);
                try (var socket = new Socket(uri.getHost(), uri.getPort())) {
                    socket.getOutputStream().write(bytes);
                    socket.shutdownOutput();
                    final var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    assertFalse(answer.startsWith("HTTP/1.1 500"), () -> "seed " + seed + ", "
                        + new String(bytes, StandardCharsets.ISO_8859_1) + " -> " + answer);
                } catch (SocketException e) {
                    LOG.debug("The server hung up", e);
                }
            }
            assertEquals(200, server.post(VALID.getFirst().body()).statusCode(), () -> "seed " + seed);
        } finally {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6 })
    void enormousRequestsAreRefusedBeforeTheyAreUnderstood(final int index) throws Exception {
        final var valid = VALID.get(index);
        final var server = new TestServer();
        try {
            server.publish(Fixtures.catalog());
            server.bind(FlowCosts.numerical(flow -> 1));
            final var deep = valid.body().replaceFirst("\\[", DEEP);
            assertEquals(400, server.post(valid.path(), valid.accepts(), deep.getBytes(StandardCharsets.UTF_8))
                .statusCode());
            // a body without end, of which nobody says how long it is
            final var sent = new AtomicLong();
            final var endless = server.request(valid.path()).header("Content-Type", valid.accepts())
                .POST(BodyPublishers.ofInputStream(() -> new InputStream() {
                    @Override
                    public int read() {
                        return sent.incrementAndGet() > 100_000_000 ? -1 : '[';
                    }
                }));
            try {
                assertEquals(413, server.send(endless).statusCode());
            } catch (IOException e) {
                // who still sends may miss the answer, because the server ends the connection
                LOG.debug("The server hung up", e);
            }
            assertEquals(200, server.post(VALID.getFirst().body()).statusCode());
            assertTrue(sent.get() < 100_000_000, () -> sent + " bytes were read");
        } finally {
            server.close();
        }
    }
}

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

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.northbound.Fixtures;
import org.opendaylight.alto.northbound.FlowCosts;
import org.opendaylight.alto.northbound.json.MediaTypes;
import org.opendaylight.alto.northbound.mdsal.TestServer;

@DisplayName("M-7285-14: what a server that has too much to do answers (RFC 7285, section 8.5.3)")
class OverloadTest {
    private static final int LEAST = 1000;
    private static final int MOST = TestServer.MAX_CONCURRENT_PAIRS / LEAST;

    private final CountDownLatch started = new CountDownLatch(MOST);
    private final CountDownLatch oneStarted = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer();
        server.publish(Fixtures.catalog());
        server.bind(FlowCosts.numerical(flow -> {
            if (flow.source().toString().equals("192.0.2.1")) {
                started.countDown();
                oneStarted.countDown();
                await(go);
            }
            return 1;
        }));
    }

    @AfterEach
    void stop() throws Exception {
        go.countDown();
        server.close();
    }

    private static void await(final CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String request(final String source, final int destinations) {
        return """
            {"cost-type":{"cost-mode":"numerical","cost-metric":"routingcost"},
             "endpoints":{"srcs":["%s"],"dsts":[%s]}}""".formatted(source,
                IntStream.rangeClosed(1, destinations).mapToObj(host -> "\"ipv4:203.0.113." + host + '"')
                    .collect(Collectors.joining(",")));
    }

    @Test
    void whatFindsNoRoomIsToldToComeLaterAndThenFindsIt() throws Exception {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            final var working = new ArrayList<Future<Integer>>();
            for (int i = 0; i < MOST; i++) {
                working.add(clients.submit(() -> server.post(request("ipv4:192.0.2.1", 1)).statusCode()));
            }
            await(started);
            final var refused = server.post(request("ipv4:192.0.2.2", 1));
            assertEquals(503, refused.statusCode(), refused::body);
            assertEquals(List.of("1"), refused.headers().allValues("Retry-After"));
            assertEquals(List.of(MediaTypes.PROBLEM), refused.headers().allValues("Content-Type"));
            assertTrue(refused.body().contains("busy"), refused::body);
            // what is encoded already costs nothing
            assertEquals(200, server.get("/alto").statusCode());
            go.countDown();
            assertEquals(Collections.nCopies(MOST, 200), statuses(working));
            assertEquals(200, server.post(request("ipv4:192.0.2.2", 1)).statusCode());
        }
    }

    private static List<Integer> statuses(final List<Future<Integer>> answers)
            throws InterruptedException, ExecutionException {
        final var statuses = new ArrayList<Integer>();
        for (var answer : answers) {
            statuses.add(answer.get());
        }
        return statuses;
    }

    @Test
    void largeBodiesTakeRoom() throws Exception {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            final var working = clients.submit(() -> server.post(padded(request("ipv4:192.0.2.1", 1))).statusCode());
            await(oneStarted);
            assertEquals(503, server.post(padded(request("ipv4:192.0.2.2", 1))).statusCode());
            go.countDown();
            assertEquals(200, working.get());
        }
    }

    private static String padded(final String request) {
        return request + " ".repeat(TestServer.MAX_REQUEST_BYTES - request.length());
    }

    @Test
    void noAnswerKeepsRoomForItself() throws Exception {
        for (int i = 0; i < 3 * MOST; i++) {
            assertEquals(200, server.post(padded(request("ipv4:192.0.2.2", 1))).statusCode());
            assertEquals(400, server.post("{").statusCode());
            assertEquals(400, server.post(request("ipv4:192.0.2", 1)).statusCode());
            assertEquals(413, server.post(request("ipv4:192.0.2.2", TestServer.MAX_ENDPOINT_PAIRS + 1)).statusCode());
            assertEquals(404, server.post("/alto/endpointcost/none", MediaTypes.ENDPOINT_COST_PARAMS,
                request("ipv4:192.0.2.2", 1).getBytes(StandardCharsets.UTF_8)).statusCode());
        }
    }
}

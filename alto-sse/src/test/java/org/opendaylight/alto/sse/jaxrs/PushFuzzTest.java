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

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.northbound.Mutations;
import org.opendaylight.alto.sse.Changes;
import org.opendaylight.alto.sse.Copy;
import org.opendaylight.alto.sse.mdsal.PushServerUnderTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests for streams and views that are valid but for some bytes, while maps change. */
class PushFuzzTest {
    private static final Logger LOG = LoggerFactory.getLogger(PushFuzzTest.class);
    private static final int REQUESTS = Integer.getInteger("alto.fuzz.requests", 3000) / 2;
    private static final String STREAM_PARAMS = "application/alto-updatestreamparams+json";
    private static final String TIPS_PARAMS = "application/alto-tipsparams+json";

    /** A route and a request that is right. */
    private record Valid(String path, String accepts, String body) {
    }

    private static List<Valid> valid(final String control, final String view) {
        final var filter = "{\"cost-type\":{\"cost-mode\":\"numerical\",\"cost-metric\":\"hopcount\"},"
            + "\"pids\":{\"srcs\":[],\"dsts\":[]}}";
        return List.of(
            new Valid("/alto/updates", STREAM_PARAMS, "{\"add\":{\"a\":{\"resource-id\":\"net\",\"tag\":\"1\"},"
                + "\"b\":{\"resource-id\":\"routing\",\"incremental-changes\":false}}}"),
            new Valid("/alto/updates", STREAM_PARAMS,
                "{\"add\":{\"f\":{\"resource-id\":\"net-filtered-costs\",\"input\":" + filter + "}}}"),
            new Valid(control, STREAM_PARAMS, "{\"add\":{\"x\":{\"resource-id\":\"hops\"}},\"remove\":[\"x1\"]}"),
            new Valid("/alto/tips", TIPS_PARAMS,
                "{\"resource-id\":\"net-filtered-costs\",\"tag\":\"1\",\"input\":" + filter + "}"),
            new Valid(view + "/ug", TIPS_PARAMS, "{\"resource-id\":\"net\",\"tag\":\"1\"}"));
    }

    @Test
    void aMutatedRequestIsAnsweredOrRefusedAndLeavesNothingBehind() throws Exception {
        final long seed = Long.getLong("alto.fuzz.seed", System.nanoTime());
        LOG.info("{} requests, alto.fuzz.seed={}", REQUESTS, seed);
        final var random = new Random(seed);
        final var changes = new Changes(seed);
        final var seen = new HashMap<Integer, Integer>();
        try (var server = new PushServerUnderTest(changes.catalog(), Map.of("keep-alive-seconds", 1,
                "view-seconds", 1, "max-streams-per-client", 20_000, "max-views", 20_000, "max-followed", 20_000));
                var client = HttpClient.newHttpClient()) {
            final var kept = client.send(server.http.request("/alto/updates").header("Content-Type", STREAM_PARAMS)
                .POST(BodyPublishers.ofString("{\"add\":{\"x1\":{\"resource-id\":\"net\"}}}")).build(),
                BodyHandlers.ofInputStream());
            final var control = Copy.json(new String(kept.body().readNBytes(200), StandardCharsets.UTF_8)
                .replaceAll("(?s).*?data: (\\{.*?\\}).*", "$1")).get("control-uri").textValue();
            final var view = Copy.json(server.http.post("/alto/tips", TIPS_PARAMS,
                "{\"resource-id\":\"net\"}".getBytes(StandardCharsets.UTF_8)).body()).get("tips-view-uri").textValue()
                .replaceFirst("http://[^/]*", "");
            final var valid = valid(control, view);
            for (int i = 0; i < REQUESTS; i++) {
                final var request = valid.get(i % valid.size());
                final var body = Mutations.mutate(request.body().getBytes(StandardCharsets.UTF_8), random);
                final var answer = client.send(server.http.request(request.path())
                    .header("Content-Type", request.accepts()).POST(BodyPublishers.ofByteArray(body)).build(),
                    BodyHandlers.ofInputStream());
                // of a stream the first event is enough
                final var text = answer.statusCode() == 204 ? "" : new String(answer.body().readNBytes(10),
                    StandardCharsets.UTF_8);
                answer.body().close();
                assertTrue(List.of(200, 204, 400, 404, 413).contains(answer.statusCode()), () -> "seed " + seed + ": "
                    + request.path() + ' ' + new String(body, StandardCharsets.ISO_8859_1) + " -> "
                    + answer.statusCode() + ' ' + text);
                seen.merge(answer.statusCode(), 1, Integer::sum);
                if (i % 50 == 0) {
                    server.publish(changes.next());
                }
            }
            kept.body().close();
            Awaitility.await().atMost(60, TimeUnit.SECONDS).untilAsserted(() -> {
                final var counts = server.push.counts();
                assertEquals(0, counts.streams() + counts.views() + counts.followed(), counts::toString);
            });
        }
        assertTrue(seen.getOrDefault(200, 0) > 10 && seen.getOrDefault(400, 0) > 10, seen::toString);
    }
}

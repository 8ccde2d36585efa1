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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.northbound.Fixtures;
import org.opendaylight.alto.northbound.FlowCosts;
import org.opendaylight.alto.northbound.json.MediaTypes;
import org.opendaylight.alto.northbound.mdsal.TestServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests that are valid but for some bytes. Set the system property alto.fuzz.seed to repeat a run. */
class FuzzTest {
    private static final Logger LOG = LoggerFactory.getLogger(FuzzTest.class);
    private static final int REQUESTS = 1000;
    private static final List<String> PIECES = List.of("{", "}", "[", "]", "\"", ":", ",", "null", "1e999", "-0", "NaN",
        "\\u0000", "\\ud800", "\"ipv4:\"", "\"ipv6:::\"", "\"cost-type\"", "\"endpoints\":{}", "\"srcs\":[]",
        "[[[[[[[[", "\"endpoint-flows\":[{}],", "\"src\"", "\"udp:[\"", ":65536\"",
        "\"constraints\":[\"eq 1\"],", "\"or-constraints\":[[\"[1] le 1\"],[]],",
        "\"testable-cost-types\":[{}],", "\0", "\"a\":1,", "9".repeat(50), "true");

    private static final String FLOWS = """
        {"cost-type":{"cost-mode":"ordinal","cost-metric":"hopcount"},"endpoint-flows":[
         {"src":"tcp:192.0.2.1:22","dst":"ipv4:192.0.2.2"},{"srcs":["udp:[::1]:1"],"dsts":["ipv6:::2"]}]}""";

    private static final String SEVERAL = """
        {"multi-cost-types":[{"cost-mode":"ordinal","cost-metric":"hopcount"},
          {"cost-mode":"numerical","cost-metric":"routingcost"}],"or-constraints":[["[1] le 1","[0] ge 1"],["eq 2"]],
         "endpoints":{"srcs":["ipv4:192.0.2.1"],"dsts":["ipv4:192.0.2.2"]}}""";

    @Test
    void aMutatedRequestIsAnsweredOrRefusedButNeverBreaksTheServer() throws Exception {
        final long seed = Long.getLong("alto.fuzz.seed", System.nanoTime());
        LOG.info("alto.fuzz.seed={}", seed);
        final var random = new Random(seed);
        final var valid = List.of(Fixtures.example("endpointcost-request.json").getBytes(StandardCharsets.UTF_8),
            FLOWS.getBytes(StandardCharsets.UTF_8), SEVERAL.getBytes(StandardCharsets.UTF_8));
        final var seen = new HashMap<Integer, Integer>();
        final var server = new TestServer();
        try {
            server.bind(FlowCosts.numerical(flow -> 1));
            for (int i = 0; i < REQUESTS; i++) {
                final var body = mutate(valid.get(i % valid.size()), random);
                final var answer = server.post(MediaTypes.ENDPOINT_COST_PARAMS, body);
                final var what = "seed " + seed + ", request " + i + ": "
                    + new String(body, StandardCharsets.ISO_8859_1) + " -> " + answer.body();
                final var type = switch (answer.statusCode()) {
                    case 200 -> MediaTypes.ENDPOINT_COST;
                    case 400 -> MediaTypes.ERROR;
                    case 413 -> MediaTypes.PROBLEM;
                    default -> throw new AssertionError("Status " + answer.statusCode() + ", " + what);
                };
                assertEquals(List.of(type), answer.headers().allValues("Content-Type"), what);
                assertTrue(Fixtures.json(answer.body()).isObject(), what);
                seen.merge(answer.statusCode(), 1, Integer::sum);
            }
        } finally {
            server.close();
        }
        assertTrue(seen.keySet().containsAll(List.of(200, 400)), seen::toString);
    }

    private static byte[] mutate(final byte[] valid, final Random random) {
        var body = valid.clone();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            final int at = random.nextInt(body.length + 1);
            final int end = Math.min(body.length, at + random.nextInt(12));
            body = switch (random.nextInt(5)) {
                case 0 -> splice(body, at, end, new byte[0]);
                case 1 -> splice(body, at, at,
                    PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
                case 2 -> splice(body, at, end, new byte[] { (byte) random.nextInt(256) });
                case 3 -> splice(body, at, at, Arrays.copyOfRange(body, at, end));
                default -> splice(body, at, end,
                    PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
            };
        }
        return body;
    }

    private static byte[] splice(final byte[] body, final int from, final int to, final byte[] with) {
        final var result = Arrays.copyOf(body, body.length - (to - from) + with.length);
        System.arraycopy(with, 0, result, from, with.length);
        System.arraycopy(body, to, result, from + with.length, body.length - to);
        return result;
    }
}

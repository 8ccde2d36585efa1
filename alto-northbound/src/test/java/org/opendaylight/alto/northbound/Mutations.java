/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes requests that are valid but for some bytes. */
public final class Mutations {
    private static final List<String> PIECES = List.of("{", "}", "[", "]", "\"", ":", ",", "null", "1e999", "-0", "NaN",
        "\\u0000", "\\ud800", "\"ipv4:\"", "\"ipv6:::\"", "\"cost-type\"", "\"endpoints\":{}", "\"srcs\":[]",
        "[[[[[[[[", "\"endpoint-flows\":[{}],", "\"src\"", "\"udp:[\"", ":65536\"",
        "\"constraints\":[\"eq 1\"],", "\"or-constraints\":[[\"[1] le 1\"],[]],", "\"pids\":{}", "\"PID1\",",
        "\"testable-cost-types\":[{}],", "\0", "\"a\":1,", "9".repeat(50), "true");

    private Mutations() {
    }

    /**
     * Changes some bytes, here and there.
     *
     * @param valid a request that is right; not empty
     * @param random where, and how
     * @return a request that may be wrong
     */
    public static byte[] mutate(final byte[] valid, final Random random) {
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

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AccessRecordTest {
    private static final Instant TIME = Instant.parse("2026-11-27T09:05:03Z");
    private static final Pattern LINE = Pattern.compile("\\S+ - \\S+ \\[27/Nov/2026:09:05:03 \\+0000] "
        + "\"([^\"\\\\]|\\\\.)*\" 200 12 \"([^\"\\\\]|\\\\.)*\" \"([^\"\\\\]|\\\\.)*\" 1500");

    private static AccessRecord of(final String user, final String target, final String referer,
            final String agent) {
        return new AccessRecord("192.0.2.1", Optional.of(user), TIME, "GET", target, "HTTP/1.1",
            Optional.of(referer), Optional.of(agent));
    }

    @Test
    void isTheCombinedFormatWithMicroseconds() {
        assertEquals("192.0.2.1 - bob [27/Nov/2026:09:05:03 +0000] \"GET /alto HTTP/1.1\" 200 12 \"r\" \"curl/8\" 1500",
            of("bob", "/alto", "r", "curl/8").line(200, 12, 1_500_000));
        assertEquals("::1 - - [27/Nov/2026:09:05:03 +0000] \"GET /alto HTTP/2.0\" 304 - \"-\" \"-\" 0",
            new AccessRecord("::1", Optional.empty(), TIME, "GET", "/alto", "HTTP/2.0", Optional.empty(),
                Optional.empty()).line(304, 0, 999));
    }

    @Test
    void whatCouldMakeAnotherLineOrFieldIsEscaped() {
        assertEquals("192.0.2.1 - a_b [27/Nov/2026:09:05:03 +0000] \"GET /\\x0d\\x0a HTTP/1.1\" 200 12 "
            + "\"\\\"x\\\\\" \"\\x1b[2J\\xe9\\u2028\" 1500",
            of("a b", "/\r\n", "\"x\\",
                (char) 0x1b + "[2J" + (char) 0xe9 + (char) 0x2028).line(200, 12, 1_500_000));
    }

    @Test
    void aLongFieldIsCut() {
        assertTrue(of("u", "/".repeat(100_000), "r", "a").line(200, 12, 0).length() < AccessRecord.MAX_LENGTH + 100);
    }

    @Test
    void anyTextMakesOneLineOfTheSameFields() {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            final var line = of(text(random), text(random), text(random), text(random)).line(200, 12, 1_500_000);
            assertTrue(LINE.matcher(line).matches() && line.chars().allMatch(c -> c >= ' ' && c <= '~'),
                "seed " + seed + ": " + line);
        }
    }

    private static String text(final Random random) {
        final var text = new StringBuilder("x");
        for (int length = random.nextInt(20); length > 0; length--) {
            text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(0x80)));
        }
        return text.toString();
    }
}

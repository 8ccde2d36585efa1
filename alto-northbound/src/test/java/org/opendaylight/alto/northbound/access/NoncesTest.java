/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoncesTest {
    private final SetClock clock = new SetClock();
    private final Nonces nonces = new Nonces(clock, Duration.ofSeconds(60), 3);

    /** A clock that somebody sets. */
    private static final class SetClock extends Clock {
        private Instant now = Instant.ofEpochSecond(1_000_000);

        void pass(final long seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(final ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void eachIsAnother() {
        assertNotEquals(nonces.issue(), nonces.issue());
    }

    @Test
    void countsOnceEach() {
        final var nonce = nonces.issue();
        assertTrue(nonces.use(nonce, 1));
        assertFalse(nonces.use(nonce, 1));
        assertTrue(nonces.use(nonce, 2));
        assertFalse(nonces.use(nonce, 0));
    }

    @Test
    void requestsMayOvertakeEachOther() {
        final var nonce = nonces.issue();
        assertTrue(nonces.use(nonce, 3));
        assertTrue(nonces.use(nonce, 1));
        assertFalse(nonces.use(nonce, 1));
        assertTrue(nonces.use(nonce, 66));
        assertFalse(nonces.use(nonce, 2));
        assertFalse(nonces.use(nonce, 3));
        assertTrue(nonces.use(nonce, 4));
        assertTrue(nonces.use(nonce, 0xffffffffL));
        assertFalse(nonces.use(nonce, 66));
    }

    @Test
    void noCountIsTakenTwice() {
        final long seed = System.nanoTime();
        final var random = new Random(seed);
        final var nonce = nonces.issue();
        final var taken = new HashSet<Integer>();
        for (int i = 0; i < 10_000; i++) {
            final int count = Math.max(1, i / 3 - 100 + random.nextInt(200));
            if (nonces.use(nonce, count)) {
                assertTrue(taken.add(count), "seed " + seed);
            }
        }
        assertTrue(taken.size() > 1_000, "seed " + seed);
    }

    @Test
    void endsWithItsLifetime() {
        final var nonce = nonces.issue();
        clock.pass(60);
        assertTrue(nonces.use(nonce, 1));
        assertEquals(1, nonces.remembered());
        clock.pass(1);
        assertFalse(nonces.use(nonce, 2));
        assertEquals(0, nonces.remembered());
    }

    @Test
    void othersAreNotAccepted() {
        final var nonce = nonces.issue();
        assertFalse(new Nonces(clock, Duration.ofSeconds(60), 3).use(nonce, 1));
        for (int i = 0; i < nonce.length(); i++) {
            final var changed = nonce.substring(0, i) + (nonce.charAt(i) == 'A' ? 'Q' : 'A') + nonce.substring(i + 1);
            assertFalse(nonces.use(changed, 1), changed);
        }
        assertFalse(nonces.use("", 1));
        assertFalse(nonces.use("!", 1));
        assertFalse(nonces.use(nonce + nonce, 1));
    }

    @Test
    void whatIsForgottenIsNotAcceptedAgain() {
        final var given = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            given.add(nonces.issue());
            clock.pass(1);
        }
        given.forEach(nonce -> assertTrue(nonces.use(nonce, 1)));
        assertEquals(3, nonces.remembered());
        given.forEach(nonce -> assertFalse(nonces.use(nonce, 1), "a request was repeated"));
        // those that are remembered go on
        given.subList(2, 5).forEach(nonce -> assertTrue(nonces.use(nonce, 2)));
        assertTrue(nonces.use(nonces.issue(), 1));
    }
}

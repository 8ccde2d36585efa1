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

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {
    private final Turns turns = new Turns(1);
    private final CountDownLatch working = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    private Thread occupy() throws InterruptedException {
        final var thread = Thread.ofPlatform().daemon().start(() -> turns.take(1, () -> {
            working.countDown();
            return waitUninterrupted();
        }));
        working.await();
        return thread;
    }

    private boolean waitUninterrupted() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return true;
    }

    @Test
    void smallWorkIsDoneInTheOrderInWhichItCame() throws Exception {
        final var first = occupy();
        final var order = Collections.synchronizedList(new ArrayList<Integer>());
        final var threads = new ArrayList<Thread>();
        for (int i = 0; i < 10; i++) {
            final int number = i;
            final var thread =
                Thread.ofPlatform().daemon().start(() -> turns.take(Turns.SMALL, () -> order.add(number)));
            await().atMost(Duration.ofSeconds(30)).until(() -> thread.getState() == Thread.State.WAITING);
            threads.add(thread);
        }
        assertEquals(List.of(), order);
        goOn.countDown();
        first.join();
        for (var thread : threads) {
            thread.join();
        }
        assertEquals(IntStream.range(0, 10).boxed().toList(), order);
    }

    @Test
    void largeWorkWaitsForNobody() throws Exception {
        occupy();
        assertEquals("done", turns.take(Turns.SMALL + 1, () -> "done"));
        goOn.countDown();
    }

    @Test
    void workThatFailsEndsItsTurn() {
        for (int i = 0; i < 2; i++) {
            assertThrows(IllegalStateException.class, () -> turns.take(1, () -> {
                throw new IllegalStateException("on purpose");
            }));
        }
        assertEquals("done", turns.take(1, () -> "done"));
    }
}

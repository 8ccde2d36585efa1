/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.operator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.ResourceId;

class PublicationTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final FakeDirectory directory = new FakeDirectory();
    private final AtomicBoolean served = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();

    private boolean isServed() {
        asked.incrementAndGet();
        return served.get();
    }

    private CompletableFuture<Optional<String>> start(final Publication publication) {
        final var result = CompletableFuture.supplyAsync(() -> {
            try {
                return publication.await(this::isServed, LONG);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        await().until(() -> asked.get() > 0);
        return result;
    }

    @Test
    void waitsUntilServed() {
        try (var publication = new Publication(directory, new ResourceId("n"))) {
            final var result = start(publication);
            directory.changeElsewhere();
            await().until(() -> asked.get() > 1);
            assertFalse(result.isDone());
            served.set(true);
            directory.changeElsewhere();
            assertEquals(Optional.empty(), result.join());
        }
        assertEquals(0, directory.registrations());
    }

    @Test
    void reportsNewProblem() {
        try (var publication = new Publication(directory, new ResourceId("n"))) {
            final var result = start(publication);
            directory.refuse("m", "of another");
            directory.refuse("n", "bad");
            assertEquals(Optional.of("bad"), result.join());
        }
    }

    @Test
    void reportsOldProblemOnlyAfterChange() {
        directory.refuse("n", "bad");
        try (var publication = new Publication(directory, new ResourceId("n"))) {
            final var result = start(publication);
            assertFalse(result.isDone());
            directory.changeElsewhere();
            assertEquals(Optional.of("bad"), result.join());
        }
    }

    @Test
    void givesUp() throws InterruptedException {
        try (var publication = new Publication(directory, new ResourceId("n"))) {
            assertEquals(Optional.of("nothing was heard of it within 0 s"),
                publication.await(this::isServed, Duration.ofNanos(1)));
        }
    }
}

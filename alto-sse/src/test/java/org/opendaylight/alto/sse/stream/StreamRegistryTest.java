/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Admission;
import org.opendaylight.alto.sse.Changes;
import org.opendaylight.alto.sse.FakeFeed;
import org.opendaylight.alto.sse.json.StreamRequest;
import org.opendaylight.alto.sse.json.SubstreamRequest;
import org.opendaylight.alto.sse.version.Follower;
import org.opendaylight.alto.sse.version.VersionStore;

class StreamRegistryTest {
    private static final int TURNS = 2000;
    private static final Follower CLIENT = new Follower(IpAddr.parse("192.0.2.1"), path -> true);

    private static StreamRequest add(final int number, final ResourceId resource) {
        return new StreamRequest(Map.of("s" + number,
            new SubstreamRequest(resource, Optional.empty(), true, Optional.empty())), Optional.empty());
    }

    /** Sends nothing. */
    private static class Sink implements StreamRegistry.Output {
        private final Runnable onNews;

        Sink(final Runnable onNews) {
            this.onNews = onNews;
        }

        @Override
        public void wake() {
            onNews.run();
        }

        @Override
        public void tick(final long now) {
            onNews.run();
        }

        @Override
        public void end() {
            // nobody reads it
        }

        @Override
        public long sent() {
            return 0;
        }
    }

    private static StreamRegistry registry() {
        return new StreamRegistry(new VersionStore(new FakeFeed(new Changes(1).catalog()), 2, 10),
            new StreamLimits(10, 10, TURNS, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ZERO),
            Clock.systemUTC());
    }

    @Test
    void aStreamThatFailsIsEndedAndKeepsNobodyElseWaiting() throws Exception {
        for (boolean ticking : new boolean[] { false, true }) {
            final var registry = registry();
            final var wrong = new AtomicBoolean();
            final var ended = new AtomicInteger();
            final var woken = new AtomicInteger();
            final var streams = new ArrayList<UpdateStream>();
            for (int i = 0; i < 9; i++) {
                final var stream = registry.open(add(0, Changes.HOPS), CLIENT, id -> "/" + id, Admission.ALL);
                streams.add(stream);
                registry.start(stream, i % 3 == 0 ? new Sink(woken::incrementAndGet) : new Sink(() -> {
                    if (wrong.get()) {
                        throw new IllegalStateException("a mistake");
                    }
                }) {
                    @Override
                    public void end() {
                        ended.incrementAndGet();
                        registry.close(stream);
                    }
                });
            }
            wrong.set(true);
            final int before = woken.get();
            if (ticking) {
                registry.tick(System.nanoTime());
            } else {
                registry.changed(streams.getFirst().requests());
            }
            assertEquals(3, woken.get() - before);
            assertEquals(6, ended.get());
            assertEquals(3, registry.streams().size());
        }
    }

    /** Whoever settles meanwhile, a stream hears of a resource that it follows under another id than before. */
    @Test
    void aResourceThatIsFollowedAnewWakesItsStream() throws Exception {
        final var registry = registry();
        final var stream = registry.open(add(0, Changes.HOPS), CLIENT, id -> "/" + id, Admission.ALL);
        final var woken = new AtomicInteger();
        registry.start(stream, new Sink(woken::incrementAndGet));
        final var running = new AtomicBoolean(true);
        final var settling = Thread.ofPlatform().start(() -> {
            while (running.get()) {
                registry.settle(stream);
            }
        });
        try {
            for (int turn = 1; turn < TURNS; turn++) {
                assertTrue(registry.control(stream.id(), add(turn, Changes.NETWORK), CLIENT.reader(),
                    Admission.ALL));
                final int before = woken.get();
                registry.changed(Set.of(stream.requests().stream()
                    .filter(request -> request.resource().equals(Changes.NETWORK)).findFirst().orElseThrow()));
                assertTrue(woken.get() > before, "turn " + turn);
                registry.control(stream.id(), new StreamRequest(Map.of(), Optional.of(List.of("s" + turn))),
                    CLIENT.reader(), Admission.ALL);
            }
        } finally {
            running.set(false);
            settling.join();
        }
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.sse.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.northbound.catalog.Published;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Admission;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Content;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Request;
import org.opendaylight.alto.northbound.spi.ResourceFeed.Source;
import org.opendaylight.alto.northbound.spi.ResourceFeed.State;
import org.opendaylight.alto.sse.Changes;
import org.opendaylight.alto.sse.FakeFeed;

class VersionStoreTest {
    private static final int MOST = 10;
    private static final Request NETWORK = request(Changes.NETWORK);
    private static final Request ROUTING = request(Changes.ROUTING);
    private static final Request HOPS = request(Changes.HOPS);

    private final long seed = System.nanoTime();
    private final Changes changes = new Changes(seed);
    private final FakeFeed feed = new FakeFeed(changes.catalog());
    private final VersionStore store = new VersionStore(feed, MOST, 3);

    private static Request request(final ResourceId id) {
        return new Request(id, (id.equals(Changes.NETWORK) ? "/networkmap/" : "/costmap/") + id, Optional.empty(),
            IpAddr.parse("192.0.2.1"));
    }

    private VersionGraph versions(final Request request) {
        final var followed = store.state().find(request);
        assertNotNull(followed);
        return followed.versions();
    }

    @Test
    void versionsAreOneIntervalThatGoesOnlyToTheRight() throws Exception {
        store.follow(NETWORK, Admission.ALL);
        store.follow(ROUTING, Admission.ALL);
        final var bodies = new HashMap<Long, String>();
        long first = 1;
        long last = 1;
        for (int i = 0; i < 200; i++) {
            feed.publish(changes.next());
            store.renew();
            final var graph = versions(ROUTING);
            bodies.put(graph.last().number(), graph.last().body().toString());
            assertTrue(graph.first().number() >= first && graph.last().number() >= last, () -> "seed " + seed);
            first = graph.first().number();
            last = graph.last().number();
            assertTrue(last - first < MOST);
            for (long number = first; number <= last; number++) {
                final var version = graph.version(number).orElseThrow();
                assertEquals(number, version.number());
                assertEquals(bodies.getOrDefault(number, version.body().toString()), version.body().toString());
            }
            assertEquals(Optional.empty(), graph.version(last + 1));
            assertEquals(Optional.empty(), graph.version(first - 1));
            // all patches that are kept are shorter together than what they lead to
            final long bytes = LongStream.range(first, last).mapToObj(graph::patchFrom).flatMap(Optional::stream)
                .mapToLong(patch -> patch.text().length()).sum();
            assertTrue(bytes <= graph.last().body().length(), () -> "seed " + seed);
        }
        assertTrue(last > 50);
    }

    @Test
    void whatDidNotChangeIsNoVersion() throws Exception {
        store.follow(NETWORK, Admission.ALL);
        final var told = new AtomicReference<Set<Request>>();
        store.onChange(told::set);
        final var before = versions(NETWORK);
        feed.publish(changes.catalog());
        store.renew();
        assertSame(before, versions(NETWORK));
        assertNull(told.get());
    }

    @Test
    void listenersHearOfNetworkMapsBeforeTheirCosts() throws Exception {
        store.follow(ROUTING, Admission.ALL);
        store.follow(NETWORK, Admission.ALL);
        store.follow(HOPS, Admission.ALL);
        final var told = new ArrayList<List<Request>>();
        store.onChange(changed -> told.add(List.copyOf(changed)));
        while (told.stream().noneMatch(changed -> changed.size() == 3)) {
            feed.publish(changes.next());
            store.renew();
        }
        told.stream().filter(changed -> changed.contains(NETWORK)).forEach(changed ->
            assertEquals(NETWORK, changed.getFirst(), "seed " + seed));
    }

    @Test
    void whatNobodyFollowsIsForgotten() throws Exception {
        store.follow(NETWORK, Admission.ALL);
        store.follow(NETWORK, Admission.ALL);
        store.unfollow(NETWORK);
        assertNotNull(store.state().find(NETWORK));
        store.unfollow(NETWORK);
        assertNull(store.state().find(NETWORK));
        store.unfollow(NETWORK);
        assertTrue(store.follow(NETWORK, Admission.ALL));
        assertNotNull(store.state().find(NETWORK));
    }

    @Test
    void onlySoManyAreFollowed() throws Exception {
        for (var request : List.of(NETWORK, ROUTING, HOPS)) {
            assertTrue(store.follow(request, Admission.ALL));
        }
        assertThrows(FullException.class, () -> store.follow(request(new ResourceId("net-filtered")), Admission.ALL));
        assertTrue(store.follow(HOPS, Admission.ALL));
        store.unfollow(NETWORK);
        assertFalse(store.follow(request(new ResourceId("moon")), Admission.ALL));
    }

    @Test
    void aResourceThatIsGoneHasAProblemUntilItIsBack() throws Exception {
        store.follow(NETWORK, Admission.ALL);
        feed.publish(ResourceCatalog.EMPTY);
        store.renew();
        final var gone = store.state().find(NETWORK);
        assertEquals(Optional.of("The resource is not there any more"), gone.problem());
        store.renew();
        assertSame(gone, store.state().find(NETWORK));
        feed.publish(changes.catalog());
        store.renew();
        assertEquals(Optional.empty(), store.state().find(NETWORK).problem());
        assertEquals(1, versions(NETWORK).last().number());
    }

    /** The state of a server that fails to answer for one resource, or whose answer cannot be encoded later. */
    private record Failing(State state, ResourceId resource, boolean late) implements State {
        @Override
        public SortedMap<ResourceId, Source> sources() {
            return state.sources();
        }

        @Override
        public Optional<Content> answer(final Request request, final Admission admission) {
            if (!request.resource().equals(resource)) {
                return state.answer(request, admission);
            }
            if (!late) {
                throw new IllegalStateException("a mistake");
            }
            return state.answer(request, admission).map(content -> new Content(content.mediaType(),
                Optional.of("new"), content.body().telling(() -> {
                    throw new IllegalStateException("a mistake");
                })));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void whatFailsKeepsNobodyElseWaiting(final boolean late) throws Exception {
        final var all = List.of(NETWORK, ROUTING, HOPS);
        for (var request : all) {
            store.follow(request, Admission.ALL);
        }
        final var told = new ArrayList<Set<Request>>();
        store.onChange(told::add);
        for (var failing : all) {
            for (int round = 0; round < 5; round++) {
                final var before = all.stream().map(request -> versions(request).last().number()).toList();
                final var next = changes.next();
                feed.publish(next);
                feed.publish(new Failing(feed.now(), failing.resource(), late));
                store.renew();
                for (int i = 0; i < 3; i++) {
                    final var request = all.get(i);
                    if (request.equals(failing)) {
                        assertEquals(Optional.of("The server fails to compute it"),
                            store.state().find(request).problem());
                        assertEquals(before.get(i), versions(request).last().number());
                    } else {
                        assertEquals(Optional.empty(), store.state().find(request).problem());
                        assertEquals(bodyIn(next, request), versions(request).last().body().toString(),
                            "seed " + seed);
                    }
                }
            }
            assertTrue(told.stream().anyMatch(changed -> changed.contains(failing)), "its followers hear of it");
            told.clear();
            // and go on as soon as it answers
            feed.publish(changes.catalog());
            store.renew();
            assertEquals(Optional.empty(), store.state().find(failing).problem());
            assertEquals(bodyIn(changes.catalog(), failing), versions(failing).last().body().toString());
        }
    }

    private static String bodyIn(final ResourceCatalog catalog, final Request request) {
        final var id = request.resource().value();
        return catalog.networkMap(id).<Object>map(Published::body)
            .orElseGet(() -> catalog.costMap(id).orElseThrow().body()).toString();
    }

    @Test
    void whatFailsIsInTheLogOnceThoughItFailsForManyInputs() throws Exception {
        final var stderr = System.err;
        final var log = new ByteArrayOutputStream();
        final var other = new Request(HOPS.resource(), HOPS.path(), Optional.empty(), IpAddr.parse("192.0.2.2"));
        store.follow(HOPS, Admission.ALL);
        store.follow(other, Admission.ALL);
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            final var good = feed.now();
            for (int times = 1; times <= 2; times++) {
                feed.publish(new Failing(good, Changes.HOPS, false));
                store.renew();
                store.renew();
                final var lines = log.toString(StandardCharsets.UTF_8).lines().filter(line ->
                    line.contains("WARN") && line.contains("no new version of hops ")).toList();
                assertEquals(times, lines.size(), lines::toString);
                feed.publish(good);
                store.renew();
            }
        } finally {
            System.setErr(stderr);
        }
        assertTrue(log.toString(StandardCharsets.UTF_8).contains("a mistake"));
    }

    /** An id that stands for a cost map now and for a network map later: who follows one does not get the other. */
    @Test
    void whatIsAtAnotherPathIsAnotherResource() throws Exception {
        final var elsewhere = new Request(Changes.NETWORK, "/costmap/net", NETWORK.input(), NETWORK.client());
        assertFalse(store.follow(elsewhere, Admission.ALL));
        assertTrue(store.follow(NETWORK, Admission.ALL));
    }

    /** Those who come and go while versions are made, on other threads, find what they follow. */
    @Test
    void followersComeAndGoAnyTime() throws Exception {
        final var requests = List.of(NETWORK, ROUTING, HOPS);
        try (var threads = Executors.newFixedThreadPool(4)) {
            final var running = new ArrayList<Future<?>>();
            for (int i = 0; i < 4; i++) {
                final var random = new Random(seed + i);
                running.add(threads.submit(() -> {
                    for (int turn = 0; turn < 500; turn++) {
                        final var request = requests.get(random.nextInt(3));
                        assertTrue(store.follow(request, Admission.ALL));
                        final long number = versions(request).last().number();
                        Thread.yield();
                        assertTrue(versions(request).last().number() >= number, "seed " + seed);
                        store.unfollow(request);
                    }
                    return null;
                }));
            }
            while (running.stream().anyMatch(future -> !future.isDone())) {
                feed.publish(changes.next());
                store.renew();
            }
            for (var future : running) {
                future.get();
            }
        }
        assertEquals(0, store.state().followed().size());
    }
}

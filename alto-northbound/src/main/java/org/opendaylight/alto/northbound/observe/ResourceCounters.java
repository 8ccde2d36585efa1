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

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.opendaylight.alto.core.service.ResourceInfo;
import org.opendaylight.alto.core.statistics.Durations;
import org.opendaylight.alto.core.statistics.Outcome;
import org.opendaylight.alto.core.statistics.ResourceCounts;

/**
 * The counters of one resource. May be used from any thread; counting takes no lock, once each outcome was there.
 */
public final class ResourceCounters {
    private static final long[] BOUNDS = Durations.BOUNDS.stream().mapToLong(Duration::toNanos).toArray();

    private final String resource;
    private final String service;
    private final LongAdder requests = new LongAdder();
    private final LongAdder receivedBytes = new LongAdder();
    private final LongAdder sentBytes = new LongAdder();
    private final LongAdder nanoseconds = new LongAdder();
    private final LongAdder[] buckets =
        Stream.generate(LongAdder::new).limit(BOUNDS.length + 1).toArray(LongAdder[]::new);
    private final Map<Outcome, LongAdder> responses = new ConcurrentHashMap<>();
    private final LongAdder versions = new LongAdder();
    private final LongAdder encodings = new LongAdder();
    private final LongAdder encodedParts = new LongAdder();

    private volatile Held held = Held.NOTHING;

    /** What the server has of the resource now. */
    private record Held(Optional<String> tag, String publisher, int entries, long encodedBytes, int pids) {
        static final Held NOTHING = new Held(Optional.empty(), "", 0, 0, 0);
    }

    ResourceCounters(final String resource, final String service) {
        this.resource = resource;
        this.service = service;
    }

    void begin() {
        requests.increment();
    }

    void end(final Outcome outcome, final long received, final long sent, final long duration) {
        receivedBytes.add(received);
        sentBytes.add(sent);
        nanoseconds.add(duration);
        final int found = Arrays.binarySearch(BOUNDS, duration);
        buckets[found < 0 ? -found - 1 : found].increment();
        final var known = responses.get(outcome);
        (known != null ? known : responses.computeIfAbsent(outcome, key -> new LongAdder())).increment();
    }

    void encodedPart() {
        encodedParts.increment();
    }

    void encodedMessage() {
        encodings.increment();
    }

    /** Called on one thread at a time. */
    void hold(final ResourceInfo info, final int pids) {
        if (info.tag().isPresent() && !(info.tag().equals(held.tag) && info.publisher().equals(held.publisher))) {
            versions.increment();
        }
        held = new Held(info.tag(), info.publisher(), info.entries(), info.encodedBytes(), pids);
    }

    /** The resource is not served any more. Called on one thread at a time. */
    void drop() {
        held = Held.NOTHING;
    }

    ResourceCounts read() {
        final var ended = new TreeMap<Outcome, Long>();
        responses.forEach((outcome, count) -> ended.put(outcome, count.sum()));
        final var now = held;
        return new ResourceCounts(resource, service, requests.sum(), receivedBytes.sum(), sentBytes.sum(), ended,
            new Durations(Duration.ofNanos(nanoseconds.sum()), Arrays.stream(buckets).map(LongAdder::sum).toList()),
            new ResourceCounts.Content(versions.sum(), encodings.sum(), encodedParts.sum(), now.entries,
                now.encodedBytes, now.pids));
    }
}

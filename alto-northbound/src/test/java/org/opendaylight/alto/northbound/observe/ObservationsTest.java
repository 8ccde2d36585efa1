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

import com.google.common.collect.ImmutableSortedSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.ResourceInfo;
import org.opendaylight.alto.core.statistics.Durations;
import org.opendaylight.alto.core.statistics.PushCounts;
import org.opendaylight.alto.core.statistics.ResourceCounts;
import org.opendaylight.alto.northbound.error.AltoErrorCode;
import org.opendaylight.alto.northbound.json.MediaTypes;

class ObservationsTest {
    private final Observations observations = new Observations(Instant.EPOCH, "/alto");

    private static ResourceInfo networkMap(final String id, final String tag) {
        return info(id, MediaTypes.NETWORK_MAP, tag);
    }

    private static ResourceInfo info(final String id, final String mediaType, final String tag) {
        return new ResourceInfo(new ResourceId(id), mediaType, Optional.empty(), "/alto/" + id, "operator",
            Optional.of(tag), ImmutableSortedSet.of(), ImmutableSortedSet.of(), ImmutableSortedSet.of(), 3, 40,
            Optional.empty());
    }

    private void publish(final ResourceInfo... resources) {
        observations.published(List.of(resources), id -> 2, 5);
    }

    private void ask(final String path) {
        observations.end(observations.begin(path), 200, Optional.empty(), 1, 10, 1000);
    }

    private ResourceCounts counts(final String resource) {
        return observations.counts().resources().stream().filter(each -> each.resource().equals(resource)).findFirst()
            .orElseThrow();
    }

    @Test
    void aResourceKeepsItsCountsWhenItGoesAndComesBack() {
        publish(networkMap("a", "1"));
        ask("/alto/a");
        publish();
        ask("/alto/a");
        assertEquals(0, counts("a").content().entries());
        publish(networkMap("a", "1"));
        ask("/alto/a/");
        assertEquals(2, counts("a").requests());
        assertEquals(1, counts(Observations.UNKNOWN).requests());
        assertEquals(3, counts("a").content().entries());
        assertEquals(20, counts("a").sentBytes());
    }

    @Test
    void aVersionIsCountedWhenItsTagIsNew() {
        publish(networkMap("a", "1"));
        publish(networkMap("a", "1"));
        publish(networkMap("a", "2"), networkMap("b", "1"));
        publish(networkMap("b", "1"));
        assertEquals(2, counts("a").content().versions());
        assertEquals(1, counts("b").content().versions());
        assertEquals(2, counts("b").content().pids());
        assertEquals(5, observations.counts().endpointsWithProperties());
    }

    @Test
    void anIdThatIsUsedForSomethingElseIsCountedAnew() {
        publish(networkMap("a", "1"));
        ask("/alto/a");
        publish(info("a", MediaTypes.COST_MAP, "1"));
        ask("/alto/a");
        assertEquals(List.of("cost-map 1", "network-map 1"), observations.counts().resources().stream()
            .filter(each -> each.resource().equals("a")).map(each -> each.service() + " " + each.requests()).toList());
    }

    @Test
    void theNumberOfCountersIsBounded() {
        for (int i = 0; i < Observations.MAX_RESOURCES + 10; i++) {
            publish(networkMap("map" + i, "1"));
            ask("/alto/map" + i);
            ask("/alto/other" + i);
        }
        assertEquals(Observations.MAX_RESOURCES + 3, observations.counts().resources().size());
        assertEquals(10, counts(Observations.OTHERS).requests());
        assertEquals(Observations.MAX_RESOURCES + 10, counts(Observations.UNKNOWN).requests());
    }

    @Test
    void durationsGoToTheBucketThatEndsAtOrAfterThem() {
        publish();
        for (long nanos : new long[] { 0, 500_000, 500_001, 10_000_000_000L, 10_000_000_001L }) {
            observations.end(observations.begin("/alto"), 200, Optional.empty(), 0, 0, nanos);
        }
        final var durations = counts(Observations.DIRECTORY).durations();
        assertEquals(List.of(2L, 1L), durations.buckets().subList(0, 2));
        assertEquals(List.of(1L, 1L), durations.buckets().subList(Durations.BOUNDS.size() - 1,
            Durations.BOUNDS.size() + 1));
        assertEquals(5, durations.count());
        assertEquals(Duration.ofNanos(20_001_000_002L), durations.total());
    }

    @Test
    void nothingIsLostWhenManyCount() throws Exception {
        publish(networkMap("a", "1"));
        try (var threads = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, 4).forEach(thread -> threads.execute(() -> {
                for (int i = 0; i < 10_000; i++) {
                    observations.end(observations.begin("/alto/a"), i % 2 == 0 ? 200 : 400,
                        i % 2 == 0 ? Optional.empty() : Optional.of(AltoErrorCode.E_SYNTAX), 1, 2, i);
                }
            }));
        }
        final var counts = counts("a");
        assertEquals(40_000, counts.requests());
        assertEquals(20_000, counts.responses(200));
        assertEquals(20_000, counts.errors());
        assertEquals(80_000, counts.sentBytes());
        assertEquals(40_000, counts.durations().count());
        assertEquals(0, observations.counts().inProgress());
    }

    @Test
    void prometheusSeesAllOfIt() throws IOException {
        publish(networkMap("a", "1"));
        observations.encodedMessage(new ResourceId("a"), MediaTypes.NETWORK_MAP);
        observations.end(observations.begin("/alto/a"), 400, Optional.of(AltoErrorCode.E_SYNTAX), 7, 9, 2_000_000);
        observations.begin("/alto/a");
        final var out = new ByteArrayOutputStream();
        PrometheusText.of(observations.counts().with(new PushCounts(1, 2, 3, 4, 5, 6, 7, 8, 9)),
            new ProcessUsage(Duration.ofMillis(1500), 10, 20)).writeTo(null, out);
        final var text = out.toString(StandardCharsets.UTF_8);
        final var labels = "resource=\"a\",service=\"network-map\"";
        for (var line : List.of(
                "alto_requests_total{" + labels + "} 2.0",
                "alto_responses_total{error=\"E_SYNTAX\"," + labels + ",status=\"400\"} 1.0",
                "alto_received_bytes_total{" + labels + "} 7.0",
                "alto_sent_bytes_total{" + labels + "} 9.0",
                "alto_request_duration_seconds_bucket{" + labels + ",le=\"0.001\"} 0",
                "alto_request_duration_seconds_bucket{" + labels + ",le=\"0.0025\"} 1",
                "alto_request_duration_seconds_bucket{" + labels + ",le=\"+Inf\"} 1",
                "alto_request_duration_seconds_sum{" + labels + "} 0.002",
                "alto_requests_in_progress 1.0",
                "alto_versions_total{" + labels + "} 1.0",
                "alto_encodings_total{" + labels + "} 1.0",
                "alto_entries{" + labels + "} 3.0",
                "alto_pids{" + labels + "} 2.0",
                "alto_encoded_bytes{" + labels + "} 40.0",
                "alto_push_streams 1.0",
                "alto_push_streams_opened_total 2.0",
                "alto_push_streams_stalled_total 3.0",
                "alto_push_events_total 4.0",
                "alto_push_sent_bytes_total 5.0",
                "alto_push_views 6.0",
                "alto_push_waiting 7.0",
                "alto_push_followed 8.0",
                "alto_push_versions_total 9.0",
                "process_cpu_seconds_total 1.5",
                "jvm_heap_used_bytes 10.0")) {
            assertTrue(text.contains("\n" + line + "\n"), line + " is not in " + text);
        }
    }
}

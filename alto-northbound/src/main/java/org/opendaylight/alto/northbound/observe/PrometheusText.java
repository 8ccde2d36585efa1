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

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.statistics.Durations;
import org.opendaylight.alto.core.statistics.PushCounts;
import org.opendaylight.alto.core.statistics.ResourceCounts;
import org.opendaylight.alto.core.statistics.ServerCounts;

/** Counts as Prometheus reads them. */
public final class PrometheusText {
    private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private static final ExpositionFormats FORMATS = ExpositionFormats.init();

    private final MetricSnapshots metrics;

    private PrometheusText(final MetricSnapshots metrics) {
        this.metrics = metrics;
    }

    /**
     * Translates counts.
     *
     * @param counts what was counted
     * @param process how the process is
     * @return the metrics
     */
    public static PrometheusText of(final ServerCounts counts, final ProcessUsage process) {
        final var all = counts.resources();
        return new PrometheusText(new MetricSnapshots(Stream.concat(
            counts.push().stream().flatMap(PrometheusText::push), Stream.of(
            counter("alto_requests", "Requests that came", all, ResourceCounts::requests),
            counter("alto_received_bytes", "Bytes of the bodies of requests", all, ResourceCounts::receivedBytes),
            counter("alto_sent_bytes", "Bytes of the bodies of answers", all, ResourceCounts::sentBytes),
            responses(all),
            durations(all),
            gauge("alto_requests_in_progress", "Requests that are not answered yet", counts.inProgress()),
            counter("alto_versions", "Versions of resources that were published", all,
                each -> each.content().versions()),
            counter("alto_encodings", "Messages of resources that were encoded, at most one for a version", all,
                each -> each.content().encodings()),
            counter("alto_encoded_parts", "Parts of messages that were encoded; others stay as they were", all,
                each -> each.content().encodedParts()),
            gauge("alto_entries", "Prefixes or costs in a resource", all, each -> each.content().entries()),
            gauge("alto_encoded_bytes", "Length of the message of a resource", all,
                each -> each.content().encodedBytes()),
            gauge("alto_pids", "PIDs of a network map", all, each -> each.content().pids()),
            gauge("alto_endpoints_with_properties", "Prefixes to which an operator gave properties",
                counts.endpointsWithProperties()),
            gauge("alto_start_time_seconds", "When counting began, in seconds since 1970",
                counts.since().toEpochMilli() / 1000.0),
            counter("process_cpu_seconds", "Processor time of the controller",
                process.processorTime().toNanos() / NANOS_PER_SECOND),
            gauge("jvm_heap_used_bytes", "Memory in the controller's heap, with garbage", process.heapUsed()),
            gauge("jvm_heap_max_bytes", "Memory that the controller's heap can have", process.heapMax())))
            .toArray(MetricSnapshot[]::new)));
    }

    /**
     * Chooses the format.
     *
     * @param accept the header Accept of the request, or null
     * @return the media type of the text
     */
    public static String contentType(final @Nullable String accept) {
        return FORMATS.findWriter(accept).getContentType();
    }

    /**
     * Writes the text.
     *
     * @param accept the header Accept of the request, or null
     * @param out where to; stays open
     * @throws IOException if it cannot be written there
     */
    public void writeTo(final @Nullable String accept, final OutputStream out) throws IOException {
        FORMATS.findWriter(accept).write(out, metrics, EscapingScheme.DEFAULT);
    }

    private static Labels labels(final ResourceCounts counts) {
        return Labels.of("service", counts.service(), "resource", counts.resource());
    }

    private static Stream<MetricSnapshot> push(final PushCounts counts) {
        return Stream.of(
            gauge("alto_push_streams", "Update streams that are open", counts.streams()),
            counter("alto_push_streams_opened", "Update streams that were opened", counts.streamsOpened()),
            counter("alto_push_streams_stalled", "Update streams that were ended because their clients took nothing",
                counts.streamsStalled()),
            counter("alto_push_events", "Events that were made for update streams", counts.events()),
            counter("alto_push_sent_bytes", "Bytes that were sent on update streams", counts.sentBytes()),
            gauge("alto_push_views", "Views of TIPS that are open", counts.views()),
            gauge("alto_push_waiting", "Requests that wait for a change in a view of TIPS", counts.waiting()),
            gauge("alto_push_followed", "Different requests whose answers are followed", counts.followed()),
            counter("alto_push_versions", "Versions that were made of what is followed", counts.versions()));
    }

    private static MetricSnapshot counter(final String name, final String help, final double value) {
        return CounterSnapshot.builder().name(name).help(help)
            .dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder().value(value).build()).build();
    }

    private static MetricSnapshot counter(final String name, final String help, final List<ResourceCounts> all,
            final ToDoubleFunction<ResourceCounts> value) {
        final var counter = CounterSnapshot.builder().name(name).help(help);
        all.forEach(each -> counter.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
            .labels(labels(each)).value(value.applyAsDouble(each)).build()));
        return counter.build();
    }

    private static MetricSnapshot gauge(final String name, final String help, final double value) {
        return GaugeSnapshot.builder().name(name).help(help)
            .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder().value(value).build()).build();
    }

    private static MetricSnapshot gauge(final String name, final String help, final List<ResourceCounts> all,
            final ToDoubleFunction<ResourceCounts> value) {
        final var gauge = GaugeSnapshot.builder().name(name).help(help);
        all.forEach(each -> gauge.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
            .labels(labels(each)).value(value.applyAsDouble(each)).build()));
        return gauge.build();
    }

    private static MetricSnapshot responses(final List<ResourceCounts> all) {
        final var counter = CounterSnapshot.builder().name("alto_responses")
            .help("Answers by HTTP status and by error code of RFC 7285");
        all.forEach(each -> each.responses().forEach((outcome, count) ->
            counter.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                .labels(labels(each).merge(Labels.of("status", Integer.toString(outcome.status()),
                    "error", outcome.errorCode().orElse(""))))
                .value(count).build())));
        return counter.build();
    }

    private static MetricSnapshot durations(final List<ResourceCounts> all) {
        final var histogram = HistogramSnapshot.builder().name("alto_request_duration_seconds")
            .help("Time from a request to the end of its answer").unit(Unit.SECONDS);
        final var bounds = new ArrayList<>(Durations.BOUNDS.stream()
            .map(bound -> bound.toNanos() / NANOS_PER_SECOND).toList());
        bounds.add(Double.POSITIVE_INFINITY);
        all.forEach(each -> histogram.dataPoint(HistogramSnapshot.HistogramDataPointSnapshot.builder()
            .labels(labels(each))
            .classicHistogramBuckets(ClassicHistogramBuckets.of(bounds, List.copyOf(each.durations().buckets())))
            .sum(each.durations().total().toNanos() / NANOS_PER_SECOND).build()));
        return histogram.build();
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.render;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.opendaylight.alto.core.statistics.Durations;
import org.opendaylight.alto.core.statistics.Outcome;
import org.opendaylight.alto.core.statistics.ResourceCounts;
import org.opendaylight.alto.core.statistics.ServerCounts;

/** How the counts of the server are shown. */
public final class StatsView {
    private static final String NONE = "-";
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final double MICROS_PER_MILLI = 1000;

    private StatsView() {
    }

    /**
     * What was counted of each resource, for people.
     *
     * @param counts the counts
     * @param all whether to show resources without any
     * @return a row for each resource
     */
    public static Table table(final ServerCounts counts, final boolean all) {
        return new Table(
            List.of("Resource", "Service", "Requests", "200", "304", "Errors", "Received", "Sent", "Mean time",
                "Versions", "Encodings"),
            counts.resources().stream()
                .filter(each -> all || each.requests() > 0 || each.content().versions() > 0)
                .map(each -> List.of(each.resource(), each.service(), number(each.requests()),
                    number(each.responses(OK)), number(each.responses(NOT_MODIFIED)), errors(each.responses()),
                    Words.bytes(each.receivedBytes()), Words.bytes(each.sentBytes()), mean(each.durations()),
                    each.content().versions() == 0 ? NONE : number(each.content().versions()),
                    each.content().versions() == 0 ? NONE : number(each.content().encodings())))
                .toList());
    }

    /**
     * What is not counted by resource, for people.
     *
     * @param counts the counts
     * @return lines of text to follow the table
     */
    public static List<String> sentences(final ServerCounts counts) {
        final long pids = counts.resources().stream().mapToLong(each -> each.content().pids()).sum();
        final var sentences = new ArrayList<String>();
        sentences.add(String.format(Locale.ROOT, "Since %s: %s, %,d of them not answered yet.", counts.since(),
            Words.count(counts.resources().stream().mapToLong(ResourceCounts::requests).sum(), "request", "requests"),
            Math.max(0, counts.inProgress())));
        sentences.add(String.format(Locale.ROOT, "Served: %s, %s with properties.", Words.count(pids, "PID", "PIDs"),
            Words.count(counts.endpointsWithProperties(), "endpoint", "endpoints")));
        counts.push().map(StreamsView::sentences).ifPresent(sentences::addAll);
        return List.copyOf(sentences);
    }

    /**
     * All counts, for programs.
     *
     * @param counts the counts
     * @return a JSON object
     */
    public static String json(final ServerCounts counts) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("since", counts.since().toString());
        json.put("requests-in-progress", Math.max(0, counts.inProgress()));
        json.put("endpoints-with-properties", counts.endpointsWithProperties());
        counts.push().ifPresent(push -> json.put("push", StreamsView.toJson(push)));
        json.put("resources", counts.resources().stream().map(StatsView::toJson).toList());
        return Json.write(json);
    }

    private static Map<String, Object> toJson(final ResourceCounts counts) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("resource", counts.resource());
        json.put("service", counts.service());
        json.put("requests", counts.requests());
        json.put("received-bytes", counts.receivedBytes());
        json.put("sent-bytes", counts.sentBytes());
        json.put("responses", counts.responses().entrySet().stream()
            .map(entry -> toJson(entry.getKey(), entry.getValue())).toList());
        json.put("total-duration", micros(counts.durations().total()));
        json.put("durations", toJson(counts.durations()));
        json.put("versions", counts.content().versions());
        json.put("encodings", counts.content().encodings());
        json.put("encoded-parts", counts.content().encodedParts());
        json.put("entries", counts.content().entries());
        json.put("encoded-bytes", counts.content().encodedBytes());
        json.put("pids", counts.content().pids());
        return json;
    }

    private static Map<String, Object> toJson(final Outcome outcome, final long count) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("status", outcome.status());
        outcome.errorCode().ifPresent(code -> json.put("error-code", code));
        json.put("count", count);
        return json;
    }

    private static List<Map<String, Object>> toJson(final Durations durations) {
        final var buckets = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < durations.buckets().size(); i++) {
            final var bucket = new LinkedHashMap<String, Object>();
            if (i < Durations.BOUNDS.size()) {
                bucket.put("at-most", micros(Durations.BOUNDS.get(i)));
            }
            bucket.put("count", durations.buckets().get(i));
            buckets.add(bucket);
        }
        return buckets;
    }

    private static String errors(final SortedMap<Outcome, Long> responses) {
        final var errors = responses.entrySet().stream().filter(entry -> entry.getKey().isError())
            .map(entry -> entry.getKey().errorCode().orElse(Integer.toString(entry.getKey().status())) + " "
                + number(entry.getValue()))
            .collect(Collectors.joining(", "));
        return errors.isEmpty() ? NONE : errors;
    }

    private static String mean(final Durations durations) {
        return durations.count() == 0 ? NONE
            : String.format(Locale.ROOT, "%.2f ms", micros(durations.mean()) / MICROS_PER_MILLI);
    }

    private static long micros(final Duration duration) {
        return TimeUnit.NANOSECONDS.toMicros(duration.toNanos());
    }

    private static String number(final long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}

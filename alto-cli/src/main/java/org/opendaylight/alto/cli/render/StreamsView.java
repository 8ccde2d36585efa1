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

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.opendaylight.alto.core.service.PushDirectory.StreamInfo;
import org.opendaylight.alto.core.service.PushDirectory.SubstreamInfo;
import org.opendaylight.alto.core.service.PushDirectory.ViewInfo;
import org.opendaylight.alto.core.statistics.PushCounts;

/** How it is shown who is told of changes. */
public final class StreamsView {
    /** How many substreams of a stream are named in a table; a stream may have a hundred. */
    private static final int NAMED = 3;

    private StreamsView() {
    }

    /**
     * Update streams, for people.
     *
     * @param streams the streams
     * @param now the time from which ages are counted
     * @return a row for each stream
     */
    public static Table streams(final List<StreamInfo> streams, final Instant now) {
        return new Table(List.of("Client", "Opened", "Substreams", "Behind by", "Events", "Sent"), streams.stream()
            .map(stream -> List.of(stream.client().toString(), HostsView.age(stream.since(), now),
                names(stream.substreams()), behind(stream.substreams()), number(stream.events()),
                Words.bytes(stream.sentBytes())))
            .toList());
    }

    /**
     * Views of TIPS, for people.
     *
     * @param views the views
     * @return a row for each view
     */
    public static Table views(final List<ViewInfo> views) {
        return new Table(List.of("TIPS view of", "Versions", "Waiting"), views.stream()
            .map(view -> List.of(view.resource().value(), view.first() + " to " + view.last(),
                number(view.waiting())))
            .toList());
    }

    /**
     * What is counted, for people.
     *
     * @param counts the counts
     * @return lines of text
     */
    public static List<String> sentences(final PushCounts counts) {
        return List.of(String.format(Locale.ROOT, "Update streams: %,d open, %,d opened so far, %,d ended because "
                + "their clients took nothing; %s, %s sent.", counts.streams(), counts.streamsOpened(),
                counts.streamsStalled(), Words.count(counts.events(), "event", "events"),
                Words.bytes(counts.sentBytes())),
            String.format(Locale.ROOT, "TIPS: %s, %s waiting. Followed: %s, %s of them so far.",
                Words.count(counts.views(), "view", "views"),
                Words.count(counts.waiting(), "request", "requests"),
                Words.count(counts.followed(), "answer", "answers"),
                Words.count(counts.versions(), "version", "versions")));
    }

    /**
     * All of it, for programs.
     *
     * @param streams the streams
     * @param views the views
     * @param counts the counts
     * @return a JSON object
     */
    public static String json(final List<StreamInfo> streams, final List<ViewInfo> views, final PushCounts counts) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("streams", streams.stream().map(StreamsView::toJson).toList());
        json.put("views", views.stream().map(StreamsView::toJson).toList());
        json.put("counts", toJson(counts));
        return Json.write(json);
    }

    private static Map<String, Object> toJson(final StreamInfo stream) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("client", stream.client().toString());
        json.put("since", stream.since().toString());
        json.put("substreams", stream.substreams().stream().map(StreamsView::toJson).toList());
        json.put("events", stream.events());
        json.put("sent-bytes", stream.sentBytes());
        return json;
    }

    private static Map<String, Object> toJson(final SubstreamInfo substream) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("id", substream.id());
        json.put("resource-id", substream.resource().value());
        json.put("told", substream.told());
        json.put("newest", substream.newest());
        return json;
    }

    private static Map<String, Object> toJson(final ViewInfo view) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("resource-id", view.resource().value());
        json.put("first", view.first());
        json.put("last", view.last());
        json.put("waiting", view.waiting());
        return json;
    }

    static Map<String, Object> toJson(final PushCounts counts) {
        final var json = new LinkedHashMap<String, Object>();
        json.put("streams", counts.streams());
        json.put("streams-opened", counts.streamsOpened());
        json.put("streams-stalled", counts.streamsStalled());
        json.put("events", counts.events());
        json.put("sent-bytes", counts.sentBytes());
        json.put("views", counts.views());
        json.put("waiting", counts.waiting());
        json.put("followed", counts.followed());
        json.put("versions", counts.versions());
        return json;
    }

    private static String names(final List<SubstreamInfo> substreams) {
        final var names = substreams.stream().limit(NAMED).map(each -> each.id() + "=" + each.resource())
            .collect(Collectors.joining(", "));
        return substreams.size() > NAMED ? names + " and " + number(substreams.size() - NAMED) + " more" : names;
    }

    /** Of the substream that is furthest behind. What is looked at later may be further on. */
    private static String behind(final List<SubstreamInfo> substreams) {
        return Words.count(substreams.stream().mapToLong(each -> Math.max(0, each.newest() - each.told())).max()
            .orElse(0), "version", "versions");
    }

    private static String number(final long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}

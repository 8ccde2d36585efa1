/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.service.ServerStatistics;
import org.opendaylight.alto.core.statistics.Durations;
import org.opendaylight.alto.core.statistics.Outcome;
import org.opendaylight.alto.core.statistics.PushCounts;
import org.opendaylight.alto.core.statistics.ResourceCounts;
import org.opendaylight.alto.core.statistics.ResourceCounts.Content;
import org.opendaylight.alto.core.statistics.ServerCounts;

class StatsCommandTest {
    private static final ServerCounts COUNTS = new ServerCounts(Instant.EPOCH, 1, 3, Optional.empty(), List.of(
        new ResourceCounts("(unknown)", "unknown", 0, 0, 0, new TreeMap<>(), durations(0), Content.NONE),
        new ResourceCounts("map", "network-map", 1005, 7, 2048, new TreeMap<>(Map.of(
            outcome(200, null), 1000L, outcome(304, null), 2L, outcome(400, "E_SYNTAX"), 1L, outcome(406, null), 1L)),
            durations(1004), new Content(2, 2, 5, 40, 600, 1700))));

    private final Shell shell = new Shell(Path.of(""));

    private static Outcome outcome(final int status, final String code) {
        return new Outcome(status, Optional.ofNullable(code));
    }

    private static Durations durations(final long count) {
        final var buckets = new ArrayList<>(Collections.nCopies(Durations.BOUNDS.size() + 1, 0L));
        buckets.set(2, count);
        return new Durations(Duration.ofMillis(2).multipliedBy(count), buckets);
    }

    private void install() {
        install(COUNTS);
    }

    private void install(final ServerCounts counts) {
        final ServerStatistics statistics = () -> counts;
        shell.install(statistics);
    }

    @Test
    void missingServiceIsTold() {
        assertEquals("The ALTO northbound is not running; if this lasts, try: feature:install odl-alto-northbound",
            shell.error("alto:stats"));
    }

    @Test
    void peopleSeeWhatWasAskedFor() throws Exception {
        install();
        assertEquals(Shell.lines(
            "Resource | Service     | Requests | 200   | 304 | Errors            | Received | Sent    | Mean time | "
                + "Versions | Encodings",
            "---------+-------------+----------+-------+-----+-------------------+----------+---------+-----------+-"
                + "---------+----------",
            "map      | network-map | 1,005    | 1,000 | 2   | E_SYNTAX 1, 406 1 | 7 B      | 2.0 KiB | 2.00 ms   | "
                + "2        | 2",
            "Since 1970-01-01T00:00:00Z: 1,005 requests, 1 of them not answered yet.",
            "Served: 1,700 PIDs, 3 endpoints with properties."), shell.run("alto:stats"));
    }

    @Test
    void whoIsToldOfChangesIsCounted() throws Exception {
        install(COUNTS.with(new PushCounts(2, 7, 1, 1200, 2048, 1, 3, 5, 90)));
        assertEquals(Shell.lines(
            "Update streams: 2 open, 7 opened so far, 1 ended because their clients took nothing; 1,200 events, "
                + "2.0 KiB sent.",
            "TIPS: 1 view, 3 requests waiting. Followed: 5 answers, 90 versions of them so far."),
            Shell.lines(shell.run("alto:stats").lines().skip(5).toArray(String[]::new)));
        assertEquals(new ObjectMapper().readTree("""
            {"streams": 2, "streams-opened": 7, "streams-stalled": 1, "events": 1200, "sent-bytes": 2048, "views": 1,
             "waiting": 3, "followed": 5, "versions": 90}"""),
            new ObjectMapper().readTree(shell.run("alto:stats --json")).get("push"));
    }

    @Test
    void allIsShownIfWanted() throws Exception {
        install();
        assertEquals("(unknown) | unknown | 0 | 0 | 0 | - | 0 B | 0 B | - | - | -",
            shell.run("alto:stats --all").lines().toList().get(2).replaceAll(" +", " ").strip());
    }

    @Test
    void programsSeeAll() throws Exception {
        install();
        final var json = new ObjectMapper().readTree(shell.run("alto:stats --json"));
        assertEquals(2, json.at("/resources").size());
        assertEquals(new ObjectMapper().readTree("""
            [{"status": 200, "count": 1000}, {"status": 304, "count": 2},
             {"status": 400, "error-code": "E_SYNTAX", "count": 1}, {"status": 406, "count": 1}]"""),
            json.at("/resources/1/responses"));
        assertEquals(1004, json.at("/resources/1/durations/2/count").intValue());
        assertEquals(2500, json.at("/resources/1/durations/2/at-most").intValue());
        assertEquals(2_008_000, json.at("/resources/1/total-duration").intValue());
        assertEquals(1700, json.at("/resources/1/pids").intValue());
        assertEquals(1, json.at("/requests-in-progress").intValue());
    }
}

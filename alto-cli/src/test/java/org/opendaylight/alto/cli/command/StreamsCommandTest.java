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
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.net.IpAddr;
import org.opendaylight.alto.core.service.PushDirectory.StreamInfo;
import org.opendaylight.alto.core.service.PushDirectory.SubstreamInfo;
import org.opendaylight.alto.core.service.PushDirectory.ViewInfo;
import org.opendaylight.alto.core.statistics.PushCounts;

class StreamsCommandTest {
    private static final ResourceId COSTS = new ResourceId("costs");
    private static final ResourceId MAP = new ResourceId("map");

    private final FakePushDirectory push = new FakePushDirectory();
    private final Shell shell = new Shell(Path.of(""));

    private void install() {
        push.streams = List.of(
            new StreamInfo(IpAddr.parse("192.0.2.1"), Instant.now().plusSeconds(60), List.of(
                new SubstreamInfo("c", COSTS, 1007, 1007), new SubstreamInfo("m", MAP, 3, 5)), 1200, 2048),
            new StreamInfo(IpAddr.parse("2001:db8::1"), Instant.now().plusSeconds(60),
                IntStream.range(0, 5).mapToObj(i -> new SubstreamInfo("s" + i, COSTS, 7, 7)).toList(), 2, 7));
        push.views = List.of(new ViewInfo(COSTS, 908, 1007, 1500));
        push.counts = new PushCounts(2, 7, 1, 1202, 2055, 1, 1500, 2, 2000);
        shell.install(push);
    }

    @Test
    void missingServiceIsTold() {
        assertEquals("The push of changes is not running; if this lasts, try: feature:install odl-alto-sse",
            shell.error("alto:streams"));
    }

    @Test
    void peopleSeeWhoIsBehind() throws Exception {
        install();
        assertEquals(Shell.lines(
            "Client      | Opened | Substreams                              | Behind by  | Events | Sent",
            "------------+--------+-----------------------------------------+------------+--------+--------",
            "192.0.2.1   | now    | c=costs, m=map                          | 2 versions | 1,200  | 2.0 KiB",
            "2001:db8::1 | now    | s0=costs, s1=costs, s2=costs and 2 more | 0 versions | 2      | 7 B",
            "",
            "TIPS view of | Versions    | Waiting",
            "-------------+-------------+--------",
            "costs        | 908 to 1007 | 1,500",
            "",
            "Update streams: 2 open, 7 opened so far, 1 ended because their clients took nothing; 1,202 events, "
                + "2.0 KiB sent.",
            "TIPS: 1 view, 1,500 requests waiting. Followed: 2 answers, 2,000 versions of them so far."),
            shell.run("alto:streams"));
    }

    @Test
    void nobodyIsSaidToBeThere() throws Exception {
        shell.install(push);
        assertEquals(Shell.lines(
            "Nobody has an update stream.",
            "",
            "Nobody has a view of TIPS.",
            "",
            "Update streams: 0 open, 0 opened so far, 0 ended because their clients took nothing; 0 events, 0 B sent.",
            "TIPS: 0 views, 0 requests waiting. Followed: 0 answers, 0 versions of them so far."),
            shell.run("alto:streams"));
    }

    @Test
    void programsSeeAll() throws Exception {
        install();
        final var json = new ObjectMapper().readTree(shell.run("alto:streams --json"));
        assertEquals("192.0.2.1", json.at("/streams/0/client").textValue());
        assertEquals(push.streams.get(0).since(), Instant.parse(json.at("/streams/0/since").textValue()));
        assertEquals(new ObjectMapper().readTree("""
            [{"id": "c", "resource-id": "costs", "told": 1007, "newest": 1007},
             {"id": "m", "resource-id": "map", "told": 3, "newest": 5}]"""), json.at("/streams/0/substreams"));
        assertEquals(1200, json.at("/streams/0/events").intValue());
        assertEquals(2048, json.at("/streams/0/sent-bytes").intValue());
        assertEquals(5, json.at("/streams/1/substreams").size());
        assertEquals(new ObjectMapper().readTree("""
            [{"resource-id": "costs", "first": 908, "last": 1007, "waiting": 1500}]"""), json.get("views"));
        assertEquals(1, json.at("/counts/streams-stalled").intValue());
    }
}

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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.link.LinkStatus;
import org.opendaylight.alto.core.link.ProbeCosts;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.net.SwitchPort;

class LinksCommandTest {
    private static final LinkStatus LINK = new LinkStatus(SwitchPort.parse("openflow:1:2"),
        Optional.of(SwitchPort.parse("openflow:2:3")), 1_250_000, 312_500, 100,
        new TreeMap<>(Map.of(CostMetric.BW_AVAILABLE, 937_500.0, CostMetric.LOSSRATE, 1.25, CostMetric.DELAY_OW,
            20_104.0, CostMetric.DELAY_VARIATION, 52.0)), 3, 7, 8, Optional.of(Instant.EPOCH),
        List.of(0.0, 4.0, 7.0), List.of(7.0, 0.0));
    private static final LinkStatus PORT = new LinkStatus(SwitchPort.parse("openflow:1:1"), Optional.empty(),
        Double.NaN, Double.NaN, Double.NaN, new TreeMap<>(), 0, 0, 0, Optional.empty(), List.of(), List.of());

    private final FakeLinkDirectory directory = new FakeLinkDirectory();
    private final Shell shell = new Shell(Path.of(""));

    private void install() {
        directory.links = List.of(PORT, LINK);
        directory.costs = new ProbeCosts(4, 12_345, 12_000, 300, 2);
        shell.install(directory);
    }

    @Test
    void missingServiceIsTold() {
        assertEquals("The measuring of links is not running; if this lasts, try: feature:install odl-alto-openflow",
            shell.error("alto:links"));
    }

    @Test
    void peopleSeeUnitsAndGraphs() throws Exception {
        install();
        assertEquals(Shell.lines(
            "From         | To           | Capacity  | In use | Available  | Loss  | Delay    | Variation | Delay, past"
                + " | Sent, past",
            "-------------+--------------+-----------+--------+------------+-------+----------+-----------+------------"
                + "-+-----------",
            "openflow:1:2 | openflow:2:3 | 10 Mbit/s | 25 %   | 7.5 Mbit/s | 1.3 % | 20.10 ms | 0.05 ms   | _=#        "
                + " | #_",
            "Probes: 4.0 a second; 12,345 sent, 12,000 back, 300 lost, 2 refused."), shell.run("alto:links"));
    }

    @Test
    void portsToHostsAreShownIfWanted() throws Exception {
        install();
        final var shown = shell.run("alto:links --hosts --switch openflow:1:1").lines().toList();
        assertEquals("openflow:1:1 | hosts | - | - | - | - | - | - | |", shown.get(2).replaceAll(" +", " ").strip());
        assertEquals("No link matches.",
            shell.run("alto:links --switch openflow:1:1").lines().findFirst().orElseThrow());
    }

    @Test
    void programsSeeWhatIsKnownInTheUnitsOfRfc9439() throws Exception {
        install();
        final var json = new ObjectMapper();
        assertEquals(json.readTree("""
            {"links": [{"from": "openflow:1:1", "errors": 0, "drops": 0, "past-delays": [], "past-tx-rates": []},
              {"from": "openflow:1:2", "to": "openflow:2:3", "capacity": 1250000, "tx-rate": 312500, "rx-rate": 100,
               "utilisation": 25, "bw-available": 937500, "delay-ow": 20104, "delay-variation": 52, "lossrate": 1.25,
               "delay-samples": 3, "errors": 7, "drops": 8, "observed": "1970-01-01T00:00:00Z",
               "past-delays": [0, 4, 7], "past-tx-rates": [7, 0]}],
             "probes": {"rate": 4, "sent": 12345, "received": 12000, "lost": 300, "refused": 2}}"""),
            json.readTree(shell.run("alto:links --json --hosts")));
    }

    @Test
    void nothingIsSaidInWords() throws Exception {
        shell.install(directory);
        assertEquals(Shell.lines("No link is known.", "No probes are sent by this controller."),
            shell.run("alto:links"));
        assertEquals("--switch 's1' is neither a switch nor a port of one, like openflow:1 or openflow:1:2.",
            shell.error("alto:links --switch s1"));
    }

    @Test
    void placesAreCompleted() {
        install();
        assertEquals(List.of("openflow:1", "openflow:1:1", "openflow:1:2"),
            shell.completeLine("alto:links --switch openflow:1"));
    }
}

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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opendaylight.alto.core.testlib.Hosts.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.apache.karaf.shell.api.action.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.MeterRef;
import org.opendaylight.alto.core.path.Origin;
import org.opendaylight.alto.core.path.Outcome;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathTrace;
import org.opendaylight.alto.core.path.RuleRef;
import org.opendaylight.alto.core.service.DefaultPassword;
import org.opendaylight.alto.core.service.OperatorMaps.MapFile;
import org.opendaylight.alto.core.service.ServerStatistics;
import org.opendaylight.alto.core.statistics.ServerCounts;
import org.opendaylight.alto.core.testlib.FakeHostDirectory;
import org.opendaylight.alto.core.testlib.FakePathService;

/** The commands for hosts and paths as the shell runs them, and what all commands have in common. */
class CommandsTest {
    private final FakeHostDirectory hosts = new FakeHostDirectory();
    private final FakePathService paths = new FakePathService();
    private final Shell shell = new Shell(Path.of(""));

    private void installEverything() {
        shell.install(hosts, paths);
    }

    @Test
    void missingServiceIsToldWithTheFeatureThatBringsIt() {
        assertEquals("The host tracker is not running; if this lasts, try: feature:install odl-alto-openflow",
            shell.error("alto:hosts"));
        shell.install(hosts);
        assertEquals("The FRM checker is not running; if this lasts, try: feature:install odl-alto-openflow",
            shell.error("alto:trace 10.0.0.1 10.0.0.2"));
    }

    @Test
    void emptyNetworkIsSaidToBeEmpty() throws Exception {
        installEverything();
        assertEquals(Shell.lines("No host is known. Hosts become known by their ARP and ND packets."),
            shell.run("alto:hosts"));
        assertEquals(Shell.lines("[]"), shell.run("alto:hosts --json"));
    }

    @Test
    void hostsAreShown() throws Exception {
        installEverything();
        hosts.set(host("00:00:00:00:00:0a", "openflow:1:1", "10.0.0.1", "2001:db8::1"));
        final var shown = shell.run("alto:hosts");
        assertTrue(shown.matches("(?s)MAC +\\| VLAN \\| Addresses +\\| Attachment +\\| First seen +\\| Last seen.*"
            + "00:00:00:00:00:0a \\| - +\\| 10.0.0.1 2001:db8::1 \\| openflow:1:1 \\| \\d+d \\d+h ago.*"), shown);
        assertEquals(Shell.lines("[", "  {", "    \"mac\": \"00:00:00:00:00:0a\",", "    \"addresses\": [",
            "      \"10.0.0.1\",", "      \"2001:db8::1\"", "    ],", "    \"attachment-point\": \"openflow:1:1\",",
            "    \"first-seen\": \"1970-01-01T00:00:00Z\",", "    \"last-seen\": \"1970-01-01T00:00:00Z\"", "  }",
            "]").replace(System.lineSeparator(), "\n").strip(), shell.run("alto:hosts --json").strip());
    }

    @Test
    void everyPathOfATraceIsExplained() throws Exception {
        installEverything();
        hosts.set(host("00:00:00:00:00:0a", "openflow:1:1", "10.0.0.1"),
            host("00:00:00:00:00:0b", "openflow:2:1", "10.0.0.2"));
        final var s1 = new SwitchId(1);
        final var first = new RuleRef(s1, 0, 200, "web", -1, "ip_proto=6,tcp_dst=80");
        final var second = new RuleRef(s1, 1, 0, "rest", 16, "");
        paths.set(query -> new PathAnswer(List.of(
            new PathTrace("ip_proto=6,tcp_dst=80", List.of(
                new Hop(s1, 1, OptionalLong.of(3), List.of(first, second), List.of("eth_dst=00:00:00:00:00:0b"),
                    "ip_proto=6,tcp_dst=80", List.of(new MeterRef(7, OptionalLong.of(125_000)),
                        new MeterRef(8, OptionalLong.empty()))),
                new Hop(new SwitchId(2), 2, OptionalLong.of(1), List.of(), List.of())), Outcome.DELIVERED,
                "no rule matches", Origin.predicted("shortest-path"), 1 / 3.0),
            PathTrace.installed("", List.of(new Hop(s1, 1, OptionalLong.empty(), List.of(second), List.of())),
                Outcome.DROPPED, "rest")), true, Instant.EPOCH));
        assertEquals(Shell.lines(
            "10.0.0.1 to 10.0.0.2: hop count 2, as of 1970-01-01T00:00:00Z",
            "",
            "     10.0.0.1",
            "         |",
            "         1",
            "   [openflow:1]",
            "         3-------------X",
            "         |          path 2",
            "         2",
            "   [openflow:2]",
            "         1",
            "         |",
            "     10.0.0.2",
            "      path 1",
            "",
            "Path 1, packets with ip_proto=6,tcp_dst=80: delivered to the destination host (no rule matches)",
            "  Origin: predicted by shortest-path",
            "  Share: 0.333333 of these packets, as switches choose",
            "  openflow:1: in by port 1, out by port 3, if ip_proto=6,tcp_dst=80",
            "    table 0 priority 200 match ip_proto=6,tcp_dst=80 cookie 0xffffffffffffffff flow web",
            "    table 1 priority 0 match any cookie 0x10 flow rest",
            "    meter 7: at most 125000 bytes per second",
            "    meter 8: does not bound bytes",
            "    rewrites eth_dst=00:00:00:00:00:0b",
            "  openflow:2: in by port 2, out by port 1",
            "",
            "Path 2, all packets: dropped by a rule (rest)",
            "  Origin: installed rules",
            "  openflow:1: in by port 1",
            "    table 1 priority 0 match any cookie 0x10 flow rest",
            "",
            "There are more classes of packets than were followed; give --protocol, --sport or --dport."),
            shell.run("alto:trace 10.0.0.1 00:00:00:00:00:0b"));

        final var json = new ObjectMapper().readTree(
            shell.run("alto:trace --protocol tcp --dport 80 --json 10.0.0.1 10.0.0.2"));
        assertEquals(6, json.get("protocol").intValue());
        assertEquals(80, json.get("destination-port").intValue());
        assertEquals(2, json.get("hop-count").intValue());
        assertEquals("0xffffffffffffffff", json.at("/paths/0/hops/0/rules/0/cookie").textValue());
        assertEquals("[{\"id\":7,\"bytes-per-second\":125000},{\"id\":8}]",
            json.at("/paths/0/hops/0/meters").toString());
        assertEquals("DROPPED", json.at("/paths/1/outcome").textValue());
        assertEquals("INSTALLED", json.at("/paths/1/origin").textValue());
        assertEquals("PREDICTED", json.at("/paths/0/origin").textValue());
        assertEquals("shortest-path", json.at("/paths/0/predicted-by").textValue());
        assertEquals(0.333333, json.at("/paths/0/share").doubleValue());
        assertEquals("ip_proto=6,tcp_dst=80", json.at("/paths/0/hops/0/condition").textValue());
    }

    @Test
    void unknownHostIsOneSentence() {
        installEverything();
        assertEquals("No host with address 10.0.0.9 is known; see alto:hosts.",
            shell.error("alto:trace 10.0.0.9 10.0.0.2"));
    }

    @Test
    void argumentsAreCompleted() {
        installEverything();
        hosts.set(host("00:00:00:00:00:0a", "openflow:1:1", "10.0.0.1"));
        assertEquals(List.of("00:00:00:00:00:0a", "10.0.0.1"), shell.complete(HostCompleter.class, ""));
    }

    @Test
    void examplesOfTheHelpWork(@TempDir final Path folder) throws Exception {
        installEverything();
        final var networkMap = new VersionTag(new ResourceId("default-network-map"), "t1");
        final var pid = new Pid("default");
        final var map = NetworkMap.of(Map.of(pid, List.of(IpPrefix.parse("0.0.0.0/0"))));
        final var costs = CostMap.ofNumbers(networkMap, CostType.numerical(CostMetric.ROUTINGCOST),
            Map.of(pid, Map.of(pid, 1.0)));
        final var directory = new FakeResourceDirectory();
        directory.add("auto-map", networkMap, map);
        directory.add("auto-map", new VersionTag(new ResourceId("default-hopcount-map"), "t2"), costs);
        directory.add("operator", new VersionTag(new ResourceId("isp"), "t3"), map);
        directory.add("operator", new VersionTag(new ResourceId("isp-routingcost"), "t4"), costs);
        final var maps = new FakeOperatorMaps();
        maps.files.put("", new MapFile.OfNetwork(Optional.empty(), map));
        final var inspection = new FakeHostInspection();
        final var autoMaps = new FakeAutoMaps();
        List.of("default-network-map", "default-hopcount-map").forEach(
            id -> autoMaps.add(id, "a.json", Optional.empty(), Optional.empty()));
        final ServerStatistics statistics = () -> new ServerCounts(Instant.EPOCH, 0, 0, Optional.empty(),
            List.of());
        shell.install(directory, maps, new FakeHostPins(), inspection, new FakeLinkDirectory(), autoMaps,
            new FakeReaderAccess(), (DefaultPassword) () -> Optional.of("change it"), statistics,
            new FakePushDirectory());
        shell.type("a", "a", "b", "b");
        inspection.answer = address -> CompletableFuture.completedFuture(hosts.hosts().find(address));
        hosts.set(host("00:00:00:00:00:01", "openflow:1:1", "10.0.0.1"),
            host("00:00:00:00:00:03", "openflow:1:2", "10.0.0.3"));
        for (var command : Shell.COMMANDS) {
            final var help = command.getAnnotation(Command.class).detailedDescription().replace("classpath:", "");
            final List<String> examples;
            try (var text = command.getResourceAsStream(help)) {
                examples = new String(text.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> line.startsWith("  alto:")).toList();
            }
            assertEquals(3, examples.size(), help);
            for (var example : examples) {
                // what stands behind a pipe is not ours, and the files are where this test may write
                final var line = example.strip().split(" \\|")[0].replaceAll("(~|/tmp)/", folder + "/")
                    .replaceAll(" (isp|isp-routingcost|nearest)\\.json", " " + folder + "/$1.json");
                if (!help.equals("map-export.txt")) {
                    for (var name : List.of("isp.json", "isp-routingcost.json", "costs.json", "network.json",
                            "nearest.json", "cmap1.json", "secret")) {
                        Files.writeString(folder.resolve(name), name.equals("secret") ? "c" : "");
                    }
                } else {
                    Files.deleteIfExists(folder.resolve("network.json"));
                }
                assertFalse(shell.run(line).isEmpty(), example);
            }
        }
    }
}

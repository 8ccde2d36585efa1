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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.opendaylight.alto.core.testlib.Hosts.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.impl.action.command.ManagerImpl;
import org.apache.karaf.shell.impl.console.RegistryImpl;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.ArgumentCommandLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.alto.core.net.SwitchId;
import org.opendaylight.alto.core.path.Hop;
import org.opendaylight.alto.core.path.Outcome;
import org.opendaylight.alto.core.path.PathAnswer;
import org.opendaylight.alto.core.path.PathTrace;
import org.opendaylight.alto.core.path.RuleRef;
import org.opendaylight.alto.core.testlib.FakeHostDirectory;
import org.opendaylight.alto.core.testlib.FakePathService;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractConcurrentDataBrokerTest;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.IpPrefix;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv4Prefix;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv6Prefix;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.Resources;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.ResourcesBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.CostMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.NetworkMapBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.cost.map.CostTypeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.cost.map.SourceBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.cost.map.source.DestinationBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources.network.map.PidBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMetric;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.CostMode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.NumericalCost;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.PidName;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.ResourceId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.alto.types.rev261121.Tag;
import org.opendaylight.yangtools.binding.DataObjectIdentifier;
import org.opendaylight.yangtools.binding.util.BindingMap;
import org.opendaylight.yangtools.yang.common.Decimal64;

/** The commands as the shell runs them, with its parsing and injection, on a real datastore. */
class CommandsTest extends AbstractConcurrentDataBrokerTest {
    private final FakeHostDirectory hosts = new FakeHostDirectory();
    private final FakePathService paths = new FakePathService();
    private final Registry shell = new RegistryImpl(null);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    // a real session asks for the user's Subject, which JDK 24 and later refuse
    private final Session session = mock(Session.class);

    private ManagerImpl manager;

    @BeforeEach
    void before() throws Exception {
        setup();
        doReturn(new PrintStream(out, true, StandardCharsets.US_ASCII)).when(session).getConsole();
        doReturn(shell).when(session).getRegistry();
        shell.register(session);
        manager = new ManagerImpl(shell, shell);
        manager.register(HostCompleter.class);
        manager.register(MapCompleter.class);
        manager.register(HostsCommand.class);
        manager.register(MapsCommand.class);
        manager.register(TraceCommand.class);
    }

    private void installEverything() {
        shell.register(hosts);
        shell.register(paths);
        shell.register(getDataBroker());
    }

    private String run(final String line) throws Exception {
        out.reset();
        execute(line);
        return out.toString(StandardCharsets.US_ASCII);
    }

    private void execute(final String line) throws Exception {
        final var words = line.split(" ");
        final var name = words[0].split(":");
        shell.getCommand(name[0], name[1])
            .execute(session, Arrays.<Object>asList((Object[]) words).subList(1, words.length));
    }

    private String error(final String line) {
        return assertThrows(CommandException.class, () -> execute(line)).getMessage();
    }

    private static String lines(final String... lines) {
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private void publish(final String networkMapId, final String costMapId) throws Exception {
        final var networkMap = new ResourceId(networkMapId);
        final var tx = getDataBroker().newWriteOnlyTransaction();
        tx.put(LogicalDatastoreType.OPERATIONAL, DataObjectIdentifier.builder(Resources.class).build(),
            new ResourcesBuilder()
                .setNetworkMap(BindingMap.of(new NetworkMapBuilder().setResourceId(networkMap).setTag(new Tag("t1"))
                    .setPid(BindingMap.of(
                        new PidBuilder().setName(new PidName("openflow:1")).build(),
                        new PidBuilder().setName(new PidName("default")).setPrefix(Set.of(
                            new IpPrefix(new Ipv4Prefix("0.0.0.0/0")), new IpPrefix(new Ipv6Prefix("::/0")))).build()))
                    .build()))
                .setCostMap(BindingMap.of(new CostMapBuilder().setResourceId(new ResourceId(costMapId))
                    .setTag(new Tag("t2"))
                    .setNetworkMap(new org.opendaylight.yang.gen.v1.urn.opendaylight.alto.resources.rev261121.resources
                        .cost.map.NetworkMapBuilder().setResourceId(networkMap).setTag(new Tag("t1")).build())
                    .setCostType(new CostTypeBuilder().setCostMetric(new CostMetric("hopcount"))
                        .setCostMode(new CostMode("numerical")).build())
                    .setSource(BindingMap.of(new SourceBuilder().setPid(new PidName("openflow:1"))
                        .setDestination(BindingMap.of(new DestinationBuilder().setPid(new PidName("openflow:1"))
                            .setNumericalCost(new NumericalCost(Decimal64.valueOf("1.500000"))).build())).build()))
                    .build()))
                .build());
        tx.commit().get();
    }

    @Test
    void missingServiceIsToldWithTheFeatureThatBringsIt() {
        assertEquals("The host tracker is not running; if this lasts, try: feature:install odl-alto-openflow",
            error("alto:hosts"));
        assertEquals("The datastore is not running; if this lasts, try: feature:install odl-mdsal-broker",
            error("alto:maps"));
        shell.register(hosts);
        assertEquals("The FRM checker is not running; if this lasts, try: feature:install odl-alto-openflow",
            error("alto:trace 10.0.0.1 10.0.0.2"));
    }

    @Test
    void emptyNetworkIsSaidToBeEmpty() throws Exception {
        installEverything();
        assertEquals(lines("No host is known. Hosts become known by their ARP and ND packets."), run("alto:hosts"));
        assertEquals(lines("No map is published."), run("alto:maps"));
        assertEquals(lines("[]"), run("alto:hosts --json"));
        assertEquals(lines("[]"), run("alto:maps --json"));
    }

    @Test
    void hostsAreShown() throws Exception {
        installEverything();
        hosts.set(host("00:00:00:00:00:0a", "openflow:1:1", "10.0.0.1", "2001:db8::1"));
        final var shown = run("alto:hosts");
        assertTrue(shown.matches("(?s)MAC +\\| VLAN \\| Addresses +\\| Attachment +\\| First seen +\\| Last seen.*"
            + "00:00:00:00:00:0a \\| - +\\| 10.0.0.1 2001:db8::1 \\| openflow:1:1 \\| \\d+d \\d+h ago.*"), shown);
        assertEquals(lines("[", "  {", "    \"mac\": \"00:00:00:00:00:0a\",", "    \"addresses\": [",
            "      \"10.0.0.1\",", "      \"2001:db8::1\"", "    ],", "    \"attachment-point\": \"openflow:1:1\",",
            "    \"first-seen\": \"1970-01-01T00:00:00Z\",", "    \"last-seen\": \"1970-01-01T00:00:00Z\"", "  }",
            "]").replace(System.lineSeparator(), "\n").strip(), run("alto:hosts --json").strip());
    }

    @Test
    void mapsAreListedAndShown() throws Exception {
        installEverything();
        publish("nm", "cm");
        assertEquals(lines(
            "Id | Type        | Tag | Size               | Cost type",
            "---+-------------+-----+--------------------+-------------------",
            "nm | network map | t1  | 2 PIDs, 2 prefixes | -",
            "cm | cost map    | t2  | 1 costs            | hopcount-numerical"), run("alto:maps"));
        assertEquals(lines(
            "PID        | Prefixes",
            "-----------+---------------",
            "default    | 0.0.0.0/0 ::/0",
            "openflow:1 |"), run("alto:maps nm"));
        assertEquals(lines(
            "From       | To         | hopcount",
            "-----------+------------+---------",
            "openflow:1 | openflow:1 | 1.5"), run("alto:maps cm"));
        assertEquals("No map has the id nope; see alto:maps.", error("alto:maps nope"));
    }

    @Test
    void oneMapIsWrittenAsTheJsonOfTheProtocol() throws Exception {
        installEverything();
        publish("nm", "cm");
        final var json = new ObjectMapper();
        assertEquals(json.readTree("""
            {"meta": {"vtag": {"resource-id": "nm", "tag": "t1"}},
             "network-map": {"default": {"ipv4": ["0.0.0.0/0"], "ipv6": ["::/0"]}, "openflow:1": {}}}"""),
            json.readTree(run("alto:maps --json nm")));
        assertEquals(json.readTree("""
            {"meta": {"dependent-vtags": [{"resource-id": "nm", "tag": "t1"}],
                      "cost-type": {"cost-mode": "numerical", "cost-metric": "hopcount"}},
             "cost-map": {"openflow:1": {"openflow:1": 1.5}}}"""),
            json.readTree(run("alto:maps --json cm")));
        assertEquals(json.readTree("""
            [{"resource-id": "nm", "tag": "t1", "type": "network map", "pids": 2, "prefixes": 2},
             {"resource-id": "cm", "tag": "t2", "type": "cost map", "costs": 1,
              "cost-type": {"cost-mode": "numerical", "cost-metric": "hopcount"},
              "network-map": {"resource-id": "nm", "tag": "t1"}}]"""),
            json.readTree(run("alto:maps --json")));
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
                new Hop(s1, 1, OptionalLong.of(3), List.of(first, second), List.of("eth_dst=00:00:00:00:00:0b")),
                new Hop(new SwitchId(2), 2, OptionalLong.of(1), List.of(), List.of())), Outcome.DELIVERED, ""),
            new PathTrace("", List.of(new Hop(s1, 1, OptionalLong.empty(), List.of(second), List.of())),
                Outcome.DROPPED, "rest")), true, Instant.EPOCH));
        assertEquals(lines(
            "10.0.0.1 to 10.0.0.2: hop count 2, as of 1970-01-01T00:00:00Z",
            "",
            "Packets with ip_proto=6,tcp_dst=80: delivered to the destination host",
            "  10.0.0.1 -> openflow:1 (in 1, out 3) -> openflow:2 (in 2, out 1) -> 10.0.0.2",
            "    openflow:1",
            "      table 0 priority 200 match ip_proto=6,tcp_dst=80 cookie 0xffffffffffffffff flow web",
            "      table 1 priority 0 match any cookie 0x10 flow rest",
            "      rewrites eth_dst=00:00:00:00:00:0b",
            "    openflow:2",
            "",
            "All packets: dropped by a rule (rest)",
            "  10.0.0.1 -> openflow:1 (in 1) -> X",
            "    openflow:1",
            "      table 1 priority 0 match any cookie 0x10 flow rest",
            "",
            "There are more classes of packets than were followed; give --protocol, --sport or --dport."),
            run("alto:trace 10.0.0.1 00:00:00:00:00:0b"));

        final var json = new ObjectMapper().readTree(
            run("alto:trace --protocol tcp --dport 80 --json 10.0.0.1 10.0.0.2"));
        assertEquals(6, json.get("protocol").intValue());
        assertEquals(80, json.get("destination-port").intValue());
        assertEquals(2, json.get("hop-count").intValue());
        assertEquals("0xffffffffffffffff", json.at("/paths/0/hops/0/rules/0/cookie").textValue());
        assertEquals("DROPPED", json.at("/paths/1/outcome").textValue());
    }

    @Test
    void unknownHostIsOneSentence() {
        installEverything();
        assertEquals("No host with address 10.0.0.9 is known; see alto:hosts.",
            error("alto:trace 10.0.0.9 10.0.0.2"));
    }

    @Test
    void argumentsAreCompleted() throws Exception {
        installEverything();
        publish("nm", "cm");
        hosts.set(host("00:00:00:00:00:0a", "openflow:1:1", "10.0.0.1"));
        // the shell does this whenever a service comes or goes
        manager.unregister(HostCompleter.class);
        manager.unregister(MapCompleter.class);
        manager.register(HostCompleter.class);
        manager.register(MapCompleter.class);
        assertEquals(List.of("00:00:00:00:00:0a", "10.0.0.1"),
            complete(shell.getService(HostCompleter.class)));
        assertEquals(List.of("cm", "nm"), complete(shell.getService(MapCompleter.class)));
    }

    private List<String> complete(final Completer completer) {
        final var candidates = new ArrayList<String>();
        completer.complete(session, new ArgumentCommandLine("", 0), candidates);
        return candidates.stream().map(String::strip).sorted().toList();
    }

    @Test
    void examplesOfTheHelpWork() throws Exception {
        installEverything();
        publish("default-network-map", "default-hopcount-map");
        hosts.set(host("00:00:00:00:00:01", "openflow:1:1", "10.0.0.1"),
            host("00:00:00:00:00:03", "openflow:1:2", "10.0.0.3"));
        for (var command : List.of(HostsCommand.class, MapsCommand.class, TraceCommand.class)) {
            final var help = command.getAnnotation(Command.class).detailedDescription().replace("classpath:", "");
            final List<String> examples;
            try (var text = command.getResourceAsStream(help)) {
                examples = new String(text.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> line.startsWith("  alto:")).toList();
            }
            assertEquals(3, examples.size(), help);
            for (var example : examples) {
                // what stands behind a pipe is not ours
                assertFalse(run(example.strip().split(" \\|")[0]).isEmpty(), example);
            }
        }
    }
}

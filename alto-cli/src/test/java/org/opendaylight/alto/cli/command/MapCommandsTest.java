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

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opendaylight.alto.core.map.CostMap;
import org.opendaylight.alto.core.map.CostMetric;
import org.opendaylight.alto.core.map.CostMode;
import org.opendaylight.alto.core.map.CostRow;
import org.opendaylight.alto.core.map.CostType;
import org.opendaylight.alto.core.map.CostValue;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.map.NetworkMap;
import org.opendaylight.alto.core.map.Pid;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.map.VersionTag;
import org.opendaylight.alto.core.net.IpPrefix;
import org.opendaylight.alto.core.service.OperatorMaps.Loaded;
import org.opendaylight.alto.core.service.OperatorMaps.MapFile;
import org.opendaylight.alto.core.service.ResourceInfo;

/** The commands for maps and resources as the shell runs them. */
class MapCommandsTest {
    private static final String MISSING =
        "The ALTO northbound is not running; if this lasts, try: feature:install odl-alto-northbound";
    private static final Pid EAST = new Pid("east");
    private static final Pid WEST = new Pid("west");
    private static final VersionTag ISP = new VersionTag(new ResourceId("isp"), "0123456789abcdef");
    private static final VersionTag COSTS = new VersionTag(new ResourceId("isp-cost"), "fedcba9876543210");
    private static final NetworkMap NETWORK_MAP = NetworkMap.of(Map.of(
        EAST, prefixes("0.0.0.0/0", "10.0.0.0/8", "10.1.0.0/16", "10.2.0.0/16", "::/0"),
        WEST, prefixes("192.0.2.0/24"),
        new Pid("void"), List.of()));
    private static final CostMap COST_MAP = CostMap.ofNumbers(ISP, CostType.numerical(CostMetric.ROUTINGCOST),
        Map.of(EAST, Map.of(EAST, 0.0, WEST, 1.5), WEST, Map.of(EAST, 3.0)));
    private static final ResourceInfo BROKEN = new ResourceInfo(new ResourceId("broken"),
        "application/alto-costmap+json", Optional.empty(), "/alto/costmap/broken", "operator", Optional.empty(),
        new TreeSet<>(List.of(new ResourceId("gone"))), new TreeSet<>(), new TreeSet<>(), 0, 0,
        Optional.of("there is no network map gone"));
    private static final ResourceInfo PROPERTIES = new ResourceInfo(new ResourceId("props"),
        "application/alto-endpointprop+json", Optional.of("application/alto-endpointpropparams+json"), "/alto/props",
        "northbound", Optional.empty(), new TreeSet<>(List.of(ISP.resourceId())), new TreeSet<>(),
        new TreeSet<>(List.of("isp.pid", "priv:x")), 0, 0, Optional.empty());
    private static final ResourceInfo FILTER = new ResourceInfo(new ResourceId("isp-filtered"),
        "application/alto-networkmap+json", Optional.of("application/alto-networkmapfilter+json"), "/alto/filtered",
        "northbound", Optional.empty(), new TreeSet<>(List.of(ISP.resourceId())), new TreeSet<>(), new TreeSet<>(),
        0, 0, Optional.empty());

    private final FakeResourceDirectory directory = new FakeResourceDirectory();
    private final FakeOperatorMaps maps = new FakeOperatorMaps();

    @TempDir
    private Path folder = Path.of("");
    private Shell shell = new Shell(folder);

    @BeforeEach
    void before() {
        shell = new Shell(folder);
    }

    private void installEverything() {
        directory.add("operator", ISP, NETWORK_MAP);
        directory.add("operator", COSTS, COST_MAP);
        shell.install(directory, maps);
    }

    private static List<IpPrefix> prefixes(final String... texts) {
        return List.of(texts).stream().map(IpPrefix::parse).toList();
    }

    private void assertJson(final String expected, final String line) throws Exception {
        final var json = new ObjectMapper();
        assertEquals(json.readTree(expected), json.readTree(shell.run(line)));
    }

    private void file(final String name, final String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private List<String> filesInFolder() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void missingServiceIsToldWithTheFeatureThatBringsIt() {
        for (var line : List.of("resource-list", "map-list", "map-show isp", "network-map-load f.json",
                "cost-map-load f.json", "map-export isp", "map-delete isp", "map-diff isp isp",
                "map-diff f.json isp")) {
            assertEquals(MISSING, shell.error("alto:" + line), line);
        }
    }

    @Test
    void emptyServerIsSaidToBeEmpty() throws Exception {
        shell.install(directory, maps);
        assertEquals(Shell.lines("There is no resource."), shell.run("alto:resource-list"));
        assertEquals(Shell.lines("[]"), shell.run("alto:resource-list --json"));
        assertEquals(Shell.lines("There is no map."), shell.run("alto:map-list"));
        assertEquals(Shell.lines("[]"), shell.run("alto:map-list --json"));
    }

    @Test
    void resourcesAreListedAndProblemsAreBelowTheTable() throws Exception {
        installEverything();
        directory.add(BROKEN);
        directory.add(PROPERTIES);
        directory.add(FILTER);
        assertEquals(Shell.lines(
            "Id           | Kind                 | Publisher  | Tag      | Uses | Offers                "
                + "| Entries | Size    | State",
            "-------------+----------------------+------------+----------+------+-----------------------"
                + "+---------+---------+-----------",
            "broken       | cost map             | operator   | -        | gone | -                     "
                + "| -       | -       | not served",
            "isp          | network map          | operator   | 01234567 | -    | -                     "
                + "| 6       | 1.5 KiB | served",
            "isp-cost     | cost map             | operator   | fedcba98 | isp  | routingcost-numerical "
                + "| 3       | 1.5 KiB | served",
            "isp-filtered | filtered network map | northbound | -        | isp  | -                     "
                + "| -       | -       | served",
            "props        | endpoint properties  | northbound | -        | isp  | isp.pid priv:x        "
                + "| -       | -       | served",
            "",
            "Not served:",
            "  broken: there is no network map gone"), shell.run("alto:resource-list"));
    }

    @Test
    void resourcesAreListedForPrograms() throws Exception {
        directory.add("operator", COSTS, COST_MAP);
        directory.add(BROKEN);
        directory.add(PROPERTIES);
        shell.install(directory);
        assertJson("""
            [{"resource-id": "broken", "kind": "cost map", "media-type": "application/alto-costmap+json",
              "path": "/alto/costmap/broken", "publisher": "operator", "uses": ["gone"], "cost-types": [],
              "property-types": [], "entries": 0, "encoded-bytes": 0, "served": false,
              "problem": "there is no network map gone"},
             {"resource-id": "isp-cost", "kind": "cost map", "media-type": "application/alto-costmap+json",
              "path": "/alto/costmap/isp-cost", "publisher": "operator", "tag": "fedcba9876543210", "uses": ["isp"],
              "cost-types": [{"cost-mode": "numerical", "cost-metric": "routingcost"}], "property-types": [],
              "entries": 3, "encoded-bytes": 1536, "served": true},
             {"resource-id": "props", "kind": "endpoint properties",
              "media-type": "application/alto-endpointprop+json",
              "accepts": "application/alto-endpointpropparams+json", "path": "/alto/props",
              "publisher": "northbound", "uses": ["isp"], "cost-types": [], "property-types": ["isp.pid", "priv:x"],
              "entries": 0, "encoded-bytes": 0, "served": true}]""", "alto:resource-list --json");
    }

    @Test
    void mapsAreListedWithTheDefaultNetworkMap() throws Exception {
        installEverything();
        directory.add("auto-map", new VersionTag(new ResourceId("zone"), "t9"), NetworkMap.of(Map.of()));
        directory.add(BROKEN);
        directory.add(PROPERTIES);
        directory.add(FILTER);
        assertEquals(Shell.lines(
            "Id       | Kind        | Publisher | Tag      | Content    | Size    | Network map "
                + "| Cost type             | State",
            "---------+-------------+-----------+----------+------------+---------+-------------"
                + "+-----------------------+-----------",
            "broken   | cost map    | operator  | -        | 0 costs    | -       | gone        "
                + "| -                     | not served",
            "isp      | network map | operator  | 01234567 | 6 prefixes | 1.5 KiB | (default)   "
                + "| -                     | served",
            "isp-cost | cost map    | operator  | fedcba98 | 3 costs    | 1.5 KiB | isp         "
                + "| routingcost-numerical | served",
            "zone     | network map | auto-map  | t9       | 0 prefixes | 1.5 KiB | -           "
                + "| -                     | served",
            "",
            "Not served:",
            "  broken: there is no network map gone"), shell.run("alto:map-list"));
        final var json = new ObjectMapper().readTree(shell.run("alto:map-list --json"));
        assertEquals(4, json.size());
        assertTrue(json.at("/1/default-network-map").booleanValue());
        assertTrue(json.at("/2/default-network-map").isMissingNode());
        assertFalse(json.at("/3/default-network-map").booleanValue());
    }

    @Test
    void networkMapIsShown() throws Exception {
        installEverything();
        assertEquals(Shell.lines(
            "PID  | Count | Prefixes",
            "-----+-------+-------------------------------------------------",
            "east | 5     | 0.0.0.0/0 10.0.0.0/8 10.1.0.0/16 10.2.0.0/16 ...",
            "void | 0     |",
            "west | 1     | 192.0.2.0/24",
            "To see all prefixes of a PID: alto:map-show --limit 0 isp PID"), shell.run("alto:map-show isp"));
        assertEquals(Shell.lines(
            "PID  | Prefix",
            "-----+-------------",
            "void | -",
            "west | 192.0.2.0/24"), shell.run("alto:map-show isp west void"));
    }

    @Test
    void costMapIsShown() throws Exception {
        installEverything();
        assertEquals(Shell.lines(
            "From | To   | routingcost",
            "-----+------+------------",
            "east | east | 0",
            "east | west | 1.5",
            "west | east | 3"), shell.run("alto:map-show isp-cost"));
        assertEquals(Shell.lines(
            "From | To   | routingcost",
            "-----+------+------------",
            "west | east | 3"), shell.run("alto:map-show isp-cost west"));
    }

    @Test
    void longTablesAreCutAndSaySo() throws Exception {
        installEverything();
        final var pids = new TreeMap<Pid, List<IpPrefix>>();
        for (int i = 0; i < 101; i++) {
            pids.put(new Pid("pid" + i), prefixes("10.0." + i + ".0/24"));
        }
        directory.add("operator", new VersionTag(new ResourceId("many"), "t1"), NetworkMap.of(pids));
        final var shown = shell.run("alto:map-show many").lines().toList();
        assertEquals(2 + 100 + 1, shown.size());
        assertEquals("1 more row; to see all: alto:map-show --limit 0 many", shown.getLast());
        assertEquals(2 + 101, shell.run("alto:map-show --limit 0 many").lines().count());
        assertEquals(Shell.lines(
            "PID  | Prefix",
            "-----+----------",
            "east | 0.0.0.0/0",
            "5 more rows; to see all: alto:map-show --limit 0 isp east west"),
            shell.run("alto:map-show --limit 1 isp east west"));
        assertEquals(Shell.lines(
            "From | To   | routingcost",
            "-----+------+------------",
            "east | east | 0",
            "2 more rows; to see all: alto:map-show --limit 0 isp-cost"),
            shell.run("alto:map-show --limit 1 isp-cost"));
        assertEquals("--limit -1 is less than 0, which stands for no limit.",
            shell.error("alto:map-show --limit -1 isp"));
    }

    @Test
    void mapIsShownAsTheJsonOfTheProtocol() throws Exception {
        installEverything();
        assertJson("""
            {"meta": {"vtag": {"resource-id": "isp", "tag": "0123456789abcdef"}},
             "network-map": {
               "east": {"ipv4": ["0.0.0.0/0", "10.0.0.0/8", "10.1.0.0/16", "10.2.0.0/16"], "ipv6": ["::/0"]},
               "void": {}, "west": {"ipv4": ["192.0.2.0/24"]}}}""", "alto:map-show --json --limit 1 isp");
        assertJson("""
            {"meta": {"vtag": {"resource-id": "isp", "tag": "0123456789abcdef"}},
             "network-map": {"west": {"ipv4": ["192.0.2.0/24"]}}}""", "alto:map-show --json isp west");
        final var head = """
            {"meta": {"dependent-vtags": [{"resource-id": "isp", "tag": "0123456789abcdef"}],
                      "cost-type": {"cost-mode": "numerical", "cost-metric": "routingcost"}},
             "cost-map": {\
            """;
        assertJson(head + "\"east\": {\"east\": 0, \"west\": 1.5}, \"west\": {\"east\": 3}}}",
            "alto:map-show --json isp-cost");
        assertJson(head + "\"west\": {\"east\": 3}}}", "alto:map-show --json isp-cost west");
    }

    @Test
    void costsThatAreNotNumbersAreShownAsTheyAre() throws Exception {
        installEverything();
        final var row = CostRow.of(Map.of(WEST, new CostValue.Json("[3,\"a\"]")));
        directory.add("operator", new VersionTag(new ResourceId("odd"), "t1"), new CostMap(ISP,
            new CostType(new CostMetric("priv:m"), new CostMode("array")), new TreeMap<>(Map.of(EAST, row))));
        assertTrue(shell.run("alto:map-show odd").contains("east | west | [3,\"a\"]"), shell.written());
        assertEquals("[3,\"a\"]", new ObjectMapper().readTree(shell.run("alto:map-show --json odd"))
            .at("/cost-map/east/west").toString());
    }

    @Test
    void whatCannotBeShownIsToldInOneSentence() {
        installEverything();
        directory.add(BROKEN);
        directory.add(PROPERTIES);
        assertEquals("No map has the id nope; see alto:map-list.", shell.error("alto:map-show nope"));
        assertEquals("broken is not served: there is no network map gone", shell.error("alto:map-show broken"));
        assertEquals("props is not a map but endpoint properties; see alto:map-list.",
            shell.error("alto:map-show props"));
        assertEquals("Network map isp has no PID north.", shell.error("alto:map-show isp east north"));
        assertEquals("Cost map isp-cost has no cost from PID void.", shell.error("alto:map-show isp-cost void"));
        assertEquals("Resource id 'a/b' is not 1 to 64 characters out of letters, digits, '-', ':', '@' and '_'",
            shell.error("alto:map-show a/b"));
    }

    @Test
    void networkMapIsLoaded() throws Exception {
        installEverything();
        file("isp.json", "content");
        maps.loaded = new Loaded(ISP.resourceId(), true, true, 1700, 250_000, List.of("a gap", "another"));
        assertEquals(Shell.lines(
            "Loaded network map isp: 1,700 PIDs, 250,000 prefixes (replaced)",
            "Warning: a gap",
            "Warning: another"), shell.run("alto:network-map-load isp.json"));
        maps.loaded = new Loaded(ISP.resourceId(), false, true, 1, 1, List.of());
        assertEquals(Shell.lines("Loaded network map isp: 1 PID, 1 prefix (new)"),
            shell.run("alto:network-map-load --id other --add-default-pid " + folder.resolve("isp.json")));
        assertEquals(Shell.lines("Checked network map isp: 1 PID, 1 prefix (loading would add it)"),
            shell.run("alto:network-map-load --check isp.json"));
        assertEquals(List.of("network map ? content []", "network map other content [ADD_DEFAULT_PID]",
            "network map ? content [CHECK_ONLY]"), maps.calls);
    }

    @Test
    void costMapIsLoadedUnderTheNameOfItsFile() throws Exception {
        installEverything();
        file("isp-cost.json", "content");
        file("isp.old.json", "content");
        maps.loaded = new Loaded(COSTS.resourceId(), true, false, 1, 2, List.of());
        assertEquals(Shell.lines("Loaded cost map isp-cost: 1 source PID, 2 costs "
            + "(unchanged, it was there already with this content)"), shell.run("alto:cost-map-load isp-cost.json"));
        assertEquals(Shell.lines("Checked cost map isp-cost: 1 source PID, 2 costs (loading would change nothing)"),
            shell.run("alto:cost-map-load --check --id x isp.old.json"));
        maps.loaded = new Loaded(COSTS.resourceId(), true, true, 1, 1, List.of());
        assertEquals(Shell.lines("Checked cost map isp-cost: 1 source PID, 1 cost "
            + "(loading would replace the map of this name)"), shell.run("alto:cost-map-load --check isp-cost.json"));
        assertEquals(List.of("cost map isp-cost content []", "cost map x content [CHECK_ONLY]",
            "cost map isp-cost content [CHECK_ONLY]"), maps.calls);
        assertEquals("isp.old.json: The name of the file cannot be that of the map, give one with --id: Resource id "
            + "'isp.old' is not 1 to 64 characters out of letters, digits, '-', ':', '@' and '_'",
            shell.error("alto:cost-map-load isp.old.json"));
    }

    @Test
    void faultsOfFilesAreToldInOneLineWithTheirPlace() throws Exception {
        installEverything();
        file("isp.json", "content");
        for (var command : List.of("alto:network-map-load ", "alto:cost-map-load ")) {
            maps.failure = new InvalidMapException("network-map/PID1/ipv4/3", "10.0.0.1/8 has host bits");
            assertEquals("isp.json: network-map/PID1/ipv4/3: 10.0.0.1/8 has host bits",
                shell.error(command + "isp.json"));
            maps.failure = new IOException("the datastore refuses");
            assertEquals("isp.json: the datastore refuses", shell.error(command + "isp.json"));
            assertEquals("nope.json: there is no such file or folder", shell.error(command + "nope.json"));
            assertEquals("./: is a folder", shell.error(command + "--id x ./"));
            assertEquals("", shell.written());
        }
        assertEquals("Resource id 'a.b' is not 1 to 64 characters out of letters, digits, '-', ':', '@' and '_'",
            shell.error("alto:network-map-load --id a.b isp.json"));
    }

    @Test
    void homeFolderIsMeantByTilde() throws Exception {
        installEverything();
        final var home = System.getProperty("user.home");
        System.setProperty("user.home", Files.createDirectory(folder.resolve("home")).toString());
        try {
            file("home/isp.json", "content");
            shell.run("alto:network-map-load ~/isp.json");
            assertEquals(List.of("network map ? content []"), maps.calls);
            assertEquals("~: is a folder", shell.error("alto:network-map-load ~"));
            assertEquals("~/nope.json: there is no such file or folder",
                shell.error("alto:network-map-load ~/nope.json"));
        } finally {
            System.setProperty("user.home", home);
        }
    }

    @Test
    void progressIsRewrittenInPlaceOnATerminal() throws Exception {
        installEverything();
        file("isp.json", "content");
        shell.attachTerminal("xterm", 80);
        final var phase = "Writing to the datastore: 50%";
        final var end = "Done: 100%";
        assertEquals("\rReading ..." + "\r" + phase + "\r" + end + " ".repeat(phase.length() - end.length())
            + "\r" + " ".repeat(end.length()) + "\r"
            + Shell.lines("Loaded network map isp: 1 PID, 1 prefix (new)"),
            shell.run("alto:network-map-load isp.json"));
        maps.failure = new IOException("no");
        assertEquals("isp.json: no", shell.error("alto:network-map-load isp.json"));
        assertTrue(shell.written().endsWith(phase + "\r" + " ".repeat(phase.length()) + "\r"), shell.written());
    }

    @Test
    void progressFitsIntoTheLine() throws Exception {
        installEverything();
        file("isp.json", "content");
        shell.attachTerminal("xterm", 8);
        assertTrue(shell.run("alto:network-map-load isp.json").startsWith("\rReading\rWriting\rDone: 1\r       \r"),
            shell.written());
    }

    @Test
    void nobodyIsShownProgressWithoutATerminal() throws Exception {
        installEverything();
        file("isp.json", "content");
        final var summary = Shell.lines("Loaded network map isp: 1 PID, 1 prefix (new)");
        assertEquals(summary, shell.run("alto:network-map-load isp.json"));
        shell.attachTerminal("dumb", 80);
        assertEquals(summary, shell.run("alto:network-map-load isp.json"));
    }

    @Test
    void mapIsExportedToTheConsole() throws Exception {
        installEverything();
        maps.exported = "{\"meta\":{}}";
        assertEquals(Shell.lines("{\"meta\":{}}"), shell.run("alto:map-export isp"));
        maps.failure = new IllegalArgumentException("There is no map isp");
        assertEquals("There is no map isp", shell.error("alto:map-export isp"));
    }

    @Test
    void mapIsExportedToAFile() throws Exception {
        installEverything();
        maps.exported = "{\"meta\":{}}";
        assertEquals(Shell.lines("Exported isp to out.json: 11 B"), shell.run("alto:map-export isp out.json"));
        assertEquals(List.of("out.json"), filesInFolder());
        assertEquals("{\"meta\":{}}", Files.readString(folder.resolve("out.json")));
    }

    @Test
    void exportReplacesAFileOnlyByForce() throws Exception {
        installEverything();
        file("out.json", "mine");
        assertEquals("out.json: there is such a file; --force replaces it",
            shell.error("alto:map-export isp out.json"));
        assertEquals("mine", Files.readString(folder.resolve("out.json")));
        shell.run("alto:map-export --force isp out.json");
        assertEquals("{}", Files.readString(folder.resolve("out.json")));
        assertEquals(List.of("out.json"), filesInFolder());
        assertEquals("./: is a folder", shell.error("alto:map-export --force isp ./"));
    }

    @Test
    void failedExportLeavesNothingBehind() throws Exception {
        installEverything();
        file("out.json", "mine");
        maps.failure = new IOException("disk full");
        assertEquals("out.json: disk full", shell.error("alto:map-export --force isp out.json"));
        assertEquals("new.json: disk full", shell.error("alto:map-export isp new.json"));
        assertEquals("no/new.json: there is no such file or folder", shell.error("alto:map-export isp no/new.json"));
        maps.failure = new IllegalArgumentException("There is no map nope");
        assertEquals("There is no map nope", shell.error("alto:map-export nope new.json"));
        assertEquals(List.of("out.json"), filesInFolder());
        assertEquals("mine", Files.readString(folder.resolve("out.json")));
    }

    @Test
    void mapsAreDeleted() throws Exception {
        installEverything();
        assertEquals(Shell.lines("Deleted network map isp", "Deleted cost map isp-cost"),
            shell.run("alto:map-delete isp isp-cost isp"));
        assertEquals(List.of("delete [isp, isp-cost]"), maps.calls);
        maps.failure = new IllegalArgumentException("isp-cost uses isp");
        assertEquals("isp-cost uses isp", shell.error("alto:map-delete isp"));
        maps.failure = new IOException("the datastore refuses");
        assertEquals("Nothing was deleted: the datastore refuses", shell.error("alto:map-delete isp"));
        assertEquals("", shell.written());
    }

    @Test
    void deletingCanBeTried() throws Exception {
        installEverything();
        directory.add("auto-map", new VersionTag(new ResourceId("zone"), "t9"), NETWORK_MAP);
        directory.add(FILTER);
        assertEquals(Shell.lines("Would delete network map isp", "Would delete cost map isp-cost"),
            shell.run("alto:map-delete --check isp isp-cost"));
        assertEquals(Shell.lines("Would delete cost map isp-cost"), shell.run("alto:map-delete --check isp-cost"));
        assertEquals("Map isp-cost uses isp; delete it first, or both at once.",
            shell.error("alto:map-delete --check isp"));
        assertEquals("No operator has loaded a map zone; see alto:map-list.",
            shell.error("alto:map-delete --check zone"));
        assertEquals("No operator has loaded a map isp-filtered; see alto:map-list.",
            shell.error("alto:map-delete --check isp-filtered"));
        assertEquals(List.of(), maps.calls);
    }

    @Test
    void networkMapsAreCompared() throws Exception {
        installEverything();
        file("new.json", "new");
        maps.files.put("new", new MapFile.OfNetwork(Optional.empty(), NetworkMap.of(Map.of(
            EAST, prefixes("0.0.0.0/0", "10.0.0.0/8", "10.1.0.0/16", "::/0"),
            WEST, prefixes("10.2.0.0/16"),
            new Pid("north"), prefixes("198.51.100.0/24")))));
        assertEquals(Shell.lines(
            "Change  | What            | PID before | PID after",
            "--------+-----------------+------------+----------",
            "added   | PID north       | -          | north",
            "removed | PID void        | void       | -",
            "moved   | 10.2.0.0/16     | east       | west",
            "removed | 192.0.2.0/24    | west       | -",
            "added   | 198.51.100.0/24 | -          | north"), shell.run("alto:map-diff isp new.json"));
        assertEquals(Shell.lines(
            "Change | What      | PID before | PID after",
            "-------+-----------+------------+----------",
            "added  | PID north | -          | north",
            "4 more rows; to see all: alto:map-diff --limit 0 isp ./new.json"),
            shell.run("alto:map-diff --limit 1 isp ./new.json"));
        assertJson("""
            {"kind": "network map", "equal": false,
             "pids": [{"pid": "north", "change": "removed"}, {"pid": "void", "change": "added"}],
             "prefixes": [{"prefix": "10.2.0.0/16", "before": "west", "after": "east"},
                          {"prefix": "192.0.2.0/24", "after": "west"},
                          {"prefix": "198.51.100.0/24", "before": "north"}]}""",
            "alto:map-diff --json --limit 1 new.json isp");
        assertEquals(Shell.lines("No difference"), shell.run("alto:map-diff isp isp"));
        assertJson("{\"kind\": \"network map\", \"equal\": true, \"pids\": [], \"prefixes\": []}",
            "alto:map-diff --json isp isp");
    }

    @Test
    void costMapsAreCompared() throws Exception {
        installEverything();
        file("new.json", "new");
        maps.files.put("new", new MapFile.OfCosts(CostMap.ofNumbers(ISP, COST_MAP.type(),
            Map.of(EAST, Map.of(WEST, 2.0), WEST, Map.of(EAST, 3.0, WEST, 0.25)))));
        assertEquals(Shell.lines(
            "Change  | From | To   | Cost before | Cost after",
            "--------+------+------+-------------+-----------",
            "removed | east | east | 0           | -",
            "changed | east | west | 1.5         | 2",
            "added   | west | west | -           | 0.25"), shell.run("alto:map-diff isp-cost new.json"));
        assertJson("""
            {"kind": "cost map", "equal": false, "costs": [
               {"source": "east", "destination": "east", "before": 0},
               {"source": "east", "destination": "west", "before": 1.5, "after": 2},
               {"source": "west", "destination": "west", "after": 0.25}]}""",
            "alto:map-diff --json isp-cost new.json");
        assertEquals(Shell.lines("No difference"), shell.run("alto:map-diff isp-cost isp-cost"));
        assertJson("{\"kind\": \"cost map\", \"equal\": true, \"costs\": []}",
            "alto:map-diff --json isp-cost isp-cost");
    }

    @Test
    void costMapsOfOtherTypeOrVersionDifferEvenIfNoCostDoes() throws Exception {
        installEverything();
        final var newer = new VersionTag(ISP.resourceId(), "newer");
        directory.add("operator", new VersionTag(new ResourceId("hops"), "t5"),
            new CostMap(newer, CostType.numerical(CostMetric.HOPCOUNT), COST_MAP.rows()));
        assertEquals(Shell.lines(
            "Cost type: routingcost-numerical before, hopcount-numerical after",
            "Network map: isp version 0123456789abcdef before, isp version newer after",
            "No cost differs"), shell.run("alto:map-diff isp-cost hops"));
        assertJson("""
            {"kind": "cost map", "equal": false,
             "cost-type": {"before": {"cost-mode": "numerical", "cost-metric": "routingcost"},
                           "after": {"cost-mode": "numerical", "cost-metric": "hopcount"}},
             "network-map": {"before": {"resource-id": "isp", "tag": "0123456789abcdef"},
                             "after": {"resource-id": "isp", "tag": "newer"}},
             "costs": []}""", "alto:map-diff --json isp-cost hops");
    }

    @Test
    void whatCannotBeComparedIsToldInOneSentence() throws Exception {
        installEverything();
        file("bad.json", "bad");
        assertEquals("isp is a network map and isp-cost is a cost map, which cannot be compared.",
            shell.error("alto:map-diff isp isp-cost"));
        assertEquals("No map has the id nope; see alto:map-list.", shell.error("alto:map-diff isp nope"));
        assertEquals("nope.json: there is no such file or folder", shell.error("alto:map-diff nope.json isp"));
        maps.failure = new InvalidMapException("network-map", "is missing");
        assertEquals("bad.json: network-map: is missing", shell.error("alto:map-diff isp bad.json"));
        assertEquals("--limit -2 is less than 0, which stands for no limit.",
            shell.error("alto:map-diff --limit -2 isp isp"));
    }

    @Test
    void idsAreCompleted() throws Exception {
        installEverything();
        directory.add("auto-map", new VersionTag(new ResourceId("zone"), "t9"), NETWORK_MAP);
        directory.add(BROKEN);
        directory.add(PROPERTIES);
        directory.add(FILTER);
        file("isp.json", "");
        assertEquals(List.of("isp", "isp-cost", "zone"), shell.complete(MapCompleter.class, ""));
        assertEquals(List.of("broken", "isp", "isp-cost"), shell.complete(OperatorMapCompleter.class, ""));
        assertEquals(List.of("isp"), shell.complete(OperatorNetworkMapCompleter.class, ""));
        assertEquals(List.of("broken", "isp-cost"), shell.complete(OperatorCostMapCompleter.class, ""));
        assertEquals(List.of("isp.json"), shell.complete(FileNameCompleter.class, "is"));
        final var either = shell.complete(MapOrFileCompleter.class, "");
        assertTrue(either.containsAll(List.of("isp", "isp-cost", "zone", "isp.json")), either::toString);
    }

    @Test
    void linesAreCompleted() throws Exception {
        installEverything();
        file("isp.json", "");
        assertEquals(List.of("east", "void", "west"), shell.completeLine("alto:map-show isp "));
        assertEquals(List.of("west"), shell.completeLine("alto:map-show --json --limit 3 isp east w"));
        assertEquals(List.of("east", "west"), shell.completeLine("alto:map-show isp-cost "));
        assertEquals(List.of("isp-cost"), shell.completeLine("alto:map-delete isp isp-"));
        assertEquals(List.of("isp"), shell.completeLine("alto:network-map-load --id i"));
        assertEquals(List.of("isp-cost"), shell.completeLine("alto:cost-map-load --id i"));
        assertEquals(List.of("isp.json"), shell.completeLine("alto:cost-map-load --id isp-cost i"));
        assertEquals(List.of("isp.json"), shell.completeLine("alto:map-export isp i"));
        assertTrue(shell.completeLine("alto:map-diff isp.json i").containsAll(List.of("isp", "isp-cost", "isp.json")));
    }

    @Test
    void nothingIsCompletedWithoutTheNorthbound() {
        for (var completer : List.of(MapCompleter.class, OperatorMapCompleter.class, MapOrFileCompleter.class)) {
            assertEquals(List.of(), shell.complete(completer, ""));
        }
    }
}

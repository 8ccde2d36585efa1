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
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opendaylight.alto.core.map.InvalidMapException;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.AutoMaps.Kind;
import org.opendaylight.alto.core.service.AutoMaps.Status;
import org.opendaylight.alto.core.service.AutoMaps.Stored;

class AutoMapCommandsTest {
    private final FakeAutoMaps maps = new FakeAutoMaps();

    @TempDir
    private Path folder = Path.of("");
    private Shell shell = new Shell(folder);

    @BeforeEach
    void before() {
        shell = new Shell(folder);
    }

    private void install() {
        maps.add("cmap1", "datastore", Optional.of("uses: no"), Optional.of(new Status(Instant.EPOCH,
            Duration.ofNanos(1_234_567_890), "links changed", 12, 3456, OptionalDouble.of(0.123456), 10_000)));
        maps.add("near", "a.json", Optional.empty(), Optional.of(new Status(Instant.EPOCH, Duration.ZERO, "hosts", 0, 3,
            OptionalDouble.empty(), 0)));
        maps.add("zone", "datastore", Optional.empty(), Optional.empty());
        maps.problems.put("b.json", "net-map-id: why");
        shell.install(maps);
    }

    private void assertJson(final String expected, final String line) throws Exception {
        final var json = new ObjectMapper();
        assertEquals(json.readTree(expected), json.readTree(shell.run(line)));
    }

    @Test
    void missingServiceIsToldWithTheFeatureThatBringsIt() {
        for (var line : List.of("list", "show", "show n", "load f.json", "remove n", "status")) {
            assertEquals("The auto-map is not running; if this lasts, try: feature:install odl-alto-openflow",
                shell.error("alto:automap-" + line), line);
        }
    }

    @Test
    void nothingIsSaidInWords() throws Exception {
        shell.install(maps);
        for (var line : List.of("list", "show", "status")) {
            assertEquals(Shell.lines("No map is to be computed."), shell.run("alto:automap-" + line), line);
        }
        assertJson("{\"maps\": [], \"problems\": {}}", "alto:automap-list --json");
        assertJson("{\"maps\": [], \"problems\": {}}", "alto:automap-status --json");
    }

    @Test
    void definitionsAreListedAndProblemsAreBelowTheTable() throws Exception {
        install();
        assertEquals(Shell.lines(
            "Id    | Kind        | Definition  | Origin    | State",
            "------+-------------+-------------+-----------+--------",
            "cmap1 | cost map    | so of cmap1 | datastore | problem",
            "near  | network map | so of near  | a.json    | good",
            "zone  | network map | so of zone  | datastore | good",
            "",
            "To be put right:",
            "  cmap1 (datastore): uses: no",
            "  b.json: net-map-id: why"), shell.run("alto:automap-list"));
    }

    @Test
    void definitionsAreShown() throws Exception {
        install();
        assertEquals(Shell.lines("{cmap1}", "{near}", "{zone}"), shell.run("alto:automap-show"));
        assertEquals(Shell.lines("{near}"), shell.run("alto:automap-show near"));
        assertEquals("No map far is to be computed; see alto:automap-list.", shell.error("alto:automap-show far"));
        assertEquals("No map far is to be computed; see alto:automap-list.", shell.error("alto:automap-status far"));
        assertTrue(shell.error("alto:automap-show a.b").startsWith("Resource id 'a.b' is not"));
    }

    @Test
    void statusSaysWhatWasComputedWhyAndHowLongItTook() throws Exception {
        install();
        final var shown = shell.run("alto:automap-status").lines().map(String::strip).toList();
        assertEquals("Id | Computed | Took | Why | Parts anew | Error bound | Random pairs | State",
            shown.getFirst().replaceAll(" +", " "));
        assertTrue(shown.get(2).replaceAll(" +", " ").matches("cmap1 \\| \\d+d \\d+h ago \\| 1,234.6 ms \\| links "
            + "changed \\| 12 of 3,456 \\| 0.1235 \\| 10,000 \\| problem"), shown.get(2));
        assertTrue(shown.get(3).replaceAll(" +", " ").matches(
            "near \\| \\d+d \\d+h ago \\| 0.0 ms \\| hosts \\| 0 of 3 \\| - \\| - \\| good"), shown.get(3));
        assertEquals("zone | - | - | - | - | - | - | good", shown.get(4).replaceAll(" +", " "));
        assertEquals(List.of("", "To be put right:", "cmap1 (datastore): uses: no", "b.json: net-map-id: why"),
            shown.subList(5, shown.size()));
        assertEquals(3, shell.run("alto:automap-status near").lines().count());
    }

    @Test
    void programsSeeAllOfIt() throws Exception {
        install();
        final var near = """
            {"resource-id": "near", "kind": "network map", "summary": "so of near", "origin": "a.json",
             "last-computed": "1970-01-01T00:00:00Z", "duration": 0, "reason": "hosts", "changed-parts": 0, "parts": 3,
             "sampled-pairs": 0}""";
        final var all = """
            {"maps": [
              {"resource-id": "cmap1", "kind": "cost map", "summary": "so of cmap1", "origin": "datastore",
               "problem": "uses: no", "last-computed": "1970-01-01T00:00:00Z", "duration": 1234567,
               "reason": "links changed", "changed-parts": 12, "parts": 3456, "error-bound": 0.123456,
               "sampled-pairs": 10000},
              %s,
              {"resource-id": "zone", "kind": "network map", "summary": "so of zone", "origin": "datastore"}],
             "problems": {"b.json": "net-map-id: why"}}""".formatted(near);
        assertJson(all, "alto:automap-list --json");
        assertJson(all, "alto:automap-status --json");
        assertJson("{\"maps\": [" + near + "], \"problems\": {}}", "alto:automap-status --json near");
    }

    @Test
    void definitionsAreStored() throws Exception {
        install();
        Files.writeString(folder.resolve("f.json"), "text");
        assertEquals(Shell.lines("Stored the definition of network map n (new)"),
            shell.run("alto:automap-load f.json"));
        assertEquals(Shell.lines("Checked the definition of network map n (storing would add it)"),
            shell.run("alto:automap-load --check f.json"));
        assertEquals(List.of("put text false", "put text true"), maps.calls);
        maps.stored = new Stored(new ResourceId("c"), Kind.COST_MAP, true, true, List.of("One.", "Two."));
        assertEquals(Shell.lines("Stored the definition of cost map c (replaced)", "Warning: One.", "Warning: Two."),
            shell.run("alto:automap-load f.json"));
        assertEquals("Checked the definition of cost map c (storing would replace the one of this name)",
            shell.run("alto:automap-load --check f.json").lines().findFirst().orElseThrow());
        maps.stored = new Stored(new ResourceId("c"), Kind.COST_MAP, true, false, List.of());
        assertEquals(Shell.lines("Stored the definition of cost map c (unchanged, it was there already)"),
            shell.run("alto:automap-load f.json"));
        assertEquals(Shell.lines("Checked the definition of cost map c (storing would change nothing)"),
            shell.run("alto:automap-load --check f.json"));
    }

    @Test
    void whatCannotBeStoredNamesFileAndField() throws Exception {
        install();
        assertEquals("g.json: there is no such file or folder", shell.error("alto:automap-load g.json"));
        Files.write(folder.resolve("f.json"), new byte[] { (byte) 0xff });
        assertEquals("f.json: the file is not text in UTF-8", shell.error("alto:automap-load f.json"));
        Files.writeString(folder.resolve("f.json"), "text");
        maps.failure = new InvalidMapException("cost-type/cost-mode", "no");
        assertEquals("f.json: cost-type/cost-mode: no", shell.error("alto:automap-load f.json"));
        maps.failure = new IOException("no datastore");
        assertEquals("Nothing was stored: no datastore", shell.error("alto:automap-load f.json"));
    }

    @Test
    void definitionsAreRemoved() throws Exception {
        install();
        assertEquals(Shell.lines("Removed the definition of cost map cmap1"), shell.run("alto:automap-remove cmap1"));
        assertEquals(List.of("remove cmap1"), maps.calls);
        maps.failure = new IllegalArgumentException("It is in a file");
        assertEquals("It is in a file.", shell.error("alto:automap-remove near"));
        maps.failure = new IOException("no datastore");
        assertEquals("Nothing was removed: no datastore", shell.error("alto:automap-remove cmap1"));
        assertTrue(shell.error("alto:automap-remove a.b").startsWith("Resource id 'a.b' is not"));
    }

    @Test
    void idsAreCompleted() {
        assertEquals(List.of(), shell.completeLine("alto:automap-show "));
        install();
        assertEquals(List.of("cmap1", "near", "zone"), shell.completeLine("alto:automap-show "));
        assertEquals(List.of("near"), shell.completeLine("alto:automap-status n"));
        assertEquals(List.of("cmap1", "zone"), shell.completeLine("alto:automap-remove "));
    }
}

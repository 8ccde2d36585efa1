/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.automap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFilesTest {
    private static final String SWITCHES = "{\"net-map-id\": \"n\", \"net-map-grp-alg\": \"switch-alg\"}";
    private static final String VLANS = "{\"net-map-id\": \"n\", \"net-map-grp-alg\": \"vlan-alg\"}";

    @TempDir
    private Path parent = Path.of("");
    private Path folder = parent;
    private ConfigFiles files = new ConfigFiles(folder);

    @BeforeEach
    void before() throws IOException {
        folder = Files.createDirectory(parent.resolve("alto-automap"));
        files = new ConfigFiles(folder);
    }

    private void write(final String name, final String text) throws IOException {
        final var file = folder.resolve(name);
        Files.writeString(file, text);
        // the content is what counts
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    }

    /** What is known after another look: the name of the file, its map or -, and what is wrong with it. */
    private List<String> look() {
        files.poll();
        return files.candidates().stream()
            .map(one -> one.place() + " " + one.definition().map(map -> map.toString().contains("ByVlan") ? "vlans"
                : map.id().value()).orElse("-") + one.problem().map(why -> " " + why).orElse(""))
            .toList();
    }

    @Test
    void goodFilesHaveAnEffectAtOnce() throws Exception {
        assertEquals(List.of(), look());
        write("b.json", SWITCHES);
        write("a.json", SWITCHES.replace("\"n\"", "\"m\""));
        write("c.txt", SWITCHES);
        write(".d.json", SWITCHES);
        assertEquals(List.of("a.json m", "b.json n"), look());
        write("b.json", VLANS);
        assertEquals(List.of("a.json m", "b.json vlans"), look());
    }

    @Test
    void fileThatIsBeingWrittenIsWaitedFor() throws Exception {
        write("a.json", SWITCHES);
        assertEquals(List.of("a.json n"), look());
        write("a.json", "");
        assertEquals(List.of("a.json n"), look());
        write("a.json", VLANS.substring(0, 20));
        assertEquals(List.of("a.json n"), look());
        write("a.json", VLANS);
        assertEquals(List.of("a.json vlans"), look());
    }

    @Test
    void wrongFileKeepsItsLastGoodStateAndSaysWhy() throws Exception {
        write("a.json", SWITCHES);
        look();
        write("a.json", SWITCHES.replace("switch-alg", "x"));
        assertEquals(List.of("a.json n"), look());
        final var wrong = List.of("a.json n net-map-grp-alg: 'x' is not an algorithm; there are nearest-alg, "
            + "switch-alg, component-alg, prefix-alg, vlan-alg, k-centre-alg, hierarchical-alg");
        assertEquals(wrong, look());
        assertEquals(wrong, look());
        write("a.json", SWITCHES.replace("switch-alg", "x") + "\n");
        assertEquals(wrong, look());
        assertEquals(wrong, look());
        write("a.json", SWITCHES.replace("net-map-grp-alg", "y"));
        assertEquals(wrong, look());
        assertEquals(List.of("a.json n net-map-grp-alg: the field is missing"), look());
        write("a.json", SWITCHES);
        assertEquals(List.of("a.json n"), look());
    }

    @Test
    void fileThatWasNeverGoodMakesNoMap() throws Exception {
        write("a.json", "{");
        assertEquals(List.of(), look());
        assertTrue(look().getFirst().startsWith("a.json - line 1, column 2: Unexpected end-of-input"));
        Files.write(folder.resolve("a.json"), new byte[] { (byte) 0xff, 0 });
        look();
        assertEquals(List.of("a.json - the file is not text in UTF-8"), look());
        Files.delete(folder.resolve("a.json"));
        look();
        assertEquals(List.of(), look());
    }

    @Test
    void deletedFileIsWaitedForAndForgotten() throws Exception {
        write("a.json", SWITCHES);
        assertEquals(List.of("a.json n"), look());
        Files.delete(folder.resolve("a.json"));
        assertEquals(List.of("a.json n"), look());
        write("a.json", SWITCHES);
        assertEquals(List.of("a.json n"), look());
        Files.delete(folder.resolve("a.json"));
        assertEquals(List.of("a.json n"), look());
        assertEquals(List.of(), look());
    }

    @Test
    void missingFolderIsAnEmptyOne() throws Exception {
        write("a.json", SWITCHES);
        look();
        Files.delete(folder.resolve("a.json"));
        Files.delete(folder);
        look();
        assertEquals(List.of(), look());
    }

    @Test
    void folderThatCannotBeReadLeavesFilesInForce() throws Exception {
        write("a.json", SWITCHES);
        look();
        Files.delete(folder.resolve("a.json"));
        Files.delete(folder);
        Files.writeString(folder, "no folder");
        look();
        final var seen = look();
        assertEquals(2, seen.size());
        assertTrue(seen.getFirst().startsWith(folder + " - the folder cannot be read"), seen::getFirst);
        assertEquals("a.json n", seen.getLast());
    }

    @Test
    void whatIsNoFileIsSaid() throws Exception {
        Files.createDirectory(folder.resolve("a.json"));
        look();
        assertTrue(look().getFirst().startsWith("a.json - the file cannot be read: "));
        assertEquals(look(), look());
        write("b.json", " ".repeat((4 << 20) + 1));
        look();
        assertEquals("b.json - the file cannot be read: java.io.IOException: it has more than 4194304 bytes",
            look().getLast());
    }
}

/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserFileTest {
    private static final User ALICE = User.of("alice", Set.of("staff", "noc"), "wonderland");
    private static final User BOB = User.of("bob", Set.of(), "builder");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("alto-users");
    }

    @Test
    void nobodyIsThereWithoutAFile() throws Exception {
        final var users = new UserFile(file);
        assertTrue(users.users().isEmpty());
        assertEquals(List.of(), users.problems());
        assertFalse(users.poll());
        assertFalse(users.remove("alice"));
        assertFalse(Files.exists(file));
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        final var users = new UserFile(file);
        assertFalse(users.put(BOB));
        assertFalse(users.put(ALICE));
        assertEquals(List.of(ALICE, BOB), List.copyOf(users.users().values()));
        assertEquals(users.users(), new UserFile(file).users());
        final var other = User.of("alice", Set.of(), "other");
        assertTrue(users.put(other));
        assertEquals(List.of(other, BOB), List.copyOf(new UserFile(file).users().values()));
        assertTrue(users.remove("bob"));
        assertEquals(List.of(other), List.copyOf(users.users().values()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void noPasswordIsInTheFile() throws Exception {
        new UserFile(file).put(ALICE);
        final var text = Files.readString(file);
        assertFalse(text.contains("wonderland"));
        assertTrue(text.startsWith("alice:noc,staff:" + ALICE.sha256() + ":" + ALICE.md5()), text);
        assertFalse(ALICE.toString().contains(ALICE.md5()));
    }

    @Test
    void linesOfPeopleStay() throws Exception {
        Files.writeString(file, "# readers\n\n  alice : noc,staff : " + ALICE.sha256() + ":" + ALICE.md5() + "\n#end");
        final var users = new UserFile(file);
        assertEquals(ALICE, users.users().get("alice"));
        users.put(BOB);
        assertTrue(users.remove("alice"));
        assertEquals("# readers\n\n#end\nbob::" + BOB.sha256() + ":" + BOB.md5() + "\n", Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = { "bob", "bob:", "b b::1:2", "bob::1:2", "bob:a b:1:2", ":a:1:2" })
    void lineThatIsWrongIsNamedAndTheUsersOfBeforeStay(final String line) throws Exception {
        final var users = new UserFile(file);
        users.put(ALICE);
        Files.writeString(file, "# comment\n" + line + "\n");
        assertFalse(users.poll(), "somebody may be writing it");
        assertTrue(users.poll());
        assertEquals(Set.of("alice"), users.users().keySet());
        assertEquals(1, users.problems().size());
        assertTrue(users.problems().getFirst().startsWith(file + ", line 2: "), users.problems().getFirst());
        assertFalse(users.poll(), "it is told once");

        // nothing is written over what somebody has to correct
        assertTrue(assertThrows(IOException.class, () -> users.put(BOB)).getMessage().contains("line 2"));
        assertThrows(IOException.class, () -> users.remove("alice"));

        Files.writeString(file, "# comment\n");
        assertTrue(users.poll());
        assertTrue(users.users().isEmpty());
        assertEquals(List.of(), users.problems());
    }

    @Test
    void userThatIsThereTwiceIsNamed() throws Exception {
        final var line = "alice:noc,staff:" + ALICE.sha256() + ":" + ALICE.md5();
        Files.writeString(file, line + "\n" + line);
        final var users = new UserFile(file);
        users.poll();
        assertEquals(List.of(file + ", line 2: this user is there twice"), users.problems());
        assertTrue(users.users().isEmpty());
    }

    @Test
    void fileThatIsGoneHasNoUsers() throws Exception {
        final var users = new UserFile(file);
        users.put(ALICE);
        Files.delete(file);
        assertFalse(users.poll(), "somebody may be replacing it");
        assertTrue(users.poll());
        assertTrue(users.users().isEmpty());
    }

    @Test
    void bytesThatAreNoTextAreAProblem() throws Exception {
        Files.write(file, new byte[] { (byte) 0xff, 0 });
        final var users = new UserFile(file);
        users.poll();
        assertEquals(List.of(file + ": this is not text in UTF-8"), users.problems());
    }

    @Test
    void namesAndPasswordsHaveLimits() {
        assertThrows(IllegalArgumentException.class, () -> User.of("a:b", Set.of(), "x"));
        assertThrows(IllegalArgumentException.class, () -> User.of("a".repeat(65), Set.of(), "x"));
        assertThrows(IllegalArgumentException.class, () -> User.of("a", Set.of("b,c"), "x"));
        assertThrows(IllegalArgumentException.class, () -> User.of("a", Set.of(), ""));
        assertThrows(IllegalArgumentException.class, () -> User.of("a", Set.of(), "x".repeat(1025)));
    }
}

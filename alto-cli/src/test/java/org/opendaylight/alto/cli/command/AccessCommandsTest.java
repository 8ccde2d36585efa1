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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opendaylight.alto.core.service.DefaultPassword;
import org.opendaylight.alto.core.service.ReaderAccess;

/** The commands for who may read, as the shell runs them. */
class AccessCommandsTest {
    @TempDir
    Path folder;

    private final FakeReaderAccess access = new FakeReaderAccess();
    private final List<String> warnings = new ArrayList<>();
    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void install() {
        shell = new Shell(folder);
        final DefaultPassword password = () -> warnings.isEmpty() ? Optional.empty() : Optional.of(warnings.getFirst());
        shell.install(access, password);
    }

    @Test
    void missingServiceIsToldWithTheFeatureThatBringsIt() {
        shell = new Shell(folder);
        assertEquals("The ALTO northbound is not running; if this lasts, try: feature:install odl-alto-northbound",
            shell.error("alto:user-list"));
    }

    @Test
    void userIsAddedWithThePasswordThatIsTypedTwice() throws Exception {
        shell.type("secret", "secret");
        assertEquals("Password for alice: Once more: " + Shell.lines("Added user alice"),
            shell.run("alto:user-add --role noc --role planning alice"));
        assertEquals("secret", access.passwords.get("alice"));
        shell.type("other", "other");
        assertEquals("Password for alice: Once more: " + Shell.lines("Changed user alice"),
            shell.run("alto:user-add alice"));
        assertEquals(Set.of(), access.users.get("alice").roles());
    }

    @Test
    void passwordsThatDifferChangeNothing() throws Exception {
        shell.type("secret", "Secret");
        assertEquals("These were two different passwords; nothing was changed.", shell.error("alto:user-add alice"));
        shell.type();
        assertEquals("The password cannot be asked for here; give --password-file.", shell.error("alto:user-add bob"));
        shell.type("", "");
        assertEquals("A password has 1 to 1024 characters.", shell.error("alto:user-add bob"));
        assertEquals(Set.of(), access.users.keySet());
    }

    @Test
    void passwordMayBeInAFile() throws Exception {
        Files.writeString(folder.resolve("secret"), "from file\nmore\n");
        assertEquals(Shell.lines("Added user alice"), shell.run("alto:user-add --password-file secret alice"));
        assertEquals("from file", access.passwords.get("alice"));
        assertEquals("none: there is no such file or folder", shell.error("alto:user-add --password-file none alice"));
    }

    @Test
    void whoAddsAUserWhileAccessIsOpenIsTold() throws Exception {
        access.state = new ReaderAccess.State("open", List.of(), "etc/alto-users", List.of());
        shell.type("a", "a");
        assertEquals("Password for alice: Once more: " + Shell.lines("Added user alice",
            "Everybody may read as yet: access = open. alto:access shows how things stand."),
            shell.run("alto:user-add alice"));
    }

    @Test
    void usersAreListed() throws Exception {
        assertEquals(Shell.lines("There are no users; alto:user-add makes one."), shell.run("alto:user-list"));
        access.put("bob", Set.of("noc", "a"), "x");
        access.put("alice", Set.of(), "x");
        assertEquals(Shell.lines("User  | Roles", "------+------", "alice | -", "bob   | a noc"),
            shell.run("alto:user-list").replaceAll("(?m) +$", ""));
        assertEquals("[{\"user\":\"alice\",\"roles\":[]},{\"user\":\"bob\",\"roles\":[\"a\",\"noc\"]}]",
            shell.run("alto:user-list --json").replaceAll("\\s", ""));
    }

    @Test
    void userIsRemoved() throws Exception {
        access.put("alice", Set.of(), "x");
        assertEquals(Shell.lines("Removed user alice"), shell.run("alto:user-remove alice"));
        assertEquals("There is no user alice; alto:user-list shows who there is.",
            shell.error("alto:user-remove alice"));
        access.failure = new IOException("etc/alto-users, line 3: wrong");
        assertEquals("Nobody was removed: etc/alto-users, line 3: wrong", shell.error("alto:user-remove alice"));
        shell.type("a", "a");
        assertEquals("Nothing was changed: etc/alto-users, line 3: wrong", shell.error("alto:user-add alice"));
    }

    @Test
    void accessIsShownWithItsProblems() throws Exception {
        assertEquals(Shell.lines("Users only may read ALTO (access = authenticated).", "0 users in etc/alto-users",
            "No rules: every user may read everything."), shell.run("alto:access"));
        assertEquals("", shell.run("alto:access --warnings"));
        access.put("alice", Set.of(), "x");
        access.state = new ReaderAccess.State("open", List.of("/a: b"), "etc/alto-users", List.of("line 3: wrong"));
        warnings.add("admin has the password admin");
        assertEquals(Shell.lines("Everybody may read ALTO (access = open).", "1 user in etc/alto-users",
            "Rules, of which the first that fits decides:", "  /a: b",
            "WARNING: admin has the password admin", "WARNING: line 3: wrong"), shell.run("alto:access"));
        assertEquals(Shell.lines("WARNING: admin has the password admin", "WARNING: line 3: wrong"),
            shell.run("alto:access --warnings"));
    }

    @Test
    void usersAndRolesAreCompleted() throws Exception {
        access.put("alice", Set.of("noc"), "x");
        access.put("bob", Set.of("noc", "planning"), "x");
        assertEquals(List.of("alice", "bob"), shell.completeLine("alto:user-remove "));
        assertEquals(List.of("bob"), shell.complete(UserCompleter.class, "b"));
        assertEquals(List.of("noc", "planning"), shell.completeLine("alto:user-add --role "));
    }
}

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

import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.service.ReaderAccess;

/** Makes a user, or gives one another password and other roles. */
@Service
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "UWF_NULL_FIELD", "NP_NULL_ON_SOME_PATH" },
    justification = "The shell injects the fields, and SpotBugs does not see @Nullable, which is a type annotation")
@Command(scope = "alto", name = "user-add",
    description = "Adds a user that may read ALTO, or changes the password and the roles of one",
    detailedDescription = "classpath:user-add.txt")
public final class UserAddCommand implements Action {
    private static final char MASK = '*';

    @Argument(name = "USER", required = true, description = "The user")
    @Completion(UserCompleter.class)
    private String user = "";

    @Option(name = "--role", multiValued = true,
        description = "A role of the user, for the rules; may be given several times")
    @Completion(RoleCompleter.class)
    private @Nullable List<String> roles = null;

    @Option(name = "--password-file",
        description = "A file of the controller's machine whose first line is the password; else it is asked for")
    @Completion(FileNameCompleter.class)
    private @Nullable String file = null;

    @Reference(optional = true)
    private @Nullable ReaderAccess access = null;

    @Reference
    private @Nullable Session session = null;

    @Override
    public @Nullable Object execute() throws CommandException {
        final var service = Console.requireNorthbound(access);
        final var named = file;
        final var password = named == null ? ask() : read(named);
        final boolean changed;
        try {
            changed = service.put(user, roles == null ? new TreeSet<>() : new TreeSet<>(roles), password);
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new CommandException("Nothing was changed: " + e.getMessage(), e);
        }
        final var out = session.getConsole();
        out.println((changed ? "Changed user " : "Added user ") + user);
        if (service.state().mode().equals("open")) {
            out.println("Everybody may read as yet: access = open. alto:access shows how things stand.");
        }
        return null;
    }

    private String ask() throws CommandException {
        final String first;
        final String second;
        try {
            first = session.readLine("Password for " + user + ": ", MASK);
            second = session.readLine("Once more: ", MASK);
        } catch (IOException | UnsupportedOperationException e) {
            // a session for one command has nobody to ask
            throw new CommandException("The password cannot be asked for here; give --password-file.", e);
        }
        if (first == null || second == null) {
            throw new CommandException("The password cannot be asked for here; give --password-file.");
        }
        if (!first.equals(second)) {
            throw new CommandException("These were two different passwords; nothing was changed.");
        }
        return first;
    }

    private String read(final String name) throws CommandException {
        try (var in = new BufferedReader(new InputStreamReader(UserFiles.open(UserFiles.resolve(session, name)),
                StandardCharsets.UTF_8))) {
            final var line = in.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw UserFiles.error(name, e);
        }
    }
}

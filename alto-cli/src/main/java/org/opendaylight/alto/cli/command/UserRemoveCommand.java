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
import java.io.IOException;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.core.service.ReaderAccess;

/** Takes a user away. */
@Service
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "UWF_NULL_FIELD", "NP_NULL_ON_SOME_PATH" },
    justification = "The shell injects the fields, and SpotBugs does not see @Nullable, which is a type annotation")
@Command(scope = "alto", name = "user-remove", description = "Removes a user that may read ALTO",
    detailedDescription = "classpath:user-remove.txt")
public final class UserRemoveCommand implements Action {
    @Argument(name = "USER", required = true, description = "The user")
    @Completion(UserCompleter.class)
    private String user = "";

    @Reference(optional = true)
    private @Nullable ReaderAccess access = null;

    @Reference
    private @Nullable Session session = null;

    @Override
    public @Nullable Object execute() throws CommandException {
        final var service = Console.requireNorthbound(access);
        final boolean removed;
        try {
            removed = service.remove(user);
        } catch (IOException e) {
            throw new CommandException("Nobody was removed: " + e.getMessage(), e);
        }
        if (!removed) {
            throw new CommandException("There is no user " + user + "; alto:user-list shows who there is.");
        }
        session.getConsole().println("Removed user " + user);
        return null;
    }
}

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
import org.opendaylight.alto.cli.render.AutoMapsView;
import org.opendaylight.alto.core.service.AutoMaps;

/** Removes the definition of a map that is computed. */
@Service
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "UWF_NULL_FIELD", "NP_NULL_ON_SOME_PATH" },
    justification = "The shell injects the fields, and SpotBugs does not see @Nullable, which is a type annotation")
@Command(scope = "alto", name = "automap-remove",
    description = "Removes the definition of a map that is computed from the network",
    detailedDescription = "classpath:automap-remove.txt")
public final class AutoMapRemoveCommand implements Action {
    @Argument(name = "ID", required = true, description = "The map")
    @Completion(StoredAutoMapCompleter.class)
    private String id = "";

    @Reference(optional = true)
    private @Nullable AutoMaps maps = null;

    @Reference
    private @Nullable Session session = null;

    @Override
    public @Nullable Object execute() throws CommandException {
        final var service = Console.requireAutoMap(maps);
        try {
            final var kind = service.remove(Console.resourceId(id));
            session.getConsole().println("Removed the definition of " + AutoMapsView.kind(kind) + " " + id);
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new CommandException("Nothing was removed: " + e.getMessage(), e);
        }
        return null;
    }
}

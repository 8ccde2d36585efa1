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
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.alto.cli.render.ResourcesView;
import org.opendaylight.alto.core.service.ResourceDirectory;

/** Shows all resources of the server. */
@Service
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "UWF_NULL_FIELD", "NP_NULL_ON_SOME_PATH" },
    justification = "The shell injects the fields, and SpotBugs does not see @Nullable, which is a type annotation")
@Command(scope = "alto", name = "resource-list", description = "Shows all information resources of the ALTO server",
    detailedDescription = "classpath:resource-list.txt")
public final class ResourceListCommand implements Action {
    @Option(name = "--json", description = "Write JSON, for programs")
    private boolean json = false;

    @Reference(optional = true)
    private @Nullable ResourceDirectory directory = null;

    @Reference
    private @Nullable Session session = null;

    @Override
    public @Nullable Object execute() throws CommandException {
        final var resources = Console.require(directory).resources();
        final var out = session.getConsole();
        if (json) {
            out.println(ResourcesView.json(resources));
        } else {
            Console.print(out, ResourcesView.table(resources), "There is no resource.");
            ResourcesView.problems(resources).forEach(out::println);
        }
        return null;
    }
}

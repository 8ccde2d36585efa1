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
import java.util.LinkedHashMap;
import java.util.List;
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
import org.opendaylight.alto.cli.query.MapArguments;
import org.opendaylight.alto.cli.render.Resources;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.OperatorMaps;
import org.opendaylight.alto.core.service.ResourceDirectory;

/** Deletes maps that an operator has loaded. */
@Service
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "UWF_NULL_FIELD", "NP_NULL_ON_SOME_PATH" },
    justification = "The shell injects the fields, and SpotBugs does not see @Nullable, which is a type annotation")
@Command(scope = "alto", name = "map-delete", description = "Deletes maps that an operator has loaded",
    detailedDescription = "classpath:map-delete.txt")
public final class MapDeleteCommand implements Action {
    @Argument(name = "ID", required = true, multiValued = true, description = "The maps")
    @Completion(OperatorMapCompleter.class)
    private @Nullable List<String> ids = null;

    @Option(name = "--check", description = "Only say what would be deleted; change nothing")
    private boolean check = false;

    @Reference(optional = true)
    private @Nullable ResourceDirectory directory = null;

    @Reference(optional = true)
    private @Nullable OperatorMaps maps = null;

    @Reference
    private @Nullable Session session = null;

    @Override
    public @Nullable Object execute() throws CommandException {
        final var service = Console.require(maps);
        final var resources = Console.require(directory).resources();
        final var kinds = new LinkedHashMap<ResourceId, String>();
        for (var id : ids == null ? List.<String>of() : ids) {
            kinds.put(Console.resourceId(id), "map");
        }
        resources.forEach(info -> kinds.computeIfPresent(info.id(), (id, kind) -> Resources.kind(info)));
        try {
            if (check) {
                MapArguments.requireDeletable(kinds.keySet(), resources);
            } else {
                service.delete(List.copyOf(kinds.keySet()));
            }
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage(), e);
        } catch (IOException e) {
            throw new CommandException("Nothing was deleted: " + e.getMessage(), e);
        }
        final var out = session.getConsole();
        kinds.forEach((id, kind) -> out.println((check ? "Would delete " : "Deleted ") + kind + " " + id));
        return null;
    }
}

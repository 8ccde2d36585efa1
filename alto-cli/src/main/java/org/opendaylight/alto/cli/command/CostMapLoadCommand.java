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
import java.nio.file.Path;
import java.util.Set;
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
import org.opendaylight.alto.cli.render.LoadView;
import org.opendaylight.alto.core.map.ResourceId;
import org.opendaylight.alto.core.service.OperatorMaps;
import org.opendaylight.alto.core.service.OperatorMaps.LoadOption;

/** Loads a cost map. */
@Service
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "UWF_NULL_FIELD", "NP_NULL_ON_SOME_PATH" },
    justification = "The shell injects the fields, and SpotBugs does not see @Nullable, which is a type annotation")
@Command(scope = "alto", name = "cost-map-load", description = "Loads a cost map from a file",
    detailedDescription = "classpath:cost-map-load.txt")
public final class CostMapLoadCommand implements Action {
    @Argument(name = "FILE", required = true, description = "A file on the machine of the controller: the map as JSON")
    @Completion(FileNameCompleter.class)
    private String file = "";

    @Option(name = "--id", description = "The name of the map; if missing, that of the file without .json")
    @Completion(OperatorCostMapCompleter.class)
    private @Nullable String id = null;

    @Option(name = "--check", description = "Only check the file; change nothing")
    private boolean check = false;

    @Reference(optional = true)
    private @Nullable OperatorMaps maps = null;

    @Reference
    private @Nullable Session session = null;

    @Override
    public @Nullable Object execute() throws CommandException {
        final var service = Console.require(maps);
        final var path = UserFiles.resolve(session, file);
        final var name = id == null ? nameOf(path) : Console.resourceId(id);
        final var options = check ? Set.of(LoadOption.CHECK_ONLY) : Set.<LoadOption>of();
        final var loaded = MapLoader.load(session, file, path,
            (input, progress) -> service.loadCostMap(name, input, options, progress));
        LoadView.costMap(loaded, check).forEach(session.getConsole()::println);
        return null;
    }

    private ResourceId nameOf(final Path path) throws CommandException {
        final var last = path.getFileName();
        try {
            return MapArguments.idOfFile(last == null ? "" : last.toString());
        } catch (IllegalArgumentException e) {
            throw new CommandException(file + ": " + e.getMessage(), e);
        }
    }
}

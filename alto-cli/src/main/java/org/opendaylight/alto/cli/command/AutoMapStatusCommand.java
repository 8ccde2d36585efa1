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
import java.time.Instant;
import java.util.Collections;
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
import org.opendaylight.alto.cli.query.AutoMapArguments;
import org.opendaylight.alto.cli.render.AutoMapsView;
import org.opendaylight.alto.core.service.AutoMaps;
import org.opendaylight.alto.core.service.AutoMaps.Wanted;

/** Shows how maps that are computed are. */
@Service
@SuppressFBWarnings(value = { "NP_STORE_INTO_NONNULL_FIELD", "UWF_NULL_FIELD", "NP_NULL_ON_SOME_PATH" },
    justification = "The shell injects the fields, and SpotBugs does not see @Nullable, which is a type annotation")
@Command(scope = "alto", name = "automap-status",
    description = "Shows what was computed of the maps, why and how long it took",
    detailedDescription = "classpath:automap-status.txt")
public final class AutoMapStatusCommand implements Action {
    @Argument(name = "ID", description = "The map; without it, all are shown")
    @Completion(AutoMapCompleter.class)
    private @Nullable String id = null;

    @Option(name = "--json", description = "Write JSON, for programs")
    private boolean json = false;

    @Reference(optional = true)
    private @Nullable AutoMaps maps = null;

    @Reference
    private @Nullable Session session = null;

    @Override
    public @Nullable Object execute() throws CommandException {
        final var service = Console.requireAutoMap(maps);
        final List<Wanted> chosen;
        try {
            chosen = AutoMapArguments.named(service.maps(), id);
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage(), e);
        }
        final var others = id == null ? service.problems() : Collections.<String, String>emptySortedMap();
        final var out = session.getConsole();
        if (json) {
            out.println(AutoMapsView.json(chosen, others));
        } else {
            Console.print(out, AutoMapsView.statuses(chosen, Instant.now()), "No map is to be computed.");
            AutoMapsView.problems(chosen, others).forEach(out::println);
        }
        return null;
    }
}
